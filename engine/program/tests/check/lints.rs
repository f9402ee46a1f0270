//! Warnings.

use crate::support::findings;

const BASE: &str = ".decl a(x: number)\n.decl b(x: number)\n.decl c(x: number)\na(1).\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

#[test]
fn rules_that_nothing_depends_on() {
    assert_eq!(with(".output b\nb(x) :- a(x).\nc(x) :- b(x).\n"), ["SY0391 7:1"]);
    assert_eq!(with(".printsize c\nb(x) :- a(x).\nc(x) :- b(x).\n"), Vec::<String>::new());
    assert_eq!(with("b(x) :- a(x).\n@[clue = B]\nc(x) :- b(x).\n"), Vec::<String>::new());
    // One living head is enough.
    assert_eq!(with(".output b\nb(x), c(x) :- a(x).\n"), Vec::<String>::new());
}

#[test]
fn a_program_that_asks_for_nothing_has_nothing_dead() {
    assert_eq!(with("b(x) :- a(x).\nc(x) :- b(x).\n"), Vec::<String>::new());
}

#[test]
fn relations_that_nobody_reads() {
    assert_eq!(with(".output b\nb(x) :- a(x).\n"), ["SY0392 3:7"]);
    assert_eq!(with(".output b\n.input c\nb(x) :- a(x).\n"), ["SY0392 3:7"]);
}

#[test]
fn relations_that_nothing_fills() {
    assert_eq!(with(".output b\nb(x) :- a(x), !c(x).\n"), ["SY0393 3:7"]);
    assert_eq!(with(".output b, c\nb(x) :- a(x).\n"), ["SY0393 3:7"]);
    assert_eq!(with(".output b\n.input c\nb(x) :- a(x), !c(x).\n"), Vec::<String>::new());
}

#[test]
fn a_program_with_errors_gets_no_advice() {
    assert_eq!(with(".output b\nb(x) :- a(y).\nc(x) :- b(x).\n"), ["SY0320 6:3"]);
}
