//! Days, months and years of the proleptic Gregorian calendar.
//!
//! A year is counted from March, so that the leap day is its last day and the months before it follow one formula;
//! 400 years have 146,097 days.

use program::checked::Functor;
use values::{Date, Value};

use super::{Computed, Undefined};

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i128 = 719_468;
const DAYS_IN_400_YEARS: i128 = 146_097;

/// The functors of dates.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    use Functor::*;
    match (functor, args) {
        (AddDays, [Value::Date(day), Value::Number(n)]) | (DaysAdd, [Value::Number(n), Value::Date(day)]) => {
            from_days(days(*day) + i128::from(*n))
        }
        (SubtractDays, [Value::Date(day), Value::Number(n)]) => from_days(days(*day) - i128::from(*n)),
        (DaysBetween, [Value::Date(a), Value::Date(b)]) => Ok(Value::Number(a.unix_days() - b.unix_days())),
        (AddMonths, [Value::Date(day), Value::Number(n)]) => add_months(*day, i128::from(*n)),
        (AddYears, [Value::Date(day), Value::Number(n)]) => add_months(*day, i128::from(*n) * 12),
        (MonthsBetween, [Value::Date(a), Value::Date(b)]) => Ok(Value::Number(months_between(*a, *b))),
        (YearsBetween, [Value::Date(a), Value::Date(b)]) => Ok(Value::Number(months_between(*a, *b) / 12)),
        _ => Err(Undefined),
    }
}

/// Full months from `a` to `b`: as many as can be added to the earlier day without passing the later one.
fn months_between(a: Date, b: Date) -> i64 {
    let (earlier, later, sign) = if a <= b { (a, b, 1) } else { (b, a, -1) };
    let upper = (later.unix_days() - earlier.unix_days()) / 28;
    let reached = |months: i64| matches!(add_months(earlier, i128::from(months)), Ok(Value::Date(day)) if day <= later);
    let (mut full, mut beyond) = (0, upper + 1);
    while beyond - full > 1 {
        let middle = (full + beyond) / 2;
        if reached(middle) { full = middle } else { beyond = middle }
    }
    sign * full
}

/// Days since 0000-03-01.
fn days(day: Date) -> i128 {
    i128::from(day.unix_days()) + EPOCH
}

/// The day so many days after 1970-01-01.
pub(super) fn of_unix_days(days: i64) -> Computed {
    from_days(i128::from(days) + EPOCH)
}

fn from_days(days: i128) -> Computed {
    let (year, month, day) = civil(days);
    date(year, month, day)
}

/// The same day of a later month, or its last day where it has no such day.
fn add_months(day: Date, months: i128) -> Computed {
    let (year, month, day) = civil(days(day));
    let months = year * 12 + (month - 1) + months;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    date(year, month, day.min(days_of_month(year, month)))
}

/// Of the month so many months after a day (given as days since 1970-01-01): its first day, counted likewise, and its length;
/// and the number of the day in its own month.
pub(super) fn month_after(unix_days: i64, months: i128) -> Result<(i128, i128, i128), Undefined> {
    let (year, month, day) = civil(i128::from(unix_days) + EPOCH);
    let months = year * 12 + (month - 1) + months;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let Ok(Value::Date(first)) = date(year, month, 1) else { return Err(Undefined) };
    Ok((i128::from(first.unix_days()), days_of_month(year, month), day))
}

/// Year, month and day of the month of a count of days since 0000-03-01.
fn civil(days: i128) -> (i128, i128, i128) {
    let (era, day) = (days.div_euclid(DAYS_IN_400_YEARS), days.rem_euclid(DAYS_IN_400_YEARS));
    // leap days come after every 4th year but the 100th; take those passed away, and years have 365 days
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // March, April ... have 31 30 31 30 31 days, five months together 153
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + carry, month, day)
}

