//! How text becomes facts.

use program::checked::RecordSource;

use super::*;

#[test]
fn a_plain_file_is_split_at_tabs_and_nothing_is_quoted() {
    let mut case = Case::new("a:symbol b:number").input(|_| ()).file("r.facts", "x\t1\n\"y, z\"\t -2\tmore\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["\"y, z\"", "-2"]]);
    assert_eq!(account(&records.sources[0]), [2, 2, 0, 0, 0]);
    assert_eq!(records.sources[0].name, "r.facts");
}

#[test]
fn a_delimiter_may_have_several_characters() {
    let mut case = Case::new("a:symbol b:symbol")
        .input(|input| input.format = lines(plain("、、")))
        .file("r.facts", "甲、乙、、丙\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["甲、乙", "丙"]]);
}

#[test]
fn every_type_is_read() {
    let columns = "a:symbol b:number c:unsigned d:float e:date f:decimal";
    let mut case = Case::new(columns).input(|_| ()).file("r.facts", "租约\t-5\t0x10\t1.5\t2024-02-29\t12.50\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["租约", "-5", "16", "1.5", "2024-02-29", "12.5"]]);
}

#[test]
fn crlf_and_a_byte_order_mark_are_no_content() {
    let mut case = Case::new("a:symbol b:number").input(|_| ()).file("r.facts", "\u{feff}x\t1\r\ny\t2\r\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["y", "2"]]);

    let mut case = Case::new("a:symbol b:number")
        .csv(|input| input.columns = named(&["a", "b"]))
        .file("r.csv", "\u{feff}\u{feff}a,b\r\nx,1\r\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"]]);
}

#[test]
fn quoted_commas_quotes_and_line_breaks_are_content() {
    let mut case = Case::new("a:symbol b:number")
        .input(|input| (input.source, input.format) = (file("r.csv"), lines(quoted())))
        .file("r.csv", "\"Zhang, Li\",1\n\"a \"\"b\"\"\nc\",2\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["Zhang, Li", "1"], ["a \"b\"\nc", "2"]]);
}

