//! Conclusions that conflict.

use program::checked::PrecedenceForm::{Overrides, Special};
use program::checked::{Grade, NormId, Precedence, PrecedenceForm, Rank, Rule};

use crate::testing::*;

/// `r2(k, 1) :- r0(k).` (a) and `r2(k, 2) :- r1(k).` (b), which differ about case 2; `r0` holds 1 and 2, `r1` 2 and 3.
fn disputed(first: impl FnOnce(&mut Rule), second: impl FnOnce(&mut Rule)) -> Case {
    Case::new(&[1, 1, 2])
        .numbers(0, &[[1], [2]])
        .numbers(1, &[[2], [3]])
        .conflicting(2, &[0])
        .norm(&[(Rank::Law, "2010-01-01", None)])
        .norm(&[(Rank::Rule, "2015-01-01", None)])
        .norm(&[(Rank::Law, "2020-01-01", None)])
        .rule(2, vec![v(0), n(1)], 1, atom(0, vec![v(0)]))
        .last(|rule| {
            rule.label = "a".into();
            first(rule);
        })
        .rule(2, vec![v(0), n(2)], 1, atom(1, vec![v(0)]))
        .last(|rule| {
            rule.label = "b".into();
            second(rule);
        })
}

fn cites(norm: u32) -> impl FnOnce(&mut Rule) {
    move |rule| rule.cites = vec![NormId(norm)]
}

fn says(over: usize, form: PrecedenceForm, norm: u32) -> impl FnOnce(&mut Rule) {
    move |rule| {
        rule.cites = vec![NormId(norm)];
        rule.precedences = vec![Precedence { over, form, span: NOWHERE }];
    }
}

#[test]
fn what_nothing_decides_is_referred() {
    let case = disputed(|_| {}, |_| {});
    assert_eq!((case.tuples(2), case.undecided(2)), (vec!["1,1".into(), "3,2".into()], vec!["2 a/b".to_string()]));
}

#[test]
fn the_overriding_rule_wins_whatever_its_rank() {
    assert_eq!(disputed(cites(0), says(0, Overrides, 1)).tuples(2), ["1,1", "2,2", "3,2"]);
}

#[test]
fn the_higher_rank_wins_then_the_later_norm() {
    assert_eq!(disputed(cites(0), cites(1)).tuples(2), ["1,1", "2,1", "3,2"]);
    assert_eq!(disputed(cites(0), cites(2)).tuples(2), ["1,1", "2,2", "3,2"]);
    let same = disputed(cites(0), cites(0));
    assert_eq!((same.tuples(2).len(), same.undecided(2)), (2, vec!["2 a/b".to_string()]));
}

#[test]
fn the_special_rule_wins_unless_the_general_one_is_newer() {
    assert_eq!(disputed(cites(0), says(0, Special, 2)).tuples(2), ["1,1", "2,2", "3,2"]);
    assert_eq!(disputed(cites(2), says(0, Special, 0)).undecided(2), ["2 a/b"]);
}

#[test]
fn a_claim_that_may_be_beaten_is_open() {
    // b's claim about case 2 depends on a finding that nobody made
    let case = Case::new(&[1, 2, 2])
        .numbers(0, &[[1], [2]])
        .numbers(1, &[[1, 0]])
        .finding(1, 1)
        .conflicting(2, &[0])
        .rule(2, vec![v(0), n(1)], 1, atom(0, vec![v(0)]))
        .rule(2, vec![v(0), n(2)], 1, all([atom(0, vec![v(0)]), atom(1, vec![v(0), n(5)])]))
        .last(|rule| rule.precedences = vec![Precedence { over: 0, form: Overrides, span: NOWHERE }])
        .clue(2, Grade::A);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["1,1".into()], vec!["2,1:1".to_string(), "2,2:1".to_string()]));
}
