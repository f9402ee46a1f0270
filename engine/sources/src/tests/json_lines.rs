//! JSON Lines, and fields inside of objects.

use super::*;

#[test]
fn each_line_stands_for_itself() {
    let text = "{\"a\": \"x\", \"n\": {\"of\": [1, 2]}}\n\n[\"y\"\n{\"a\": \"z\"}\r\n{\"a\": \"x\", \"n\": {\"of\": [0, 2]}}\n";
    let bytes = [text.as_bytes(), b"\xff\n"].concat();
    let mut case = Case::new("a:symbol n:number")
        .input(|input| {
            (input.source, input.format) = (file("r.jsonl"), InputFormat::JsonLines);
            input.columns = named(&["a", "/n/of/1"]);
        })
        .file("r.jsonl", bytes)
        .collecting();
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "2"]]);
    assert_eq!(account(&records.sources[0]), [6, 1, 1, 1, 3]);
    let said: Vec<_> = records.rejects.iter().map(|reject| (reject.locator.row, reject.diagnostic.code())).collect();
    assert_eq!(said, [(3, "SY0436"), (4, "SY0448"), (6, "SY0427")]);
    assert_eq!(records.relations[0].locators(0).collect::<Vec<_>>(), [at(0, 1), at(0, 5)]);
    records.rejects.iter().for_each(|reject| assert_filled(&reject.diagnostic));
}

#[test]
fn a_list_inside_of_the_text() {
    let mut case = Case::new("a:symbol")
        .input(|input| {
            (input.source, input.format) = (file("r.json"), InputFormat::Json { records: "/data/rows".to_owned() });
        })
        .file("r.json", "{\"data\": {\"rows\": [{\"a\": \"x\"}, {\"a\": \"y\"}]}}");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x"], ["y"]]);
    let place = crate::Place::ElementOf { list: "/data/rows".to_owned(), element: 2 };
    assert_eq!(records.sources[0].place(2), place);
    let mut case = case.file("r.json", "{\"data\": {\"rows\": {}}}");
    assert_eq!(case.errors().len(), 1);
    assert!(case.errors()[0].contains("there is no list at `/data/rows`"), "{:?}", case.errors());
}

#[test]
fn values_of_any_kind_are_converted() {
    let mut case = Case::new("yes:number price:decimal")
        .input(|input| {
            (input.source, input.format) = (file("r.json"), json_list());
            let steps = ["yesno", "万元"].map(|name| vec![program::checked::Conversion::named(name).unwrap()]);
            input.conversions = steps.into_iter().enumerate().collect();
        })
        .file("r.json", "[[true, 1.5], [\"否\", \"2元\"]]");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["1", "15000"], ["0", "2"]]);
}
