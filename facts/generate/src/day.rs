//! Calendar days, enough for planting: printing, adding days, adding years.

use std::fmt;
use std::ops::{Add, Sub};

/// Days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

/// The day of a literal such as `day(2024, 2, 29)`.
pub(crate) const fn day(year: i64, month: i64, date: i64) -> Day {
    // The year begins in March, so that the leap day is its last.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let of_era = shifted.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    Day(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

impl Day {
    fn parts(self) -> (i64, i64, i64) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let date = of_year - (153 * month + 2) / 5 + 1;
        let month = (month + 2) % 12 + 1;
        (year + era * 400 + i64::from(month <= 2), month, date)
    }

    /// The same day `years` later; 29 February becomes 28 February where there is none.
    pub(crate) fn years(self, years: i64) -> Self {
        let (year, month, date) = self.parts();
        let same = day(year + years, month, date);
        if same.parts().1 == month { same } else { same - 1 }
    }

    pub(crate) fn year(self) -> i64 {
        self.parts().0
    }
}

impl Add<i64> for Day {
    type Output = Self;
    fn add(self, days: i64) -> Self {
        Self(self.0 + days)
    }
}

impl Sub<i64> for Day {
    type Output = Self;
    fn sub(self, days: i64) -> Self {
        Self(self.0 - days)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, date) = self.parts();
        write!(to, "{year:04}-{month:02}-{date:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_print_as_written_and_follow_each_other() {
        assert_eq!(day(1970, 1, 1).to_string(), "1970-01-01");
        assert_eq!((day(2024, 2, 28) + 1).to_string(), "2024-02-29");
        assert_eq!((day(2023, 2, 28) + 1).to_string(), "2023-03-01");
        assert_eq!((day(2024, 1, 1) - 1).to_string(), "2023-12-31");
        assert_eq!((day(2023, 1, 1) + 365).to_string(), "2024-01-01");
    }

    #[test]
    fn years_clamp_the_leap_day() {
        assert_eq!(day(2024, 2, 29).years(10).to_string(), "2034-02-28");
        assert_eq!(day(2024, 2, 29).years(20).to_string(), "2044-02-29");
        assert_eq!(day(2024, 1, 31).years(1).to_string(), "2025-01-31");
    }
}
