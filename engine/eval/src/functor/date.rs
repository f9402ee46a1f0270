//! Days, months and years; working days by the calendar.

use program::checked::Functor;
use values::{Calendar, Date, OutsideCalendar};

use crate::FaultKind;

/// The day that lies `n` days, months, years or working days behind `day`.
pub(super) fn later(functor: Functor, day: Date, n: i64) -> Result<Date, FaultKind> {
    let later = match functor {
        Functor::AddDays => day.add_days(n),
        Functor::SubtractDays => {
            return n.checked_neg().ok_or(FaultKind::Overflow).and_then(|n| later(Functor::AddDays, day, n));
        }
        Functor::AddMonths => day.add_months(n),
        Functor::AddYears => day.add_years(n),
        Functor::AddWorkingDays => {
            let n = u64::try_from(n).map_err(|_| FaultKind::Length)?;
            return Calendar::of_china().add_working_days(day, n).map_err(outside);
        }
        _ => unreachable!("{functor:?} on a date and a number"),
    };
    later.map_err(|_| FaultKind::Overflow)
}

/// What lies between two days, by the functor.
pub(super) fn between(functor: Functor, a: Date, b: Date) -> Result<i64, FaultKind> {
    match functor {
        Functor::DaysBetween => Ok(a.days_since(b)),
        Functor::MonthsBetween => Ok(b.months_since(a)),
        Functor::YearsBetween => Ok(b.years_since(a)),
        Functor::WorkingDaysBetween => Calendar::of_china().working_days(a, b).map_err(outside),
        _ => unreachable!("{functor:?} on two dates"),
    }
}

pub(super) fn roll(day: Date) -> Result<Date, FaultKind> {
    Calendar::of_china().roll(day).map_err(outside)
}

pub(super) fn is_working_day(day: Date) -> Result<i64, FaultKind> {
    Calendar::of_china().is_working_day(day).map(i64::from).map_err(outside)
}

pub(super) fn outside(OutsideCalendar(day): OutsideCalendar) -> FaultKind {
    FaultKind::OutsideCalendar(day)
}
