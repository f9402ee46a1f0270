//! Values about a limit.

use values::{Calendar, Date, Decimal, Value};

/// What is special about a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noted {
    /// A holiday or a day of the weekend.
    DayOff,
    /// The last day of a month.
    MonthEnd,
    /// 29 February.
    LeapDay,
}

/// A number without places is approached by this much.
const CENT: i128 = 10i128.pow(10);

/// The limit and the values next to it, ascending. Of a date also the nearest days off on both sides, the end of the month, and a 29 February
/// within a year. None for values that have no neighbours.
pub(crate) fn near(limit: &Value) -> Vec<Value> {
    match limit {
        Value::Number(n) => {
            [n.checked_sub(1), Some(*n), n.checked_add(1)].into_iter().flatten().map(Value::Number).collect()
        }
        Value::Unsigned(n) => {
            [n.checked_sub(1), Some(*n), n.checked_add(1)].into_iter().flatten().map(Value::Unsigned).collect()
        }
        Value::Decimal(d) => decimals(*d),
        Value::Date(day) => dates(*day).into_iter().map(Value::Date).collect(),
        Value::Symbol(_) | Value::Float(_) | Value::Composite(_) => Vec::new(),
    }
}

/// What is special about a value.
pub(crate) fn notes(value: &Value) -> Vec<Noted> {
    let Value::Date(day) = value else { return Vec::new() };
    let is_off = Calendar::of_china().is_working_day(*day) == Ok(false);
    let is_end = day.add_days(1).is_ok_and(|next| next.day_of_month() == 1);
    let notes = [(is_off, Noted::DayOff), (is_end, Noted::MonthEnd), (is_leap_day(*day), Noted::LeapDay)];
    notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect()
}

/// By the last place of the limit, by a hundredth where it has none.
fn decimals(limit: Decimal) -> Vec<Value> {
    let mut step = 1;
    let mut rest = limit.mantissa();
    while step < CENT && rest % 10 == 0 {
        (step, rest) = (step * 10, rest / 10);
    }
    let near = [limit.mantissa().checked_sub(step), Some(limit.mantissa()), limit.mantissa().checked_add(step)];
    let near = near.into_iter().flatten().filter_map(|mantissa| Decimal::from_mantissa(mantissa).ok());
    near.map(Value::Decimal).collect()
}

fn dates(limit: Date) -> Vec<Date> {
    let shifted = |days: i64| limit.add_days(days).ok();
    let mut days = [-1, 0, 1].into_iter().filter_map(shifted).collect::<Vec<_>>();
    let first = |mut range: Box<dyn Iterator<Item = i64>>, wanted: &dyn Fn(Date) -> bool| {
        range.find_map(|days| shifted(days).filter(|day| wanted(*day)))
    };
    let is_off = |day: Date| Calendar::of_china().is_working_day(day) == Ok(false);
    let is_end = |day: Date| day.add_days(1).is_ok_and(|next| next.day_of_month() == 1);
    // No month ends, and no weekend is, further away than this.
    days.extend(first(Box::new((0..=WEEK).map(|days| -days)), &is_off));
    days.extend(first(Box::new(0..=WEEK), &is_off));
    days.extend(first(Box::new(0..=MONTH), &is_end));
    days.extend(first(Box::new((0..=YEAR).flat_map(|days| [days, -days])), &is_leap_day));
    days.sort_unstable();
    days.dedup();
    days
}

const WEEK: i64 = 14;
const MONTH: i64 = 31;
const YEAR: i64 = 366;

fn is_leap_day(day: Date) -> bool {
    day.day_of_month() == 29 && day.to_string().contains("-02-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Value {
        Value::Date(Date::parse(text).unwrap())
    }

    fn shown(limit: &Value) -> Vec<String> {
        near(limit).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_and_decimals() {
        assert_eq!(shown(&Value::Number(10)), ["9", "10", "11"]);
        assert_eq!(shown(&Value::Number(i64::MAX)).len(), 2);
        assert_eq!(shown(&Value::Unsigned(0)), ["0", "1"]);
        let decimal = |text: &str| Value::Decimal(Decimal::parse(text).unwrap());
        assert_eq!(shown(&decimal("2000")), ["1999.99", "2000", "2000.01"]);
        assert_eq!(shown(&decimal("0.7")), ["0.69", "0.7", "0.71"]);
        assert_eq!(shown(&decimal("0.125")), ["0.124", "0.125", "0.126"]);
        assert!(near(&Value::symbol("甲")).is_empty());
    }

    #[test]
    fn days() {
        // 13 October 2023 was a Friday; 7 and 8 October were worked for the holidays that ended on the 6th.
        let expected = ["2023-10-06", "2023-10-12", "2023-10-13", "2023-10-14", "2023-10-31", "2024-02-29"];
        assert_eq!(shown(&day("2023-10-13")), expected);
        assert_eq!(notes(&day("2023-10-14")), [Noted::DayOff]);
        assert_eq!(notes(&day("2024-02-29")), [Noted::MonthEnd, Noted::LeapDay]);
        assert_eq!(notes(&day("2023-10-08")), []);
    }
}
