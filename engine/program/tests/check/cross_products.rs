//! Warnings about atoms that nothing ties together.

use diagnostics::Lang;

use crate::support::{checked, findings};

const BASE: &str = "\
.decl a(x: number, y: number)
.input a
.decl b(x: number, y: number)
.input b
.decl few(x: number)
few(1). few(2).
.decl r(x: number, y: number)
.output r, few, a, b
";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}\n"))
}

fn silent(rule: &str) {
    assert_eq!(with(rule), Vec::<String>::new(), "{rule}");
}

#[test]
fn two_tables_without_a_common_variable() {
    assert_eq!(with("r(x, y) :- a(x, _), b(y, _)."), ["SY0396 9:21"]);
    assert_eq!(with("r(x, y) :- a(x, _), a(y, _)."), ["SY0396 9:21"]);
    assert_eq!(with("r(x, y) :- a(x, _), few(x), few(y), b(y, _)."), ["SY0396 9:37"]);
    assert_eq!(with("r(x, y) :- a(x, k), a(k, _), b(y, l), b(l, _)."), ["SY0396 9:30"]);
    let (files, checked) = checked(&format!("{BASE}r(x, y) :- a(x,\n    _), b(y, _).\n"));
    let found = &checked.diagnostics[0];
    assert!(found.message(Lang::En).starts_with("`a(x, _)` and `b(y, _)` share no variable"));
    assert!(found.message(Lang::Zh).starts_with("`a(x, _)` 与 `b(y, _)` 没有公共变量"));
    assert_eq!(found.related.iter().map(|other| files.place(other.span).column).collect::<Vec<_>>(), [12]);
    assert!(checked.program.is_some());
}

#[test]
fn comparisons_and_negation_tie_nothing() {
    assert_eq!(with("r(x, y) :- a(x, _), b(y, _), x < y."), ["SY0396 9:21"]);
    assert_eq!(with("r(x, y) :- a(x, _), b(y, _), x != y, !b(x, y)."), ["SY0396 9:21"]);
    assert_eq!(with("r(x, y) :- a(x, _), b(y, _), !(x = y)."), ["SY0396 9:21"]);
}

#[test]
fn variables_and_equalities_tie() {
    silent("r(x, y) :- a(x, k), b(y, k).");
    silent("r(x, y) :- a(x, k), b(y, l), few(m), k = m, m = l.");
    silent("r(x, y) :- a(x, _), b(y, _), x = y + 1.");
    silent("r(x, y) :- a(x, _), b(y, _), !(x != y).");
    silent("r(x, y) :- a(x, _), b(y + x, _), few(y).");
    silent("r(x, y) :- a(x, _), y = count : b(x, _).");
    silent("r(x, y) :- a(x, _), b(y, count : a(x, _)).");
}

#[test]
fn at_most_one_row_is_no_table() {
    silent("r(x, y) :- a(x, y), b(1, 2).");
    silent("r(x, y) :- a(x, y), b(k, l), k = count : few(_), l = k + 1.");
    silent(".decl now()\nnow() :- a(_, _).\nr(x, y) :- a(x, y), now().");
    let most = ".decl most(n: number)\nmost(n) :- n = max x : a(x, _).\n";
    silent(&format!("{most}r(x, y) :- a(x, _), most(y)."));
    silent(&format!("{most}r(x, y) :- a(x, _), most(y), b(_, y)."));
    // `k` has one value, `y` any number.
    assert_eq!(with("r(x, y) :- a(x, _), b(k, y), k = 1."), ["SY0396 9:21"]);
    assert_eq!(with("r(x, y) :- a(x, _), b(k, y), k = range(0, 9)."), ["SY0396 9:21"]);
}

#[test]
fn questions_whether_there_is_any_row_are_no_tables() {
    silent("r(x, y) :- a(x, y), b(_, _).");
    silent("r(x, y) :- a(x, y), b(_z, _).");
    assert_eq!(with("r(x, y) :- a(x, y), b(z, _), z > 3."), ["SY0396 9:21"]);
}

#[test]
fn few_rows_are_no_table() {
    silent("r(x, y) :- a(x, _), few(y).");
    // Few by way of rules: 3 times 3 rows and one more.
    silent(
        "few(3).\n.decl pair(x: number, y: number)\npair(x, y) :- few(x), few(y).\npair(4, 4) :- a(_, _).\nr(x, y) :- a(x, _), pair(y, _).",
    );
    let facts = |count: u32| (0..count).map(|n| format!("t({n}). ")).collect::<String>();
    let table = |count| format!(".decl t(x: number)\n{}\nr(x, y) :- a(x, _), t(y).", facts(count));
    silent(&table(99));
    assert_eq!(with(&table(100)), ["SY0396 11:21"]);
    // Recursion, ranges and rules over records may give any number.
    let grown = |rule: &str| with(&format!(".decl t(x: number)\nt(0).\n{rule}\nr(x, y) :- a(x, _), t(y)."));
    assert_eq!(grown("t(x + 1) :- t(x), x < 1000000."), ["SY0396 12:21"]);
    assert_eq!(grown("t(x) :- x = range(0, 1000000)."), ["SY0396 12:21"]);
    assert_eq!(grown("t(range(0, 1000000)) :- few(_)."), ["SY0396 12:21"]);
    assert_eq!(grown("t(x) :- b(x, _)."), ["SY0396 12:21"]);
}

#[test]
fn one_warning_a_rule() {
    assert_eq!(with("r(x, y) :- (a(x, _) ; b(x, _)), (a(y, _) ; b(y, x))."), ["SY0396 9:34"]);
    assert_eq!(with("r(x, y) :- a(x, _), a(y, _), b(z, _), z > 1."), ["SY0396 9:21"]);
}
