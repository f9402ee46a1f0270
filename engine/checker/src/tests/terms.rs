use program::checked::Comparison::{Equal, GreaterEqual, Less};
use program::checked::{Functor, Term};
use values::Primitive::{self, Date, Decimal, Float};
use values::{Rounding, Value};

use crate::Origin::Rule;
use crate::testing::*;

fn constant(value: Value) -> Term {
    Term::Constant(value)
}

#[test]
fn terms_of_leases() {
    // Leases begin (r0: id, day, years); those that still run on 2021-01-05 and the day of their end.
    let end = || call(Functor::AddYears, vec![v(1), v(2)]);
    let runs = compare(Less, Date, constant(date("2021-01-05")), end());
    let lease = |id: &str, from: &str, years| vec![Value::symbol(id), date(from), Value::Number(years)];
    let case = Case::new(&[3, 2])
        .records(0, vec![lease("L-1", "2001-03-01", 20), lease("L-2", "2001-01-05", 20), lease("L-3", "2020-02-29", 1)])
        .rule(1, vec![v(0), end()], 3, all([runs, atom(0, vec![v(0), v(1), v(2)])]));
    assert_eq!(case.tuples(1), ["L-1,2021-03-01", "L-3,2021-02-28"]);
}

#[test]
fn shares_compare_exactly() {
    // starting price below 70 % of the appraisal: price / appraisal < 0.7, cross-multiplied
    let quotient = |dividend, divisor| Term::Ratio(Box::new(infix(dividend, Functor::Divide(Decimal), divisor)));
    let below = compare(Less, Decimal, quotient(v(0), v(1)), constant(decimal("0.7")));
    let third = compare(Equal, Decimal, quotient(v(0), v(1)), quotient(constant(decimal("2")), constant(decimal("3"))));
    let rows = [["70", "100"], ["69.999999999999", "100"], ["1", "1.5"], ["5", "0"]]
        .map(|row| row.map(decimal).to_vec())
        .to_vec();
    let nonzero = || compare(program::checked::Comparison::NotEqual, Decimal, v(1), constant(decimal("0")));
    let with = |literal| all([literal, atom(0, vec![v(0), v(1)]), nonzero()]);
    let case = Case::new(&[2, 1, 1]).records(0, rows.clone()).rule(1, vec![v(0)], 2, with(below)).rule(
        2,
        vec![v(0)],
        2,
        with(third),
    );
    assert_eq!(case.tuples(1), ["1", "69.999999999999"]);
    assert_eq!(case.tuples(2), ["1"]);
    let unguarded = compare(GreaterEqual, Decimal, quotient(v(0), v(1)), constant(decimal("0")));
    let case = Case::new(&[2, 1]).records(0, rows).rule(1, vec![v(0)], 2, all([atom(0, vec![v(0), v(1)]), unguarded]));
    assert_eq!(case.failure(), Some(Rule(0)));
}

#[test]
fn rounded_quotients_in_heads() {
    let third = infix(v(0), Functor::Divide(Decimal), constant(decimal("3")));
    let round = call(Functor::Round(Rounding::HalfUp), vec![third, n(2)]);
    let rows = vec![vec![decimal("1")], vec![decimal("-0.035")]];
    let case = Case::new(&[1, 1]).records(0, rows).rule(1, vec![round], 1, atom(0, vec![v(0)]));
    assert_eq!(case.tuples(1), ["-0.01", "0.33"]);
}

#[test]
fn ranges_generate() {
    // r0(range(0, 3)).  r1(x, y) :- r0(x), y = range(x, 3).  r2(x) :- r0(x), r0(range(x, x + 2)).
    let case = Case::new(&[1, 2, 1, 1])
        .fact(0, vec![range(vec![n(0), n(3)])])
        .rule(1, vec![v(0), v(1)], 2, all([equal(v(1), range(vec![v(0), n(3)])), atom(0, vec![v(0)])]))
        .rule(
            2,
            vec![v(0)],
            1,
            all([atom(0, vec![v(0)]), atom(0, vec![range(vec![plus(v(0), n(1)), plus(v(0), n(3))])])]),
        )
        .rule(3, vec![v(0)], 1, all([atom(0, vec![v(0)]), equal(v(0), range(vec![n(2), n(0), n(-2)]))]));
    assert_eq!(case.tuples(0), ["0", "1", "2"]);
    assert_eq!(case.tuples(1), ["0,0", "0,1", "0,2", "1,1", "1,2", "2,2"]);
    assert_eq!(case.tuples(2), ["0", "1"]);
    assert_eq!(case.tuples(3), ["2"]);
}

#[test]
fn texts_are_built_and_joined() {
    // same address: first two words, letters and digits only, upper case
    let key = |var| {
        let words = call(Functor::Words, vec![v(var), n(2)]);
        call(Functor::Keep, vec![s("[A-Z0-9]"), call(Functor::Upper, vec![words])])
    };
    let same = compare(Equal, Primitive::Symbol, key(0), key(1));
    let rows = ["12 n.State St", "12 N-State  Ave", "12 S State"].map(|text| vec![Value::symbol(text)]).to_vec();
    let different = compare(Less, Primitive::Symbol, v(0), v(1));
    let case = Case::new(&[1, 2]).records(0, rows).rule(
        1,
        vec![v(0), v(1)],
        2,
        all([atom(0, vec![v(0)]), atom(0, vec![v(1)]), same, different]),
    );
    assert_eq!(case.tuples(1), ["12 N-State  Ave,12 n.State St"]);
}

#[test]
fn duplicates_of_floats_are_told_by_bits() {
    let half = infix(v(0), Functor::Divide(Float), constant(Value::Float(0.0)));
    let rows = [1.0, 2.0, -1.0, 0.0].map(|x| vec![Value::Float(x)]).to_vec();
    let case = Case::new(&[1, 1]).records(0, rows).rule(1, vec![half], 1, atom(0, vec![v(0)]));
    let mut tuples = case.tuples(1);
    tuples.retain(|text| !text.contains("nan"));
    assert_eq!(tuples, ["-inf", "inf"]);
    assert_eq!(case.tuples(1).len(), 3);
}
