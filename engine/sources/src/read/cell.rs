//! One cell: from its text to a value.

use std::num::IntErrorKind;

use diagnostics::{Diagnostic, Entry, Text, catalogue};
use program::checked::Conversion;
use values::{Code, Date, DateError, Decimal, DecimalError, Dictionary, Primitive, Shapes, Value};

use crate::composite::{self, Mistake};
use crate::convert;

/// Digits behind the point that a decimal keeps, as dialect and [`Decimal`] have it.
const PLACES_MAX: u32 = 12;

/// A cell that holds a value, which is no symbol.
#[derive(Debug)]
pub(crate) enum Cell {
    /// A small value.
    Inline(Code),
    /// A value that needs the dictionary.
    Large(Value),
}

/// Why a text is no value of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CellError {
    /// Nothing is there.
    Empty,
    /// It does not have the form of the type.
    Form,
    /// A date that the calendar does not have.
    NoSuchDay,
    /// A decimal with more digits behind the point than are kept.
    Places,
    /// Larger or smaller than any value of the type.
    Range,
    /// Nobody is named for a finding.
    Anonymous,
    /// This conversion does not read it.
    Unconverted(Conversion),
    /// Something inside a record or branch.
    Inside(Box<Mistake>),
}

/// Reads the whole of `text`. Blanks before a number, unsigned or float are passed over.
pub(crate) fn read(primitive: Primitive, text: &str, shapes: &Shapes) -> Result<Cell, CellError> {
    if let Some(code) = values::short(primitive, text) {
        return Ok(Cell::Inline(code));
    }
    let value = value(primitive, text, shapes)?;
    Ok(Dictionary::inline(&value).map_or(Cell::Large(value), Cell::Inline))
}

/// The value that the whole of `text` is.
pub(crate) fn value(primitive: Primitive, text: &str, shapes: &Shapes) -> Result<Value, CellError> {
    Ok(match primitive {
        Primitive::Symbol => Value::symbol(text),
        _ if text.is_empty() => return Err(CellError::Empty),
        Primitive::Number => Value::Number(without_blanks(text).parse().map_err(integer_error)?),
        Primitive::Unsigned => Value::Unsigned(unsigned(without_blanks(text))?),
        Primitive::Float => Value::Float(float(without_blanks(text))?),
        Primitive::Date => Value::Date(Date::parse(text).map_err(date_error)?),
        Primitive::Decimal => Value::Decimal(Decimal::parse(text).map_err(decimal_error)?),
        Primitive::Composite(shape) => Value::Composite(composite::parse(shapes, shape, text)?),
    })
}

impl CellError {
    /// The diagnostic for a cell of type `primitive`; file, row, column and text are still to be named.
    pub(crate) fn diagnostic(self, primitive: Primitive, shapes: &Shapes) -> Diagnostic {
        let entry: &'static Entry = match self {
            Self::Empty => &catalogue::EMPTY_CELL,
            Self::Form => &catalogue::BAD_CELL,
            Self::NoSuchDay => &catalogue::NO_SUCH_DAY,
            Self::Places => &catalogue::TOO_MANY_PLACES,
            Self::Range => &catalogue::OUT_OF_RANGE,
            Self::Anonymous => &catalogue::ANONYMOUS_FINDING,
            Self::Unconverted(_) => &catalogue::CANNOT_CONVERT,
            Self::Inside(_) => &catalogue::BAD_COMPOSITE,
        };
        let [least, most] = range(primitive);
        let diagnostic = match self {
            Self::Inside(mistake) => mistake.fill(Diagnostic::unplaced(entry)),
            Self::Unconverted(conversion) => {
                let unread = Diagnostic::unplaced(entry).arg("conversion", &conversion);
                return unread.words("form", convert::form(&conversion));
            }
            _ => Diagnostic::unplaced(entry),
        };
        diagnostic
            .arg("type", type_name(primitive, shapes))
            .arg("limit", PLACES_MAX)
            .arg("least", least)
            .arg("most", most)
            .words("form", form(primitive))
    }
}

impl From<Mistake> for CellError {
    fn from(mistake: Mistake) -> Self {
        Self::Inside(Box::new(mistake))
    }
}

/// The name of a type in messages.
pub(crate) fn type_name(primitive: Primitive, shapes: &Shapes) -> &str {
    match primitive {
        Primitive::Composite(shape) => &shapes.get(shape).name,
        simple => simple.name(),
    }
}

fn without_blanks(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r'])
}

fn unsigned(text: &str) -> Result<u64, CellError> {
    let radix = |digits: &str, radix| match digits.as_bytes() {
        [b'+' | b'-', ..] => Err(CellError::Form),
        _ => u64::from_str_radix(digits, radix).map_err(integer_error),
    };
    if let Some(digits) = text.strip_prefix("0x") {
        radix(digits, 16)
    } else if let Some(digits) = text.strip_prefix("0b") {
        radix(digits, 2)
    } else if let Some(digits) = text.strip_prefix('-') {
        radix(digits, 10).and(Err(CellError::Range))
    } else {
        text.parse().map_err(integer_error)
    }
}

fn float(text: &str) -> Result<f64, CellError> {
    let x: f64 = text.parse().map_err(|_| CellError::Form)?;
    // Digits that give infinity are a number too large; `inf` itself has none.
    if x.is_infinite() && text.bytes().any(|byte| byte.is_ascii_digit()) { Err(CellError::Range) } else { Ok(x) }
}

fn integer_error(error: std::num::ParseIntError) -> CellError {
    match error.kind() {
        IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => CellError::Range,
        _ => CellError::Form,
    }
}

