use program::checked::Comparison::Less;
use program::checked::Term;
use values::Primitive::Number;

use crate::testing::*;

/// Relation 0 holds edges, relation 1 is their closure.
fn edges() -> Case {
    Case::new(&[2, 2, 2, 1])
        .strata(&[(&[0], false), (&[1], true), (&[3], false), (&[2], false)])
        .numbers(0, &[[1, 2], [2, 3], [3, 1], [3, 4]])
}

fn closed(case: Case) -> Case {
    case.rule(1, vec![v(0), v(1)], 2, atom(0, vec![v(0), v(1)])).rule(
        1,
        vec![v(0), v(2)],
        3,
        all([atom(1, vec![v(0), v(1)]), atom(0, vec![v(1), v(2)])]),
    )
}

const CLOSURE: [&str; 12] = ["1,1", "1,2", "1,3", "1,4", "2,1", "2,2", "2,3", "2,4", "3,1", "3,2", "3,3", "3,4"];

#[test]
fn transitive_closure() {
    assert_eq!(closed(edges()).tuples(1), CLOSURE);
    let squaring = edges().rule(1, vec![v(0), v(1)], 2, atom(0, vec![v(0), v(1)])).rule(
        1,
        vec![v(0), v(2)],
        3,
        all([atom(1, vec![v(1), v(2)]), atom(1, vec![v(0), v(1)])]),
    );
    assert_eq!(squaring.tuples(1), CLOSURE);
}

#[test]
fn a_recursive_relation_starts_from_its_records_and_facts() {
    let case = closed(edges()).numbers(1, &[[7, 1]]).fact(1, vec![n(8), n(3)]);
    let tuples = case.tuples(1);
    assert_eq!(tuples[..12], CLOSURE);
    // 7 reaches what 1 reaches besides 1 itself, 8 what 3 reaches besides 3
    assert_eq!(tuples[12..], ["7,1", "7,2", "7,3", "7,4", "8,1", "8,2", "8,3", "8,4"]);
}

#[test]
fn negation_reads_the_finished_closure() {
    let case = closed(edges())
        .rule(3, vec![v(0)], 2, any([atom(0, vec![v(0), Term::Wildcard]), atom(0, vec![Term::Wildcard, v(0)])]))
        .rule(2, vec![v(0), v(1)], 2, all([not(atom(1, vec![v(0), v(1)])), atom(3, vec![v(0)]), atom(3, vec![v(1)])]));
    assert_eq!(case.tuples(3), ["1", "2", "3", "4"]);
    assert_eq!(case.tuples(2), ["4,1", "4,2", "4,3", "4,4"]);
}

/// 1 has the children 2 and 3, 2 has 4, 3 has 5 and 6.
#[test]
fn same_generation() {
    let siblings = all([atom(0, vec![v(0), v(2)]), atom(0, vec![v(1), v(2)])]);
    let cousins = all([atom(0, vec![v(0), v(2)]), atom(1, vec![v(2), v(3)]), atom(0, vec![v(1), v(3)])]);
    let case = Case::new(&[2, 2])
        .strata(&[(&[0], false), (&[1], true)])
        .numbers(0, &[[2, 1], [3, 1], [4, 2], [5, 3], [6, 3]])
        .rule(1, vec![v(0), v(1)], 3, siblings)
        .rule(1, vec![v(0), v(1)], 4, cousins);
    let expected = ["2,2", "2,3", "3,2", "3,3", "4,4", "4,5", "4,6", "5,4", "5,5", "5,6", "6,4", "6,5", "6,6"];
    assert_eq!(case.tuples(1), expected);
}

#[test]
fn mutual_recursion() {
    let step = |from, to| (to, all([atom(from, vec![v(0)]), atom(0, vec![v(0), v(1)])]));
    let (even, odd) = (step(2, 1), step(1, 2));
    let case = Case::new(&[2, 1, 1])
        .strata(&[(&[0], false), (&[1, 2], true)])
        .numbers(0, &[[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]])
        .fact(1, vec![n(0)])
        .rule(even.0, vec![v(1)], 2, even.1)
        .rule(odd.0, vec![v(1)], 2, odd.1);
    assert_eq!(case.tuples(1), ["0", "2", "4"]);
    assert_eq!(case.tuples(2), ["1", "3", "5"]);
}

#[test]
fn computed_heads_and_computed_keys() {
    // r0(0). r0(n + 1) :- r0(n), n < 4.   r1(n) :- r0(n), r0(n + 2).
    let case = Case::new(&[1, 1])
        .strata(&[(&[0], true), (&[1], false)])
        .fact(0, vec![n(0)])
        .rule(0, vec![plus(v(0), n(1))], 1, all([atom(0, vec![v(0)]), compare(Less, Number, v(0), n(4))]))
        .rule(1, vec![v(0)], 1, all([atom(0, vec![plus(v(0), n(2))]), atom(0, vec![v(0)])]));
    assert_eq!(case.tuples(0), ["0", "1", "2", "3", "4"]);
    assert_eq!(case.tuples(1), ["0", "1", "2"]);
}

