//! The working-day calendar, day by day: against the published list where it is there, and between the two evaluators.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use program::checked::{Body, Functor, Literal, LiteralKind, MonthEnd, PeriodUnit, Policy, Rule, Term, WorkingDays};
use tests::engine;
use values::{Calendar, Date, Holiday, Value};

fn main() {
    let list =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/cn_calendar/official_holiday_adjustments.csv");
    let is_there = list.is_file();
    let published = Trial::test("each_day_is_what_its_notice_says", move || published(&list));
    let trials = vec![
        published.with_ignored_flag(!is_there),
        Trial::test("notices_name_each_day_once", named_once),
        Trial::test("both_evaluators_know_the_same_days", both_evaluators),
        Trial::test("both_evaluators_count_periods_alike", periods),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// What a notice says of a day.
#[derive(Debug, PartialEq)]
struct Named {
    works: bool,
    name: String,
    notices: String,
}

fn published(list: &PathBuf) -> Result<(), Failed> {
    let mut expected = BTreeMap::new();
    for row in csv::Reader::from_path(list)?.records() {
        let row = row?;
        let date = Date::parse(&row[0]).unwrap();
        let named = Named { works: &row[1] == "1", name: row[2].to_string(), notices: row[3].replace(';', " ") };
        if date >= Calendar::FIRST {
            assert!(expected.insert(date, named).is_none(), "{date} stands twice");
        }
    }
    assert_eq!(expected.len(), 676);
    let ours = named_days();
    for date in all_days() {
        assert_eq!(ours.get(&date), expected.get(&date), "{date}");
        let works = expected.get(&date).map_or(is_weekday(date), |named| named.works);
        assert_eq!(Calendar::of_china().is_working_day(date), Ok(works), "{date}");
    }
    Ok(())
}

fn named_once() -> Result<(), Failed> {
    let days = Calendar::of_china().holidays().iter().flat_map(of_holiday);
    assert_eq!(days.count(), named_days().len());
    assert!(named_days().keys().all(|day| (Calendar::FIRST..=Calendar::LAST).contains(day)));
    Ok(())
}

/// Each functor on each day, and on days around it that cross weekends and the longest holidays.
fn both_evaluators() -> Result<(), Failed> {
    let text = "
        .decl day(d: date)
        day(d) :- n = range(0, 7305), d = d\"2007-01-01\" + n.
        .decl reaching(d: date)
        reaching(d) :- day(d), d < d\"2026-11-01\".
        .decl is(d: date, n: number)
        is(d, is_working_day(d)) :- day(d).
        .decl rolled(d: date, e: date)
        rolled(d, roll(d)) :- day(d).
        .decl added(d: date, n: number, e: date)
        added(d, n, wd_add(d, n)) :- reaching(d), (n = 0; n = 1; n = 2; n = 7; n = 30).
        .decl between(d: date, e: date, n: number)
        between(d, e, working_days(d, e)) :- reaching(d), (e = d + 1; e = d + 7; e = d + 60).
        between(d, e, working_days(d, e)) :- day(d), e = d\"2016-02-29\".
        .decl completed(d: date, months: number, years: number)
        completed(d, months_between(d, e), years_between(d, e)) :- day(d), (e = d\"2016-02-29\"; e = d\"2015-08-31\").
    ";
    let program = engine::accepted(text);
    let rows = vec![Vec::new(); program.relations.len()];
    let model = engine::evaluate(&program, &rows).map_err(|found| found.message(diagnostics::Lang::En))?;
    let (main, second) = (engine::relations(&model), engine::reference(&program, &rows).unwrap());
    for (name, tuples) in &main {
        assert!(*tuples == second[name], "the evaluators differ in {name}");
    }
    let working = |day| Calendar::of_china().is_working_day(day).unwrap();
    let expected = all_days().map(|day| vec![Value::Date(day), Value::Number(i64::from(working(day)))]);
    assert!(expected.eq(main["is"].iter().cloned()), "is_working_day");
    Ok(())
}

/// Every policy, in every unit, around a leap day, month ends and the holidays of the spring.
fn periods() -> Result<(), Failed> {
    let kinds = policies()
        .into_iter()
        .flat_map(|policy| [PeriodUnit::Days, PeriodUnit::Months, PeriodUnit::Years].map(|unit| (policy, unit)));
    let kinds = kinds.collect::<Vec<_>>();
    let mut text = "
        .decl day(d: date)
        day(d) :- n = range(0, 130), d = d\"2015-11-20\" + n.
        .decl length(n: number)
        length(1). length(2). length(3). length(5). length(6). length(7). length(10). length(11). length(15). length(30).
    "
    .to_string();
    for (number, (_, unit)) in kinds.iter().enumerate() {
        // Eleven years on there is no calendar yet.
        let most = if *unit == PeriodUnit::Years { 10 } else { 30 };
        text += &format!(".decl end{number}(d: date, n: number, e: date)\n");
        text += &format!("end{number}(d, n, e) :- day(d), length(n), n <= {most}, e = add_months(d, n).\n");
    }
    let mut program = engine::accepted(&text);
    let rules = program.rules.iter_mut().filter(|rule| rule.label.starts_with("end"));
    for (rule, (policy, unit)) in rules.zip(&kinds) {
        *added_months(rule) = Functor::Deadline(*policy, *unit);
    }
    let rows = vec![Vec::new(); program.relations.len()];
    let model = engine::evaluate(&program, &rows).map_err(|found| found.message(diagnostics::Lang::En))?;
    let (main, second) = (engine::relations(&model), engine::reference(&program, &rows).unwrap());
    for (number, kind) in kinds.iter().enumerate() {
        let name = format!("end{number}");
        let differs = main[&name].symmetric_difference(&second[&name]).next();
        assert!(differs.is_none(), "{kind:?}: {differs:?}");
        assert_eq!(main[&name].len(), if kind.1 == PeriodUnit::Years { 130 * 7 } else { 130 * 10 });
    }
    Ok(())
}

fn policies() -> Vec<Policy> {
    let rules = [WorkingDays::None, WorkingDays::All, WorkingDays::UpTo(10), WorkingDays::These(0b1010_1100)];
    let mut policies = Vec::new();
    for working_days in rules {
        for (first_day_included, rolls_forward) in [(false, false), (false, true), (true, false), (true, true)] {
            for month_end in [MonthEnd::Clamp, MonthEnd::Overflow] {
                policies.push(Policy {
                    first_day_included,
                    month_end,
                    rolls_forward,
                    working_days,
                    ..Policy::default()
                });
            }
        }
    }
    policies
}

/// The functor of the comparison that ends the rule.
fn added_months(rule: &mut Rule) -> &mut Functor {
    let Body::All(parts) = &mut rule.body else { panic!("a body of several literals") };
    let Some(Body::Literal(Literal { kind: LiteralKind::Compare { right, .. }, .. })) = parts.last_mut() else {
        panic!("a comparison")
    };
    let Term::Call { functor, .. } = right else { panic!("a call") };
    functor
}

fn named_days() -> BTreeMap<Date, Named> {
    Calendar::of_china().holidays().iter().flat_map(of_holiday).collect()
}

fn of_holiday(holiday: &Holiday) -> Vec<(Date, Named)> {
    let named = |works| Named { works, name: holiday.name.clone(), notices: holiday.notices.join(" ") };
    let days = |works: bool| {
        let among = move |day: &Date| {
            let ranges = if works { &holiday.worked } else { &holiday.off };
            ranges.iter().any(|days| days.contains(day))
        };
        all_days().filter(among).map(move |day| (day, named(works)))
    };
    days(false).chain(days(true)).collect()
}

fn all_days() -> impl Iterator<Item = Date> {
    (0..7305).map(|days| Calendar::FIRST.add_days(days).unwrap())
}

/// 2007-01-01 is a Monday.
fn is_weekday(day: Date) -> bool {
    day.days_since(Calendar::FIRST) % 7 < 5
}
