//! Values that ranges and aggregates give: nothing else gives them, so an equation with something known compares.

use program::checked::AggregateOp::{Count, Max, Mean, Min, Sum};
use program::checked::Comparison::Equal;
use program::checked::{Aggregate, Functor, Term};
use values::Primitive::{Float, Number, Unsigned};
use values::Value;

use crate::testing::*;

/// Relation 0: groups 1, 2, 3. Relation 1: (group, amount). Relation 2 is for conclusions.
fn amounts() -> Case {
    Case::new(&[1, 2, 1]).numbers(0, &[[1], [2], [3]]).numbers(1, &[[1, 5], [1, 7], [2, 7]])
}

/// count : r1(g, y)   for the variables 0 and 1
fn amounts_of_group() -> Term {
    folded(aggregate(Count, None, atom(1, vec![v(0), v(1)]), &[0], &[1]))
}

/// `r2(g) :- r0(g), body.`
fn groups_with(variables: u32, body: Vec<program::checked::Body>) -> Vec<String> {
    amounts().rule(2, vec![v(0)], variables, all([atom(0, vec![v(0)])].into_iter().chain(body))).tuples(2)
}

#[test]
fn an_aggregate_is_compared_with_a_constant() {
    assert_eq!(groups_with(2, vec![equal(n(2), amounts_of_group())]), ["1"]);
    assert_eq!(groups_with(2, vec![equal(amounts_of_group(), n(0))]), ["3"]);
}

#[test]
fn an_aggregate_is_compared_with_a_variable_known_otherwise() {
    assert_eq!(groups_with(3, vec![equal(v(2), n(2)), equal(v(2), amounts_of_group())]), ["1"]);
    assert_eq!(groups_with(3, vec![equal(v(2), amounts_of_group()), equal(n(2), v(2))]), ["1"]);
    // group 2 has as many amounts as its number less one, and groups 1 and 3 have not
    let less_one = call(Functor::Subtract(Number), vec![v(0), n(1)]);
    assert_eq!(groups_with(3, vec![equal(v(2), less_one), equal(amounts_of_group(), v(2))]), ["2"]);
    // and none has as many as its number
    assert_eq!(groups_with(2, vec![equal(v(0), amounts_of_group())]), [""; 0]);
}

#[test]
fn an_aggregate_is_compared_with_a_reinterpreted_constant() {
    // r1(1) :- x = count : r0(_), x = as(k, number).   r0 is empty
    let three = |k| call(Functor::Reinterpret(Unsigned, Number), vec![Term::Constant(Value::Unsigned(k))]);
    let holds = |k| {
        let count = folded(aggregate(Count, None, atom(0, vec![Term::Wildcard]), &[], &[]));
        let body = all([equal(v(0), count), equal(v(0), three(k))]);
        Case::new(&[1, 1]).rule(1, vec![n(1)], 1, body).tuples(1)
    };
    assert_eq!(holds(3), [""; 0]);
    assert_eq!(holds(0), ["1"]);
}

#[test]
fn a_reinterpreted_aggregate_is_compared_too() {
    // 2u = as(count, unsigned) could be read as a definition of the count
    let two = || Term::Constant(Value::Unsigned(2));
    let count = call(Functor::Reinterpret(Number, Unsigned), vec![amounts_of_group()]);
    assert_eq!(groups_with(2, vec![compare(Equal, Unsigned, two(), count)]), ["1"]);
}

#[test]
fn a_mean_is_compared_numerically() {
    // r1(1) :- mean 0.1 : r0(_) = x, x = k.
    let float = |x: f64| Term::Constant(Value::Float(x));
    let holds = |k: f64, rows: &[[i64; 1]]| {
        let fold = aggregate(Mean, Some(float(0.1)), atom(0, vec![Term::Wildcard]), &[], &[]);
        let mean = folded(Aggregate { operand: Float, ..fold });
        let body = all([compare(Equal, Float, mean, v(0)), compare(Equal, Float, v(0), float(k))]);
        Case::new(&[1, 1]).numbers(0, rows).rule(1, vec![n(1)], 1, body).tuples(1)
    };
    assert_eq!(holds(0.0, &[[4]]), [""; 0]);
    assert_eq!(holds(0.1, &[[4]]), ["1"]);
    // the mean of nothing equals nothing
    assert_eq!(holds(0.1, &[]), [""; 0]);
}