fn days_of_month(year: i128, month: i128) -> i128 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A day of the years 1 to 9999.
fn date(year: i128, month: i128, day: i128) -> Computed {
    if !(1..=9999).contains(&year) {
        return Err(Undefined);
    }
    Date::new(year as i16, month as i8, day as i8).map(Value::Date).map_err(|_| Undefined)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Value {
        Value::Date(Date::parse(text).unwrap())
    }

    fn later(functor: Functor, text: &str, n: i64) -> Computed {
        compute(functor, &[day(text), Value::Number(n)])
    }

    #[test]
    fn days_cross_months_years_and_leap_days() {
        assert_eq!(later(Functor::AddDays, "2024-02-28", 1), Ok(day("2024-02-29")));
        assert_eq!(later(Functor::AddDays, "2023-02-28", 1), Ok(day("2023-03-01")));
        assert_eq!(later(Functor::AddDays, "2000-02-28", 2), Ok(day("2000-03-01")));
        assert_eq!(later(Functor::AddDays, "1900-02-28", 1), Ok(day("1900-03-01")));
        assert_eq!(later(Functor::AddDays, "1999-12-31", 1), Ok(day("2000-01-01")));
        assert_eq!(later(Functor::SubtractDays, "1970-01-01", 1), Ok(day("1969-12-31")));
        assert_eq!(later(Functor::AddDays, "0001-01-01", 3_652_058), Ok(day("9999-12-31")));
        assert_eq!(compute(Functor::DaysAdd, &[Value::Number(366), day("2024-01-01")]), Ok(day("2025-01-01")));
        let between = compute(Functor::DaysBetween, &[day("2024-03-01"), day("2024-02-01")]);
        assert_eq!(between, Ok(Value::Number(29)));
    }

    #[test]
    fn every_day_of_four_centuries_is_the_next_one() {
        let mut today = day("1799-12-31");
        for _ in 0..146_200 {
            let tomorrow = compute(Functor::AddDays, &[today.clone(), Value::Number(1)]).unwrap();
            let distance = compute(Functor::DaysBetween, &[tomorrow.clone(), today]);
            assert_eq!(distance, Ok(Value::Number(1)));
            today = tomorrow;
        }
        assert_eq!(today, day("2200-04-13"));
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(later(Functor::AddMonths, "2023-08-31", 6), Ok(day("2024-02-29")));
        assert_eq!(later(Functor::AddMonths, "2024-03-31", -1), Ok(day("2024-02-29")));
        assert_eq!(later(Functor::AddMonths, "2024-01-15", -1), Ok(day("2023-12-15")));
        assert_eq!(later(Functor::AddYears, "2024-02-29", 1), Ok(day("2025-02-28")));
        assert_eq!(later(Functor::AddYears, "2001-03-01", 20), Ok(day("2021-03-01")));
    }

    #[test]
    fn completed_months_and_years() {
        let between = |functor, a, b| compute(functor, &[day(a), day(b)]);
        assert_eq!(between(Functor::MonthsBetween, "2024-01-31", "2024-02-28"), Ok(Value::Number(0)));
        assert_eq!(between(Functor::MonthsBetween, "2024-01-31", "2024-02-29"), Ok(Value::Number(1)));
        assert_eq!(between(Functor::MonthsBetween, "2024-02-29", "2024-01-31"), Ok(Value::Number(-1)));
        assert_eq!(between(Functor::YearsBetween, "2024-02-29", "2025-02-28"), Ok(Value::Number(1)));
        assert_eq!(between(Functor::YearsBetween, "2024-02-29", "2028-02-28"), Ok(Value::Number(3)));
        assert_eq!(between(Functor::YearsBetween, "0001-01-01", "9999-12-31"), Ok(Value::Number(9998)));
        assert_eq!(between(Functor::MonthsBetween, "0001-01-01", "9999-12-31"), Ok(Value::Number(9999 * 12 - 1)));
    }

    #[test]
    fn no_day_outside_the_calendar() {
        assert_eq!(later(Functor::AddDays, "9999-12-31", 1), Err(Undefined));
        assert_eq!(later(Functor::AddDays, "0001-01-01", -1), Err(Undefined));
        assert_eq!(later(Functor::SubtractDays, "2024-01-01", i64::MIN), Err(Undefined));
        assert_eq!(later(Functor::AddMonths, "9999-12-01", 1), Err(Undefined));
        assert_eq!(later(Functor::AddYears, "2024-01-01", i64::MAX), Err(Undefined));
    }
}
