//! The calendar's table: a line for each holiday that a notice arranges.

use std::ops::RangeInclusive;

use crate::Date;

/// A holiday as one notice arranges it.
#[derive(Debug)]
pub struct Holiday {
    /// As the notice calls it.
    pub name: String,
    /// The days off, weekends among them.
    pub off: Vec<RangeInclusive<Date>>,
    /// The weekend days worked instead.
    pub worked: Vec<RangeInclusive<Date>>,
    /// Addresses of the notice and of later ones that change it.
    pub notices: Vec<String>,
}

/// The holidays of a table in text order.
///
/// # Panics
/// On a malformed table: it is part of this crate.
pub(super) fn read(table: &str) -> Vec<Holiday> {
    table.lines().skip(1).map(|line| holiday(line).unwrap_or_else(|| panic!("malformed: {line}"))).collect()
}

fn holiday(line: &str) -> Option<Holiday> {
    let mut cells = line.split(',');
    let (name, off, worked, notices) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let days = |cell: &str| cell.split_whitespace().map(days).collect::<Option<Vec<_>>>();
    Some(Holiday {
        name: name.to_string(),
        off: days(off)?,
        worked: days(worked)?,
        notices: notices.split_whitespace().map(str::to_string).collect(),
    })
}

/// `2023-09-29..2023-10-06`, or a single day.
fn days(text: &str) -> Option<RangeInclusive<Date>> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    Some(Date::parse(first).ok()?..=Date::parse(last).ok()?)
}
