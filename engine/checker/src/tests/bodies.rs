use program::checked::Comparison::{Equal, Less, LessEqual};
use program::checked::{Functor, Term, TextTest};
use values::Primitive::{Float, Number, Symbol, Unsigned};
use values::Value;

use crate::testing::*;

#[test]
fn alternatives_and_their_negation() {
    // r0 = 1..6.  r1: x < 3 or x = 5.  r2: not that.
    let either = || any([compare(Less, Number, v(0), n(3)), equal(v(0), n(5))]);
    let case = Case::new(&[1, 1, 1])
        .numbers(0, &[[1], [2], [3], [4], [5], [6]])
        .rule(1, vec![v(0)], 1, all([atom(0, vec![v(0)]), either()]))
        .rule(2, vec![v(0)], 1, all([atom(0, vec![v(0)]), not(either())]));
    assert_eq!(case.tuples(1), ["1", "2", "5"]);
    assert_eq!(case.tuples(2), ["3", "4", "6"]);
}

#[test]
fn negation_of_a_conjunction_of_atoms() {
    // r3(x) :- r0(x), !(r1(x), r2(x)).
    let both = all([atom(1, vec![v(0)]), atom(2, vec![v(0)])]);
    let case = Case::new(&[1, 1, 1, 1])
        .numbers(0, &[[1], [2], [3], [4]])
        .numbers(1, &[[1], [2]])
        .numbers(2, &[[2], [3]])
        .rule(3, vec![v(0)], 1, all([not(both), atom(0, vec![v(0)])]));
    assert_eq!(case.tuples(3), ["1", "3", "4"]);
}

#[test]
fn several_heads_share_a_body() {
    let case = Case::new(&[2, 1, 1]).numbers(0, &[[1, 2], [3, 4]]).heads(
        vec![plain(1, vec![v(0)]), plain(2, vec![v(1)]), plain(1, vec![n(9)])],
        2,
        atom(0, vec![v(0), v(1)]),
    );
    assert_eq!(case.tuples(1), ["1", "3", "9"]);
    assert_eq!(case.tuples(2), ["2", "4"]);
}

#[test]
fn constants_repetitions_and_wildcards_in_atoms() {
    let rows = [[1, 1, 5], [1, 2, 5], [2, 2, 5], [3, 3, 6]];
    let case = Case::new(&[3, 1, 1]).numbers(0, &rows).rule(1, vec![v(0)], 1, atom(0, vec![v(0), v(0), n(5)])).rule(
        2,
        vec![v(0)],
        1,
        all([atom(0, vec![Term::Wildcard, v(0), Term::Wildcard]), not(atom(0, vec![v(0), Term::Wildcard, n(6)]))]),
    );
    assert_eq!(case.tuples(1), ["1", "2"]);
    assert_eq!(case.tuples(2), ["1", "2"]);
}

#[test]
fn an_unknown_constant_matches_nothing() {
    let case =
        Case::new(&[1, 1]).numbers(0, &[[1]]).rule(1, vec![v(0)], 1, all([atom(0, vec![v(0)]), atom(0, vec![n(77)])]));
    assert_eq!(case.tuples(1), [""; 0]);
}

#[test]
fn three_way_joins_and_products() {
    // r3(a, d) :- r0(a, b), r1(b, c), r2(c, d).   r4(a, d) :- r0(a, _), r2(_, d).
    let case = Case::new(&[2, 2, 2, 2, 2])
        .numbers(0, &[[1, 10], [2, 20]])
        .numbers(1, &[[10, 100], [10, 101], [30, 100]])
        .numbers(2, &[[100, 7], [101, 8], [102, 9]])
        .rule(
            3,
            vec![v(0), v(3)],
            4,
            all([atom(0, vec![v(0), v(1)]), atom(1, vec![v(1), v(2)]), atom(2, vec![v(2), v(3)])]),
        )
        .rule(4, vec![v(0), v(1)], 2, all([atom(0, vec![v(0), Term::Wildcard]), atom(2, vec![Term::Wildcard, v(1)])]));
    assert_eq!(case.tuples(3), ["1,7", "1,8"]);
    assert_eq!(case.tuples(4), ["1,7", "1,8", "1,9", "2,7", "2,8", "2,9"]);
}

