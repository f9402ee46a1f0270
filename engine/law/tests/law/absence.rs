//! `not` and `unless`: absence counts where the records are known to be complete.

use crate::support::Case;

#[test]
fn without_records_absence_is_plain() {
    let case = Case::new(
        ".decl a(x: number) .decl b(x: number) .decl h(x: number) .output h
         a(1). a(2). b(2).
         @[clue = A]
         h(x) :- a(x), not b(x).",
    );
    let outcome = case.run();
    assert_eq!(outcome.of("h"), ["1"]);
    assert!(outcome.of("h?").is_empty());
    assert_eq!(case.compile().unwrap().relations.len(), 3, "nothing open: nothing is added");
}

#[test]
fn absence_from_records_of_which_nothing_is_declared_is_open() {
    let text = ".decl a(x: number) .decl b(x: number) .decl h(x: number) .output h
                a(1). a(2). b(2).
                @[clue = A]
                h(x) :- a(x) unless b(x).";
    let outcome = Case::new(text).input("b").run();
    assert!(outcome.of("h").is_empty());
    assert_eq!(outcome.of("h?"), ["1, 2"]);
    let complete = Case::new(text).input("b").everywhere("b").run();
    assert_eq!(complete.of("h"), ["1"]);
    assert!(complete.of("h?").is_empty());
}

const APPLIED: &str = "
    .decl decision(d: number, r: symbol, t: date, u: date)
    .decl applied(d: number, district: symbol, filed: date)
    .decl complete(district: symbol, from: date, to: date, by: symbol, on: date)
    .decl lapsed(d: number)
    .output lapsed
    @[clue = A]
    lapsed(d) :- decision(d, r, t, u), not applied(d, _, _) within (district: r, filed: t .. u).";

fn applied(facts: &str) -> Case {
    Case::new(&format!("{APPLIED} {facts}")).input("applied").declared(
        "applied",
        &["district"],
        Some("filed"),
        "complete",
    )
}

#[test]
fn declarations_cover_an_interval_together() {
    // January and February touch, March overlaps February, April is missing, May stands alone.
    let outcome = applied(
        r#"complete("A", d"2023-01-01", d"2023-01-31", "x", d"2024-01-01").
           complete("A", d"2023-02-01", d"2023-03-10", "x", d"2024-01-01").
           complete("A", d"2023-03-01", d"2023-03-31", "y", d"2024-01-01").
           complete("A", d"2023-05-01", d"2023-05-31", "y", d"2024-01-01").
           decision(1, "A", d"2023-01-01", d"2023-03-31").
           decision(2, "A", d"2023-01-15", d"2023-04-01").
           decision(3, "A", d"2022-12-31", d"2023-01-05").
           decision(4, "A", d"2023-05-31", d"2023-06-01").
           decision(5, "A", d"2023-04-30", d"2023-05-01").
           decision(6, "A", d"2023-02-01", d"2023-03-20"). applied(6, "A", d"2023-02-02").
           decision(7, "B", d"2023-01-01", d"2023-01-02")."#,
    )
    .run();
    assert_eq!(outcome.of("lapsed"), ["1"]);
    assert_eq!(outcome.of("lapsed?"), ["2, 2", "3, 2", "4, 2", "5, 2", "7, 2"]);
    assert_eq!(outcome.of("applied complete"), ["A, 2023-01-01, 2023-03-31", "A, 2023-05-01, 2023-05-31"]);
    assert_eq!(
        outcome.of("applied not complete"),
        ["A, 0001-01-01, 2022-12-31", "A, 2023-04-01, 2023-04-30", "A, 2023-06-01, 9999-12-31"]
    );
}

#[test]
fn declarations_inside_others_and_of_no_day_change_nothing() {
    let outcome = applied(
        r#"complete("A", d"2023-01-01", d"2023-12-31", "x", d"2024-01-01").
           complete("A", d"2023-03-01", d"2023-04-30", "x", d"2024-01-01").
           complete("A", d"2023-01-01", d"2023-02-01", "x", d"2024-01-01").
           complete("A", d"2025-02-01", d"2025-01-01", "x", d"2024-01-01").
           complete("B", d"0001-01-01", d"9999-12-31", "x", d"2024-01-01").
           decision(1, "A", d"2023-05-01", d"2023-12-31").
           decision(2, "A", d"2025-01-01", d"2025-02-01").
           decision(3, "B", d"0001-01-01", d"9999-12-31")."#,
    )
    .run();
    assert_eq!(outcome.of("lapsed"), ["1", "3"]);
    assert_eq!(outcome.of("lapsed?"), ["2, 2"]);
    assert_eq!(outcome.of("applied complete"), ["A, 2023-01-01, 2023-12-31", "B, 0001-01-01, 9999-12-31"]);
}

