//! Norms, clues, labels, docs.

use crate::support::{correct, findings};
use program::checked::{Grade, Program};

const BASE: &str = ".decl a(x: number)\n.decl r(x: number)\n.output r, a\na(1).\n";

fn right(rules: &str) -> Program {
    correct(&format!("{BASE}{rules}"))
}

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

fn norms(annotations: &str) -> Vec<String> {
    right(&format!("{annotations}\nr(x) :- a(x).")).rules.remove(0).norms
}

#[test]
fn norms_are_kept_in_order() {
    assert_eq!(norms("@[norm = 民法典_725]"), ["民法典_725"]);
    assert_eq!(norms("@[norm = A]\n@[norm = \"B c\"]"), ["A", "B c"]);
    assert_eq!(norms("@[norm(X, Y)]"), ["X", "Y"]);
    assert_eq!(norms("@[norm(code = \"CC\", art = 1573)]"), ["code = \"CC\", art = 1573"]);
    assert_eq!(norms("@[clue = A, norm = X, unverified = \"second hand\"]"), ["X"]);
    assert_eq!(norms("@[norm = X, Y]"), ["X", "Y"]);
}

#[test]
fn annotations_are_kept_as_written() {
    let rule = right("/// first\n/// second\n@[norm(X, Y)]\n@[clue = B, source = \"sheet 1\"]\n@[todo]\nr(x) :- a(x).")
        .rules
        .remove(0);
    assert_eq!(rule.doc, "first\nsecond");
    let kept: Vec<(&str, &str)> =
        rule.annotations.iter().map(|kept| (kept.key.as_str(), kept.value.as_str())).collect();
    assert_eq!(kept, [("norm", "X, Y"), ("clue", "B"), ("source", "sheet 1"), ("todo", "")]);
}

#[test]
fn a_relation_has_the_best_grade_of_its_rules() {
    let program = right("@[clue = C]\nr(x) :- a(x).\n@[clue = B]\nr(x) :- a(x), x > 1.\nr(2).\n");
    assert_eq!(program.relations[1].clue, Some(Grade::B));
    assert_eq!(program.relations[0].clue, None);
    assert_eq!(right("@[clue = A]\nr(1).").relations[1].clue, Some(Grade::A));
}

#[test]
fn rules_have_names() {
    let program = right(
        "r(1).\nr(x) :- a(x).\n@[name = special]\nr(x) :- a(x), x > 1.\n@[label = \"the third\"]\nr(x) :- a(x).\nr(x) :- a(x).\n",
    );
    let labels: Vec<&str> = program.rules.iter().map(|rule| rule.label.as_str()).collect();
    assert_eq!(labels, ["r#1", "special", "the third", "r#4"]);
}

#[test]
fn what_is_wrong_with_annotations() {
    assert_eq!(with("@[clue = high]\nr(x) :- a(x)."), ["SY0250 5:1"]);
    assert_eq!(with("@[clue]\nr(x) :- a(x)."), ["SY0250 5:1"]);
    assert_eq!(with("@[norm]\nr(x) :- a(x)."), ["SY0251 5:1"]);
    assert_eq!(with("@[label()]\nr(x) :- a(x)."), ["SY0251 5:1"]);
    assert_eq!(with("@[clue = A]\n@[clue = B]\nr(x) :- a(x)."), ["SY0252 6:1"]);
}
