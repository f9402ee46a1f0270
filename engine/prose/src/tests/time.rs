//! Counts of working days name the holidays they meet.

use diagnostics::Lang;
use proof::Limits;

use super::given::Given;
use crate::text;

/// The lines under the conclusion `relation(_)`, without the lines that name rules and facts.
fn told(program: &str, relation: &str, lang: Lang) -> Vec<String> {
    let given = Given::program(program);
    let limits = Limits { all: false, depth: None, answers: 1 };
    let told =
        given.why(relation, vec![None], &limits, |derivation, model| text(derivation, model, &given.files, lang, 200));
    let lines = told.lines().map(|line| line.trim_start_matches(['│', '├', '└', ' ']).to_string());
    lines.skip_while(|line| !line.contains(" = ")).collect()
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
