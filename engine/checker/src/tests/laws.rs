use program::checked::Comparison::Less;
use program::checked::{Law, RelId, Term};
use values::Primitive::Number;

use crate::testing::*;

/// Relation 1 is recursive over the edges of relation 0, of which there are 1-2, 2-3 and 3-1; relation 2 observes it.
fn cycle() -> Case {
    Case::new(&[2, 2, 3]).strata(&[(&[0], false), (&[1], true), (&[2], false)]).numbers(0, &[[1, 2], [2, 3], [3, 1]])
}

#[test]
fn an_equivalence_is_closed_in_every_round() {
    let case = Case::new(&[2, 2]).law(1, Law::Equivalence, None).numbers(1, &[[4, 4]]).numbers(0, &[[1, 2], [3, 2]]);
    let case = case.rule(1, vec![v(0), v(1)], 2, atom(0, vec![v(0), v(1)]));
    let all_pairs = ["1,1", "1,2", "1,3", "2,1", "2,2", "2,3", "3,1", "3,2", "3,3", "4,4"];
    assert_eq!(case.tuples(1), all_pairs);
    // ten pairs and the two of relation 0
    assert_eq!((case.refusal(Some(11)), case.refusal(Some(12))), (Some("SY0592"), None));
}

#[test]
fn the_first_of_a_key_is_the_least_of_the_first_rule() {
    // r1(x, y) :- r0(x, y), y > 2.  r1(x, y) :- r0(x, y).   key x
    let above = all([atom(0, vec![v(0), v(1)]), compare(Less, Number, n(2), v(1))]);
    let case =
        Case::new(&[2, 2]).law(1, Law::Choice(vec![vec![0]]), None).numbers(0, &[[1, 4], [1, 3], [1, 2], [5, 1]]);
    let case = case.numbers(1, &[[9, 9], [9, 8]]).rule(1, vec![v(0), v(1)], 2, above);
    assert_eq!(case.rule(1, vec![v(0), v(1)], 2, atom(0, vec![v(0), v(1)])).tuples(1), ["1,3", "5,1", "9,9"]);
}

#[test]
fn dominated_tuples_are_rejected_and_erased() {
    // the shortest way round the cycle: r1(x, d) with d hops, kept where it is least; 1 begins with 5 hops and with 0
    let hop = all([atom(1, vec![v(0), v(1)]), atom(0, vec![v(0), v(2)]), compare(Less, Number, v(1), n(50))]);
    let case = cycle().numbers(1, &[[1, 5], [1, 0]]).rule(1, vec![v(2), plus(v(1), n(1))], 3, hop);
    let pair = [vec![v(0), v(1)], vec![v(0), v(2)]];
    assert_eq!(case.subsumption(1, pair, 3, compare(Less, Number, v(2), v(1))).tuples(1), ["1,0", "2,1", "3,2"]);
    // r0(x, _) <= r0(x, 1) :- true.   a wildcard is any value, but no tuple dominates itself
    let case = Case::new(&[2]).numbers(0, &[[7, 1], [7, 2], [8, 2]]);
    let pair = [vec![v(0), Term::Wildcard], vec![v(0), n(1)]];
    assert_eq!(case.subsumption(0, pair, 1, truth(true)).tuples(0), ["7,1", "8,2"]);
}

#[test]
fn rounds_are_numbered_observed_and_limited() {
    // r1(x, z) :- r0(x, z).  r1(x, z) :- r1(x, y), r0(y, z).
    let reach = || {
        let case = cycle().rule(1, vec![v(0), v(1)], 2, atom(0, vec![v(0), v(1)]));
        let step = all([atom(1, vec![v(0), v(1)]), atom(0, vec![v(1), v(2)])]);
        case.rule(1, vec![v(0), v(2)], 3, step).law(2, Law::DeltaOf(RelId(1)), None)
    };
    let rounds = ["0,1,2", "0,2,3", "0,3,1", "1,1,3", "1,2,1", "1,3,2", "2,1,1", "2,2,2", "2,3,3"];
    assert_eq!(reach().tuples(2), rounds);
    // four are reached in the second round, which is not cut in two
    assert_eq!(reach().law(1, Law::Set, Some(4)).tuples(2), rounds[..6]);
    // a round counts even where a projection has nothing new: r1(y, round) :- r1(x, _), r0(x, y).
    let round = Term::RoundNumber { span: NOWHERE };
    let again = all([
        atom(1, vec![v(0), Term::Wildcard]),
        atom(0, vec![v(0), v(1)]),
        compare(Less, values::Primitive::Unsigned, round, u(5)),
    ]);
    let round = Term::RoundNumber { span: NOWHERE };
    let case = cycle().numbers(1, &[[1, 0]]).rule(
        1,
        vec![v(1), call(program::checked::Functor::ToNumber(values::Primitive::Unsigned), vec![round])],
        2,
        again,
    );
    assert_eq!(case.tuples(1), ["1,0", "1,3", "2,1", "2,4", "3,2"]);
}
