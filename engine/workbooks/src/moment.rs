//! Days and times: numbers in a sheet, whose format alone makes them what they are.

use calamine::ExcelDateTime;

/// Behind the last day that spreadsheets know, 9999-12-31, in days from 1900.
const DAYS_END: f64 = 2_958_466.0;
const DAY_MILLISECONDS: f64 = 86_400_000.0;

/// What stands in a cell with the format of a day, a time or a duration: `2023-05-01`, `2023-05-01 13:45:00`, `13:45:00` (a number below 1 is a
/// time of no day), `37:30:00`; `None` where the number is no day. Counted from 1900 or from 1904, as the workbook says.
///
/// 1900-02-29, which spreadsheets count, is given as such.
pub(crate) fn moment(cell: &ExcelDateTime) -> Option<String> {
    let days = cell.as_f64();
    if !(0.0..DAYS_END).contains(&days) {
        return None;
    }
    if cell.is_duration() {
        return Some(clock((days * DAY_MILLISECONDS).round() as u64));
    }
    let (year, month, day, hour, minute, second, millisecond) = cell.to_ymd_hms_milli();
    let seconds = (u64::from(hour) * 60 + u64::from(minute)) * 60 + u64::from(second);
    let time = seconds * 1000 + u64::from(millisecond);
    // The number 0 is a day only where days are counted from 1904.
    let is_time_alone = days < 1.0 && (year < 1900 || days > 0.0);
    Some(match (is_time_alone, time) {
        (true, time) => clock(time),
        (false, 0) => format!("{year:04}-{month:02}-{day:02}"),
        (false, time) => format!("{year:04}-{month:02}-{day:02} {}", clock(time)),
    })
}

/// What ISO 8601 writes as `2023-05-01T13:45:00`, as [`moment`] writes it.
pub(crate) fn iso_moment(text: &str) -> String {
    match text.split_once('T') {
        Some((day, "00:00:00" | "00:00")) => day.to_owned(),
        Some((day, time)) => format!("{day} {time}"),
        None => text.to_owned(),
    }
}

/// What ISO 8601 writes as `PT37H30M00S`, as [`moment`] writes it; any other text as it is.
pub(crate) fn iso_duration(text: &str) -> String {
    let parts = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?;
        let (hours, minutes, seconds): (u64, u64, f64) =
            (hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?);
        Some(clock((hours.checked_mul(60)?.checked_add(minutes)? as f64 * 60_000.0 + seconds * 1000.0).round() as u64))
    };
    parts().unwrap_or_else(|| text.to_owned())
}

fn clock(milliseconds: u64) -> String {
    let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { time } else { format!("{time}.{rest:03}") }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    use super::*;

    fn shown(days: f64, is_1904: bool) -> Option<String> {
        moment(&ExcelDateTime::new(days, DateTime, is_1904))
    }

    #[test]
    fn days_are_counted_from_1900_or_1904() {
        for (days, is_1904, text) in [
            (1.0, false, "1900-01-01"),
            (60.0, false, "1900-02-29"),
            (61.0, false, "1900-03-01"),
            (45_047.0, false, "2023-05-01"),
            (45_047.0 - 1462.0, true, "2023-05-01"),
            (0.0, true, "1904-01-01"),
            (2_958_465.0, false, "9999-12-31"),
        ] {
            assert_eq!(shown(days, is_1904).as_deref(), Some(text), "{days} {is_1904}");
        }
    }

    #[test]
    fn a_time_stands_beside_its_day_unless_it_is_zero() {
        assert_eq!(shown(45_047.572_916_666_667, false).as_deref(), Some("2023-05-01 13:45:00"));
        assert_eq!(shown(45_047.0 + 0.000_001, false).as_deref(), Some("2023-05-01 00:00:00.086"));
        // A hair before midnight is midnight.
        assert_eq!(shown(45_047.999_999_999_9, false).as_deref(), Some("2023-05-02"));
        assert_eq!(shown(0.572_916_666_666_667, false).as_deref(), Some("13:45:00"));
        assert_eq!(shown(0.572_916_666_666_667, true).as_deref(), Some("13:45:00"));
        assert_eq!(shown(0.0, false).as_deref(), Some("00:00:00"));
    }

    #[test]
    fn durations_go_beyond_a_day() {
        let duration = |days| moment(&ExcelDateTime::new(days, TimeDelta, false));
        assert_eq!(duration(1.5625).as_deref(), Some("37:30:00"));
        assert_eq!(duration(0.0).as_deref(), Some("00:00:00"));
        assert_eq!(iso_duration("PT37H30M00S"), "37:30:00");
        assert_eq!(iso_duration("PT00H00M00.5S"), "00:00:00.500");
        assert_eq!(iso_duration("P1D"), "P1D");
    }

    #[test]
    fn other_numbers_are_no_days() {
        for days in [-1.0, 2_958_466.0, f64::NAN, f64::INFINITY] {
            assert_eq!(shown(days, false), None, "{days}");
        }
    }

    #[test]
    fn iso_days() {
        assert_eq!(iso_moment("2023-05-01T13:45:00"), "2023-05-01 13:45:00");
        assert_eq!(iso_moment("2023-05-01T00:00:00"), "2023-05-01");
        assert_eq!(iso_moment("2023-05-01"), "2023-05-01");
    }
}