#[test]
fn one_day_is_enough_where_one_is_given() {
    let outcome = Case::new(
        r#".decl a(x: number, t: date) .decl b(x: number, day: date)
           .decl complete(from: date, to: date, by: symbol, on: date)
           .decl h(x: number) .output h
           complete(d"2023-01-01", d"2023-01-31", "x", d"2024-01-01").
           a(1, d"2023-01-31"). a(2, d"2023-02-01").
           @[clue = A]
           h(x) :- a(x, t), not b(x, _) within (day: t)."#,
    )
    .input("b")
    .declared("b", &[], Some("day"), "complete")
    .run();
    assert_eq!(outcome.of("h"), ["1"]);
    assert_eq!(outcome.of("h?"), ["2, 2"]);
}

#[test]
fn places_alone_are_complete_where_a_row_says_so() {
    let outcome = Case::new(
        r#".decl a(x: number, p: symbol) .decl b(x: number, place: symbol)
           .decl complete(place: symbol, by: symbol, on: date)
           .decl h(x: number) .output h
           complete("A", "x", d"2024-01-01").
           a(1, "A"). a(2, "B").
           @[clue = A]
           h(x) :- a(x, p), not b(x, _) within (place: p)."#,
    )
    .input("b")
    .declared("b", &["place"], None, "complete")
    .run();
    assert_eq!(outcome.of("h"), ["1"]);
    assert_eq!(outcome.of("h?"), ["2, 2"]);
}

#[test]
fn what_lies_below_decides_however_it_is_read() {
    // b rests on c, of which something may be missing, through a negation.
    let text = ".decl a(x: number) .decl b(x: number) .decl c(x: number) .decl h(x: number) .output h
                a(1). a(2). c(1).
                b(x) :- a(x), !c(x).
                @[clue = A]
                h(x) :- a(x), not b(x).";
    let outcome = Case::new(text).input("c").run();
    assert!(outcome.of("h").is_empty());
    assert_eq!(outcome.of("h?"), ["1, 2"]);
    assert_eq!(Case::new(text).input("c").everywhere("c").run().of("h"), ["1"]);
}

#[test]
fn an_absence_from_what_is_open_is_open_and_of_its_kind() {
    // q? holds 1 (data) and, through the finding, 2.
    let outcome = Case::new(
        r#".decl a(x: number) .decl b(x: number) .decl q(x: number) .decl h(x: number) .output h
           .decl f(x: number, v: symbol, by: symbol, on: date, basis: symbol)
           a(1). a(2). a(3). a(4). a(5).
           b(4). b(5). b(2). b(3).
           f(3, "no", "p", d"2024-01-01", "x"). f(4, "yes", "p", d"2024-01-01", "x").
           f(1, "no", "p", d"2024-01-01", "x"). f(5, "no", "p", d"2024-01-01", "x").
           q(x) :- a(x), not b(x).
           q(x) :- b(x), f(x, "yes", _, _, _).
           q(x) :- a(x), x < 3, f(x, "yes", _, _, _).
           @[clue = A]
           h(x) :- a(x), not q(x)."#,
    )
    .input("b")
    .finding("f", 1)
    .run();
    // q(4) holds; 1 is open for lack of data, 2 for lack of a finding.
    assert_eq!(outcome.of("q"), ["4"]);
    assert_eq!(outcome.of("q?"), ["1, 2", "2, 1"]);
    assert!(outcome.of("h").is_empty());
    // b has records of which nothing is declared: every absence from q lacks data.
    assert_eq!(outcome.of("h?"), ["1, 2", "2, 2", "3, 2", "5, 2"]);
}

#[test]
fn an_extent_that_is_missing_is_refused() {
    let case = Case::new(&format!(
        "{APPLIED} .decl h(d: number) .output h
        h(d) :- decision(d, r, _, _), not applied(d, _, _) within (district: r)."
    ));
    let case = case.input("applied").declared("applied", &["district"], Some("filed"), "complete");
    assert_eq!(case.refusal(), ["SY0363 `applied` is declared complete by `filed`, which this does not give"]);
}

#[test]
fn what_is_dominated_is_decided_by_what_is_known_to_be_absent() {
    let text = ".decl a(x: number) btree_delete .decl kept(x: number) .output a
                a(1). a(2). a(3). kept(2).
                a(x) <= a(y) :- x < y, not kept(x).";
    assert_eq!(Case::new(text).input("kept").everywhere("kept").run().of("a"), ["2", "3"]);
    assert_eq!(Case::new(text).input("kept").run().of("a"), ["1", "2", "3"], "nothing is known to be absent");
}
