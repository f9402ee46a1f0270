//! Days of the years 1 to 9999.

use std::fmt;

use jiff::{ToSpan, civil};

/// A day, held as the number of days since 0001-01-01 (0 to 3,652,058).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

/// Why a text or a computation gives no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY-MM-DD`.
    Form,
    /// No such day, e.g. 31 February.
    NoSuchDay,
    /// Before 0001-01-01 or after 9999-12-31.
    Range,
}

const DAYS: u32 = 3_652_059;
/// 1970-01-01 counted from 0001-01-01.
const EPOCH: i64 = 719_162;

impl Date {
    /// 0001-01-01
    pub const FIRST: Date = Date(0);
    /// 9999-12-31
    pub const LAST: Date = Date(DAYS - 1);

    /// The day `day` days after 0001-01-01.
    pub(crate) fn from_index(day: u32) -> Option<Date> {
        (day < DAYS).then_some(Date(day))
    }

    /// The day `day` days after 0001-01-01, which must not lie after 9999-12-31.
    pub(crate) const fn at(day: u32) -> Date {
        assert!(day < DAYS);
        Date(day)
    }

    /// The days from `first` to `last`.
    pub(crate) fn range(first: Date, last: Date) -> impl Iterator<Item = Date> {
        (first.0..=last.0).map(Date)
    }

    /// Whether it is a Saturday or a Sunday; 0001-01-01 is a Monday.
    pub(crate) fn is_weekend(self) -> bool {
        self.0 % 7 >= 5
    }

    /// Days since 0001-01-01.
    pub(crate) fn index(self) -> u32 {
        self.0
    }

