//! One cell of a sheet.

use calamine::DataType;
use sources::{CellFault, TableCell};

use crate::moment::{iso_duration, iso_moment, moment};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Integer(i64),
    Float(f64),
    Text(String),
    Fault(CellFault, String),
}

/// Whole numbers from here on have more than the 15 digits that a spreadsheet keeps.
const WHOLE_END: f64 = 1e15;

impl Cell {
    /// The content of a cell; `None` where nothing is in it.
    ///
    /// Of a number the 15 digits count that a spreadsheet keeps and shows: a sum such as `0.30000000000000004` is 0.3.
    pub(crate) fn read(data: &impl DataType) -> Option<Self> {
        if let Some(text) = data.get_string() {
            return (!text.is_empty()).then(|| Self::Text(text.to_owned()));
        }
        if let Some(number) = data.get_float() {
            return Some(Self::number(number));
        }
        if let Some(number) = data.get_int() {
            return Some(if number.unsigned_abs() < WHOLE_END as u64 {
                Self::Integer(number)
            } else {
                Self::Fault(CellFault::LostDigits, number.to_string())
            });
        }
        if let Some(at) = data.get_datetime() {
            return Some(moment(&at).map_or_else(|| Self::number(at.as_f64()), Self::Text));
        }
        if let Some(truth) = data.get_bool() {
            return Some(Self::Text(truth.to_string()));
        }
        if let Some(error) = data.get_error() {
            return Some(Self::Fault(CellFault::Formula, error.to_string()));
        }
        let iso = data.get_datetime_iso().map(iso_moment);
        iso.or_else(|| data.get_duration_iso().map(iso_duration)).map(Self::Text)
    }

    fn number(number: f64) -> Self {
        if number.is_nan() || number.abs() >= WHOLE_END {
            return Self::Fault(CellFault::LostDigits, number.to_string());
        }
        if number.fract() == 0.0 {
            return Self::Integer(number as i64);
        }
        let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
        if shown.fract() == 0.0 && shown.abs() < WHOLE_END { Self::Integer(shown as i64) } else { Self::Float(shown) }
    }

    /// As the loader takes it.
    pub(crate) fn table_cell(&self) -> TableCell<'_> {
        match self {
            Self::Integer(number) => TableCell::Integer(*number),
            Self::Float(number) => TableCell::Float(*number),
            Self::Text(text) => TableCell::Text(text),
            Self::Fault(fault, text) => TableCell::Fault(*fault, text),
        }
    }

    /// As it stands in a header.
    pub(crate) fn words(&self) -> String {
        let text = match self {
            Self::Integer(number) => return number.to_string(),
            Self::Float(number) => return number.to_string(),
            Self::Text(text) | Self::Fault(_, text) => text,
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use calamine::{CellErrorType, Data};

    use super::*;

    #[test]
    fn numbers_are_what_the_spreadsheet_shows() {
        for (number, cell) in [
            (0.1 + 0.2, Cell::Float(0.3)),
            (1234.56, Cell::Float(1234.56)),
            (1e-7, Cell::Float(1e-7)),
            (-0.0, Cell::Integer(0)),
            (2.999_999_999_999_999_6, Cell::Integer(3)),
            (999_999_999_999_999.0, Cell::Integer(999_999_999_999_999)),
            (-42.0, Cell::Integer(-42)),
        ] {
            assert_eq!(Cell::read(&Data::Float(number)), Some(cell), "{number}");
        }
    }

    #[test]
    fn longer_whole_numbers_have_lost_digits() {
        let lost = |text: &str| Some(Cell::Fault(CellFault::LostDigits, text.to_owned()));
        assert_eq!(Cell::read(&Data::Float(110_101_199_003_070_000.0)), lost("110101199003070000"));
        assert_eq!(Cell::read(&Data::Float(1e15)), lost("1000000000000000"));
        assert_eq!(Cell::read(&Data::Int(-1_000_000_000_000_000)), lost("-1000000000000000"));
    }

    #[test]
    fn texts_truths_and_errors() {
        assert_eq!(Cell::read(&Data::String("007".to_owned())), Some(Cell::Text("007".to_owned())));
        assert_eq!(Cell::read(&Data::String(String::new())), None);
        assert_eq!(Cell::read(&Data::Empty), None);
        assert_eq!(Cell::read(&Data::Bool(true)), Some(Cell::Text("true".to_owned())));
        let error = Cell::read(&Data::Error(CellErrorType::Div0));
        assert_eq!(error, Some(Cell::Fault(CellFault::Formula, "#DIV/0!".to_owned())));
    }

    #[test]
    fn line_breaks_in_headers_are_blanks() {
        assert_eq!(Cell::Text(" 成交价\r\n （万元） ".to_owned()).words(), "成交价 （万元）");
    }
}