#[test]
fn two_aggregates_are_compared_with_each_other() {
    // groups whose least amount is their greatest
    let of = |op, local: u32| folded(aggregate(op, Some(v(local)), atom(1, vec![v(0), v(local)]), &[0], &[local]));
    assert_eq!(groups_with(3, vec![equal(of(Min, 1), of(Max, 2))]), ["2"]);
}

#[test]
fn a_range_is_compared() {
    // r2(g) :- r0(g), 2 = range(0, g).
    assert_eq!(groups_with(1, vec![equal(n(2), range(vec![n(0), v(0)]))]), ["3"]);
    assert_eq!(groups_with(2, vec![equal(v(1), n(1)), equal(range(vec![n(0), v(0)]), v(1))]), ["2", "3"]);
    // two ranges: 0..g and 2..5 have something in common
    assert_eq!(groups_with(1, vec![equal(range(vec![n(0), v(0)]), range(vec![n(2), n(5)]))]), ["3"]);
}

#[test]
fn an_argument_that_its_own_atom_makes_possible() {
    // r2(g) :- r1(g, 5 + 2 * count)   is  r1(g, c), c = 5 + 2 * count : r1(g, _)   with the group known by the atom
    let twice = || call(Functor::Multiply(Number), vec![n(2), amounts_of_group()]);
    let case = |argument: Term| amounts().numbers(1, &[[3, 1]]).rule(2, vec![v(0)], 2, atom(1, vec![v(0), argument]));
    // 2 amounts: 9; 1 amount: 7
    assert_eq!(case(plus(n(5), twice())).tuples(2), ["2"]);
    // the count alone: group 3 has the amount 1, once
    assert_eq!(case(amounts_of_group()).tuples(2), ["3"]);
    // r1(g, range(0, g)): only group 3 has an amount among 0 .. g - 1
    assert_eq!(case(range(vec![n(0), v(0)])).tuples(2), ["3"]);
}

#[test]
fn a_negated_atom_looks_for_what_is_given() {
    // r2(g) :- r0(g), !r1(g, 3 * count + 1).   2 amounts: 7, which is there; 1: 4; none: 1
    let sought = plus(call(Functor::Multiply(Number), vec![n(3), amounts_of_group()]), n(1));
    assert_eq!(groups_with(2, vec![not(atom(1, vec![v(0), sought]))]), ["2", "3"]);
    // r2(g) :- r0(g), !r0(count).   counts 2, 1 and 0
    assert_eq!(groups_with(2, vec![not(atom(0, vec![amounts_of_group()]))]), ["3"]);
    // a negated equation compares as well
    assert_eq!(groups_with(2, vec![not(equal(n(2), amounts_of_group()))]), ["2", "3"]);
}

#[test]
fn inside_an_aggregate_likewise() {
    // the number of groups with two amounts, and of those with none
    let groups = |k: i64| {
        let inner = all([atom(0, vec![v(0)]), equal(n(k), amounts_of_group())]);
        let outer = folded(aggregate(Count, None, inner, &[], &[0]));
        amounts().rule(2, vec![v(2)], 3, equal(v(2), outer)).tuples(2)
    };
    assert_eq!(groups(2), ["1"]);
    assert_eq!(groups(3), ["0"]);
    // the sum of g over the groups with 1 in range(0, g)
    let inner = all([atom(0, vec![v(0)]), equal(n(1), range(vec![n(0), v(0)]))]);
    let sum = folded(aggregate(Sum, Some(v(0)), inner, &[], &[0]));
    assert_eq!(amounts().rule(2, vec![v(1)], 2, equal(v(1), sum)).tuples(2), ["5"]);
}
