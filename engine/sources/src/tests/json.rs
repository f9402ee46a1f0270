//! Records as JSON.

use program::checked::JsonForm;
use values::{Composite, Date, Decimal, Value};

use super::shapes::{COLOUR, LIST, TREE};
use super::*;
use crate::{Place, write_json};

fn json(columns: &str, text: &str) -> Case {
    Case::new(columns).input(as_json).file("r.json", text)
}

fn as_json(input: &mut Input) {
    (input.source, input.format) = (file("r.json"), json_list());
}

#[test]
fn lists_and_objects() {
    let text = "\u{feff} [[\"x\", 1], {\"b\": 2, \"note\": [1], \"a\": \"y\\n\"}, [\"x\", 1, null]] ";
    let mut case = json("a:symbol b:number", text);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["y\n", "2"]]);
    assert_eq!(account(&records.sources[0]), [3, 2, 1, 0, 0]);
    assert_eq!(records.sources[0].place(3), Place::Element(3));
    assert_eq!(records.relations[0].locators(0).collect::<Vec<_>>(), [at(0, 1), at(0, 3)]);
    assert_eq!(account(&json("a:symbol", "[]").load().sources[0]), [0; 5]);
}

#[test]
fn numbers_keep_all_their_digits() {
    let text = r#"[[9223372036854775807, 18446744073709551615, "-9223372036854775808", 12345678901234567890.123456789012, 0.1],
        [0, 1, 2, "0.50", "nan"]]"#;
    let mut case = json("a:number b:unsigned c:number d:decimal e:float", text);
    let records = case.load();
    let big = ["9223372036854775807", "18446744073709551615", "-9223372036854775808"];
    let big = [&big[..], &["12345678901234567890.123456789012", "0.10000000000000001"]].concat();
    assert_eq!(case.facts(&records, 0), [big, vec!["0", "1", "2", "0.5", "nan"]]);
}

#[test]
fn columns_choose_fields_and_row_counts_elements() {
    let mut case = Case::new("n:unsigned a:symbol")
        .input(|input| {
            as_json(input);
            (input.row, input.columns) = (Some(0), named(&["当事人"]));
        })
        .input(|input| {
            (input.source, input.format) = (file("s.json"), json_list());
            (input.row, input.columns) = (Some(0), numbered(&[1]));
        })
        .file("r.json", r#"[{"当事人": "甲"}, {"当事人": "乙"}]"#)
        .file("s.json", r#"[[0, "丙"]]"#);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["1", "甲"], ["2", "乙"], ["1", "丙"]]);
}

#[test]
fn what_is_null_is_an_empty_cell() {
    let text = r#"[["x", null], [null, 1], {"a": "", "b": 2}, {"b": 3}]"#;
    let mut case = json("a:symbol b:number", text).collecting();
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["", "1"], ["", "2"]]);
    let codes: Vec<_> = records.rejects.iter().map(|reject| (reject.locator.row, reject.diagnostic.code())).collect();
    assert_eq!(codes, [(1, "SY0424"), (4, "SY0448")]);

    let mut case = Case::new("a:symbol b:number")
        .input(|input| {
            as_json(input);
            input.skip_blank = vec![0, 1];
        })
        .file("r.json", text);
    assert_eq!(account(&case.load().sources[0]), [4, 0, 0, 4, 0]);
}

#[test]
fn a_relation_without_columns_holds_if_there_is_any_element() {
    assert_eq!(account(&json("", "[]").load().sources[0]), [0; 5]);
    assert_eq!(account(&json("", "[[], {}, null]").load().sources[0]), [3, 1, 2, 0, 0]);
}

#[test]
fn records_and_branches() {
    let text = r#"[
        [null, {"Leaf": []}, {"Red": []}],
        [[1, {"tail": null, "head": -2}], {"Node": [{"Leaf": {}}, "x", {"Node": {"left": {"Leaf": []}, "label": "", "right": {"Leaf": []}}}]}, {"Blue": {}}]
    ]"#;
    let mut case = json("a:List b:Tree c:Colour", text);
    let records = case.load();
    let second = ["[1, [-2, nil]]", "$Node($Leaf, x, $Node($Leaf, , $Leaf))", "$Blue"];
    assert_eq!(case.facts(&records, 0), [["nil", "$Leaf", "$Red"], second]);
}

