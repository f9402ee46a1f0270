use program::checked::Comparison::{Less, NotEqual};
use program::checked::{Aggregate, AggregateOp::Max, Term};
use values::Primitive::{self, Number};
use values::ShapeId;

use crate::testing::*;

const LIST: Primitive = Primitive::Composite(ShapeId(0));

fn wild() -> Term {
    Term::Wildcard
}

/// Relation 0 holds `[1, nil]`, `[2, [1, nil]]` and `nil`.
fn lists() -> Case {
    let one = || list(vec![n(1), nil()]);
    let case = Case::new(&[1, 1, 2]).lists();
    case.fact(0, vec![one()]).fact(0, vec![list(vec![n(2), one()])]).fact(0, vec![nil()])
}

#[test]
fn taken_apart_in_an_atom_and_in_an_equation() {
    // r2(h, t) :- r0([h, t]).   nil has no fields
    let apart = || list(vec![v(0), v(1)]);
    let expected = ["1,nil", "2,[1, nil]"];
    assert_eq!(lists().rule(2, vec![v(0), v(1)], 2, atom(0, vec![apart()])).tuples(2), expected);
    let equation = compare(program::checked::Comparison::Equal, LIST, apart(), v(2));
    assert_eq!(lists().rule(2, vec![v(0), v(1)], 3, all([equation, atom(0, vec![v(2)])])).tuples(2), expected);
    // r1(h) :- r0([h, [1, _]]).
    let nested = list(vec![v(0), list(vec![n(1), wild()])]);
    assert_eq!(lists().rule(1, vec![v(0)], 1, atom(0, vec![nested])).tuples(1), ["2"]);
    // r1(h) :- r0([h, t]), r0([h - 1, t]) has no solution; r0([h, [h - 1, nil]]) has one
    let below = || infix(v(0), program::checked::Functor::Subtract(Number), n(1));
    let own = list(vec![v(0), list(vec![below(), nil()])]);
    assert_eq!(lists().rule(1, vec![v(0)], 1, atom(0, vec![own])).tuples(1), ["2"]);
}

#[test]
fn absence_and_difference() {
    // r1(h) :- r0([h, _]), !r0([h + 1, _]).
    let next = list(vec![plus(v(0), n(1)), wild()]);
    let body = all([atom(0, vec![list(vec![v(0), wild()])]), not(atom(0, vec![next]))]);
    assert_eq!(lists().rule(1, vec![v(0)], 1, body).tuples(1), ["2"]);
    // r1(x) :- r0(x), x != [1, nil], x != nil.
    let differs = |other| compare(NotEqual, LIST, v(0), other);
    let body = all([atom(0, vec![v(0)]), differs(list(vec![n(1), nil()])), differs(nil())]);
    assert_eq!(lists().rule(1, vec![v(0)], 1, body).tuples(1), ["[2, [1, nil]]"]);
}

#[test]
fn a_field_that_fails_leaves_the_other_fields_to_decide() {
    // r1(1) :- r0([1 / 0, t]), t != nil, t != other.   The tails are nil and [1, nil]
    let failing = list(vec![over(n(1), n(0)), v(0)]);
    let differs = |other| compare(NotEqual, LIST, v(0), other);
    let body = |failing, other| all([atom(0, vec![failing]), differs(nil()), differs(other)]);
    let one = list(vec![n(1), nil()]);
    assert_eq!(lists().rule(1, vec![n(1)], 1, body(failing, one)).failure(), None);
    let failing = list(vec![over(n(1), n(0)), v(0)]);
    assert!(lists().rule(1, vec![n(1)], 1, body(failing, list(vec![n(2), nil()]))).failure().is_some());
}

#[test]
fn a_list_of_a_hundred_thousand_elements() {
    // r2(1, [0, nil]).  r2(n + 1, [0, t]) :- r2(n, t), n < 100000.   r1(n) :- r2(n, _), r2(m, [_, _]), n = m, n > 99998.
    let grow = all([atom(2, vec![v(0), v(1)]), compare(Less, Number, v(0), n(100_000))]);
    let case = Case::new(&[1, 1, 2]).lists().strata(&[(&[0], false), (&[2], true), (&[1], false)]);
    let case = case.fact(2, vec![n(1), list(vec![n(0), nil()])]);
    let case = case.rule(2, vec![plus(v(0), n(1)), list(vec![n(0), v(1)])], 2, grow);
    let long = all([atom(2, vec![v(0), list(vec![wild(), wild()])]), compare(Less, Number, n(99_998), v(0))]);
    assert_eq!(case.rule(1, vec![v(0)], 1, long).tuples(1), ["99999", "100000"]);
}

#[test]
fn witnesses_of_the_greatest() {
    // r2(w, m) :- m = max y : r3(w, y).
    let fold = aggregate(Max, Some(v(2)), atom(3, vec![v(0), v(2)]), &[], &[2]);
    let fold = folded(Aggregate { witnesses: vec![program::checked::VarId(0)], ..fold });
    let case = Case::new(&[1, 1, 2, 2]).numbers(3, &[[1, 7], [2, 7], [3, 5]]);
    assert_eq!(case.rule(2, vec![v(0), v(1)], 3, equal(v(1), fold)).tuples(2), ["1,7", "2,7"]);
}

#[test]
fn counters_number_bindings_in_value_order() {
    // r1(autoinc()) :- r2(x, y).  r2 in value order: (1, 9), (2, 3), (2, 8); then r1(autoinc()) :- r0(_)
    let counter = || Term::Counter { operand: Number, span: NOWHERE };
    let case = Case::new(&[1, 2, 2]).numbers(2, &[[2, 8], [1, 9], [2, 3]]);
    let case = case.rule(1, vec![counter(), v(1)], 2, atom(2, vec![v(0), v(1)]));
    let case = case.rule(1, vec![counter(), n(0)], 1, atom(2, vec![v(0), wild()]));
    assert_eq!(case.tuples(1), ["0,9", "1,3", "2,8", "3,0", "4,0"]);
}
