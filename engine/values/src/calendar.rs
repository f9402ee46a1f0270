//! Working days of the People's Republic of China.

mod table;

use std::fmt;
use std::sync::LazyLock;

use crate::Date;

pub use table::Holiday;

/// The days off and the weekend days worked instead, one line a holiday and notice: name, days off, days worked,
/// addresses of the State Council's notices. Blanks separate days, `a..b` is every day from `a` to `b`.
pub const CN_WORKING_DAYS: &str = include_str!("../data/cn_working_days.csv");

static CHINA: LazyLock<Calendar> = LazyLock::new(|| Calendar::new(CN_WORKING_DAYS));

/// Which days are working days.
///
/// A day named by a notice is what the notice makes it; any other day follows Monday to Friday. Outside the calendar's
/// range nothing is known, and nothing is guessed. The last days of December 2026 are provisional: the notice for 2027
/// may still move them, as notices before it moved 29 December 2007 or 31 December 2022.
#[derive(Debug)]
pub struct Calendar {
    holidays: Vec<Holiday>,
    /// The working days, ascending.
    working: Vec<Date>,
    /// For each day of the range, how many working days there are up to it.
    count: Vec<usize>,
    version: String,
}

/// A day that the calendar does not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutsideCalendar(pub Date);

impl Calendar {
    /// The first day it knows, 2007-01-01.
    pub const FIRST: Date = Date::at(732_676);
    /// The last day it knows, 2026-12-31.
    pub const LAST: Date = Date::at(739_980);
    const BEHIND: Date = Date::at(739_981);

    /// That of the State Council's notices.
    pub fn of_china() -> &'static Calendar {
        &CHINA
    }

    fn new(table: &str) -> Calendar {
        let holidays = table::read(table);
        let mut all =
            Date::range(Calendar::FIRST, Calendar::LAST).map(|day| (day, !day.is_weekend())).collect::<Vec<_>>();
        for holiday in &holidays {
            for (ranges, worked) in [(&holiday.off, false), (&holiday.worked, true)] {
                for day in ranges.iter().flat_map(|days| Date::range(*days.start(), *days.end())) {
                    all[day.days_since(Calendar::FIRST) as usize].1 = worked;
                }
            }
        }
        let (mut working, mut count) = (Vec::new(), Vec::new());
        for (day, worked) in all {
            working.extend(worked.then_some(day));
            count.push(working.len());
        }
        let version = format!("cn-2007-2026/{:016x}", fnv(table));
        Calendar { holidays, working, count, version }
    }

    /// Names the range and, by its digest, the table behind it: another table has another version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What the notices arrange, by first day off.
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// Whether `day` is a working day.
    pub fn is_working_day(&self, day: Date) -> Result<bool, OutsideCalendar> {
        let worked = self.working_days_up_to(day)?;
        Ok(worked > 0 && self.working[worked - 1] == day)
    }

    /// `day` if it is a working day, otherwise the next one.
    pub fn roll(&self, day: Date) -> Result<Date, OutsideCalendar> {
        self.nth_from(day, 1)
    }

    /// The `n`-th working day after `day`, which is not counted; `day` itself for 0.
    pub fn add_working_days(&self, day: Date, n: u64) -> Result<Date, OutsideCalendar> {
        let before = self.working_days_up_to(day)?;
        if n == 0 { Ok(day) } else { self.nth_behind(before, n) }
    }

    /// The `n`-th working day from `day` on, which is counted if it is one; `n` is at least 1.
    pub fn nth_from(&self, day: Date, n: u64) -> Result<Date, OutsideCalendar> {
        let before = self.working_days_up_to(day)? - usize::from(self.is_working_day(day)?);
        self.nth_behind(before, n)
    }

    /// Working days after `after` up to `until`; negative where `until` lies before `after`.
    pub fn working_days(&self, after: Date, until: Date) -> Result<i64, OutsideCalendar> {
        let (after, until) = (self.working_days_up_to(after)?, self.working_days_up_to(until)?);
        Ok(until as i64 - after as i64)
    }

    /// The `n`-th working day behind the first `known` ones; the day behind the calendar where there are not so many.
    fn nth_behind(&self, known: usize, n: u64) -> Result<Date, OutsideCalendar> {
        let index = usize::try_from(n).ok().and_then(|n| known.checked_add(n)).and_then(|th| th.checked_sub(1));
        let found = index.and_then(|index| self.working.get(index)).copied();
        found.ok_or(OutsideCalendar(Calendar::BEHIND))
    }

    fn working_days_up_to(&self, day: Date) -> Result<usize, OutsideCalendar> {
        let index = usize::try_from(day.days_since(Calendar::FIRST)).ok();
        index.and_then(|index| self.count.get(index)).copied().ok_or(OutsideCalendar(day))
    }
}

impl fmt::Display for OutsideCalendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is outside {} .. {}", self.0, Calendar::FIRST, Calendar::LAST)
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo).
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests;
