use program::checked::AggregateOp::{Count, Min, Sum};
use program::checked::Comparison::{Greater, Less, NotEqual};
use program::checked::{Body, Functor, Term};
use values::Primitive::{Number, Symbol};
use values::Value;

use crate::Origin::{Fact, Rule};
use crate::testing::*;

/// Relation 0 holds (1, 0) and (4, 2); relation 1 and 2 are unary, 3 is for conclusions.
fn pairs() -> Case {
    Case::new(&[2, 1, 1, 1]).numbers(0, &[[1, 0], [4, 2]])
}

/// x / y of the variables 0 and 1.
fn quotient() -> Term {
    over(v(0), v(1))
}

fn xy() -> Body {
    atom(0, vec![v(0), v(1)])
}

fn big() -> Body {
    compare(Greater, Number, quotient(), n(1))
}

#[test]
fn a_guard_counts_wherever_it_stands() {
    let nonzero = || compare(NotEqual, Number, v(1), n(0));
    for body in [all([xy(), nonzero(), big()]), all([xy(), big(), nonzero()]), all([big(), nonzero(), xy()])] {
        assert_eq!(pairs().rule(3, vec![v(0)], 2, body).tuples(3), ["4"]);
    }
    assert_eq!(pairs().rule(3, vec![v(0)], 2, all([xy(), big()])).failure(), Some(Rule(0)));
}

#[test]
fn atoms_negated_atoms_and_falsehood_are_guards() {
    let guarded =
        |guard| pairs().numbers(1, &[[0]]).numbers(2, &[[2]]).rule(3, vec![v(0)], 2, all([big(), xy(), guard]));
    assert_eq!(guarded(not(atom(1, vec![v(1)]))).tuples(3), ["4"]);
    assert_eq!(guarded(atom(2, vec![v(1)])).tuples(3), ["4"]);
    assert_eq!(guarded(atom(1, vec![v(1)])).failure(), Some(Rule(0)));
    assert_eq!(guarded(truth(false)).tuples(3), [""; 0]);
    assert_eq!(guarded(not(atom(2, vec![Term::Wildcard]))).tuples(3), [""; 0]);
}

#[test]
fn each_alternative_has_its_own_guards() {
    // (y != 0, x / y > 1) ; (y = 0, x = 1) never fails, x / y > 1 ; y = 0 does
    let safe = any([all([compare(NotEqual, Number, v(1), n(0)), big()]), all([equal(v(1), n(0)), equal(v(0), n(1))])]);
    assert_eq!(pairs().rule(3, vec![v(0)], 2, all([xy(), safe])).tuples(3), ["1", "4"]);
    let unsafe_ = any([big(), equal(v(1), n(0))]);
    assert_eq!(pairs().rule(3, vec![v(0)], 2, all([xy(), unsafe_])).failure(), Some(Rule(0)));
}

#[test]
fn an_unused_value_fails_as_well() {
    let body = all([xy(), equal(v(2), quotient())]);
    assert_eq!(pairs().rule(3, vec![v(0)], 3, body).failure(), Some(Rule(0)));
}

#[test]
fn another_proof_of_the_same_head_hides_nothing() {
    let case = pairs().rule(3, vec![n(1)], 2, xy()).rule(3, vec![n(1)], 2, all([xy(), big()]));
    assert_eq!(case.failure(), Some(Rule(1)));
}

#[test]
fn heads_and_facts_fail() {
    assert_eq!(pairs().rule(3, vec![quotient()], 2, xy()).failure(), Some(Rule(0)));
    assert_eq!(pairs().fact(1, vec![n(1)]).fact(1, vec![over(n(1), n(0))]).failure(), Some(Fact(1)));
    assert_eq!(pairs().fact(1, vec![plus(n(i64::MAX), n(1))]).failure(), Some(Fact(0)));
    assert_eq!(pairs().fact(3, vec![over(n(7), n(-2))]).tuples(3), ["-3"]);
}

#[test]
fn what_depends_on_the_failure_passes() {
    // t = x / y, t > 100, !r1(t): none of these excuses the division by zero
    let body = all([xy(), equal(v(2), quotient()), compare(Greater, Number, v(2), n(100)), not(atom(1, vec![v(2)]))]);
    assert_eq!(pairs().rule(3, vec![v(0)], 3, body).failure(), Some(Rule(0)));
    // r1(x / y) cannot be decided either, although r1 is empty
    let body = all([xy(), atom(1, vec![quotient()])]);
    assert_eq!(pairs().rule(3, vec![v(0)], 2, body).failure(), Some(Rule(0)));
}

#[test]
fn an_atom_over_its_own_variable_is_a_guard() {
    // r3(x) :- r0(x, y), t = x / y, r1(t), t < 9.   Without x / y: is there a t in r1 below 9?
    let body = || all([xy(), equal(v(2), quotient()), atom(1, vec![v(2)]), compare(Less, Number, v(2), n(9))]);
    let rule = |case: Case| case.rule(3, vec![v(0)], 3, body());
    assert_eq!(rule(pairs()).tuples(3), [""; 0]);
    assert_eq!(rule(pairs().numbers(1, &[[10]])).tuples(3), [""; 0]);
    assert_eq!(rule(pairs().numbers(1, &[[2]])).failure(), Some(Rule(0)));
    let only_good = Case::new(&[2, 1, 1, 1]).numbers(0, &[[4, 2], [9, 3]]).numbers(1, &[[2], [3], [10]]);
    assert_eq!(rule(only_good).tuples(3), ["4", "9"]);
}

