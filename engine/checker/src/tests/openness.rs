//! What is open: absences that nobody knows of, findings that nobody made, expected values that are missing.
//!
//! Relation 0 holds the cases 1, 2, 3 .. that are asked about.

use program::checked::AggregateOp::{Count, Max};
use program::checked::Comparison::Greater;
use program::checked::{Grade, Term};
use values::Primitive::Number;
use values::Value;

use crate::Verdict;
use crate::testing::*;

fn wild() -> Term {
    Term::Wildcard
}

/// `r2(k) :- r0(k), not r1(k, _).` with r1 filled with records.
fn lapsed(case: impl Fn(Case) -> Case) -> Case {
    let body = all([atom(0, vec![v(0)]), unknown_or_absent(1, vec![v(0), wild()], vec![])]);
    let base = Case::new(&[1, 2, 1]).numbers(0, &[[1], [2]]).numbers(1, &[[1, 7]]).rule(2, vec![v(0)], 1, body);
    case(base).model(0).clue(2, Grade::B)
}

#[test]
fn absence_from_a_table_of_the_program_is_known() {
    let case = lapsed(|case| case);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["2".to_string()], vec![]));
}

#[test]
fn absence_from_records_is_open_unless_they_are_complete() {
    let open = lapsed(|case| case.filled(&[1]));
    assert_eq!(open.tuples(2), [""; 0]);
    assert_eq!(open.open(2), ["2:2"]);
    assert_eq!(open.verdicts(), [("1".to_string(), Verdict::None), ("2".to_string(), Verdict::Undetermined)]);
    let complete = lapsed(|case| case.filled(&[1]).everywhere(1));
    assert_eq!((complete.tuples(2), complete.open(2)), (vec!["2".to_string()], vec![]));
    assert_eq!(complete.verdicts()[1].1, Verdict::Clue(Grade::B));
}

#[test]
fn a_derived_relation_is_complete_where_all_below_are() {
    // r3(k) :- r1(k, x), !r2(x).   r4(k) :- r0(k), not r3(k).
    let case = |complete: &[u32]| {
        let case = Case::new(&[1, 2, 1, 1, 1]).numbers(0, &[[1], [2]]).numbers(1, &[[1, 7]]).filled(&[1, 2]);
        let case = case.rule(3, vec![v(0)], 2, all([atom(1, vec![v(0), v(1)]), not(atom(2, vec![v(1)]))])).rule(
            4,
            vec![v(0)],
            1,
            all([atom(0, vec![v(0)]), unknown_or_absent(3, vec![v(0)], vec![])]),
        );
        complete.iter().fold(case, |case, relation| case.everywhere(*relation)).model(0).clue(4, Grade::A)
    };
    assert_eq!((case(&[1]).tuples(4), case(&[1]).open(4)), (vec![], vec!["2:2".to_string()]));
    assert_eq!(case(&[1, 2]).tuples(4), ["2"]);
}

/// `r3(k) :- r0(k), not r1(k, _, _) within (place: k, day: d"2020-01-05" .. d"2020-01-10").` with these declarations of r1 in r2: place,
/// from, to, by, on.
fn declared(rows: &[(i64, &str, &str)]) -> Vec<String> {
    let row = |(place, from, to): &(i64, &str, &str)| {
        vec![Value::Number(*place), date(from), date(to), Value::symbol("court"), date("2021-01-01")]
    };
    let day = |text: &str| Term::Constant(date(text));
    let within = vec![("place", v(0), None), ("day", day("2020-01-05"), Some(day("2020-01-10")))];
    let body = all([atom(0, vec![v(0)]), unknown_or_absent(1, vec![v(0), wild(), wild()], within)]);
    Case::new(&[1, 3, 5, 1])
        .numbers(0, &[[1]])
        .filled(&[1])
        .declared(1, &["place", "day", "x"], &[0], Some(1), 2)
        .records(2, rows.iter().map(row).collect())
        .rule(3, vec![v(0)], 1, body)
        .tuples(3)
}

#[test]
fn declarations_cover_a_period_alone_or_together() {
    assert_eq!(declared(&[(1, "2020-01-05", "2020-01-10")]), ["1"]);
    assert_eq!(declared(&[(1, "2019-01-01", "2020-12-31")]), ["1"]);
    // the one ends on the day before the other one begins; three that overlap, out of order
    assert_eq!(declared(&[(1, "2020-01-01", "2020-01-07"), (1, "2020-01-08", "2020-01-10")]), ["1"]);
    let three = [(1, "2020-01-09", "2020-01-20"), (1, "2020-01-01", "2020-01-06"), (1, "2020-01-06", "2020-01-09")];
    assert_eq!(declared(&three), ["1"]);
    // a day is missing: in between, at the end, at the beginning
    assert_eq!(declared(&[(1, "2020-01-01", "2020-01-07"), (1, "2020-01-09", "2020-01-10")]), [""; 0]);
    assert_eq!(declared(&[(1, "2020-01-05", "2020-01-09")]), [""; 0]);
    assert_eq!(declared(&[(1, "2020-01-06", "2020-01-10")]), [""; 0]);
    // elsewhere, nowhere, and for no day at all
    assert_eq!(declared(&[(2, "2020-01-01", "2020-12-31")]), [""; 0]);
    assert_eq!(declared(&[]), [""; 0]);
    assert_eq!(declared(&[(1, "2020-01-10", "2020-01-05")]), [""; 0]);
}

