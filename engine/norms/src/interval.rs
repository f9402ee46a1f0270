//! Times as they are compared and told.

use diagnostics::Lang;
use program::checked::Interval;

/// Whether every day of `inner` is one of `outer`. A time without a last day lies only in one without a last day.
pub(crate) fn encloses(outer: Interval, inner: Interval) -> bool {
    let ends = match (outer.to, inner.to) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(outer), Some(inner)) => inner <= outer,
    };
    outer.from <= inner.from && ends
}

/// Whether some day belongs to both.
pub(crate) fn overlap(a: Interval, b: Interval) -> bool {
    let starts_in_time = |first: Interval, second: Interval| first.to.is_none_or(|to| second.from <= to);
    starts_in_time(a, b) && starts_in_time(b, a)
}

/// The times in words, one after the other.
pub(crate) fn told<'a>(intervals: impl Iterator<Item = &'a Interval>, lang: Lang) -> String {
    let one = |interval: &Interval| match (interval.to, lang) {
        (None, Lang::En) => format!("from {}", interval.from),
        (None, Lang::Zh) => format!("{} 起", interval.from),
        (Some(to), Lang::En) => format!("{} to {to}", interval.from),
        (Some(to), Lang::Zh) => format!("{} 至 {to}", interval.from),
    };
    let separator = if lang == Lang::En { ", " } else { "、" };
    intervals.map(one).collect::<Vec<_>>().join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Date;

    fn interval(from: &str, to: &str) -> Interval {
        Interval { from: Date::parse(from).unwrap(), to: Date::parse(to).ok() }
    }

    #[test]
    fn both_ends_are_included() {
        let year = interval("2022-01-01", "2022-12-31");
        assert!(encloses(year, year));
        assert!(!encloses(year, interval("2021-12-31", "2022-12-31")));
        assert!(!encloses(year, interval("2022-01-01", "2023-01-01")));
        assert!(!encloses(year, interval("2022-01-01", "")));
        assert!(encloses(interval("2022-01-01", ""), interval("2022-01-01", "")));
        assert!(encloses(interval("2022-01-01", ""), year));
    }

    #[test]
    fn times_overlap_in_one_day() {
        let year = interval("2022-01-01", "2022-12-31");
        assert!(overlap(year, interval("2022-12-31", "")));
        assert!(!overlap(year, interval("2023-01-01", "")));
        assert!(!overlap(interval("2023-01-01", ""), year));
        assert!(overlap(interval("2020-01-01", ""), year));
    }

    #[test]
    fn in_words() {
        let both = [interval("2022-01-01", "2023-12-31"), interval("2024-01-01", "")];
        assert_eq!(told(both.iter(), Lang::En), "2022-01-01 to 2023-12-31, from 2024-01-01");
        assert_eq!(told(both.iter(), Lang::Zh), "2022-01-01 至 2023-12-31、2024-01-01 起");
    }
}
