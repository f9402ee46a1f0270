//! What the working-day calendar has to do with a computation.

use std::ops::RangeInclusive;

use diagnostics::Lang;
use program::checked::Policy;
use values::{Calendar, Date, Value};

use super::say;
use crate::fill;

/// Holidays that are told one by one.
const HOLIDAYS_MAX: usize = 4;

/// The holidays that a count of working days meets, and the weekends worked for them.
pub(super) fn met(op: &str, args: &[Value], policy: Option<&Policy>, value: &Value, lang: Lang) -> Vec<String> {
    let Some(days) = days(op, args, policy, value) else { return Vec::new() };
    let within = |ranges: &[RangeInclusive<Date>]| {
        let part = |range: &RangeInclusive<Date>| {
            let (first, last) = (*range.start().max(days.start()), *range.end().min(days.end()));
            (first <= last).then_some(first..=last)
        };
        ranges.iter().filter_map(part).map(|range| shown(&range, lang)).collect::<Vec<_>>()
    };
    let comma = say::VALUES.get(lang);
    let (mut off, mut worked) = (Vec::new(), Vec::new());
    for holiday in Calendar::of_china().holidays() {
        let days = within(&holiday.off);
        if !days.is_empty() {
            off.push(format!("{} {}", holiday.name, days.join(comma)));
        }
        worked.extend(within(&holiday.worked));
    }
    let told = |text, days: Vec<String>| {
        let rest = days.len().saturating_sub(HOLIDAYS_MAX);
        let listed = days[..days.len() - rest].join(comma);
        match (days.len(), rest) {
            (0, _) => None,
            (_, 0) => Some(fill(text, lang, &[("days", &listed)])),
            _ => {
                let more = fill(say::MORE_DAYS, lang, &[("days", &listed), ("count", &rest.to_string())]);
                Some(fill(text, lang, &[("days", &more)]))
            }
        }
    };
    [told(say::DAYS_OFF, off), told(say::DAYS_WORKED, worked)].into_iter().flatten().collect()
}

/// The days that a functor looks at.
fn days(op: &str, args: &[Value], policy: Option<&Policy>, value: &Value) -> Option<RangeInclusive<Date>> {
    match (op, args, value) {
        ("wd_add", [Value::Date(from), _], Value::Date(to)) => Some(from.add_days(1).ok()?..=*to),
        ("deadline", [Value::Date(from), Value::Number(n), Value::Symbol(unit)], Value::Date(to)) => {
            let policy = policy.filter(|policy| unit.as_ref() == "days" && policy.working_days.counts(*n))?;
            Some(from.add_days(i64::from(!policy.first_day_included)).ok()?..=*to)
        }
        ("roll", [Value::Date(from)], Value::Date(to)) if from < to => Some(*from..=*to),
        ("is_working_day", [Value::Date(day)], _) => Some(*day..=*day),
        ("working_days", [Value::Date(a), Value::Date(b)], _) => Some(a.min(b).add_days(1).ok()?..=*a.max(b)),
        _ => None,
    }
}

fn shown(days: &RangeInclusive<Date>, lang: Lang) -> String {
    let (first, last) = (days.start(), days.end());
    if first == last {
        return first.to_string();
    }
    fill(say::FROM_TO, lang, &[("first", &first.to_string()), ("last", &last.to_string())])
}
