//! Facts know all records that gave them.

use super::*;

#[test]
fn repeats_keep_their_places_across_sources() {
    let mut case = Case::new("a:symbol b:number")
        .csv(|_| ())
        .input(|_| ())
        .file("r.csv", "a,b\nx,1\n\ny,2\nx,01\n")
        .file("r.facts", "z\t3\ny\t2\nz\t3\nx\t1\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["x", "1"], ["y", "2"], ["z", "3"]]);
    let places = |fact| records.relations[0].locators(fact).collect::<Vec<_>>();
    assert_eq!(places(0), [at(0, 2), at(0, 5), at(1, 4)]);
    assert_eq!(places(1), [at(0, 4), at(1, 2)]);
    assert_eq!(places(2), [at(1, 1), at(1, 3)]);
    assert_eq!(account(&records.sources[0]), [4, 2, 1, 1, 0]);
    assert_eq!(account(&records.sources[1]), [4, 1, 3, 0, 0]);
}

#[test]
fn a_source_without_new_facts_does_not_disturb_the_next() {
    let mut case = Case::new("a:symbol")
        .input(|_| ())
        .input(|_| ())
        .input(|input| input.source = file("s.facts"))
        .file("r.facts", "x\n")
        .file("s.facts", "y\nx\n");
    let records = case.load();
    let places = |fact| records.relations[0].locators(fact).collect::<Vec<_>>();
    assert_eq!(places(0), [at(0, 1), at(1, 1), at(2, 2)]);
    assert_eq!(places(1), [at(2, 1)]);
}

#[test]
fn rows_equal_only_in_unmapped_cells_are_different_facts() {
    let mut case = Case::new("a:symbol")
        .csv(|input| input.columns = named(&["b"]))
        .file("r.csv", "a,b\nsame,1\nsame,2\nother,1\n");
    let records = case.load();
    assert_eq!(case.facts(&records, 0), [["1"], ["2"]]);
    assert_eq!(records.relations[0].locators(0).collect::<Vec<_>>(), [at(0, 2), at(0, 4)]);
}