#[test]
fn triangles() {
    let edges = [[1, 2], [2, 3], [3, 1], [2, 4], [4, 1], [4, 4]];
    let triangle = all([atom(0, vec![v(0), v(1)]), atom(0, vec![v(1), v(2)]), atom(0, vec![v(2), v(0)])]);
    let case = Case::new(&[2, 3]).numbers(0, &edges).rule(1, vec![v(0), v(1), v(2)], 3, triangle);
    assert_eq!(case.tuples(1), ["1,2,3", "1,2,4", "2,3,1", "2,4,1", "3,1,2", "4,1,2", "4,4,4"]);
}

#[test]
fn nullary_relations() {
    let case = Case::new(&[0, 0, 0, 1])
        .fact(0, vec![])
        .rule(1, vec![], 0, not(atom(0, vec![])))
        .rule(2, vec![], 0, all([atom(0, vec![]), not(atom(1, vec![]))]))
        .rule(3, vec![n(1)], 0, all([atom(2, vec![])]));
    assert_eq!(case.tuples(1), [""; 0]);
    assert_eq!(case.tuples(2), [""; 1]);
    assert_eq!(case.tuples(3), ["1"]);
}

#[test]
fn truth_and_falsehood() {
    let case = Case::new(&[1])
        .rule(0, vec![n(1)], 0, truth(true))
        .rule(0, vec![n(2)], 0, all([truth(true), truth(false)]))
        .rule(0, vec![n(3)], 0, not(truth(false)))
        .rule(0, vec![n(4)], 0, all([]));
    assert_eq!(case.tuples(0), ["1", "3", "4"]);
}

#[test]
fn equations_define_in_any_order() {
    // r1(c) :- c = b + b, b = a, r0(a).   and the other way round: a known on both sides
    let case = Case::new(&[1, 1, 1])
        .numbers(0, &[[1], [2], [4]])
        .rule(1, vec![v(0)], 3, all([equal(v(0), plus(v(1), v(1))), equal(v(1), v(2)), atom(0, vec![v(2)])]))
        .rule(2, vec![v(0)], 2, all([atom(0, vec![v(0)]), atom(0, vec![v(1)]), equal(plus(v(1), v(1)), v(0))]));
    assert_eq!(case.tuples(1), ["2", "4", "8"]);
    assert_eq!(case.tuples(2), ["2", "4"]);
}

#[test]
fn computed_arguments_of_atoms() {
    // r1(x) :- r0(x, x + 1).   r2(x) :- r0(x, _), !r0(x + 1, _).   r3(y) :- r0(x, 2), r0(x + 1, y).
    let case = Case::new(&[2, 1, 1, 1])
        .numbers(0, &[[1, 2], [2, 5], [5, 6], [6, 2]])
        .rule(1, vec![v(0)], 1, atom(0, vec![v(0), plus(v(0), n(1))]))
        .rule(
            2,
            vec![v(0)],
            1,
            all([not(atom(0, vec![plus(v(0), n(1)), Term::Wildcard])), atom(0, vec![v(0), Term::Wildcard])]),
        )
        .rule(3, vec![v(1)], 2, all([atom(0, vec![plus(v(0), n(1)), v(1)]), atom(0, vec![v(0), n(2)])]));
    assert_eq!(case.tuples(1), ["1", "5"]);
    assert_eq!(case.tuples(2), ["2", "6"]);
    assert_eq!(case.tuples(3), ["5"]);
}

#[test]
fn reinterpretation_is_solved_both_ways() {
    // r1(y) :- r0(x), as(y, number) = x.   r2(x) :- r1(as(x, unsigned)).
    let as_number = |term| call(Functor::Reinterpret(Unsigned, Number), vec![term]);
    let as_unsigned = |term| call(Functor::Reinterpret(Number, Unsigned), vec![term]);
    let case = Case::new(&[1, 1, 1])
        .numbers(0, &[[-1], [3]])
        .rule(1, vec![v(1)], 2, all([equal(as_number(v(1)), v(0)), atom(0, vec![v(0)])]))
        .rule(2, vec![v(0)], 1, atom(1, vec![as_unsigned(v(0))]));
    assert_eq!(case.tuples(1), ["3", "18446744073709551615"]);
    assert_eq!(case.tuples(2), ["-1", "3"]);
}

