//! Headers that do not fit.

use super::*;

#[test]
fn an_unknown_header_is_answered_with_all_of_them() {
    let mut case = Case::new("a:symbol b:decimal c:date")
        .csv(|input| input.columns = named(&["case_no", "amuont", "paid on"]))
        .file("r.csv", "case_no,amount,paid_on\n");
    let findings = case.try_load().unwrap_err();
    let said: Vec<_> = findings.iter().map(|finding| (finding.code(), finding.help(Lang::En))).collect();
    let all = "the headers are `case_no`, `amount`, `paid_on`";
    assert_eq!(
        said,
        [
            ("SY0406", format!("the nearest header is `amount`; {all}")),
            ("SY0406", format!("the nearest header is `paid_on`; {all}"))
        ]
    );
    assert_eq!(findings[0].label(Lang::En), "column `b` of `r` is to be read from it");
    assert_eq!(findings[0].span, Some(span(1)));
    assert_eq!(case.errors()[1], "SY0406 the record file `facts/r.csv` has no header `paid on`");
}

#[test]
fn only_what_is_near_is_proposed() {
    let unknown = |header: &str| {
        let mut case =
            Case::new("a:symbol b:symbol").csv(|input| input.columns = named(&["n", "m"])).file("r.csv", header);
        let findings = case.try_load().unwrap_err();
        findings.iter().for_each(assert_filled);
        findings.iter().map(|finding| finding.help(Lang::En)).collect::<Vec<_>>()
    };
    let all = "the headers are `a`, ` n`, `d`";
    let helps = [format!("the nearest header is ` n`; {all}"), format!("correct the name in `columns`; {all}")];
    assert_eq!(unknown("a, n,d\n"), helps);
    let told_once = "check `delimiter`: the header is a single field; the headers are `a;n;m`";
    assert_eq!(unknown("a;n;m\n"), [told_once]);
}

#[test]
fn a_repeated_header_is_an_error_where_it_is_named() {
    let mut case = Case::new("a:symbol b:date")
        .csv(|input| input.columns = named(&["id", "date"]))
        .file("r.csv", "id,date,date\n1,2024-01-01,2024-01-02\n");
    assert_eq!(case.errors(), ["SY0407 the header `date` stands 2 times in the record file `facts/r.csv`"]);
    let help = case.try_load().unwrap_err()[0].help(Lang::En);
    assert!(help.ends_with("counting from 0: here `1`, `2`"), "{help}");
}

#[test]
fn a_repeated_header_is_a_warning_where_it_is_not_named() {
    let mut case = Case::new("a:symbol b:date")
        .csv(|_| ())
        .csv(|input| input.columns = named(&["id", "filed"]))
        .file("r.csv", "id,filed,date,date,,\n1,2024-01-01,2024-01-02,,,\n");
    let records = case.load();
    records.warnings.iter().for_each(assert_filled);
    let codes: Vec<_> = records.warnings.iter().map(|warning| (warning.code(), warning.span)).collect();
    assert_eq!(codes, [("SY0408", Some(span(1))), ("SY0408", Some(span(2)))]);
    assert!(records.warnings[0].help(Lang::En).contains("the numbers `2`, `3`"));
}

#[test]
fn a_header_with_too_few_fields_is_one_error_not_one_for_each_row() {
    let mut case = Case::new("a:symbol b:number").csv(|_| ()).file("r.csv", "a;b\nx;1\ny;2\n");
    assert_eq!(
        case.errors(),
        ["SY0409 the header of the record file `facts/r.csv` has too few fields for column `b`: 1 instead of 2"]
    );
    let mut case = Case::new("a:symbol").csv(|input| input.columns = numbered(&[7])).file("r.csv", "a,b\nx,1\n");
    assert_eq!(
        case.errors(),
        ["SY0409 the header of the record file `facts/r.csv` has too few fields for column `a`: 2 instead of 8"]
    );
}

#[test]
fn an_empty_file_with_a_promised_header_is_an_error() {
    for text in ["", "\u{feff}"] {
        let mut case = Case::new("a:symbol").csv(|_| ()).file("r.csv", text);
        assert_eq!(case.errors(), ["SY0405 the record file `facts/r.csv` is empty but should begin with a header"]);
    }
    let mut case = Case::new("a:symbol").csv(|_| ()).file("r.csv", "a\n");
    assert_eq!(account(&case.load().sources[0]), [0; 5]);
}

#[test]
fn a_header_that_cannot_be_read_is_an_error_with_a_place() {
    let mut case = Case::new("a:symbol").csv(|_| ()).file("r.csv", b"\xb0\xb8\xba\xc5\nx\n");
    assert_eq!(case.errors(), ["SY0427 `facts/r.csv` row 1 is not UTF-8 at byte 1 of the row"]);
    assert_eq!(case.try_load().unwrap_err()[0].span, Some(span(1)));
    let mut case = Case::new("a:symbol").csv(|_| ()).collecting().file("r.csv", "\"a\nx\n");
    assert_eq!(
        case.errors(),
        ["SY0428 `facts/r.csv` row 1: a quote is opened and not closed by the end of the file (lines from here: 2)"]
    );
}

#[test]
fn rows_of_another_width_than_the_header_are_rejected() {
    let mut case = Case::new("a:symbol b:symbol").csv(|_| ()).file("r.csv", "a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n");
    assert_eq!(
        case.errors(),
        [
            "SY0426 `facts/r.csv` row 3 has another number of fields than the header: 2 instead of 3",
            "SY0426 `facts/r.csv` row 5 has another number of fields than the header: 4 instead of 3"
        ]
    );
}