#[test]
fn columns_choose_fields_by_number_or_name() {
    let mut case = Case::new("a:symbol b:number")
        .csv(|input| input.columns = named(&["金额", "案号"]))
        .csv(|input| input.columns = numbered(&[2, 1]))
        .file("r.csv", "x,案号,金额\n,7,多\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["多", "7"]]);
    assert_eq!(records.sources.iter().map(account).collect::<Vec<_>>(), [[1, 1, 0, 0, 0], [1, 0, 1, 0, 0]]);
}

#[test]
fn the_row_column_takes_the_number_of_the_record() {
    let mut case = Case::new("n:unsigned a:symbol m:number")
        .csv(|input| (input.row, input.columns) = (Some(0), numbered(&[0, 1])))
        .file("r.csv", "a,m\n\"x\ny\",5\n\nz,6\nz,6\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["2", "x\ny", "5"], ["4", "z", "6"], ["5", "z", "6"]]);
    assert_eq!(account(&records.sources[0]), [4, 3, 0, 1, 0]);

    let mut case = Case::new("a:symbol n:number").input(|input| input.row = Some(1)).file("r.facts", "x\nx\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["x", "2"]]);
}

#[test]
fn an_empty_line_is_a_cell_of_a_one_column_table_and_otherwise_nothing() {
    let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", "x\n\ny\n\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x"], [""], ["y"]]);
    assert_eq!(account(&records.sources[0]), [4, 3, 1, 0, 0]);

    let mut case = Case::new("a:symbol b:symbol").input(|_| ()).file("r.facts", "x\ty\n\r\n\n");
    assert_eq!(account(&case.load().sources[0]), [3, 1, 0, 2, 0]);

    let mut case = Case::new("a:symbol").csv(|_| ()).file("r.csv", "a\nx\n\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x"], [""]]);
    assert_eq!(account(&records.sources[0]), [2, 2, 0, 0, 0]);

    let mut case = Case::new("a:symbol").csv(|_| ()).file("r.csv", "a,b\nx,y\n\n");
    assert_eq!(account(&case.load().sources[0]), [2, 1, 0, 1, 0]);
}

#[test]
fn blank_skip_leaves_out_rows_with_an_empty_mapped_cell() {
    let mut case = Case::new("a:symbol b:date")
        .csv(|input| (input.skip_blank, input.columns) = (vec![0, 1], named(&["a", "b"])))
        .file("r.csv", "a,note,b\nx,,2024-01-01\ny,note,\n,note,2024-01-01\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "2024-01-01"]]);
    assert_eq!(account(&records.sources[0]), [3, 1, 0, 2, 0]);
    assert_eq!(case.dictionary.symbol_count(), 1);
}

#[test]
fn an_empty_symbol_is_a_value() {
    let mut case = Case::new("a:symbol b:symbol").input(|_| ()).file("r.facts", "\tx\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["", "x"]]);
}

#[test]
fn a_relation_without_columns_holds_if_there_is_any_line() {
    for (text, expected) in [("", [0, 0, 0, 0, 0]), ("\n", [1, 1, 0, 0, 0]), ("()\nx\ty\n\n", [3, 1, 2, 0, 0])] {
        let mut case = Case::new("").input(|_| ()).file("r.facts", text);
        let records = case.load();
        assert_eq!(account(&records.sources[0]), expected, "{text:?}");
        assert_eq!(records.relations[0].len(), expected[1]);
    }
}

#[test]
fn an_empty_file_without_header_is_an_empty_relation() {
    for text in ["", "\u{feff}"] {
        let mut case = Case::new("a:symbol").input(|_| ()).file("r.facts", text);
        let records = case.load();
        assert!(records.relations[0].is_empty());
        assert_eq!(account(&records.sources[0]), [0; 5]);
    }
}

#[test]
fn standard_input_is_one_text_for_all_who_read_it() {
    let mut case = Case::new("a:symbol")
        .input(|input| input.source = RecordSource::Stdin)
        .relation("s", "b:number")
        .input(|input| (input.source, input.columns) = (RecordSource::Stdin, numbered(&[1])));
    case.stdin = b"x\t1\ny\t2\n";
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x"], ["y"]]);
    assert_eq!(case.facts(&records, 1), [["1"], ["2"]]);
    assert_eq!(records.sources[0].name, "stdin");
}

#[test]
fn records_and_branches_are_cells() {
    let mut case = Case::new("a:List b:Tree")
        .input(|_| ())
        .input(|input| (input.source, input.format) = (file("r.csv"), lines(quoted())))
        .file("r.facts", "[1, [2, nil]]\t$Node($Leaf, \"a\tb\", $Leaf)\nnil\t$Leaf\n".replace("a\tb", "a b"))
        .file("r.csv", "\"[1,[2,nil]]\",\"$Node($Leaf(),\"\"a b\"\",$Leaf)\"\n");
    let records = case.load();
    let first = ["[1, [2, nil]]", "$Node($Leaf, a b, $Leaf)"];
    assert_eq!(case.facts(&records, 0), [first, ["nil", "$Leaf"]]);
    assert_eq!(account(&records.sources[1]), [1, 0, 1, 0, 0]);
}

#[test]
fn a_comma_separates_outside_square_brackets_only() {
    let mut case = Case::new("a:List b:number")
        .input(|input| input.format = lines(plain(",")))
        .file("r.facts", "[1,[2,nil]],3\n[1,nil,4\n");
    assert_eq!(
        case.errors(),
        ["SY0445 `facts/r.facts` row 2: square brackets are not balanced, so that it is open where a field ends"]
    );
}

#[test]
fn mistakes_in_records_have_a_place_in_the_cell() {
    let mut case = Case::new("n:number a:List").input(|_| ()).file("r.facts", "1\t[1, 2]\n2\t\n");
    assert_eq!(
        case.errors(),
        [
            "SY0444 `facts/r.facts` row 1, column `a`: `[1, 2]` is not of type `List`: at character 5, `[` or `nil` is expected",
            "SY0424 `facts/r.facts` row 2, column `a`: the cell is empty, type `List` needs a value"
        ]
    );
}

#[test]
fn a_cell_of_a_hundred_thousand_nested_records() {
    let deep = "[1, ".repeat(100_000) + "nil" + &"]".repeat(100_000);
    let mut case = Case::new("a:List").input(|_| ()).file("r.facts", format!("{deep}\n{deep}\n"));
    let records = case.load();
    assert_eq!(account(&records.sources[0]), [2, 1, 1, 0, 0]);
    assert_eq!(case.facts(&records, 0), [[deep]]);
}

#[test]
fn of_an_expected_relation_a_blank_value_is_no_fact() {
    let mut case = Case::new("a:symbol b:date")
        .csv(|input| input.skip_blank = vec![1])
        .file("r.csv", "a,b\nx,2024-01-01\ny,\n,2024-01-02\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "2024-01-01"], ["", "2024-01-02"]]);
    assert_eq!(account(&records.sources[0]), [3, 2, 0, 1, 0]);
}

#[test]
fn a_finding_names_its_author_in_every_format() {
    let columns = "case:symbol value:symbol by:symbol on:date basis:symbol";
    let finding = |mut case: Case| {
        case.program.relations[0].openness.finding = Some(1);
        case
    };
    let codes = |case: Case| {
        let mut case = finding(case);
        let records = case.load();
        let facts = case.facts(&records, 0).iter().map(|fact| fact[0].clone()).collect::<Vec<_>>();
        let rejects = &records.rejects;
        let rejected: Vec<_> = rejects.iter().map(|reject| (reject.locator.row, reject.diagnostic.code())).collect();
        (facts, rejected)
    };
    let expected = (vec!["A".to_owned()], vec![(2, "SY0431"), (3, "SY0431")]);
    let csv = Case::new(columns).collecting().input(|input| {
        input.source = file("r.csv");
        input.format = lines(quoted());
    });
    let csv = csv.file("r.csv", "A,yes,Li,2024-01-01,x\nB,yes,,2024-01-01,x\nC,yes,\" \",2024-01-01,x\n");
    assert_eq!(codes(csv), expected);
    let json = Case::new(columns).collecting().input(|input| {
        input.source = file("r.json");
        input.format = json_list();
    });
    let rows = "[[\"A\",\"yes\",\"Li\",\"2024-01-01\",\"x\"],[\"B\",\"yes\",\"\",\"2024-01-01\",\"x\"],\
                [\"C\",\"yes\",\"  \",\"2024-01-01\",\"x\"]]";
    assert_eq!(codes(json.file("r.json", rows)), expected);
}