/// Relation 1 is a finding of relation 0's cases: key, value. `r2(k, v) :- r0(k), r1(k, v).   r3(k) :- r2(k, v), v > 5.`
fn judged(findings: &[[i64; 2]]) -> Case {
    Case::new(&[1, 2, 2, 1])
        .numbers(0, &[[1], [2], [3]])
        .numbers(1, findings)
        .filled(&[1])
        .finding(1, 1)
        .rule(2, vec![v(0), v(1)], 2, all([atom(0, vec![v(0)]), atom(1, vec![v(0), v(1)])]))
        .rule(3, vec![v(0)], 2, all([compare(Greater, Number, v(1), n(5)), atom(2, vec![v(0), v(1)])]))
        .model(0)
        .clue(3, Grade::A)
}

#[test]
fn a_finding_that_nobody_made_is_open() {
    let case = judged(&[[1, 9], [2, 3]]);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["1,9".into(), "2,3".into()], vec!["3,?:1".to_string()]));
    // the condition reads what is not known
    assert_eq!((case.tuples(3), case.open(3)), (vec!["1".into()], vec!["3:1".to_string()]));
    let verdicts: Vec<Verdict> = case.verdicts().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(verdicts, [Verdict::Clue(Grade::A), Verdict::None, Verdict::Conditional]);
}

#[test]
fn contradictory_findings_are_open_and_none_is_picked() {
    let case = judged(&[[1, 9], [1, 3], [2, 9], [3, 1]]);
    assert_eq!((case.tuples(3), case.open(3)), (vec!["2".into()], vec!["1:1".to_string()]));
    // all of them are there
    assert_eq!(case.tuples(1), ["1,3", "1,9", "2,9", "3,1"]);
}

#[test]
fn the_absence_of_a_finding_is_open_where_nobody_made_one() {
    // r2(k) :- r0(k), not r1(k, 9).
    let body = all([atom(0, vec![v(0)]), unknown_or_absent(1, vec![v(0), n(9)], vec![])]);
    let case = Case::new(&[1, 2, 1])
        .numbers(0, &[[1], [2], [3], [4]])
        .numbers(1, &[[1, 9], [2, 3], [4, 9], [4, 8]])
        .filled(&[1])
        .finding(1, 1)
        .rule(2, vec![v(0)], 1, body)
        .clue(2, Grade::A);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["2".into()], vec!["3:1".to_string(), "4:1".to_string()]));
}

#[test]
fn an_expected_value_that_is_missing_is_open() {
    // r2(k, v) :- r0(k), r1(k, v), v > 5.   each case should have a value
    let body = all([atom(0, vec![v(0)]), atom(1, vec![v(0), v(1)]), compare(Greater, Number, v(1), n(5))]);
    let case = Case::new(&[1, 2, 2])
        .numbers(0, &[[1], [2], [3]])
        .numbers(1, &[[1, 9], [2, 3]])
        .expected(1, &[0])
        .rule(2, vec![v(0), v(1)], 2, body)
        .model(0)
        .clue(2, Grade::A);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["1,9".into()], vec!["3,?:2".to_string()]));
    assert_eq!(case.verdicts()[2].1, Verdict::Undetermined);
}

#[test]
fn an_atom_gives_an_unknown_variable_its_value() {
    // r3(k, v) :- r0(k), r1(k, v), r2(v), v > 5.   the finding is one of 4, 6, 8
    let body = all([
        compare(Greater, Number, v(1), n(5)),
        atom(1, vec![v(0), v(1)]),
        atom(0, vec![v(0)]),
        atom(2, vec![v(1)]),
    ]);
    let case = Case::new(&[1, 2, 1, 2])
        .numbers(0, &[[1]])
        .numbers(2, &[[4], [6], [8]])
        .finding(1, 1)
        .rule(3, vec![v(0), v(1)], 2, body)
        .clue(3, Grade::A);
    assert_eq!(case.open(3), ["1,6:1", "1,8:1"]);
}

#[test]
fn an_equation_gives_an_unknown_variable_its_value() {
    // r2(k, v) :- r0(k), r1(k, v), v = 8.
    let body = all([atom(0, vec![v(0)]), atom(1, vec![v(0), v(1)]), equal(v(1), n(8))]);
    let case =
        Case::new(&[1, 2, 2]).numbers(0, &[[1]]).finding(1, 1).rule(2, vec![v(0), v(1)], 2, body).clue(2, Grade::A);
    assert_eq!(case.open(2), ["1,8:1"]);
}

