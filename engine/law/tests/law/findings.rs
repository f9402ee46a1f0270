//! Findings that nobody made, that contradict each other, and expected values that are missing.

use crate::support::Case;

const FOUND: &str = r#"
    .decl auction(a: symbol, price: number)
    .decl low(a: symbol, v: symbol, by: symbol, on: date, basis: symbol)
    auction("A-1", 50). auction("A-2", 60). auction("A-3", 70). auction("A-4", 80). auction("A-5", 90).
    low("A-1", "yes", "p", d"2024-01-01", "file 1").
    low("A-2", "no", "p", d"2024-01-01", "file 2").
    low("A-3", "yes", "p", d"2024-01-01", "file 3"). low("A-3", "no", "q", d"2024-01-02", "file 4").
    low("A-4", "yes", "p", d"2024-01-01", "file 5"). low("A-4", "yes", "q", d"2024-01-02", "file 6").
"#;

fn found(rules: &str) -> Case {
    Case::new(&format!("{FOUND} {rules}")).input("low").finding("low", 1)
}

#[test]
fn a_finding_that_is_missing_or_contradicted_leaves_its_key_open() {
    let outcome =
        found(r#".decl h(a: symbol) .output h  @[clue = B] h(a) :- auction(a, _), low(a, "yes", _, _, _)."#).run();
    assert_eq!(outcome.of("h"), ["A-1", "A-4"]);
    assert_eq!(outcome.of("h?"), ["A-3, 1", "A-5, 1"]);
    assert_eq!(outcome.of("low contradictory"), ["A-3"]);
}

#[test]
fn a_value_that_nobody_found_is_unknown() {
    let outcome = found(
        r#".decl h(a: symbol, v: symbol, p: number) .output h
           @[clue = B] h(a, v, p) :- auction(a, p), low(a, v, _, _, _), p < 85, v != "no"."#,
    )
    .run();
    assert_eq!(outcome.of("h"), ["A-1, yes, 50", "A-4, yes, 80"]);
    assert!(outcome.of("h?").is_empty());
    // The price is known, so that A-5 fails; what the value is compared with is not.
    assert_eq!(outcome.of("h?[v]"), ["A-3, 70, 1"]);
}

#[test]
fn a_negated_finding_is_open_where_nobody_found_anything() {
    let outcome =
        found(r#".decl h(a: symbol) .output h  @[clue = B] h(a) :- auction(a, _), not low(a, "no", _, _, _)."#).run();
    assert_eq!(outcome.of("h"), ["A-1", "A-4"]);
    assert_eq!(outcome.of("h?"), ["A-3, 1", "A-5, 1"]);
}

#[test]
fn closed_world_negation_knows_two_outcomes() {
    let outcome =
        found(r#".decl h(a: symbol) .output h  @[clue = B] h(a) :- auction(a, _), !low(a, "yes", _, _, _)."#).run();
    assert_eq!(outcome.of("h"), ["A-2", "A-3", "A-5"]);
    assert!(outcome.of("h?").is_empty());
}

#[test]
fn whom_a_missing_finding_concerns_is_said_by_another_premise() {
    let case = |body: &str| {
        found(&format!(
            ".decl is_low(a: symbol) .decl h(a: symbol) .output h  is_low(a) :- {body}.  @[clue = B] h(a) :- auction(a, _), is_low(a)."
        ))
    };
    // Otherwise it would be open for everybody, for A-2, too, of whom the opposite was found.
    assert_eq!(
        case(r#"low(a, "yes", _, _, _)"#).refusal(),
        ["SY0364 nothing says for which `a` there should be `low`"]
    );
    let outcome = case(r#"auction(a, _), low(a, "yes", _, _, _)"#).run();
    assert_eq!(outcome.of("h"), ["A-1", "A-4"]);
    assert_eq!(outcome.of("h?"), ["A-3, 1", "A-5, 1"]);
}

#[test]
fn a_finding_of_anybody_is_open_as_long_as_there_is_none() {
    // The conclusion does not say of whom, so it is the same whoever it is found of.
    let rules = r#".decl some(n: number) .decl h(n: number) .output h
        some(1) :- low(_, "maybe", _, _, _).
        some(2) :- low(a, "maybe", _, _, _), a != "A-1".
        @[clue = B] h(n) :- some(n)."#;
    let outcome = found(rules).run();
    assert!(outcome.of("h").is_empty());
    assert_eq!(outcome.of("h?"), ["1, 1", "2, 1"]);
}

#[test]
fn whom_a_missing_record_concerns_is_said_by_another_premise() {
    let text = format!(
        "{ROUNDS} .decl third(a: symbol)  third(a) :- round(a, 3).  @[clue = B] h(a, 0) :- auction(a), third(a)."
    );
    let refusal = Case::new(&text).input("round").expected("round", &["a"]).refusal();
    assert_eq!(refusal, ["SY0364 nothing says for which `a` there should be `round`"]);
}

const ROUNDS: &str = r#"
    .decl auction(a: symbol)
    .decl round(a: symbol, n: number)
    .decl h(a: symbol, n: number) .output h
    auction("A-1"). auction("A-2"). auction("A-3").
    round("A-1", 1). round("A-2", 3).
"#;

#[test]
fn an_expected_value_that_is_missing_is_open() {
    let case = Case::new(&format!("{ROUNDS} @[clue = B] h(a, n) :- auction(a), round(a, n), n > 2."));
    let outcome = case.input("round").expected("round", &["a"]).run();
    assert_eq!(outcome.of("h"), ["A-2, 3"]);
    assert_eq!(outcome.of("h?[n]"), ["A-3, 2"]);
}

#[test]
fn an_absence_of_expected_values_is_open_where_there_is_none() {
    let text = format!("{ROUNDS} @[clue = B] h(a, 0) :- auction(a), not round(a, 1).");
    let outcome = Case::new(&text).input("round").everywhere("round").expected("round", &["a"]).run();
    assert_eq!(outcome.of("h"), ["A-2, 0"]);
    assert_eq!(outcome.of("h?"), ["A-3, 0, 2"]);
}

#[test]
fn the_kind_is_that_of_the_greatest_premise_that_is_open() {
    let outcome = Case::new(
        r#".decl a(x: number) .decl b(x: number) .decl c(x: number)
           .decl f(x: number, v: symbol, by: symbol, on: date, basis: symbol)
           .decl h(x: number) .output h
           a(1). a(2). a(3). b(2). c(3).
           f(2, "yes", "p", d"2024-01-01", "x").
           @[clue = A]
           h(x) :- a(x), f(x, "yes", _, _, _), not b(x), not c(x)."#,
    )
    .input("b")
    .input("c")
    .everywhere("c")
    .finding("f", 1)
    .run();
    assert!(outcome.of("h").is_empty());
    // 1: no finding, and b may be missing; 2: b holds; 3: c holds.
    assert_eq!(outcome.of("h?"), ["1, 2"]);
}

#[test]
fn rules_that_conclude_anyway_leave_nothing_open() {
    let outcome = found(
        r#".decl h(a: symbol) .output h
           @[clue = B] h(a) :- auction(a, _), low(a, "yes", _, _, _).
           @[clue = B] h(a) :- auction(a, p), p > 85."#,
    )
    .run();
    assert_eq!(outcome.of("h"), ["A-1", "A-4", "A-5"]);
    assert_eq!(outcome.of("h?"), ["A-3, 1"]);
}

#[test]
fn open_conclusions_go_on_through_recursion() {
    let outcome = Case::new(
        r#".decl edge(x: number, y: number) .decl blocked(x: number) .decl reach(x: number, y: number) .output reach
           edge(1, 2). edge(2, 3). edge(3, 4). edge(4, 5).
           .decl covers(x: number, by: symbol, on: date)
           covers(1, "p", d"2024-01-01"). covers(2, "p", d"2024-01-01"). covers(4, "p", d"2024-01-01").
           @[clue = C]
           reach(x, y) :- edge(x, y), not blocked(x) within (x: x).
           reach(x, z) :- reach(x, y), edge(y, z), not blocked(y) within (x: y)."#,
    )
    .input("blocked")
    .declared("blocked", &["x"], None, "covers")
    .run();
    assert_eq!(outcome.of("reach"), ["1, 2", "1, 3", "2, 3", "4, 5"]);
    assert_eq!(outcome.of("reach?"), ["1, 4, 2", "1, 5, 2", "2, 4, 2", "2, 5, 2", "3, 4, 2", "3, 5, 2"]);
}