fn date_error(error: DateError) -> CellError {
    match error {
        DateError::Form => CellError::Form,
        DateError::NoSuchDay => CellError::NoSuchDay,
        DateError::Range => CellError::Range,
    }
}

fn decimal_error(error: DecimalError) -> CellError {
    match error {
        DecimalError::Places => CellError::Places,
        DecimalError::Range => CellError::Range,
        DecimalError::Form | DecimalError::Zero => CellError::Form,
    }
}

/// How a value of this type is written.
fn form(primitive: Primitive) -> Text {
    match primitive {
        Primitive::Symbol => Text { en: "any text", zh: "任意文本" },
        Primitive::Number => Text {
            en: "a whole number in digits, such as `-12` or `2500`, without separators or units",
            zh: "整数，只用数字，如 `-12` 或 `2500`，不加千位分隔符和单位",
        },
        Primitive::Unsigned => Text {
            en: "a whole number in digits, or with `0x` or `0b` in front, such as `2500` or `0x1f`",
            zh: "非负整数，只用数字，或以 `0x`、`0b` 开头，如 `2500` 或 `0x1f`",
        },
        Primitive::Float => {
            Text { en: "a floating-point number, such as `0.5` or `1e-3`", zh: "浮点数，如 `0.5` 或 `1e-3`" }
        }
        Primitive::Date => Text {
            en: "a day as `YYYY-MM-DD`, such as `2023-08-31`",
            zh: "`YYYY-MM-DD` 形式的日期，如 `2023-08-31`",
        },
        Primitive::Decimal => Text {
            en: "digits with at most one point, such as `12500.00`, without separators or units",
            zh: "数字，至多一个小数点，如 `12500.00`，不加千位分隔符和单位",
        },
        Primitive::Composite(_) => Text { en: "a record or a branch", zh: "记录或分支" },
    }
}

/// The least and the greatest value of a type that has them.
fn range(primitive: Primitive) -> [String; 2] {
    let decimal_max = format!("{}.{}", "9".repeat(26), "9".repeat(12));
    match primitive {
        Primitive::Symbol | Primitive::Composite(_) => [String::new(), String::new()],
        Primitive::Number => [i64::MIN.to_string(), i64::MAX.to_string()],
        Primitive::Unsigned => [u64::MIN.to_string(), u64::MAX.to_string()],
        Primitive::Float => [format!("{:e}", f64::MIN), format!("{:e}", f64::MAX)],
        Primitive::Date => ["0001-01-01".to_owned(), "9999-12-31".to_owned()],
        Primitive::Decimal => [format!("-{decimal_max}"), decimal_max],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(primitive: Primitive, text: &str) -> Result<String, CellError> {
        let dictionary = Dictionary::default();
        read(primitive, text, &Shapes::default()).map(|cell| match cell {
            Cell::Inline(code) => dictionary.decode(primitive, code).to_string(),
            Cell::Large(value) => value.to_string(),
        })
    }

    fn check(primitive: Primitive, cases: &[(&str, Result<&str, CellError>)]) {
        for (text, expected) in cases {
            assert_eq!(shown(primitive, text), expected.clone().map(str::to_owned), "{} `{text}`", primitive.name());
        }
    }

    #[test]
    fn numbers() {
        use CellError::{Empty, Form, Range};
        check(
            Primitive::Number,
            &[
                ("010", Ok("10")),
                ("-7", Ok("-7")),
                ("+7", Ok("7")),
                (" \t7", Ok("7")),
                ("-9223372036854775808", Ok("-9223372036854775808")),
                ("9223372036854775808", Err(Range)),
                ("-9223372036854775809", Err(Range)),
                ("", Err(Empty)),
                (" ", Err(Form)),
                ("7 ", Err(Form)),
                ("0x10", Err(Form)),
                ("1o", Err(Form)),
                ("1.0", Err(Form)),
                ("７", Err(Form)),
            ],
        );
        check(
            Primitive::Unsigned,
            &[
                ("18446744073709551615", Ok("18446744073709551615")),
                ("18446744073709551616", Err(Range)),
                ("0xff", Ok("255")),
                (" 0b101", Ok("5")),
                ("0b102", Err(Form)),
                ("0x", Err(Form)),
                ("0x-1", Err(Form)),
                ("-1", Err(Range)),
                ("-x", Err(Form)),
                ("--1", Err(Form)),
            ],
        );
    }

    #[test]
    fn floats() {
        use CellError::{Form, Range};
        check(
            Primitive::Float,
            &[
                ("1.5", Ok("1.5")),
                ("-.5e1", Ok("-5")),
                (" 1e3", Ok("1000")),
                ("inf", Ok("inf")),
                ("-nan", Ok("nan")),
                ("1e999", Err(Range)),
                ("1,5", Err(Form)),
                ("1.5m", Err(Form)),
            ],
        );
    }

    #[test]
    fn dates_and_decimals() {
        use CellError::{Empty, Form, NoSuchDay, Places, Range};
        check(
            Primitive::Date,
            &[
                ("2024-02-29", Ok("2024-02-29")),
                ("2023-02-31", Err(NoSuchDay)),
                ("2023-13-01", Err(NoSuchDay)),
                ("0000-01-01", Err(Range)),
                ("2023/02/01", Err(Form)),
                ("", Err(Empty)),
            ],
        );
        check(
            Primitive::Decimal,
            &[
                ("12.50", Ok("12.5")),
                ("-0.000000000001", Ok("-0.000000000001")),
                ("0.0000000000001", Err(Places)),
                ("100000000000000000000000000", Err(Range)),
                ("1,000", Err(Form)),
                (" 1", Err(Form)),
            ],
        );
    }
}