#[test]
fn text_tests_and_ill_formed_expressions() {
    let texts = ["A-17", "B-2", "A"].map(|text| vec![Value::symbol(text)]).to_vec();
    let tested = |pattern: &str| text_test(TextTest::Match, s(pattern), v(0));
    let with = |literal| all([literal, atom(0, vec![v(0)])]);
    let case = Case::new(&[1, 1, 1, 1, 1, 1, 1])
        .records(0, texts)
        .rule(1, vec![v(0)], 1, with(tested("[A-Z]-[0-9]+")))
        .rule(2, vec![v(0)], 1, with(not(tested("A.*"))))
        .rule(3, vec![v(0)], 1, with(tested("(")))
        .rule(4, vec![v(0)], 1, with(not(tested("("))))
        .rule(5, vec![v(0)], 1, with(not(text_test(TextTest::Contains, s("A"), v(0)))))
        .rule(6, vec![v(0)], 1, with(compare(LessEqual, Symbol, v(0), s("A-17"))));
    assert_eq!(case.tuples(1), ["A-17", "B-2"]);
    assert_eq!(case.tuples(2), ["B-2"]);
    assert_eq!(case.tuples(3), [""; 0]);
    assert_eq!(case.tuples(4), [""; 0]);
    assert_eq!(case.tuples(5), ["B-2"]);
    assert_eq!(case.tuples(6), ["A", "A-17"]);
}

#[test]
fn floats_compare_numerically_but_join_by_bits() {
    let floats = [0.0, -0.0, f64::NAN].map(|x| vec![Value::Float(x)]).to_vec();
    let zero = || Term::Constant(Value::Float(0.0));
    let pairs = |literal| all([atom(0, vec![v(0)]), atom(0, vec![v(1)]), literal]);
    let case = Case::new(&[1, 1, 1, 1, 2])
        .records(0, floats)
        .rule(1, vec![v(0)], 1, all([compare(Equal, Float, v(0), zero()), atom(0, vec![v(0)])]))
        .rule(2, vec![v(0)], 1, all([not(compare(Equal, Float, v(0), zero())), atom(0, vec![v(0)])]))
        .rule(3, vec![n(1)], 1, atom(0, vec![zero()]))
        .rule(4, vec![v(0), v(1)], 2, pairs(not(compare(Less, Float, v(0), v(1)))));
    assert_eq!(case.tuples(1), ["-0", "0"]);
    assert_eq!(case.tuples(2), ["nan"]);
    assert_eq!(case.tuples(3), ["1"]);
    // !(a < b) reads a >= b, which NaN never is
    assert_eq!(case.tuples(4), ["-0,-0", "-0,0", "0,-0", "0,0"]);
}

#[test]
fn long_chains_of_literals() {
    let differs = |k| not(equal(v(0), n(k)));
    let conjunction = all((0..10_000).map(differs).chain([atom(0, vec![v(0)])]));
    let disjunction = all([atom(0, vec![v(0)]), any((0..10_000).map(|k| equal(v(0), n(k))))]);
    let many = all((0..5_000).map(|k| atom(0, vec![v(k)])));
    let case = Case::new(&[1, 1, 1, 1])
        .numbers(0, &[[9_999], [10_000]])
        .rule(1, vec![v(0)], 1, conjunction)
        .rule(2, vec![v(0)], 1, disjunction)
        .rule(3, vec![v(0)], 5_000, many);
    assert_eq!(case.tuples(1), ["10000"]);
    assert_eq!(case.tuples(2), ["9999"]);
    assert_eq!(case.tuples(3), ["9999", "10000"]);
}

#[test]
fn long_chains_of_operators() {
    let sum = Term::Chain {
        first: Box::new(n(0)),
        rest: (0..10_000)
            .map(|_| program::checked::ChainLink { functor: Functor::Add(Number), right: v(0), span: NOWHERE })
            .collect(),
    };
    let case = Case::new(&[1, 1]).numbers(0, &[[1], [3]]).rule(1, vec![sum], 1, atom(0, vec![v(0)]));
    assert_eq!(case.tuples(1), ["10000", "30000"]);
}
