//! One sheet.

use std::borrow::Cow;

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};
use sources::value_text;
use values::{Code, Date, Dictionary, Primitive, Value};

use super::SheetOf;

/// Digits that a spreadsheet keeps of a number.
const DIGITS_MAX: usize = 15;
/// Places of a decimal.
const PLACES_MAX: usize = 12;
/// Whole numbers from here on have more.
const WHOLE_END: u64 = 1_000_000_000_000_000;

/// How cells are shown.
pub(super) struct Formats {
    header: Format,
    date: Format,
    /// With this many places behind the point.
    places: Vec<Format>,
}

impl Default for Formats {
    fn default() -> Self {
        let places = |count: usize| {
            Format::new().set_num_format(match count {
                0 => "0".to_owned(),
                count => format!("0.{}", "0".repeat(count)),
            })
        };
        Self {
            header: Format::new().set_bold(),
            date: Format::new().set_num_format("yyyy-mm-dd"),
            places: (0..=PLACES_MAX).map(places).collect(),
        }
    }
}

/// Fills a sheet and gives the number of its rows below the header.
pub(super) fn fill(
    worksheet: &mut Worksheet,
    sheet: SheetOf<'_>,
    dictionary: &Dictionary,
    formats: &Formats,
) -> Result<u64, XlsxError> {
    for (column, named) in (0..).zip(sheet.columns) {
        worksheet.write_string_with_format(0, column, &named.name, &formats.header)?;
    }
    worksheet.set_freeze_panes(1, 0)?;
    let mut count = 0;
    for row in sheet.rows {
        count += 1;
        for ((at, column), code) in (0..).zip(sheet.columns).zip(row) {
            let cell = cell(dictionary, column.primitive, code);
            match cell {
                Cell::Text(text) if text.is_empty() => continue,
                Cell::Text(text) => worksheet.write_string(count, at, text)?,
                Cell::Date(date) => worksheet.write_datetime_with_format(count, at, &date, &formats.date)?,
                Cell::Float(number) => worksheet.write_number(count, at, number)?,
                Cell::Places(number, places) => {
                    worksheet.write_number_with_format(count, at, number, &formats.places[places])?
                }
            };
        }
    }
    Ok(count.into())
}

/// What is written into a cell.
enum Cell<'d> {
    Text(Cow<'d, str>),
    Date(ExcelDateTime),
    Float(f64),
    /// A number with this many places behind the point.
    Places(f64, usize),
}

fn cell(dictionary: &Dictionary, primitive: Primitive, code: Code) -> Cell<'_> {
    if primitive == Primitive::Symbol {
        return Cell::Text(Cow::Borrowed(dictionary.text(code)));
    }
    let text = value_text(dictionary, primitive, code);
    if let Primitive::Composite(_) = primitive {
        return Cell::Text(text.into());
    }
    let number = match dictionary.decode(primitive, code) {
        Value::Number(n) if n.unsigned_abs() < WHOLE_END => Some(Cell::Places(n as f64, 0)),
        Value::Unsigned(n) if n < WHOLE_END => Some(Cell::Places(n as f64, 0)),
        Value::Float(x) if x.is_finite() => Some(Cell::Float(x)),
        Value::Date(date) => day(date, &text).map(Cell::Date),
        Value::Decimal(_) => amount(&text),
        _ => None,
    };
    number.unwrap_or_else(|| Cell::Text(text.into()))
}

/// A day that all spreadsheets count alike: `text` is its date.
fn day(date: Date, text: &str) -> Option<ExcelDateTime> {
    if date < Date::new(1900, 3, 1).ok()? {
        return None;
    }
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    ExcelDateTime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A decimal that has no more digits than a spreadsheet keeps: `text` is how it is written.
fn amount(text: &str) -> Option<Cell<'static>> {
    let digits = text.trim_start_matches('-');
    let significant = digits.chars().filter(char::is_ascii_digit).skip_while(|digit| *digit == '0').count();
    let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
    if significant > DIGITS_MAX {
        return None;
    }
    text.parse().ok().map(|number| Cell::Places(number, places))
}
