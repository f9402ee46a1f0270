//! Rows that cannot be read: each reported with file, row, column, text and reason.

use super::*;

/// What is said about the only bad row of a plain file.
#[track_caller]
fn said(columns: &str, text: &[u8]) -> (String, String) {
    let mut case = Case::new(columns).input(|_| ()).file("r.facts", text);
    let errors = case.errors();
    assert_eq!(errors.len(), 1, "{errors:?}");
    (errors[0].clone(), case.try_load().unwrap_err()[0].help(Lang::En))
}

#[test]
fn a_letter_in_a_number() {
    let (message, help) = said("a:symbol b:number", b"x\t1\ny\t1o0\n");
    assert_eq!(message, "SY0420 `facts/r.facts` row 2, column `b`: `1o0` is not of type `number`");
    assert!(help.starts_with("write a whole number in digits"), "{help}");
}

#[test]
fn the_thirty_first_of_february() {
    let (message, help) = said("a:symbol b:date", b"x\t2023-02-31\n");
    assert_eq!(message, "SY0421 `facts/r.facts` row 1, column `b`: there is no day `2023-02-31`");
    assert!(help.starts_with("correct the date"), "{help}");
    let (message, help) = said("a:symbol b:date", b"x\t2023/2/3\n");
    assert_eq!(message, "SY0420 `facts/r.facts` row 1, column `b`: `2023/2/3` is not of type `date`");
    assert!(help.contains("YYYY-MM-DD"), "{help}");
}

#[test]
fn a_decimal_with_too_many_places() {
    let (message, _) = said("a:decimal", b"0.1234567890123\n");
    assert_eq!(
        message,
        "SY0422 `facts/r.facts` row 1, column `a`: `0.1234567890123` has more than 12 digits behind the point"
    );
}

#[test]
fn out_of_range() {
    let (message, help) = said("a:number", b"9223372036854775808\n");
    assert_eq!(
        message,
        "SY0423 `facts/r.facts` row 1, column `a`: `9223372036854775808` is out of the range of type `number`"
    );
    assert!(help.ends_with("from -9223372036854775808 to 9223372036854775807"), "{help}");
    assert!(said("a:unsigned", b"-1\n").1.ends_with("from 0 to 18446744073709551615"));
    assert!(said("a:date", b"0000-01-01\n").1.ends_with("from 0001-01-01 to 9999-12-31"));
    assert!(said("a:decimal", b"100000000000000000000000000\n").0.contains("SY0423"));
    assert!(said("a:float", b"1e999\n").0.contains("SY0423"));
}

#[test]
fn an_empty_cell_of_a_type_that_has_no_empty_value() {
    let (message, help) = said("a:symbol b:date", b"x\t\n");
    assert_eq!(message, "SY0424 `facts/r.facts` row 1, column `b`: the cell is empty, type `date` needs a value");
    assert!(help.contains("blank=\"skip\"") && help.contains("no fact of `r`"), "{help}");
}

#[test]
fn a_row_that_is_too_short() {
    let (message, _) = said("a:symbol b:symbol c:symbol", b"x\ty\n1\t2\t3\t4\n");
    assert_eq!(message, "SY0425 `facts/r.facts` row 1 has too few fields for column `c`: 2 instead of 3");
    let mut case = Case::new("a:symbol").input(|input| input.columns = numbered(&[4])).file("r.facts", "x\ty\tz\n");
    assert_eq!(case.errors(), ["SY0425 `facts/r.facts` row 1 has too few fields for column `a`: 3 instead of 5"]);
}

#[test]
fn bytes_that_are_not_utf8() {
    let (message, help) = said("a:symbol b:symbol", b"x\t\xd6\xd0\xb9\xfa\ny\tz\n");
    assert_eq!(message, "SY0427 `facts/r.facts` row 1 is not UTF-8 at byte 3 of the row");
    assert!(help.contains("encoding=\"gb18030\""), "{help}");
}

#[test]
fn zeros_in_a_text() {
    let (message, help) = said("a:symbol b:symbol", b"x\ty\nv\tw\0\0\n");
    assert_eq!(message, "SY0437 `facts/r.facts` row 2: byte 4 of the row is zero (NUL), which no text has");
    assert!(help.contains("encoding=\"utf-16\""), "{help}");
    // With quotes and without, every other row is read.
    let text = "a,b\n1,\"x,\0\"\n2,\0\n3,\"z\"\n";
    let mut case = Case::new("a:symbol b:symbol").csv(|_| ()).collecting().file("r.csv", text);
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["3", "z"]]);
    let rejects: Vec<_> = records.rejects.iter().map(|reject| (reject.locator, reject.diagnostic.code())).collect();
    assert_eq!(rejects, [(at(0, 2), "SY0437"), (at(0, 3), "SY0437")]);
}

#[test]
fn a_truncated_file_ends_inside_quotes() {
    let mut case = Case::new("a:symbol b:symbol").csv(|_| ()).file("r.csv", "a,b\n1,x\n2,\"y\n3,z\n");
    assert_eq!(
        case.errors(),
        ["SY0428 `facts/r.csv` row 3: a quote is opened and not closed by the end of the file (lines from here: 2)"]
    );
    let mut case = Case::new("a:symbol b:symbol").csv(|_| ()).collecting().file("r.csv", "a,b\n1,x\n2,\"y\n3,z\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["1", "x"]]);
    assert_eq!(account(&records.sources[0]), [2, 1, 0, 0, 1]);
}

#[test]
fn a_cell_beyond_all_measure() {
    let mut case = Case::new("a:symbol b:symbol").input(|_| ()).file("r.facts", "x\t123456789\n1234\t12345678\n");
    case.limits.cell_bytes = 8;
    assert_eq!(
        case.errors(),
        ["SY0429 `facts/r.facts` row 1, column `b`: the cell is longer than the limit of 8 bytes"]
    );
}

#[test]
fn what_was_found_is_shown_safely() {
    let long = "9".repeat(100);
    let (message, _) = said("a:number", format!("\u{1b}[2J{long}\n").as_bytes());
    assert!(message.contains(&format!("`\\u{{1b}}[2J{}…`", "9".repeat(56))), "{message}");
}

#[test]
fn mistakes_of_all_sources_are_reported_in_one_run() {
    let mut case = Case::new("a:number")
        .input(|input| input.source = file("missing.facts"))
        .input(|_| ())
        .relation("s", "b:date")
        .csv(|_| ())
        .csv(|input| input.columns = named(&["c"]))
        .file("r.facts", "1\nx\n")
        .file("r.csv", "b\n2023-04-31\n");
    assert_eq!(
        case.errors(),
        [
            "SY0401 the record file `facts/missing.facts` does not exist",
            "SY0406 the record file `facts/r.csv` has no header `c`",
            "SY0420 `facts/r.facts` row 2, column `a`: `x` is not of type `number`",
            "SY0421 `facts/r.csv` row 2, column `b`: there is no day `2023-04-31`",
        ]
    );
}
