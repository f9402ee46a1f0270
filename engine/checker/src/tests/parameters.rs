//! Parameters and norms in force.

use program::checked::{LiteralKind, NormId, Rank, VarId};
use values::Primitive::Date;
use values::Value;

use crate::Origin::Rule;
use crate::testing::*;

/// Relation 0: cases with their days.
fn cases(days: &[&str]) -> Case {
    let row = |(number, day): (i64, &&str)| vec![Value::Number(number), date(day)];
    Case::new(&[2, 2]).records(0, (1..).zip(days).map(row).collect())
}

#[test]
fn a_parameter_has_the_value_of_its_day() {
    // r1(k, v) :- r0(k, t), v = p(on: t).   10 in 2013, 20 from 2014 on
    let values = [(Some(("2013-01-01", Some("2013-12-31"))), 10), (Some(("2014-01-01", None)), 20)];
    let by_day = |days: &[&str]| {
        let body = all([atom(0, vec![v(0), v(1)]), equal(v(2), parameter(Some(v(1))))]);
        cases(days).parameter(&values).rule(1, vec![v(0), v(2)], 3, body)
    };
    assert_eq!(
        by_day(&["2013-01-01", "2013-12-31", "2014-01-01", "2030-06-01"]).tuples(1),
        ["1,10", "2,10", "3,20", "4,20"]
    );
    // no value on that day
    assert_eq!(by_day(&["2013-06-01", "2012-12-31"]).failure(), Some(Rule(0)));
}

#[test]
fn a_gap_matters_only_where_all_other_literals_hold() {
    // r1(k, v) :- r0(k, t), v = p(on: t), k < 2.
    let values = [(Some(("2013-01-01", None)), 10)];
    let body = all([
        atom(0, vec![v(0), v(1)]),
        equal(v(2), parameter(Some(v(1)))),
        compare(program::checked::Comparison::Less, values::Primitive::Number, v(0), n(2)),
    ]);
    let case = cases(&["2013-01-01", "1999-01-01"]).parameter(&values).rule(1, vec![v(0), v(2)], 3, body);
    assert_eq!(case.tuples(1), ["1,10"]);
}

#[test]
fn a_norm_is_in_force_from_its_first_to_its_last_day() {
    let norm = [(Rank::Law, "2010-01-01", Some("2012-12-31")), (Rank::Law, "2015-01-01", None)];
    let days = ["2009-12-31", "2010-01-01", "2012-12-31", "2013-01-01", "2014-12-31", "2015-01-01", "2040-01-01"];
    let in_force = || body(LiteralKind::InForce { norm: NormId(0), day: VarId(1) });
    let case =
        |literal| cases(&days).norm(&norm).rule(1, vec![v(0), v(0)], 2, all([literal, atom(0, vec![v(0), v(1)])]));
    assert_eq!(case(in_force()).tuples(1), ["2,2", "3,3", "6,6", "7,7"]);
    assert_eq!(case(not(in_force())).tuples(1), ["1,1", "4,4", "5,5"]);
    assert_eq!(Date, date("2010-01-01").primitive());
}