    /// The day with this year, month and day of the month.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Date, DateError> {
        if !(1..=9999).contains(&year) {
            return Err(DateError::Range);
        }
        civil::Date::new(year, month, day).map(Date::from_civil).map_err(|_| DateError::NoSuchDay)
    }

    /// Reads `YYYY-MM-DD`, nothing before or behind it.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return Err(DateError::Form) };
        let digits = |bytes: &[u8]| {
            bytes.iter().try_fold(0i16, |n, byte| byte.is_ascii_digit().then(|| n * 10 + i16::from(byte - b'0')))
        };
        let (Some(year), Some(month), Some(day)) = (digits(&[a, b, c, d]), digits(&[e, f]), digits(&[g, h])) else {
            return Err(DateError::Form);
        };
        Date::new(year, month as i8, day as i8)
    }

    /// Its number in its month, 1 to 31.
    pub fn day_of_month(self) -> i8 {
        self.civil().day()
    }

    /// Days since 1970-01-01, negative before it.
    pub fn unix_days(self) -> i64 {
        i64::from(self.0) - EPOCH
    }

    /// The day `days` later (earlier where negative).
    pub fn add_days(self, days: i64) -> Result<Date, DateError> {
        i64::from(self.0)
            .checked_add(days)
            .and_then(|day| u32::try_from(day).ok())
            .and_then(Date::from_index)
            .ok_or(DateError::Range)
    }

    /// The same day of the month `months` later, clamped to the end of the month (2023-08-31 + 6 = 2024-02-29).
    pub fn add_months(self, months: i64) -> Result<Date, DateError> {
        // Beyond this the range is left whatever the day; jiff's spans have narrower limits than i64.
        if months.unsigned_abs() > 12 * 9999 {
            return Err(DateError::Range);
        }
        let day = self.civil().checked_add((months as i32).months()).map_err(|_| DateError::Range)?;
        if day.year() < 1 { Err(DateError::Range) } else { Ok(Date::from_civil(day)) }
    }

    /// The same day `years` later, 29 February clamped to the 28th.
    pub fn add_years(self, years: i64) -> Result<Date, DateError> {
        years.checked_mul(12).ok_or(DateError::Range).and_then(|months| self.add_months(months))
    }

    /// Days from `earlier` to `self`.
    pub fn days_since(self, earlier: Date) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    /// Completed months from `earlier` to `self`: the most that [`Date::add_months`] can add to `earlier` without passing
    /// `self`. From 2024-01-31 one month is completed on 2024-02-29. Negative, and counted from `self`, where `earlier` is
    /// the later one.
    pub fn months_since(self, earlier: Date) -> i64 {
        if self < earlier {
            return -earlier.months_since(self);
        }
        let (from, to) = (earlier.civil(), self.civil());
        let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month() - from.month());
        let completed = to.day() >= from.day().min(to.days_in_month());
        months - i64::from(!completed)
    }

    /// Completed years from `earlier` to `self`, by [`Date::add_years`]: from 2024-02-29 one year is completed on
    /// 2025-02-28.
    pub fn years_since(self, earlier: Date) -> i64 {
        self.months_since(earlier) / 12
    }

    fn civil(self) -> civil::Date {
        let epoch = civil::date(1970, 1, 1);
        // The range of `Date` lies inside that of jiff, so this cannot fail; the fallback is never seen.
        epoch.checked_add((self.unix_days() as i32).days()).unwrap_or(epoch)
    }

    /// Days of the civil calendar by the count of leap days (proleptic Gregorian).
    fn from_civil(day: civil::Date) -> Date {
        let years = u32::from((day.year() - 1).unsigned_abs());
        let before = years * 365 + years / 4 - years / 100 + years / 400;
        Date(before + day.day_of_year().unsigned_abs() as u32 - 1)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.civil();
        write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn reads_and_prints() {
        for text in ["0001-01-01", "1970-01-01", "2000-02-29", "2023-12-31", "9999-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
        assert_eq!(date("1970-01-01").unix_days(), 0);
        assert_eq!(date("9999-12-31").index(), DAYS - 1);
    }

    #[test]
    fn refuses() {
        assert_eq!(Date::parse("2021-02-31"), Err(DateError::NoSuchDay));
        assert_eq!(Date::parse("2021-2-3"), Err(DateError::Form));
        assert_eq!(Date::parse("2021-02-3x"), Err(DateError::Form));
        assert_eq!(Date::parse("0000-01-01"), Err(DateError::Range));
        assert_eq!(Date::parse("２０２１-01"), Err(DateError::Form));
    }

    #[test]
    fn every_day_has_its_successor() {
        let mut day = date("1899-12-25");
        for _ in 0..100_000 {
            let next = day.add_days(1).unwrap();
            assert_eq!(Date::parse(&next.to_string()), Ok(next));
            assert_eq!(next.days_since(day), 1);
            day = next;
        }
    }

    #[test]
    fn completed_months_and_years() {
        let months = |from, to| date(to).months_since(date(from));
        let years = |from, to| date(to).years_since(date(from));
        assert_eq!(months("2024-01-15", "2024-02-14"), 0);
        assert_eq!(months("2024-01-15", "2024-02-15"), 1);
        assert_eq!(months("2024-01-31", "2024-02-28"), 0);
        assert_eq!(months("2024-01-31", "2024-02-29"), 1);
        assert_eq!(months("2024-01-31", "2024-04-29"), 2);
        assert_eq!(months("2024-01-31", "2024-04-30"), 3);
        assert_eq!(months("2024-02-15", "2024-01-16"), 0);
        assert_eq!(months("2024-02-15", "2024-01-15"), -1);
        assert_eq!(years("2024-02-29", "2025-02-27"), 0);
        assert_eq!(years("2024-02-29", "2025-02-28"), 1);
        assert_eq!(years("2024-02-29", "2028-02-28"), 3);
        assert_eq!(years("2024-02-29", "2028-02-29"), 4);
        assert_eq!(years("2024-02-29", "2024-02-29"), 0);
        assert_eq!(years("2025-02-27", "2024-02-29"), 0);
        assert_eq!(years("2025-02-28", "2024-02-29"), -1);
        assert_eq!(years("2025-03-01", "2024-02-29"), -1);
        assert_eq!(years("0001-01-01", "9999-12-31"), 9998);
    }

    #[test]
    fn completed_months_are_the_most_that_can_be_added() {
        let from = date("2023-08-31");
        for to in Date::range(from, date("2028-03-05")) {
            let months = to.months_since(from);
            assert!(from.add_months(months).unwrap() <= to, "{to}");
            assert!(from.add_months(months + 1).unwrap() > to, "{to}");
        }
    }

    #[test]
    fn months_clamp() {
        assert_eq!(date("2023-08-31").add_months(6), Ok(date("2024-02-29")));
        assert_eq!(date("2024-02-29").add_years(1), Ok(date("2025-02-28")));
        assert_eq!(date("2024-03-31").add_months(-1), Ok(date("2024-02-29")));
        assert_eq!(date("9999-12-01").add_months(1), Err(DateError::Range));
        assert_eq!(date("0001-01-31").add_months(-1), Err(DateError::Range));
        assert_eq!(date("2024-01-01").add_years(i64::MAX), Err(DateError::Range));
        assert_eq!(date("2024-01-01").add_months(i64::MIN), Err(DateError::Range));
        assert_eq!(date("2024-01-01").add_days(i64::MIN), Err(DateError::Range));
    }
}
