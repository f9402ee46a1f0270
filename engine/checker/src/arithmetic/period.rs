//! Periods of days, months and years.

use program::checked::{MonthEnd, PeriodUnit, Policy, WorkingDays};
use values::Value;

use super::{Computed, Undefined, calendar, date};

/// The last day of the period that begins on the first argument and is as long as the second.
pub fn compute(policy: Policy, unit: PeriodUnit, args: &[Value]) -> Computed {
    let [Value::Date(start), Value::Number(n)] = args else { return Err(Undefined) };
    if *n < 1 {
        return Err(Undefined);
    }
    let (start, n) = (start.unix_days(), *n);
    // what has been counted of the period when its first day is over
    let counted = i64::from(policy.first_day_included);
    let last = match unit {
        PeriodUnit::Days if in_working_days(policy.working_days, n) => {
            let worked = calendar::is_worked(start)?;
            let first = if worked { counted } else { 0 };
            return date::of_unix_days(calendar::nth_after(start, n - first)?);
        }
        PeriodUnit::Days => i128::from(start) + i128::from(n) - i128::from(counted),
        PeriodUnit::Months => months_on(policy.month_end, start, i128::from(n), counted)?,
        PeriodUnit::Years => months_on(policy.month_end, start, i128::from(n) * 12, counted)?,
    };
    let last = i64::try_from(last).map_err(|_| Undefined)?;
    let nominal = date::of_unix_days(last)?;
    if policy.rolls_forward { date::of_unix_days(calendar::rolled(last)?) } else { Ok(nominal) }
}

fn in_working_days(rule: WorkingDays, n: i64) -> bool {
    match rule {
        WorkingDays::None => false,
        WorkingDays::All => true,
        WorkingDays::UpTo(most) => n <= i64::from(most),
        WorkingDays::These(set) => (0..64).any(|days| days == n && (set >> days) % 2 == 1),
    }
}

/// Counts the days of the month that the period ends in: as many as the start's number, less what is counted already.
fn months_on(end: MonthEnd, start: i64, months: i128, counted: i64) -> Result<i128, Undefined> {
    let (first, length, day) = date::month_after(start, months)?;
    let days = day - i128::from(counted);
    let days = match end {
        MonthEnd::Clamp => days.min(length),
        MonthEnd::Overflow => days,
    };
    Ok(first + days - 1)
}

#[cfg(test)]
mod tests {
    use values::Date;

    use super::*;

    fn ends(policy: Policy, unit: PeriodUnit, start: &str, n: i64) -> Result<String, Undefined> {
        let args = [Value::Date(Date::parse(start).unwrap()), Value::Number(n)];
        compute(policy, unit, &args).map(|day| day.to_string())
    }

    use PeriodUnit::{Days, Months, Years};

    #[test]
    fn days() {
        let rolling = Policy { rolls_forward: true, ..Policy::default() };
        assert_eq!(ends(rolling, Days, "2023-09-01", 15).unwrap(), "2023-09-18");
        let working = Policy { working_days: WorkingDays::UpTo(10), ..rolling };
        assert_eq!(ends(working, Days, "2023-09-25", 10).unwrap(), "2023-10-13");
        assert_eq!(ends(working, Days, "2023-09-25", 11).unwrap(), "2023-10-07");
        let included = Policy { first_day_included: true, ..working };
        assert_eq!(ends(included, Days, "2023-09-25", 10).unwrap(), "2023-10-12");
        assert_eq!(ends(included, Days, "2023-09-24", 1).unwrap(), "2023-09-25");
        let some = Policy { working_days: WorkingDays::These(1 << 5), ..Policy::default() };
        assert_eq!(ends(some, Days, "2023-09-26", 5).unwrap(), "2023-10-09");
        assert_eq!(ends(some, Days, "2023-09-26", 69).unwrap(), "2023-12-04");
    }

    #[test]
    fn months_and_years() {
        let (plain, included) = (Policy::default(), Policy { first_day_included: true, ..Policy::default() });
        assert_eq!(ends(plain, Months, "2023-08-31", 6).unwrap(), "2024-02-29");
        assert_eq!(ends(included, Months, "2023-08-31", 6).unwrap(), "2024-02-29");
        assert_eq!(ends(included, Months, "2024-03-31", 6).unwrap(), "2024-09-30");
        assert_eq!(ends(included, Months, "2024-02-01", 1).unwrap(), "2024-02-29");
        assert_eq!(ends(plain, Years, "2024-02-29", 1).unwrap(), "2025-02-28");
        let overflow = Policy { month_end: MonthEnd::Overflow, ..plain };
        assert_eq!(ends(overflow, Months, "2023-08-31", 6).unwrap(), "2024-03-02");
        let rolling = Policy { rolls_forward: true, ..plain };
        assert_eq!(ends(rolling, Months, "2024-04-01", 6).unwrap(), "2024-10-08");
    }

    #[test]
    fn refusals() {
        let rolling = Policy { rolls_forward: true, ..Policy::default() };
        assert_eq!(ends(rolling, Days, "2023-09-25", 0), Err(Undefined));
        assert_eq!(ends(rolling, Years, "2023-09-25", i64::MAX), Err(Undefined));
        assert_eq!(ends(rolling, Months, "2026-12-01", 3), Err(Undefined));
        assert_eq!(ends(Policy::default(), Days, "9999-12-31", 1), Err(Undefined));
        assert_eq!(ends(Policy::default(), Months, "9999-12-31", 1), Err(Undefined));
    }
}
