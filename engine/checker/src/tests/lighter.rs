//! 从旧兼从轻.

use program::checked::{Lighter, VarId};
use values::Primitive::Date;
use values::Value;

use crate::testing::*;

/// `r1(k, p(on: t)) :- r0(k, act, judged)` under the law of both days; the parameter is 10 until 2013, 20 in 2014, 5 from 2015 on.
fn sentences(cases: &[(&str, &str)]) -> Case {
    let row = |(number, (act, judged)): (i64, &(&str, &str))| vec![Value::Number(number), date(act), date(judged)];
    let day = |date: u32| compare(program::checked::Comparison::Equal, Date, v(3), v(date));
    let months = equal(v(4), parameter(Some(v(3))));
    let body = all([atom(0, vec![v(0), v(1), v(2)]), months, any([day(1), day(2)])]);
    let lighter = Lighter { day: VarId(3), dates: [VarId(1), VarId(2)], by: 1, span: NOWHERE };
    let until = |from, to, value| (Some((from, to)), value);
    let values = [
        until("2010-01-01", Some("2013-12-31"), 10),
        until("2014-01-01", Some("2014-12-31"), 20),
        until("2015-01-01", None, 5),
    ];
    Case::new(&[3, 2])
        .records(0, (1..).zip(cases).map(row).collect())
        .parameter(&values)
        .rule(1, vec![v(0), v(4)], 5, body)
        .last(|rule| rule.lighter = Some(lighter))
}

#[test]
fn the_lighter_law_of_two_days_is_taken() {
    let cases = [("2013-06-01", "2014-06-01"), ("2014-06-01", "2015-06-01"), ("2013-01-01", "2013-12-31")];
    assert_eq!(sentences(&cases).tuples(1), ["1,10", "2,5", "3,10"]);
}

#[test]
fn both_results_must_be_there() {
    // without a value for the day of the act there is no result at all: an error
    assert!(sentences(&[("2009-06-01", "2014-06-01")]).failure().is_some());
}

#[test]
fn a_finding_leaves_both_versions_open() {
    // r2 is a finding that the rule needs besides, of which nobody made one for case 2
    let day = |date: u32| compare(program::checked::Comparison::Equal, Date, v(3), v(date));
    let found = atom(1, vec![v(0), v(4)]);
    let body = all([atom(0, vec![v(0), v(1), v(2)]), found, any([day(1), day(2)])]);
    let lighter = Lighter { day: VarId(3), dates: [VarId(1), VarId(2)], by: 1, span: NOWHERE };
    let row = |number| vec![Value::Number(number), date("2013-01-01"), date("2014-01-01")];
    let case = Case::new(&[3, 2, 2])
        .records(0, vec![row(1), row(2)])
        .numbers(1, &[[1, 6]])
        .finding(1, 1)
        .rule(2, vec![v(0), v(4)], 5, body)
        .last(|rule| rule.lighter = Some(lighter))
        .clue(2, program::checked::Grade::A);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["1,6".into()], vec!["2,?:1".to_string()]));
}
