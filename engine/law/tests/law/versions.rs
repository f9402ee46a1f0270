//! Norms in force, the lighter law, and rules that prevail over others.

use program::checked::PrecedenceForm::{Overrides, Special};

use crate::support::Case;

const NORMS: &str = r#"
    .norm N {
      law: "some law"  rank: law
      version { article: "1" in_force: d"2000-01-01" .. d"2009-12-31" }
      version { article: "2" in_force: d"2010-01-01" .. d"2014-12-31" }
      version { article: "2" in_force: d"2020-01-01" .. }
    }
    .norm General { law: "general" article: "1" rank: law in_force: d"2000-01-01" .. }
    .norm Later { law: "later" article: "1" rank: law in_force: d"2010-01-01" .. }
    .norm Local { law: "local" article: "1" rank: local_regulation in_force: d"2015-01-01" .. }
    .norm Ministry { law: "ministry" article: "1" rank: rule in_force: d"2015-01-01" .. }
"#;

#[test]
fn a_norm_is_in_force_through_its_versions_and_not_between_them() {
    let case = Case::new(&format!(
        r#"{NORMS} .decl a(x: number, t: date) .decl h(x: number) .output h
           a(1, d"1999-12-31"). a(2, d"2000-01-01"). a(3, d"2009-12-31"). a(4, d"2010-01-01").
           a(5, d"2014-12-31"). a(6, d"2015-01-01"). a(7, d"2019-12-31"). a(8, d"2020-01-01"). a(9, d"9999-12-31").
           @[norm = N, in_force_on = t]
           h(x) :- a(x, t)."#
    ));
    assert_eq!(case.run().of("h"), ["2", "3", "4", "5", "8", "9"]);
}

#[test]
fn the_lighter_result_of_both_days_is_taken() {
    let case = Case::new(
        r#".param months(k: symbol) : number {
             ("theft", d"2000-01-01" .. d"2009-12-31", 10) ("theft", d"2010-01-01" .., 6)
             ("fraud", d"2000-01-01" .. d"2009-12-31", 3) ("fraud", d"2010-01-01" .., 8)
           }
           .decl act(c: symbol, k: symbol, done: date, judged: date) .decl term(c: symbol, m: number) .output term
           act("old and new", "theft", d"2005-01-01", d"2012-01-01").
           act("old", "theft", d"2005-01-01", d"2008-01-01").
           act("new", "fraud", d"2011-01-01", d"2012-01-01").
           act("harsher", "fraud", d"2005-01-01", d"2012-01-01").
           @[lighter(t: [done, judged], by: m)]
           term(c, m) :- act(c, k, done, judged), months(k, on: t, m)."#,
    );
    let outcome = case.run();
    assert_eq!(outcome.of("term"), ["harsher, 3", "new, 8", "old, 10", "old and new, 6"]);
}

#[test]
fn both_versions_must_be_in_force() {
    let case = Case::new(&format!(
        r#"{NORMS} .decl act(c: number, done: date, judged: date) .decl term(c: number, m: number) .output term
           act(1, d"2005-01-01", d"2012-01-01"). act(2, d"2005-01-01", d"2016-01-01"). act(3, d"2016-01-01", d"2021-01-01").
           @[norm = N, in_force_on = t] @[lighter(t: [done, judged], by: m)]
           term(c, m) :- act(c, done, judged), m = t - d"2005-01-01"."#
    ));
    assert_eq!(case.run().of("term"), ["1, 0"]);
}

const FINES: &str = r#"
    .decl case(c: symbol, t: date) .decl minor(c: symbol) .decl fine(c: symbol, n: number) .output fine
"#;

#[test]
fn a_rule_that_overrides_prevails() {
    let case = Case::new(&format!(
        r#"{FINES} case("a", d"2020-01-01"). case("b", d"2020-01-01"). minor("b").
           @[name = general, clue = A] fine(c, 100) :- case(c, _).
           @[name = special, clue = A] fine(c, 50) :- case(c, _), minor(c)."#
    ));
    let outcome = case.conflict("fine", &["c"]).precedence("special", Overrides, "general").run();
    assert_eq!(outcome.of("fine"), ["a, 100", "b, 50"]);
    assert!(outcome.of("fine referred").is_empty());
}

