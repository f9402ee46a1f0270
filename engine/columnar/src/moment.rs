//! Days and times, which are numbers in the file.

use values::Date;

/// The day with this number, 1970-01-01 being 0: `2023-05-01`; the number itself where there is no such day.
pub(crate) fn day(days: i64) -> String {
    let date = Date::new(1970, 1, 1).and_then(|first| first.add_days(days));
    date.map_or_else(|_| days.to_string(), |date| date.to_string())
}

/// The time `count` units after 1970 began, of which a second has `per_second`: `2023-05-01 13:45:00`, the time of day left out where it is zero.
pub(crate) fn moment(count: i64, per_second: i64) -> String {
    let per_day = per_second * 86_400;
    let (days, rest) = (count.div_euclid(per_day), count.rem_euclid(per_day));
    match rest {
        0 => day(days),
        rest => format!("{} {}", day(days), clock(rest, per_second)),
    }
}

/// The time of day `count` units after midnight: `13:45:00`, with as many places of a second as are needed.
pub(crate) fn clock(count: i64, per_second: i64) -> String {
    let (seconds, rest) = (count / per_second, count % per_second);
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        return time;
    }
    let places = per_second.ilog10() as usize;
    let fraction = format!("{:0places$}", rest.unsigned_abs());
    format!("{time}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(19_478), "2023-05-01");
        assert_eq!(day(-719_162), "0001-01-01");
        assert_eq!(day(-719_163), "-719163");
        assert_eq!(day(i64::MAX), i64::MAX.to_string());
    }

    #[test]
    fn moments() {
        assert_eq!(moment(1_682_948_700_000, 1_000), "2023-05-01 13:45:00");
        assert_eq!(moment(1_682_899_200_000_000, 1_000_000), "2023-05-01");
        assert_eq!(moment(-1, 1_000_000_000), "1969-12-31 23:59:59.999999999");
        assert_eq!(moment(1_682_948_700_250, 1_000), "2023-05-01 13:45:00.25");
    }
}