#[test]
fn computed_keys_into_the_growing_relation() {
    // Fibonacci: f(0, 0). f(1, 1). f(i, a + b) :- f(j, a), f(j + 1, b), i = j + 2, i < 11.
    let sum = all([
        atom(0, vec![v(1), v(2)]),
        atom(0, vec![plus(v(1), n(1)), v(3)]),
        equal(v(0), plus(v(1), n(2))),
        compare(Less, Number, v(0), n(11)),
    ]);
    let case = Case::new(&[2]).strata(&[(&[0], true)]).fact(0, vec![n(0), n(0)]).fact(0, vec![n(1), n(1)]).rule(
        0,
        vec![v(0), plus(v(2), v(3))],
        4,
        sum,
    );
    assert_eq!(case.tuples(0), ["0,0", "1,1", "2,1", "3,2", "4,3", "5,5", "6,8", "7,13", "8,21", "9,34", "10,55"]);
}

#[test]
fn three_recursive_atoms_in_one_body() {
    // Paths of length 1, 3, 5, ... along the chain 0 .. 9.
    let triple = all([atom(1, vec![v(0), v(1)]), atom(1, vec![v(1), v(2)]), atom(1, vec![v(2), v(3)])]);
    let chain: Vec<[i64; 2]> = (0..9).map(|n| [n, n + 1]).collect();
    let case = Case::new(&[2, 2])
        .strata(&[(&[0], false), (&[1], true)])
        .numbers(0, &chain)
        .rule(1, vec![v(0), v(1)], 2, atom(0, vec![v(0), v(1)]))
        .rule(1, vec![v(0), v(3)], 4, triple);
    let expected: Vec<String> =
        (0..10).flat_map(|a| (a + 1..10).filter(move |b| (b - a) % 2 == 1).map(move |b| format!("{a},{b}"))).collect();
    assert_eq!(case.tuples(1), expected);
}

#[test]
fn a_view_without_the_new_column_is_new_only_once() {
    // r1(x) :- r0(x, _).  r0(x, y + 1) :- r1(x), r0(x, y), y < 3.
    let case = Case::new(&[2, 1])
        .strata(&[(&[0, 1], true)])
        .fact(0, vec![n(7), n(0)])
        .rule(1, vec![v(0)], 1, atom(0, vec![v(0), Term::Wildcard]))
        .rule(
            0,
            vec![v(0), plus(v(1), n(1))],
            2,
            all([atom(1, vec![v(0)]), atom(0, vec![v(0), v(1)]), compare(Less, Number, v(1), n(3))]),
        );
    assert_eq!(case.tuples(0), ["7,0", "7,1", "7,2", "7,3"]);
    assert_eq!(case.tuples(1), ["7"]);
}

#[test]
fn ten_thousand_rounds() {
    let chain: Vec<[i64; 2]> = (0..10_000).map(|n| [n, n + 1]).collect();
    let case = Case::new(&[2, 1]).strata(&[(&[0], false), (&[1], true)]).numbers(0, &chain).fact(1, vec![n(0)]).rule(
        1,
        vec![v(1)],
        2,
        all([atom(1, vec![v(0)]), atom(0, vec![v(0), v(1)])]),
    );
    assert_eq!(case.tuples(1).len(), 10_001);
}

#[test]
fn an_argument_computed_late_in_one_round_and_early_in_another() {
    // r0(z) :- r1(t), r0(x), t = 6 / x, r2(t, t + 1, z).   The first round looks r2 up by t + 1; later ones begin with
    // r0(x), where t may fail, and find t + 1 in r2 before t is final.
    let body = all([
        atom(1, vec![v(0)]),
        atom(0, vec![v(1)]),
        equal(v(0), over(n(6), v(1))),
        atom(2, vec![v(0), plus(v(0), n(1)), v(2)]),
    ]);
    // from 1: t = 6, r2(6, 7, 2); from 2: t = 3, r2(3, 4, 3); from 3: t = 2, where r2(2, 9, 6) is no match
    let case = Case::new(&[1, 1, 3])
        .strata(&[(&[1], false), (&[2], false), (&[0], true)])
        .numbers(1, &[[2], [3], [6]])
        .numbers(2, &[[6, 7, 2], [3, 4, 3], [2, 9, 6]])
        .fact(0, vec![n(1)])
        .rule(0, vec![v(2)], 3, body);
    assert_eq!(case.tuples(0), ["1", "2", "3"]);
}
