use program::checked::AggregateOp::{Count, Sum};
use program::checked::Comparison::LessEqual;
use program::checked::{Aggregate, Body, Contribution, Functor, Term};
use values::Primitive::Number;
use values::Primitive::Symbol;

use crate::testing::*;

#[test]
fn wide_relations_and_rules() {
    let vars = |count: u32| (0..count).map(v).collect::<Vec<Term>>();
    assert_eq!(Case::new(&[17]).refusal(None), Some("SY0590"));
    let row: [i64; 16] = std::array::from_fn(|n| n as i64);
    let copied = Case::new(&[16, 16]).numbers(0, &[row]).rule(1, vars(16), 16, atom(0, vars(16)));
    assert_eq!(copied.tuples(1), ["0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15"]);
    // seventeen variables that are all compared in the end stand side by side
    let product = (0..17).map(|var| atom(0, vec![v(var)]));
    let sum = (1..17).fold(v(0), |sum, var| plus(sum, v(var)));
    let body = all(product.chain([equal(sum, n(17))]));
    assert_eq!(Case::new(&[1, 0]).numbers(0, &[[1]]).rule(1, vec![], 17, body).refusal(None), Some("SY0590"));
}

#[test]
fn widths_in_between() {
    // five and nine columns need rows of eight and sixteen
    let vars = |count: u32| (0..count).map(v).collect::<Vec<Term>>();
    let five = Case::new(&[5, 5]).numbers(0, &[[1, 2, 3, 4, 5]]).rule(1, vars(5), 5, atom(0, vars(5)));
    assert_eq!(five.tuples(1), ["1,2,3,4,5"]);
    let nine = Case::new(&[9, 1]).numbers(0, &[[1, 2, 3, 4, 5, 6, 7, 8, 9]]).rule(1, vec![v(8)], 9, atom(0, vars(9)));
    assert_eq!(nine.tuples(1), ["9"]);
}

#[test]
fn an_aggregate_wider_than_its_rule() {
    // r2(x) :- x = sum 1 : { r0(_, _, a), r0(b, c, _) }, r1(x).   No variable is shared: target, a, b, c and the two
    // wildcards where tuples count. Two rows in r0: four pairs.
    let wild = || Term::Wildcard;
    let four = |contribution| {
        let inner = all([atom(0, vec![wild(), wild(), v(1)]), atom(0, vec![v(2), v(3), wild()])]);
        let sum = aggregate(Sum, Some(n(1)), inner, &[], &[1, 2, 3]);
        let sum = folded(Aggregate { contribution, ..sum });
        Case::new(&[3, 1, 1]).numbers(0, &[[1, 2, 3], [4, 5, 6]]).numbers(1, &[[4], [6]]).rule(
            2,
            vec![v(0)],
            4,
            all([equal(v(0), sum), atom(1, vec![v(0)])]),
        )
    };
    assert_eq!(four(Contribution::Assignment).tuples(2), ["4"]);
    assert_eq!(four(Contribution::Tuple).tuples(2), ["4"]);
}

#[test]
fn an_aggregate_inside_another_wider_than_both() {
    // r1(x) :- x = count : { r0(g), 3 <= count : { r0(a), r0(b), .. g and six values in ascending order } }.
    let pairs = (1..6).map(|var| compare(LessEqual, Number, v(var), v(var + 1)));
    let six = all((1..7).map(|var| atom(0, vec![v(var)])).chain(pairs).chain([compare(LessEqual, Number, v(6), v(0))]));
    let ascending = folded(aggregate(Count, None, six, &[0], &[1, 2, 3, 4, 5, 6]));
    // over {1, .., g}: 1 of 1, 7 of 2, 28 of 3
    let outer = all([atom(0, vec![v(0)]), compare(LessEqual, Number, n(7), ascending)]);
    let count = folded(aggregate(Count, None, outer, &[], &[0]));
    let case = Case::new(&[1, 1]).numbers(0, &[[1], [2], [3]]).rule(1, vec![v(7)], 8, equal(v(7), count));
    assert_eq!(case.tuples(1), ["2"]);
}

#[test]
fn too_wide_inside_an_aggregate() {
    // sixteen local variables fit, with a target beside them no more
    let locals: Vec<u32> = (1..17).collect();
    let of = |op, target| {
        let inner = all(locals.iter().map(|var| atom(0, vec![v(*var)])));
        let fold = folded(aggregate(op, target, inner, &[], &locals));
        Case::new(&[1, 1]).numbers(0, &[[1]]).rule(1, vec![v(0)], 17, equal(v(0), fold))
    };
    assert_eq!(of(Count, None).tuples(1), ["1"]);
    assert_eq!(of(Sum, Some(n(1))).refusal(None), Some("SY0590"));
}

#[test]
fn dictionary_numbers() {
    let ordinal = call(Functor::Ordinal(Symbol), vec![v(0)]);
    assert_eq!(Case::new(&[1, 1]).rule(1, vec![ordinal], 1, atom(0, vec![v(0)])).refusal(None), Some("SY0591"));
}

#[test]
fn too_many_facts_or_values() {
    let case = || Case::new(&[1, 1]).numbers(0, &[[1], [2], [3]]).rule(1, vec![v(0)], 1, atom(0, vec![v(0)]));
    assert_eq!(case().refusal(Some(5)), Some("SY0592"));
    assert_eq!(case().refusal(Some(6)), None);
    assert_eq!(case().refusal(Some(2)), Some("SY0592"));
    let endless = Case::new(&[1]).fact(0, vec![range(vec![n(0), n(i64::MAX)])]);
    assert_eq!(endless.refusal(Some(1_000)), Some("SY0592"));
    let growing = Case::new(&[1]).strata(&[(&[0], true)]).fact(0, vec![n(0)]).rule(
        0,
        vec![plus(v(0), n(1))],
        1,
        atom(0, vec![v(0)]),
    );
    assert_eq!(growing.refusal(Some(1_000)), Some("SY0592"));
}

#[test]
fn explosions_and_unbound_variables() {
    let either = || any([atom(0, vec![n(1)]), atom(0, vec![n(2)])]);
    let twenty = Body::All((0..20).map(|_| either()).collect());
    assert_eq!(Case::new(&[1, 0]).rule(1, vec![], 0, twenty).refusal(None), Some("SY0593"));
    let unbound = all([atom(0, vec![v(0)]), equal(v(0), plus(v(1), n(1)))]);
    assert_eq!(Case::new(&[1, 1]).rule(1, vec![v(1)], 2, unbound).refusal(None), Some("SY0594"));
}