#[test]
fn missing_data_weighs_more_than_a_missing_finding() {
    // r3(k) :- r0(k), r1(k, _), not r2(k).   a finding, and records that are complete nowhere
    let body = all([atom(0, vec![v(0)]), atom(1, vec![v(0), wild()]), unknown_or_absent(2, vec![v(0)], vec![])]);
    let case = Case::new(&[1, 2, 1, 1])
        .numbers(0, &[[1], [2]])
        .numbers(2, &[[2]])
        .filled(&[2])
        .finding(1, 1)
        .rule(3, vec![v(0)], 1, body)
        .clue(3, Grade::A);
    assert_eq!(case.open(3), ["1:2"]);
}

#[test]
fn an_aggregate_is_open_where_its_group_has_open_tuples() {
    // r2 as in `judged`; r3(k, c) :- r0(k), c = count : { r2(k, _) }.   r4(k) :- r0(k), 4 < max v : { r2(k, v) }.
    let body = all([atom(0, vec![v(0)]), atom(1, vec![v(0), v(1)])]);
    let count = folded(aggregate(Count, None, atom(2, vec![v(0), wild()]), &[0], &[]));
    let most = folded(aggregate(Max, Some(v(1)), atom(2, vec![v(0), v(1)]), &[0], &[1]));
    let case = Case::new(&[1, 2, 2, 2, 1])
        .numbers(0, &[[1], [2], [3]])
        .numbers(1, &[[1, 9], [2, 3]])
        .finding(1, 1)
        .rule(2, vec![v(0), v(1)], 2, body)
        .rule(3, vec![v(0), v(1)], 2, all([atom(0, vec![v(0)]), equal(v(1), count)]))
        .rule(4, vec![v(0)], 2, all([atom(0, vec![v(0)]), compare(Greater, Number, most, n(4))]))
        .clue(3, Grade::A)
        .clue(4, Grade::A);
    assert_eq!((case.tuples(3), case.open(3)), (vec!["1,1".into(), "2,1".into()], vec!["3,?:1".to_string()]));
    assert_eq!((case.tuples(4), case.open(4)), (vec!["1".into()], vec!["3:1".to_string()]));
}

#[test]
fn openness_goes_round_a_recursion() {
    // r1: edges, one of them (2, 3) only by the finding r2.   r3(x, y) :- r1(x, y).  r3(x, y) :- r0(x), r0(y), r2(x, y).
    // r3(x, z) :- r3(x, y), r3(y, z).   The finding about a pair is open where nobody made it: it is made for all but (2, 3).
    let found: Vec<[i64; 3]> =
        (1..=4).flat_map(|x| (1..=4).map(move |y| [x, y, 0])).filter(|[x, y, _]| (*x, *y) != (2, 3)).collect();
    let case = Case::new(&[1, 2, 3, 2])
        .strata(&[(&[0], false), (&[1], false), (&[2], false), (&[3], true)])
        .numbers(0, &[[1], [2], [3], [4]])
        .numbers(1, &[[1, 2], [3, 4]])
        .numbers(2, &found)
        .finding(2, 2)
        .rule(3, vec![v(0), v(1)], 2, atom(1, vec![v(0), v(1)]))
        .rule(3, vec![v(0), v(1)], 2, all([atom(0, vec![v(0)]), atom(0, vec![v(1)]), atom(2, vec![v(0), v(1), n(1)])]))
        .rule(3, vec![v(0), v(2)], 3, all([atom(3, vec![v(0), v(1)]), atom(3, vec![v(1), v(2)])]))
        .clue(3, Grade::C);
    assert_eq!(case.tuples(3), ["1,2", "3,4"]);
    assert_eq!(case.open(3), ["1,3:1", "1,4:1", "2,3:1", "2,4:1"]);
}

#[test]
fn what_nobody_asks_for_stays_closed() {
    let body = all([atom(0, vec![v(0)]), atom(1, vec![v(0), wild()])]);
    let case = Case::new(&[1, 2, 1]).numbers(0, &[[1]]).finding(1, 1).rule(2, vec![v(0)], 1, body);
    assert_eq!((case.tuples(2), case.open(2)), (vec![], vec![]));
}

#[test]
fn closed_negation_ignores_what_is_open() {
    // r2(k) :- r0(k), !r1(k, 9).
    let body = all([atom(0, vec![v(0)]), not(atom(1, vec![v(0), n(9)]))]);
    let case = Case::new(&[1, 2, 1]).numbers(0, &[[1]]).finding(1, 1).rule(2, vec![v(0)], 1, body).clue(2, Grade::B);
    assert_eq!((case.tuples(2), case.open(2)), (vec!["1".to_string()], vec![]));
}
