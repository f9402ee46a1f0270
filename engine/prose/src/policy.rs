//! How a period is counted.

use diagnostics::{Lang, Text};
use program::checked::{MonthEnd, Policy, WorkingDays};
use serde_json::{Value as Json, json};
use values::Value;

const FIRST_EXCLUDED: Text = Text { en: "the first day is not counted", zh: "始日不计入" };
const FIRST_INCLUDED: Text = Text { en: "the first day is counted", zh: "始日计入" };
const IN_WORKING_DAYS: Text = Text { en: "counted in working days", zh: "按工作日计算" };
const DAYS_LEFT_OVER: Text = Text {
    en: "days that the last month does not have are counted into the next",
    zh: "末月没有对应日的，多出的天数计入次月",
};
const ROLLS: Text = Text {
    en: "a last day off moves to the next working day",
    zh: "期满日为休息日的，顺延至下一工作日",
};
const SEMICOLON: Text = Text { en: "; ", zh: "；" };

/// What the policy means for the period with these arguments: start, length, unit.
pub(crate) fn explained(policy: &Policy, args: &[Value], lang: Lang) -> Option<String> {
    let [_, Value::Number(length), Value::Symbol(unit)] = args else { return None };
    let in_days = unit.as_ref() == "days";
    let in_working_days = in_days && policy.working_days.counts(*length);
    let mut said = vec![if policy.first_day_included { FIRST_INCLUDED } else { FIRST_EXCLUDED }];
    said.extend(in_working_days.then_some(IN_WORKING_DAYS));
    said.extend((!in_days && policy.month_end == MonthEnd::Overflow).then_some(DAYS_LEFT_OVER));
    said.extend((!in_working_days && policy.rolls_forward).then_some(ROLLS));
    let said = said.iter().map(|text| text.get(lang)).collect::<Vec<_>>();
    Some(said.join(SEMICOLON.get(lang)))
}

/// The fields of a `.policy` that concern periods.
pub(crate) fn policy_json(policy: &Policy) -> Json {
    let working_days = match policy.working_days {
        WorkingDays::None => json!("none"),
        WorkingDays::All => json!("all"),
        WorkingDays::UpTo(most) => json!(most),
        WorkingDays::These(set) => json!((0..64).filter(|days| set >> days & 1 == 1).collect::<Vec<u32>>()),
    };
    json!({
        "first_day": if policy.first_day_included { "included" } else { "excluded" },
        "month_end": match policy.month_end { MonthEnd::Clamp => "clamp", MonthEnd::Overflow => "overflow" },
        "roll": if policy.rolls_forward { "forward" } else { "none" },
        "working_days": working_days,
    })
}
