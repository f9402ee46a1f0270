//! The last day of a period.

use program::checked::{MonthEnd, PeriodUnit, Policy};
use values::{Calendar, Date, DateError};

use super::date::{outside, roll};
use crate::FaultKind;

/// The last day of a period of `n` units, as the policy counts it.
pub(super) fn deadline(policy: Policy, unit: PeriodUnit, start: Date, n: i64) -> Result<Date, FaultKind> {
    let length = u64::try_from(n).ok().filter(|n| *n > 0).ok_or(FaultKind::Length)?;
    if unit == PeriodUnit::Days && policy.working_days.counts(n) {
        let calendar = Calendar::of_china();
        let last = match policy.first_day_included {
            true => calendar.nth_from(start, length),
            false => calendar.add_working_days(start, length),
        };
        return last.map_err(outside);
    }
    let nominal = match unit {
        PeriodUnit::Days => start.add_days(n - i64::from(policy.first_day_included)),
        PeriodUnit::Months => after_months(policy, start, n),
        PeriodUnit::Years => n.checked_mul(12).ok_or(DateError::Range).and_then(|n| after_months(policy, start, n)),
    };
    let nominal = nominal.map_err(|_| FaultKind::Overflow)?;
    if policy.rolls_forward { roll(nominal) } else { Ok(nominal) }
}

/// A period whose first day is counted ends on the day before the one with the same number. Where the last month has no
/// such day, its end is that day before already: from 31 August six months to the end of February.
fn after_months(policy: Policy, start: Date, n: i64) -> Result<Date, DateError> {
    let clamped = start.add_months(n)?;
    let missing = i64::from(start.day_of_month() - clamped.day_of_month());
    let included = i64::from(policy.first_day_included);
    match policy.month_end {
        MonthEnd::Clamp if missing > 0 => Ok(clamped),
        MonthEnd::Clamp => clamped.add_days(-included),
        MonthEnd::Overflow => clamped.add_days(missing - included),
    }
}

#[cfg(test)]
mod tests {
    use program::checked::WorkingDays;

    use super::*;

    fn end(policy: Policy, unit: PeriodUnit, start: &str, n: i64) -> Result<String, FaultKind> {
        deadline(policy, unit, Date::parse(start).unwrap(), n).map(|day| day.to_string())
    }

    fn ends(policy: Policy, unit: PeriodUnit, start: &str, n: i64, expected: &str) {
        assert_eq!(end(policy, unit, start, n), Ok(expected.to_string()), "{start} + {n} {unit:?}");
    }

    use PeriodUnit::{Days, Months, Years};

    const PLAIN: Policy = Policy {
        first_day_included: false,
        month_end: MonthEnd::Clamp,
        rolls_forward: false,
        working_days: WorkingDays::None,
        or_more_excludes: false,
        or_less_excludes: false,
    };
    const ROLLING: Policy = Policy { rolls_forward: true, ..PLAIN };
    const INCLUDED: Policy = Policy { first_day_included: true, ..PLAIN };

    /// Periods of up to ten days are working days (Administrative Compulsion Law, article 69).
    #[test]
    fn compulsion() {
        let policy = Policy { working_days: WorkingDays::UpTo(10), ..ROLLING };
        ends(policy, Days, "2023-09-25", 10, "2023-10-13");
        ends(policy, Days, "2024-02-05", 10, "2024-02-23");
        ends(policy, Days, "2023-09-26", 5, "2023-10-09");
        ends(policy, Days, "2023-10-23", 7, "2023-11-01");
        ends(policy, Days, "2023-09-01", 15, "2023-09-18");
        ends(policy, Days, "2023-09-25", 11, "2023-10-07");
        ends(policy, Months, "2022-07-01", 6, "2023-01-03");
    }

    /// Only two, three, five and seven days are working days (Administrative Penalty Law, article 85).
    #[test]
    fn penalty() {
        let policy = Policy { working_days: WorkingDays::These(1 << 2 | 1 << 3 | 1 << 5 | 1 << 7), ..PLAIN };
        ends(policy, Days, "2023-09-26", 5, "2023-10-09");
        ends(policy, Days, "2023-09-26", 4, "2023-09-30");
        ends(policy, Days, "2023-09-25", 10, "2023-10-05");
        ends(Policy { working_days: WorkingDays::All, ..PLAIN }, Days, "2023-09-25", 10, "2023-10-13");
    }

    #[test]
    fn suits_and_applications() {
        ends(ROLLING, Months, "2022-07-01", 6, "2023-01-03");
        ends(ROLLING, Months, "2023-01-03", 3, "2023-04-03");
        ends(ROLLING, Months, "2024-04-01", 6, "2024-10-08");
        ends(PLAIN, Months, "2024-04-01", 6, "2024-10-01");
        ends(ROLLING, Months, "2024-10-08", 3, "2025-01-08");
        ends(ROLLING, Months, "2024-10-01", 3, "2025-01-02");
        ends(ROLLING, Months, "2023-03-06", 6, "2023-09-06");
        ends(ROLLING, Months, "2023-09-06", 3, "2023-12-06");
        ends(ROLLING, Days, "2023-09-01", 15, "2023-09-18");
        ends(ROLLING, Months, "2023-09-18", 3, "2023-12-18");
        ends(ROLLING, Months, "2023-08-31", 6, "2024-02-29");
        ends(PLAIN, Years, "2024-02-29", 1, "2025-02-28");
    }

    #[test]
    fn the_first_day_may_be_counted() {
        ends(INCLUDED, Days, "2023-09-25", 10, "2023-10-04");
        ends(INCLUDED, Days, "2023-09-25", 1, "2023-09-25");
        ends(INCLUDED, Months, "2024-01-15", 1, "2024-02-14");
        ends(INCLUDED, Months, "2024-02-01", 1, "2024-02-29");
        ends(INCLUDED, Months, "2024-03-31", 6, "2024-09-30");
        ends(INCLUDED, Months, "2023-08-30", 6, "2024-02-29");
        ends(INCLUDED, Years, "2023-01-01", 1, "2023-12-31");
        let working = Policy { working_days: WorkingDays::All, ..INCLUDED };
        ends(working, Days, "2023-09-25", 10, "2023-10-12");
        ends(working, Days, "2023-09-24", 1, "2023-09-25");
    }

    #[test]
    fn days_left_over_may_be_counted_on() {
        let policy = Policy { month_end: MonthEnd::Overflow, ..PLAIN };
        ends(policy, Months, "2023-08-31", 6, "2024-03-02");
        ends(policy, Years, "2024-02-29", 1, "2025-03-01");
        ends(policy, Months, "2024-01-15", 1, "2024-02-15");
        ends(Policy { first_day_included: true, ..policy }, Months, "2023-08-31", 6, "2024-03-01");
    }

    #[test]
    fn refusals() {
        assert_eq!(end(PLAIN, Days, "2023-09-25", 0), Err(FaultKind::Length));
        assert_eq!(end(PLAIN, Years, "2023-09-25", i64::MIN), Err(FaultKind::Length));
        assert_eq!(end(PLAIN, Days, "9999-12-31", 1), Err(FaultKind::Overflow));
        assert_eq!(end(PLAIN, Years, "2023-09-25", i64::MAX), Err(FaultKind::Overflow));
        let behind = FaultKind::OutsideCalendar(Date::parse("2027-03-01").unwrap());
        assert_eq!(end(ROLLING, Months, "2026-12-01", 3), Err(behind));
        ends(PLAIN, Months, "2026-12-01", 3, "2027-03-01");
    }
}