#[test]
fn what_nothing_decides_is_referred_once() {
    let text = format!(
        r#"{FINES} case("a", d"2020-01-01"). case("b", d"2020-01-01"). minor("b").
           @[name = general] fine(c, 100) :- case(c, _).
           @[name = special] fine(c, 50) :- case(c, _), minor(c)."#
    );
    let outcome = Case::new(&text).conflict("fine", &["c"]).run();
    assert_eq!(outcome.of("fine"), ["a, 100"]);
    assert_eq!(outcome.of("fine referred"), ["b, general, special"]);
}

#[test]
fn rank_then_date_decide() {
    let rules = |first: &str, second: &str| {
        let case = Case::new(&format!(
            r#"{NORMS} {FINES} case("a", d"2020-06-01").
               @[name = one, norm = {first}, in_force_on = t] fine(c, 1) :- case(c, t).
               @[name = two, norm = {second}, in_force_on = t] fine(c, 2) :- case(c, t)."#
        ));
        let outcome = case.conflict("fine", &["c"]).run();
        [outcome.of("fine"), outcome.of("fine referred")].map(|tuples| tuples.join("; "))
    };
    assert_eq!(
        rules("General", "Local"),
        ["a, 1", ""],
        "the law stands above the local regulation, although it is older"
    );
    assert_eq!(rules("Local", "General"), ["a, 2", ""]);
    assert_eq!(rules("General", "Later"), ["a, 2", ""], "of equal rank, the later one");
    assert_eq!(rules("N", "Later"), ["a, 1", ""], "the version in force on the day counts: 2020");
    assert_eq!(rules("Local", "Ministry"), ["", "a, one, two"], "others decide between them");
    assert_eq!(rules("General", "General"), ["", "a, one, two"], "equal rank and date");
}

#[test]
fn the_special_rule_prevails_unless_the_general_one_is_newer() {
    let rules = |general: &str, special: &str| {
        let case = Case::new(&format!(
            r#"{NORMS} {FINES} case("a", d"2016-06-01").
               @[name = general, norm = {general}, in_force_on = t] fine(c, 1) :- case(c, t).
               @[name = special, norm = {special}, in_force_on = t] fine(c, 2) :- case(c, t)."#
        ));
        let outcome = case.conflict("fine", &["c"]).precedence("special", Special, "general").run();
        [outcome.of("fine"), outcome.of("fine referred")].map(|tuples| tuples.join("; "))
    };
    assert_eq!(rules("General", "Later"), ["a, 2", ""]);
    assert_eq!(rules("Later", "General"), ["", "a, general, special"]);
}

#[test]
fn a_conclusion_against_which_a_stronger_one_is_open_is_open() {
    let case = Case::new(&format!(
        r#"{FINES} .decl slight(c: symbol, v: symbol, by: symbol, on: date, basis: symbol)
           case("a", d"2020-01-01"). case("b", d"2020-01-01"). case("d", d"2020-01-01").
           slight("a", "yes", "p", d"2024-01-01", "x"). slight("b", "no", "p", d"2024-01-01", "x").
           @[name = general, clue = A] fine(c, 100) :- case(c, _).
           @[name = special, clue = A] fine(c, 50) :- case(c, _), slight(c, "yes", _, _, _)."#
    ));
    let case = case.finding("slight", 1).conflict("fine", &["c"]).precedence("special", Overrides, "general");
    let outcome = case.run();
    assert_eq!(outcome.of("fine"), ["a, 50", "b, 100"]);
    assert_eq!(outcome.of("fine?"), ["d, 50, 1", "d, 100, 1"]);
}

#[test]
fn precedences_in_a_circle_are_shown_with_their_norms() {
    let case = Case::new(&format!(
        r#"{NORMS} {FINES}
           @[name = one, norm = General] fine(c, 1) :- case(c, _).
           @[name = two, norm = Later] fine(c, 2) :- case(c, _).
           @[name = three] fine(c, 3) :- case(c, _)."#
    ));
    let case = case.conflict("fine", &["c"]).precedence("one", Overrides, "two");
    let case = case.precedence("two", Special, "three").precedence("three", Overrides, "one");
    let message = "SY0361 these rules prevail over each other in a circle: one (General) -> two (Later) -> three -> one (General)";
    assert_eq!(case.refusal(), [message]);
}

#[test]
fn a_conclusion_cannot_rest_on_what_prevails_over_it() {
    let case = Case::new(&format!(
        r#"{FINES} .decl again(c: symbol, d: symbol)
           fine(c, 1) :- case(c, _).
           fine(d, n + n) :- fine(c, n), again(c, d)."#
    ));
    let refusal = case.conflict("fine", &["c"]).refusal();
    assert!(refusal[0].starts_with("SY0362 whether `fine"), "{refusal:?}");
}
