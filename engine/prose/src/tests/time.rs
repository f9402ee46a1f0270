//! Counts of working days name the holidays they meet.

use diagnostics::Lang;
use eval::Model;
use program::checked::{Body, Functor, Literal, LiteralKind, MonthEnd, PeriodUnit, Policy, Term, WorkingDays};
use proof::{Derivation, Limits};
use serde_json::json;

use super::given::Given;
use super::schema::{PROOF, fits};
use crate::text;

/// The lines that tell how the conclusion's `relation(_)` is computed, without the branches of the tree.
fn lines(given: &Given, relation: &str, lang: Lang) -> Vec<String> {
    let limits = Limits { all: false, depth: None, answers: 1 };
    let tell = |derivation: &Derivation, model: &Model<'_>| text(derivation, model, &given.files, lang, 200);
    let told = given.why(relation, vec![None], &limits, tell);
    let lines = told.lines().map(|line| line.trim_start_matches(['│', '├', '└', ' ']).to_string());
    lines.skip_while(|line| !line.contains(" = ")).collect()
}

fn told(program: &str, relation: &str, lang: Lang) -> Vec<String> {
    lines(&Given::program(program), relation, lang)
}

const DEMAND: &str = ".decl r(d: date)\n.decl s(d: date)\ns(d\"2023-09-25\").\nr(e) :- s(d), e = wd_add(d, 10).\n";

#[test]
fn a_demand_across_a_holiday() {
    let expected = [
        "e = wd_add(d, 10): wd_add(2023-09-25, 10) = 2023-10-13",
        "days off: 中秋节、国庆节 2023-09-29 to 2023-10-06",
        "worked instead: 2023-10-07 to 2023-10-08",
    ];
    assert_eq!(told(DEMAND, "r", Lang::En), expected);
    let expected = [
        "e = wd_add(d, 10)：wd_add(2023-09-25, 10) = 2023-10-13",
        "其间放假：中秋节、国庆节 2023-09-29 至 2023-10-06",
        "调休上班：2023-10-07 至 2023-10-08",
    ];
    assert_eq!(told(DEMAND, "r", Lang::Zh), expected);
}

#[test]
fn only_the_days_that_are_looked_at_are_told() {
    let of = |value: &str, call: &str| {
        let program =
            format!(".decl r(x: {value})\n.decl s(d: date)\ns(d\"2024-10-01\").\nr(x) :- s(d), x = {call}.\n");
        let mut lines = told(&program, "r", Lang::En);
        lines.retain(|line| line.starts_with("days off") || line.starts_with("worked"));
        lines
    };
    assert_eq!(of("date", "roll(d)"), ["days off: 国庆节 2024-10-01 to 2024-10-07"]);
    assert_eq!(of("date", "roll(d + 2)"), ["days off: 国庆节 2024-10-03 to 2024-10-07"]);
    assert_eq!(of("number", "is_working_day(d)"), ["days off: 国庆节 2024-10-01"]);
    assert_eq!(of("date", "roll(d + 20)"), [""; 0], "a working day rolls nowhere");
    assert_eq!(of("date", "wd_add(d, 3)"), ["days off: 国庆节 2024-10-02 to 2024-10-07"]);
}

#[test]
fn a_long_count_names_the_first_holidays() {
    let program = ".decl r(n: number)\nr(n) :- n = working_days(d\"2024-10-01\", d\"2023-10-01\").\n";
    let expected = [
        "days off: 中秋节、国庆节 2023-10-02 to 2023-10-06, 元旦 2024-01-01, 春节 2024-02-10 to 2024-02-17, 清明节 2024-04-04 to 2024-04-06 and 4 more",
        "worked instead: 2023-10-07 to 2023-10-08, 2024-02-04, 2024-02-18, 2024-04-07 and 4 more",
    ];
    assert_eq!(told(program, "r", Lang::En)[1..], expected);
}

/// A program whose rule computes `e` from `d` as the period of this policy and length.
fn period(policy: Policy, start: &str, length: i64, unit: PeriodUnit) -> Given {
    let text =
        format!(".decl r(d: date)\n.decl s(d: date)\ns(d\"{start}\").\nr(e) :- s(d), e = add_months(d, {length}).\n");
    let mut given = Given::program(&text);
    let Body::All(parts) = &mut given.program.rules[0].body else { panic!() };
    let Body::Literal(Literal { kind: LiteralKind::Compare { right, .. }, .. }) = &mut parts[1] else { panic!() };
    let Term::Call { functor, .. } = right else { panic!() };
    *functor = Functor::Deadline(policy, unit);
    given
}

#[test]
fn a_period_in_working_days() {
    let policy = Policy { working_days: WorkingDays::UpTo(10), rolls_forward: true, ..Policy::default() };
    let expected = [
        r#"e = add_months(d, 10): deadline(2023-09-25, 10, "days") = 2023-10-13"#,
        "the first day is not counted; counted in working days",
        "days off: 中秋节、国庆节 2023-09-29 to 2023-10-06",
        "worked instead: 2023-10-07 to 2023-10-08",
    ];
    let given = period(policy, "2023-09-25", 10, PeriodUnit::Days);
    assert_eq!(lines(&given, "r", Lang::En), expected);
}

#[test]
fn a_period_that_ends_on_a_day_off() {
    let policy = Policy { rolls_forward: true, ..Policy::default() };
    let given = period(policy, "2024-04-01", 6, PeriodUnit::Months);
    let expected = [
        r#"e = add_months(d, 6)：deadline(2024-04-01, 6, "months") = 2024-10-08"#,
        "始日不计入；期满日为休息日的，顺延至下一工作日",
        "roll(2024-10-01) = 2024-10-08",
        "其间放假：国庆节 2024-10-01 至 2024-10-07",
    ];
    assert_eq!(lines(&given, "r", Lang::Zh), expected);
    let given = period(policy, "2023-03-06", 6, PeriodUnit::Months);
    let expected = [
        r#"e = add_months(d, 6): deadline(2023-03-06, 6, "months") = 2023-09-06"#,
        "the first day is not counted; a last day off moves to the next working day",
    ];
    assert_eq!(lines(&given, "r", Lang::En), expected);
}

#[test]
fn a_policy_is_part_of_the_json() {
    let these = WorkingDays::These(1 << 2 | 1 << 7);
    let policy = Policy { working_days: these, month_end: MonthEnd::Overflow, ..Policy::default() };
    let given = period(policy, "2023-08-31", 6, PeriodUnit::Months);
    let limits = Limits { all: false, depth: None, answers: 1 };
    let proof = given.why("r", vec![None], &limits, |derivation, model| crate::json(derivation, model, &given.files));
    fits(&proof, PROOF);
    let node = proof["nodes"].as_array().unwrap().iter().find(|node| node["kind"] == "computation").unwrap();
    assert_eq!(node["args"], json!(["2023-08-31", "6", "months"]));
    assert_eq!(node["value"], "2024-03-02");
    let expected = json!({"first_day": "excluded", "month_end": "overflow", "roll": "none", "working_days": [2, 7]});
    assert_eq!(node["policy"], expected);
}
