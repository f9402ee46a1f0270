//! Relations as sheets of a workbook.

mod names;
mod sheet;

use std::io::{self, Write};

use program::checked::Column;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use values::{Code, Dictionary};

use self::names::SheetNames;
use self::sheet::Formats;

/// Facts that a sheet holds below its header.
pub const SHEET_FACTS_MAX: u64 = 1_048_575;

/// A relation to be written.
pub struct SheetOf<'a> {
    /// The name of its sheet. What a sheet may not be called is changed: 31 characters, none of `[]:*?/\`, and no two alike.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// Its rows, at most [`SHEET_FACTS_MAX`].
    pub rows: Box<dyn Iterator<Item = Vec<Code>> + 'a>,
}

/// Writes a workbook with these sheets, each with the names of the columns in its first row, and gives the number of rows of each. The same
/// facts give the same bytes.
///
/// Numbers, floats, dates and decimals are written as such, with a format that shows all their digits. What a cell cannot hold exactly is a text: whole
/// numbers and decimals of more than 15 digits, dates before March 1900 (spreadsheets count a day too many there), floats that are no numbers, records and branches.
///
/// # Errors
/// Where a text is longer than the 32,767 characters of a cell, there are too many rows, or `out` takes no more.
pub fn write(out: impl Write + Send, sheets: Vec<SheetOf<'_>>, dictionary: &Dictionary) -> io::Result<Vec<u64>> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1).map_err(refused)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let (mut names, formats) = (SheetNames::default(), Formats::default());
    let mut counts = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(names.allowed(sheet.name)).map_err(refused)?;
        counts.push(sheet::fill(worksheet, sheet, dictionary, &formats).map_err(refused)?);
    }
    workbook.save_to_writer(out).map_err(refused)?;
    Ok(counts)
}

fn refused(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        XlsxError::MaxStringLengthExceeded => {
            io::Error::other("a text has more than the 32,767 characters that a cell of a workbook holds")
        }
        other => io::Error::other(other),
    }
}
