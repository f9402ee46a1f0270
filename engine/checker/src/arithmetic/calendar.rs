//! Working days of the People's Republic of China, by walking from day to day over the table of the notices.

use std::sync::LazyLock;

use program::checked::Functor;
use values::{CN_WORKING_DAYS, Date, Value};

use super::{Computed, Undefined};

/// 2007-01-01 to 2026-12-31 as days since 1970-01-01.
const FIRST: i64 = 13_514;
const LAST: i64 = 20_818;

/// Whether each day of the range is worked.
static WORKED: LazyLock<Vec<bool>> = LazyLock::new(|| read(CN_WORKING_DAYS));

/// The functors of working days.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    use Functor::*;
    match (functor, args) {
        (AddWorkingDays, [Value::Date(day), Value::Number(n)]) => {
            let day = day.unix_days();
            is_worked(day)?;
            date(nth_after(day, *n)?)
        }
        (WorkingDaysBetween, [Value::Date(a), Value::Date(b)]) => {
            let (a, b) = (a.unix_days(), b.unix_days());
            is_worked(a)?;
            is_worked(b)?;
            let (earlier, later, sign) = if a <= b { (a, b, 1) } else { (b, a, -1) };
            let mut count = 0;
            for day in earlier + 1..=later {
                count += i64::from(is_worked(day)?);
            }
            Ok(Value::Number(sign * count))
        }
        (Roll, [Value::Date(day)]) => date(rolled(day.unix_days())?),
        (IsWorkingDay, [Value::Date(day)]) => Ok(Value::Number(i64::from(is_worked(day.unix_days())?))),
        _ => Err(Undefined),
    }
}

/// Steps forward until `n` worked days were met.
pub(super) fn nth_after(mut day: i64, n: i64) -> Result<i64, Undefined> {
    let mut left = u64::try_from(n).map_err(|_| Undefined)?;
    while left > 0 {
        day += 1;
        left -= u64::from(is_worked(day)?);
    }
    Ok(day)
}

pub(super) fn is_worked(day: i64) -> Result<bool, Undefined> {
    let index = usize::try_from(day - FIRST).map_err(|_| Undefined)?;
    WORKED.get(index).copied().ok_or(Undefined)
}

/// The day, or the next one that is worked.
pub(super) fn rolled(day: i64) -> Result<i64, Undefined> {
    if is_worked(day)? { Ok(day) } else { nth_after(day, 1) }
}

fn date(unix_days: i64) -> Computed {
    super::date::of_unix_days(unix_days)
}

/// Monday to Friday, then what each line says: its second cell lists days off, its third days worked.
fn read(table: &str) -> Vec<bool> {
    // 1970-01-01 was a Thursday, the fourth day of its week.
    let mut worked = (FIRST..=LAST).map(|day| (day + 3) % 7 < 5).collect::<Vec<_>>();
    for line in table.lines().skip(1) {
        let cells = line.split(',').collect::<Vec<_>>();
        for (cell, value) in [(cells[1], false), (cells[2], true)] {
            for days in cell.split(' ').filter(|days| !days.is_empty()) {
                let mut ends = days.split("..").map(index);
                let first = ends.next().expect("a split text has a first part");
                worked[first..=ends.next().unwrap_or(first)].fill(value);
            }
        }
    }
    worked
}

fn index(day: &str) -> usize {
    let day = Date::parse(day).expect("the table of the project holds dates");
    usize::try_from(day.unix_days() - FIRST).expect("the table of the project begins in 2007")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Value {
        Value::Date(Date::parse(text).unwrap())
    }

    fn later(text: &str, n: i64) -> Computed {
        compute(Functor::AddWorkingDays, &[day(text), Value::Number(n)])
    }

    #[test]
    fn periods_of_working_days() {
        assert_eq!(later("2023-09-25", 10), Ok(day("2023-10-13")));
        assert_eq!(later("2024-02-05", 10), Ok(day("2024-02-23")));
        assert_eq!(later("2023-09-26", 5), Ok(day("2023-10-09")));
        assert_eq!(later("2023-10-01", 0), Ok(day("2023-10-01")));
        assert_eq!(compute(Functor::Roll, &[day("2024-10-01")]), Ok(day("2024-10-08")));
        assert_eq!(compute(Functor::Roll, &[day("2024-10-08")]), Ok(day("2024-10-08")));
        let between = |a, b| compute(Functor::WorkingDaysBetween, &[day(a), day(b)]);
        assert_eq!(between("2023-09-25", "2023-10-13"), Ok(Value::Number(10)));
        assert_eq!(between("2023-10-13", "2023-09-25"), Ok(Value::Number(-10)));
    }

    #[test]
    fn nothing_outside_the_range_and_no_negative_count() {
        assert_eq!(date(FIRST), Ok(day("2007-01-01")));
        assert_eq!(date(LAST), Ok(day("2026-12-31")));
        let is_working = |text| compute(Functor::IsWorkingDay, &[day(text)]);
        assert_eq!(is_working("2007-01-04"), Ok(Value::Number(1)));
        assert_eq!(is_working("2006-12-31"), Err(Undefined));
        assert_eq!(is_working("2026-12-31"), Ok(Value::Number(1)));
        assert_eq!(is_working("2027-01-01"), Err(Undefined));
        assert_eq!(later("2026-12-31", 1), Err(Undefined));
        assert_eq!(later("2023-09-25", -1), Err(Undefined));
        assert_eq!(later("2006-12-31", 0), Err(Undefined));
    }
}