#[test]
fn wrong_kinds_are_named_with_their_element_and_line() {
    let told = |columns: &str, element: &str| {
        let mut errors = json(columns, &format!("[\n{element}\n]")).errors();
        assert_eq!(errors.len(), 1, "{errors:?}");
        errors.remove(0).replace("`facts/r.json` element 1 (line 2)", "HERE")
    };
    assert_eq!(told("a:symbol", "5"), "SY0449 HERE: a number stands where a list or an object is needed");
    assert_eq!(told("a:symbol", "[17]"), "SY0449 HERE, column `a`: a number stands where a text is needed");
    assert_eq!(
        told("a:number", "[true]"),
        "SY0449 HERE, column `a`: `true` or `false` stands where a number is needed"
    );
    assert_eq!(told("a:number", "[1.5]"), "SY0420 HERE, column `a`: `1.5` is not of type `number`");
    assert_eq!(told("a:number", "[1e3]"), "SY0420 HERE, column `a`: `1e3` is not of type `number`");
    assert_eq!(told("a:unsigned", "[-1]"), "SY0423 HERE, column `a`: `-1` is out of the range of type `unsigned`");
    assert_eq!(told("a:date", "[20240101]"), "SY0449 HERE, column `a`: a number stands where a text is needed");
    assert_eq!(
        told("a:symbol", r#"["\ud800"]"#),
        "SY0449 HERE, column `a`: a text that is not Unicode stands where a text is needed"
    );
    assert_eq!(told("a:symbol b:symbol", r#"["x"]"#), "SY0425 HERE has too few fields for column `b`: 1 instead of 2");
    assert_eq!(told("a:symbol", r#"{"A": "x"}"#), "SY0448 HERE has no field `a` for column `a`");
    assert_eq!(
        told("a:symbol", r#"{"a": "x", "a": "y"}"#),
        "SY0449 HERE, column `a`: an object with several fields `a` stands where an object with one is needed"
    );
    assert_eq!(
        told("a:List", r#"[[1, {"head": 2, "tail": [3, 4]}]]"#),
        "SY0449 HERE, column `a.tail.tail.tail`: a number stands where a list, an object or `null` is needed"
    );
    assert_eq!(
        told("a:List", "[[1]]"),
        "SY0449 HERE, column `a`: a list or object of other fields stands where a list of 2 or an object with `head`, `tail` is needed"
    );
    assert_eq!(
        told("a:Tree", r#"[{"Node": [{"Leaf": []}, 5, {"Leaf": []}]}]"#),
        "SY0449 HERE, column `a.label`: a number stands where a text is needed"
    );
    assert_eq!(
        told("a:Colour", r#"[{"Green": []}]"#),
        "SY0449 HERE, column `a`: an object with `Green` stands where an object with one of `Blue`, `Red` as its only key is needed"
    );
    assert_eq!(
        told("a:Colour", r#"["Red"]"#),
        "SY0449 HERE, column `a`: a text stands where an object with one of `Blue`, `Red` as its only key is needed"
    );
}

#[test]
fn names_do_not_choose_from_lists_nor_numbers_from_objects() {
    for (columns, text) in [(named(&["a"]), "[[1]]"), (numbered(&[0]), "[{\"a\": 1}]")] {
        let mut case = Case::new("a:number").file("r.json", text).input(|input| {
            as_json(input);
            input.columns = columns;
        });
        assert!(case.errors()[0].starts_with("SY0449"), "{text}");
    }
}

#[test]
fn what_is_no_json_list_is_refused_with_its_place() {
    let cases: [(&[u8], &str); 8] = [
        (b"", "line 1, column 1: it ends too early"),
        (b"[[1, 2],\n [3", "line 2, column 3: it ends too early"),
        ("[\n[\"租\" 1]]".as_bytes(), "line 2, column 6: expected `,` or `]`"),
        (b"{\"a\": 1}", "line 1, column 1: a list is expected"),
        (b"[1] 2", "line 1, column 5: trailing characters"),
        (b"[[1,]]", "line 1, column 5: expected value"),
        (b"\n[\"\xff\"]", "line 2, column 3: it is not UTF-8"),
        (b"[\"a\nb\"]", "line 1, column 3: control character (\\u0000-\\u001F) found while parsing a string"),
    ];
    for (text, reason) in cases {
        let mut case = Case::new("a:number").collecting().input(as_json).file("r.json", text);
        let errors = case.errors();
        assert_eq!(errors, [format!("SY0447 the record file `facts/r.json` is no JSON list: {reason}")]);
    }
    let mut case = Case::new("a:number").input(as_json);
    assert!(case.errors()[0].starts_with("SY0401"));
}

#[test]
fn what_is_nested_too_deep_is_refused_with_its_place() {
    let nested = |depth: usize| "[1,".repeat(depth) + "null" + &"]".repeat(depth);
    let mut case = json("a:List", &format!("[[{}]]", nested(127)));
    assert_eq!(case.load().relations[0].len(), 1);
    for depth in [128, 100_000] {
        let errors = json("a:List", &format!("[[{}]]", nested(depth))).errors();
        assert!(errors[0].contains("column `a.tail.tail.tail.tail….tail.tail.tail.tail`: a value nested deeper than 128 stands where a flatter one is needed"));
    }
}

#[test]
fn standard_input() {
    let mut case = Case::new("a:number").input(|input| {
        (input.source, input.format) = (RecordSource::Stdin, json_list());
    });
    case.stdin = b"[[1], [2]]";
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["1"], ["2"]]);
}

fn written(form: JsonForm, columns: &str, rows: &[Vec<Value>]) -> String {
    let mut dictionary = shapes::dictionary();
    let columns: Vec<_> = columns.split_whitespace().map(column).collect();
    let codes: Vec<Vec<_>> =
        rows.iter().map(|row| row.iter().map(|value| dictionary.encode(value)).collect()).collect();
    let mut out = Vec::new();
    assert_eq!(write_json(&mut out, form, &columns, codes, &dictionary).unwrap(), rows.len() as u64);
    String::from_utf8(out).unwrap()
}

fn rows() -> Vec<Vec<Value>> {
    let list = |head, tail| Composite::record(LIST, vec![Value::Number(head), Value::Composite(tail)]);
    let leaf = || Value::Composite(Composite::branch(TREE, 0, "Leaf", Vec::new()));
    let node = Composite::branch(TREE, 1, "Node", vec![leaf(), Value::symbol("x"), leaf()]);
    let red = Composite::branch(COLOUR, 1, "Red", Vec::new());
    let first = [
        Value::symbol("a\"\n租"),
        Value::Unsigned(u64::MAX),
        Value::Float(0.1),
        Value::Date(Date::new(2024, 2, 29).unwrap()),
        Value::Decimal(Decimal::parse("12.50").unwrap()),
        Value::Composite(list(1, list(-2, Composite::nil(LIST)))),
        Value::Composite(node),
        Value::Composite(red),
    ];
    let mut second = first.to_vec();
    second[2] = Value::Float(f64::INFINITY);
    second[5] = Value::Composite(Composite::nil(LIST));
    vec![first.to_vec(), second]
}

const COLUMNS: &str = "a:symbol b:unsigned c:float d:date e:decimal f:List g:Tree h:Colour";

#[test]
fn both_forms_are_written() {
    let list = written(JsonForm::List, COLUMNS, &rows());
    let expected = r#"[["a\"\n租", 18446744073709551615, 0.1, "2024-02-29", "12.5", [1, [-2, null]], {"Node": [{"Leaf": []}, "x", {"Leaf": []}]}, {"Red": []}],
["a\"\n租", 18446744073709551615, "inf", "2024-02-29", "12.5", null, {"Node": [{"Leaf": []}, "x", {"Leaf": []}]}, {"Red": []}]]
"#;
    assert_eq!(list, expected);
    let object = written(JsonForm::Object, "f:List g:Tree", &[rows()[0][5..7].to_vec()]);
    let expected = r#"[{"f": {"head": 1, "tail": {"head": -2, "tail": null}}, "g": {"Node": {"left": {"Leaf": {}}, "label": "x", "right": {"Leaf": {}}}}}]
"#;
    assert_eq!(object, expected);
    assert_eq!(written(JsonForm::List, "", &[]), "[]\n");
    assert_eq!([JsonForm::List, JsonForm::Object].map(|form| written(form, "", &[vec![]])), ["[[]]\n", "[{}]\n"]);
}

#[test]
fn what_is_written_is_read_back() {
    for form in [JsonForm::List, JsonForm::Object] {
        let mut case = json(COLUMNS, &written(form, COLUMNS, &rows()));
        let records = case.load();
        let expected: Vec<Vec<String>> = rows().iter().map(|row| row.iter().map(Value::to_string).collect()).collect();
        assert_eq!(case.facts(&records, 0), expected);
    }
}
