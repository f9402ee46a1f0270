use program::checked::AggregateOp::{Count, Max, Mean, Min, Sum};
use program::checked::Comparison::{Greater, Less, NotEqual};
use program::checked::{Aggregate, Contribution, Term};
use values::Primitive::{self, Number};
use values::Value;

use crate::testing::*;

/// Relation 0: groups 1, 2, 3. Relation 1: (group, amount).
fn amounts() -> Case {
    Case::new(&[1, 2, 2, 1]).numbers(0, &[[1], [2], [3]]).numbers(1, &[[1, 5], [1, 7], [2, 7]])
}

/// `r2(g, x) :- r0(g), x = aggregate.` with g and x the variables 0 and 1.
fn by_group(aggregate: Aggregate) -> Vec<String> {
    let body = all([equal(v(1), folded(aggregate)), atom(0, vec![v(0)])]);
    amounts().rule(2, vec![v(0), v(1)], 3, body).tuples(2)
}

fn of_group() -> program::checked::Body {
    atom(1, vec![v(0), v(2)])
}

#[test]
fn groups_and_the_empty_group() {
    assert_eq!(by_group(aggregate(Count, None, of_group(), &[0], &[2])), ["1,2", "2,1", "3,0"]);
    assert_eq!(by_group(aggregate(Sum, Some(v(2)), of_group(), &[0], &[2])), ["1,12", "2,7", "3,0"]);
    assert_eq!(by_group(aggregate(Min, Some(v(2)), of_group(), &[0], &[2])), ["1,5", "2,7"]);
    assert_eq!(by_group(aggregate(Max, Some(v(2)), of_group(), &[0], &[2])), ["1,7", "2,7"]);
}

#[test]
fn a_negated_comparison_with_the_least_of_nothing_fails_too() {
    // r3(g) :- r0(g), !(5 = min y : r1(g, y)).
    let least = folded(aggregate(Min, Some(v(1)), atom(1, vec![v(0), v(1)]), &[0], &[1]));
    let case = amounts().rule(3, vec![v(0)], 2, all([atom(0, vec![v(0)]), not(equal(n(5), least))]));
    assert_eq!(case.tuples(3), ["2"]);
}

#[test]
fn without_a_group() {
    // r3(x) :- x = sum y : r1(_, y), one contribution for each distinct y: 5 + 7; for each tuple: 5 + 7 + 7.
    let sum = |contribution| {
        let inner = atom(1, vec![Term::Wildcard, v(1)]);
        let sum = Aggregate { contribution, ..aggregate(Sum, Some(v(1)), inner, &[], &[1]) };
        amounts().rule(3, vec![v(0)], 2, equal(v(0), folded(sum))).tuples(3)
    };
    assert_eq!(sum(Contribution::Assignment), ["12"]);
    assert_eq!(sum(Contribution::Tuple), ["19"]);
}

/// Three tuples in r0 (b), two in r1 (a), as in the dialect's reference, section 7.
#[test]
fn multiplicities() {
    let wild = || Term::Wildcard;
    let count = |contribution, target, inner, local: &[u32]| {
        let op = if target { Sum } else { Count };
        let count = Aggregate { contribution, ..aggregate(op, target.then(|| n(1)), inner, &[], local) };
        let case = Case::new(&[1, 1, 1]).numbers(0, &[[1], [2], [3]]).numbers(1, &[[8], [9]]);
        case.rule(2, vec![v(0)], 3, equal(v(0), folded(count))).tuples(2)
    };
    let (b, a) = (|term| atom(0, vec![term]), |term| atom(1, vec![term]));
    assert_eq!(count(Contribution::Tuple, false, b(wild()), &[]), ["3"]);
    assert_eq!(count(Contribution::Assignment, false, all([b(v(1)), a(v(2))]), &[1, 2]), ["6"]);
    assert_eq!(count(Contribution::Assignment, false, all([b(v(1)), a(wild())]), &[1]), ["3"]);
    assert_eq!(count(Contribution::Assignment, false, all([b(wild()), a(wild())]), &[]), ["1"]);
    assert_eq!(count(Contribution::Assignment, true, all([b(wild()), a(wild())]), &[]), ["1"]);
}

#[test]
fn equal_targets_of_different_assignments_count_each() {
    // r3(x) :- x = sum z - z + 1 : r1(y, z).   three assignments
    let one = plus(call(program::checked::Functor::Subtract(Number), vec![v(2), v(2)]), n(1));
    let sum = folded(aggregate(Sum, Some(one), atom(1, vec![v(1), v(2)]), &[], &[1, 2]));
    assert_eq!(amounts().rule(3, vec![v(0)], 3, equal(v(0), sum)).tuples(3), ["3"]);
}

#[test]
fn bodies_with_constraints_and_negation() {
    // the amounts of the other groups that this group does not have
    let inner = all([atom(1, vec![v(3), v(2)]), compare(NotEqual, Number, v(3), v(0)), not(atom(1, vec![v(0), v(2)]))]);
    let body = all([atom(0, vec![v(0)]), equal(v(1), folded(aggregate(Count, None, inner, &[0], &[2, 3])))]);
    assert_eq!(amounts().rule(2, vec![v(0), v(1)], 4, body).tuples(2), ["1,0", "2,1", "3,3"]);
}

