//! Aggregates over what may be open.

use crate::support::Case;

#[test]
fn the_value_of_a_group_with_an_open_tuple_is_unknown() {
    let outcome = Case::new(
        r#".decl person(p: symbol) .decl fact(p: symbol, n: number) .decl excused(n: number)
           .decl h(p: symbol, c: number) .output h
           .decl covers(n: number, by: symbol, on: date)
           person("a"). person("b"). person("c").
           fact("a", 1). fact("a", 2). fact("b", 3). fact("b", 4). excused(2).
           covers(1, "x", d"2024-01-01"). covers(2, "x", d"2024-01-01"). covers(3, "x", d"2024-01-01").
           @[clue = C]
           h(p, c) :- person(p), c = count : { fact(p, n), not excused(n) within (n: n) }, c < 5."#,
    )
    .input("excused")
    .declared("excused", &["n"], None, "covers")
    .run();
    assert_eq!(outcome.of("h"), ["a, 1", "c, 0"]);
    assert_eq!(outcome.of("h?[c]"), ["b, 2"]);
}

#[test]
fn conditions_inside_decide_whether_a_tuple_belongs_to_the_group() {
    // The finding of 2 is missing; only groups that reach to 2 contain it.
    let outcome = Case::new(
        r#".decl limit(y: number) .decl p(x: number)
           .decl f(x: number, v: symbol, by: symbol, on: date, basis: symbol)
           .decl h(y: number, s: number) .output h
           limit(1). limit(2). limit(3). p(1). p(2). p(3).
           f(1, "yes", "q", d"2024-01-01", "x"). f(3, "yes", "q", d"2024-01-01", "x").
           @[clue = C]
           h(y, s) :- limit(y), s = sum x : { p(x), f(x, "yes", _, _, _), x <= y }."#,
    )
    .finding("f", 1)
    .run();
    assert_eq!(outcome.of("h"), ["1, 1"]);
    assert_eq!(outcome.of("h?[s]"), ["2, 1", "3, 1"]);
}

#[test]
fn an_open_relation_below_an_aggregate_of_a_head() {
    let outcome = Case::new(
        r#".decl a(x: number) .decl b(x: number) .decl q(x: number) .decl h(n: number) .output h
           a(1). a(2). a(3). b(3).
           q(x) :- a(x), not b(x).
           @[clue = C]
           h(count : { q(_) }) :- true."#,
    )
    .input("b")
    .run();
    assert!(outcome.of("h").is_empty());
    assert_eq!(outcome.of("h?[n]"), ["2"]);
}
