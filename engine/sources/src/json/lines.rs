//! JSON Lines: one record a line.

use std::io::{BufRead, BufReader, Read};

use diagnostics::{Diagnostic, catalogue};
use serde_json::value::RawValue;

use super::record::{describe, record};
use crate::read::{Failure, Into, Opened, Reading};
use crate::{Place, shorten};

/// Reads a text line by line to its end. Every line with something in it is a record; one that is no JSON is rejected.
///
/// # Errors
/// Where the text cannot be read, or it or the relation gets too large.
pub(crate) fn read_lines(reading: &Reading, opened: Opened, mut into: Into) -> Result<(), Failure> {
    let Opened { head, rest, bytes_max } = opened;
    let mut left = bytes_max.saturating_add(head.len() as u64);
    let mut text = BufReader::with_capacity(1 << 16, head.chain(rest));
    let mut line = Vec::new();
    loop {
        line.clear();
        let count = (&mut text).take(left.saturating_add(1)).read_until(b'\n', &mut line)?;
        left = left.checked_sub(count as u64).ok_or(Failure::TooLarge)?;
        if count == 0 {
            return Ok(());
        }
        take(reading, line.trim_ascii(), &mut into)?;
    }
}

fn take(reading: &Reading, line: &[u8], into: &mut Into<'_>) -> Result<(), Box<Diagnostic>> {
    let row = into.count(reading)?;
    if line.is_empty() {
        into.pass_over(reading);
        return Ok(());
    }
    let place = Place::Row(row).words();
    let element: &RawValue = match std::str::from_utf8(line).map_err(|error| invalid(&error)).and_then(parsed) {
        Ok(element) => element,
        Err(diagnostic) => {
            let text = shorten::for_reject(&String::from_utf8_lossy(line));
            into.reject(reading, || reading.reject(diagnostic, reading.at(row), place, None, text));
            return Ok(());
        }
    };
    match record(reading, row, element) {
        Ok(Some(values)) => into.take(reading, row, &values)?,
        Ok(None) => into.pass_over(reading),
        Err(bad) => into.reject(reading, || describe(reading, row, place, *bad)),
    }
    Ok(())
}

fn invalid(error: &std::str::Utf8Error) -> Diagnostic {
    Diagnostic::unplaced(&catalogue::INVALID_UTF8).arg("byte", error.valid_up_to() + 1)
}

fn parsed(line: &str) -> Result<&RawValue, Diagnostic> {
    serde_json::from_str(line)
        .map_err(|error| Diagnostic::unplaced(&catalogue::BAD_JSON_LINE).arg("character", error.column()))
}