#[test]
fn another_equation_supplies_what_is_missing() {
    // t = x / y, t = x + 9, t < 5: with (1, 0) the second equation gives 10, which is not below 5
    let body = |limit| {
        all([xy(), equal(v(2), quotient()), equal(v(2), plus(v(0), n(9))), compare(Less, Number, v(2), n(limit))])
    };
    assert_eq!(pairs().rule(3, vec![v(0)], 3, body(5)).tuples(3), [""; 0]);
    assert_eq!(pairs().rule(3, vec![v(0)], 3, body(11)).failure(), Some(Rule(0)));
}

#[test]
fn overflow_in_recursion_fails_in_the_round_that_reaches_it() {
    // r0(x * 2) :- r0(x): doubles until 2^63
    let double = call(Functor::Multiply(Number), vec![v(0), n(2)]);
    let case = |guard| {
        Case::new(&[1]).strata(&[(&[0], true)]).fact(0, vec![n(1)]).rule(
            0,
            vec![call(Functor::Multiply(Number), vec![v(0), n(2)])],
            1,
            all([atom(0, vec![v(0)]), guard]),
        )
    };
    assert_eq!(case(truth(true)).failure(), Some(Rule(0)));
    assert_eq!(case(compare(Less, Number, v(0), n(1 << 62))).tuples(0).len(), 63);
    assert_eq!(case(compare(Greater, Number, double, n(0))).failure(), Some(Rule(0)));
}

#[test]
fn the_first_rule_of_the_first_round_is_named() {
    // Rule 0 fails only once r1 holds 2, which takes a round; rule 1 fails at once.
    let case = Case::new(&[1, 1])
        .strata(&[(&[0], false), (&[1], true)])
        .numbers(0, &[[0]])
        .fact(1, vec![n(1)])
        .rule(1, vec![over(n(8), call(Functor::Subtract(Number), vec![n(2), v(0)]))], 1, atom(1, vec![v(0)]))
        .rule(1, vec![n(2)], 1, atom(1, vec![v(0)]))
        .rule(1, vec![over(n(1), v(0))], 1, atom(0, vec![v(0)]));
    assert_eq!(case.failure(), Some(Rule(2)));
}

#[test]
fn aggregates_fail_by_their_rows_and_by_their_sum() {
    let of = |op, target: Option<Term>, inner: Body, rows: &[[i64; 2]]| {
        let aggregate = folded(aggregate(op, target, inner, &[], &[0, 1]));
        Case::new(&[2, 1]).numbers(0, rows).rule(1, vec![v(2)], 3, equal(v(2), aggregate))
    };
    let nonzero = || compare(NotEqual, Number, v(1), n(0));
    let rows = [[1, 0], [4, 2]];
    assert_eq!(of(Sum, Some(quotient()), xy(), &rows).failure(), Some(Rule(0)));
    assert_eq!(of(Sum, Some(quotient()), all([xy(), nonzero()]), &rows).tuples(1), ["2"]);
    assert_eq!(of(Count, None, all([xy(), big()]), &rows).failure(), Some(Rule(0)));
    assert_eq!(of(Min, Some(v(0)), all([xy(), big(), nonzero()]), &rows).tuples(1), ["4"]);
    let most = [[i64::MAX, 0], [1, 0]];
    assert_eq!(of(Sum, Some(v(0)), xy(), &most).failure(), Some(Rule(0)));
    assert_eq!(of(Sum, Some(v(0)), xy(), &[[i64::MAX, 0], [1, 0], [-1, 0]]).tuples(1), ["9223372036854775807"]);
}

#[test]
fn a_failed_aggregate_is_excused_by_guards_of_its_group() {
    // r2(g) :- r1(g), s = sum x / y : { r0(x, y), x >= g }, guard.   Only the group 4 leaves out the division by zero.
    let group = |guard| {
        let inner = all([xy(), not(compare(Less, Number, v(0), v(2)))]);
        let sum = folded(aggregate(Sum, Some(quotient()), inner, &[2], &[0, 1]));
        let body = all([equal(v(3), sum), atom(1, vec![v(2)]), guard]);
        pairs().numbers(1, &[[1], [4]]).rule(3, vec![v(2)], 4, body)
    };
    assert_eq!(group(truth(true)).failure(), Some(Rule(0)));
    assert_eq!(group(compare(Greater, Number, v(2), n(1))).tuples(3), ["4"]);
}

#[test]
fn a_failed_variable_poisons_aggregates_and_ranges_that_read_it() {
    let count = folded(aggregate(Count, None, atom(1, vec![v(2)]), &[2], &[]));
    let body = all([xy(), equal(v(2), quotient()), equal(v(3), count), equal(v(3), n(5))]);
    assert_eq!(pairs().rule(3, vec![v(0)], 4, body).failure(), Some(Rule(0)));
    let body = all([xy(), equal(v(2), range(vec![n(0), quotient()]))]);
    assert_eq!(pairs().rule(3, vec![v(2)], 3, body).failure(), Some(Rule(0)));
}

#[test]
fn conversions_and_ill_formed_expressions_fail() {
    let of = |functor, args: Vec<Term>| {
        let texts = vec![vec![Value::symbol("7 days")], vec![Value::symbol("soon")]];
        let body = all([atom(0, vec![v(0)]), compare(NotEqual, Symbol, v(0), s("soon"))]);
        let guarded = Case::new(&[1, 1]).records(0, texts.clone()).rule(1, vec![call(functor, args)], 1, body);
        (guarded.failure(), guarded)
    };
    assert_eq!(of(Functor::ToNumber(Symbol), vec![v(0)]).1.tuples(1), ["7"]);
    assert_eq!(of(Functor::ToDate, vec![v(0)]).0, Some(Rule(0)));
    assert_eq!(of(Functor::Keep, vec![s("("), v(0)]).0, Some(Rule(0)));
}
