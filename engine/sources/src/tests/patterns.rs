//! Several files by one name.

use super::*;

#[test]
fn files_that_fit_are_sources_of_their_own_in_the_order_of_their_names() {
    let mut case = Case::new("a:symbol n:number").csv(|input| {
        input.source = file("20??-*.csv");
        input.columns = named(&["a", "n"]);
    });
    case =
        case.file("2024-b.csv", "n,a\n1,x\n").file("2023-c.csv", "a,n\ny,2\nx,1\n").file("old-2023.csv", "a,n\nz,3\n");
    fs::create_dir(case.folder.path().join("2022-x.csv")).unwrap();
    let records = case.load();
    let sources: Vec<_> = records.sources.iter().map(|source| (source.name.as_str(), account(source))).collect();
    assert_eq!(sources, [("2023-c.csv", [2, 2, 0, 0, 0]), ("2024-b.csv", [1, 0, 1, 0, 0])]);
    assert_eq!(case.facts(&records, 0), [["y", "2"], ["x", "1"]]);
    assert_eq!(records.relations[0].locators(1).collect::<Vec<_>>(), [at(0, 3), at(1, 2)]);
}

#[test]
fn files_that_fit_have_row_numbers_each() {
    let mut case = Case::new("a:symbol n:number").input(|input| {
        input.source = file("*.facts");
        input.row = Some(1);
    });
    case = case.file("a.facts", "x\ny\n").file("b.facts", "x\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["y", "2"]]);
    assert_eq!(account(&records.sources[1]), [1, 0, 1, 0, 0]);
}

#[test]
fn nothing_fits() {
    let mut case = Case::new("a:symbol").input(|input| input.source = file("deals-*.facts")).file("deal.facts", "x\n");
    assert_eq!(case.errors(), ["SY0414 no file fits `facts/deals-*.facts`"]);
    case.missing_is_empty = true;
    assert!(case.load().sources[0].missing);
}