#[test]
fn nested_aggregates() {
    // r3(x) :- x = max c : { r0(g), c = count : r1(g, _) }.
    let tuples = Aggregate {
        contribution: Contribution::Tuple,
        ..aggregate(Count, None, atom(1, vec![v(1), Term::Wildcard]), &[1], &[])
    };
    let inner = all([atom(0, vec![v(1)]), equal(v(2), folded(tuples))]);
    let most = folded(aggregate(Max, Some(v(2)), inner, &[], &[1, 2]));
    assert_eq!(amounts().rule(3, vec![v(0)], 3, equal(v(0), most)).tuples(3), ["2"]);
}

#[test]
fn aggregates_inside_terms_heads_and_arguments() {
    // r2(g, 10 + count) :- r0(g), 1 < count.   r3(x) :- r1(x, 5 + count of group x).
    let count = |var: u32| folded(aggregate(Count, None, atom(1, vec![v(var), v(1)]), &[var], &[1]));
    let busy = all([atom(0, vec![v(0)]), compare(Greater, Number, count(0), n(0))]);
    let case = amounts().rule(2, vec![v(0), plus(n(10), count(0))], 2, busy).rule(
        3,
        vec![v(0)],
        2,
        all([atom(0, vec![v(0)]), atom(1, vec![v(0), plus(n(5), count(0))])]),
    );
    assert_eq!(case.tuples(2), ["1,12", "2,11"]);
    // group 1 has 5 + 2 = 7, group 2 would need 6
    assert_eq!(case.tuples(3), ["1"]);
}

#[test]
fn aggregates_in_a_recursive_rule_read_lower_strata() {
    // r3: groups reachable from 1 by going to the number of amounts of the group plus one: 1 -> 3 -> 1, 2 never
    let next = folded(aggregate(Count, None, atom(1, vec![v(0), v(2)]), &[0], &[2]));
    let case = amounts().strata(&[(&[0], false), (&[1], false), (&[2], false), (&[3], true)]).fact(3, vec![n(1)]).rule(
        3,
        vec![v(1)],
        3,
        all([atom(3, vec![v(0)]), equal(v(1), plus(next, n(1)))]),
    );
    assert_eq!(case.tuples(3), ["1", "3"]);
}

#[test]
fn floats_add_up_in_ascending_order_and_mean() {
    let float = |x: f64| vec![Value::Float(x)];
    let of = |op, rows: Vec<Vec<Value>>| {
        let fold = Aggregate { operand: Primitive::Float, ..aggregate(op, Some(v(1)), atom(0, vec![v(1)]), &[], &[1]) };
        let body = compare(program::checked::Comparison::Equal, Primitive::Float, v(0), folded(fold));
        Case::new(&[1, 1]).records(0, rows).rule(1, vec![v(0)], 2, body).tuples(1)
    };
    // -1e16 + 1 rounds to -1e16, so the 1 is lost before 1e16 is added; 1e15 has room for it
    assert_eq!(of(Sum, vec![float(1e16), float(1.0), float(-1e16)]), ["0"]);
    assert_eq!(of(Sum, vec![float(1e15), float(1.0), float(-1e15)]), ["1"]);
    assert_eq!(of(Sum, vec![float(-0.0)]), ["0"]);
    assert_eq!(of(Mean, vec![float(1.0), float(2.0), float(6.0)]), ["3"]);
    assert_eq!(of(Mean, vec![]), [""; 0]);
    assert_eq!(of(Sum, vec![]), ["0"]);
}

#[test]
fn decimals_and_dates() {
    let of = |op, operand, rows: Vec<Value>| {
        let rows = rows.into_iter().map(|value| vec![value]).collect();
        let fold = Aggregate { operand, ..aggregate(op, Some(v(1)), atom(0, vec![v(1)]), &[], &[1]) };
        let body = compare(program::checked::Comparison::Equal, operand, v(0), folded(fold));
        Case::new(&[1, 1]).records(0, rows).rule(1, vec![v(0)], 2, body).tuples(1)
    };
    assert_eq!(of(Sum, Primitive::Decimal, vec![decimal("0.1"), decimal("0.2"), decimal("-1")]), ["-0.7"]);
    assert_eq!(of(Sum, Primitive::Decimal, vec![]), ["0"]);
    assert_eq!(of(Min, Primitive::Date, vec![date("2021-03-01"), date("2020-12-31")]), ["2020-12-31"]);
    assert_eq!(
        of(Max, Primitive::Unsigned, vec![Value::Unsigned(3), Value::Unsigned(u64::MAX)]),
        ["18446744073709551615"]
    );
}

#[test]
fn a_comparison_may_have_aggregates_on_both_sides() {
    let count = |relation: u32, var: u32, args| folded(aggregate(Count, None, atom(relation, args), &[], &[var]));
    // two amounts of group 1, three groups
    let (amounts_of_1, groups) = (|| count(1, 1, vec![n(1), v(1)]), || count(0, 0, vec![v(0)]));
    let case = amounts().rule(3, vec![n(1)], 2, compare(Less, Number, amounts_of_1(), groups())).rule(
        3,
        vec![n(2)],
        2,
        compare(Less, Number, groups(), amounts_of_1()),
    );
    assert_eq!(case.tuples(3), ["1"]);
}
