//! Texts that are plainly values, read in a few steps.

use crate::code::{self, Code};
use crate::{Date, Primitive};

/// Digits that every integer here has room for.
const DIGITS_MAX: usize = 9;

/// The code of a text that is plainly a value of `primitive`: a date, an integer of few digits, a decimal of few digits and
/// at most two places. `None` says nothing about other texts; whoever reads exactly decides about them.
pub fn short(primitive: Primitive, text: &str) -> Option<Code> {
    let bytes = text.as_bytes();
    match primitive {
        Primitive::Symbol | Primitive::Float => None,
        Primitive::Number => signed(bytes, digits).and_then(code::inline),
        Primitive::Unsigned => digits(bytes).map(|n| n as Code),
        Primitive::Date => Date::parse(text).ok().map(Date::index),
        Primitive::Decimal => signed(bytes, cents).and_then(code::inline),
        Primitive::Composite(_) => None,
    }
}

fn signed(text: &[u8], read: fn(&[u8]) -> Option<i64>) -> Option<i64> {
    match text {
        [b'-', size @ ..] => read(size).map(|size| -size),
        size => read(size),
    }
}

fn digits(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > DIGITS_MAX {
        return None;
    }
    text.iter().try_fold(0, |n, byte| byte.is_ascii_digit().then(|| n * 10 + i64::from(byte - b'0')))
}

fn cents(text: &[u8]) -> Option<i64> {
    match text {
        [whole @ .., b'.', place] => Some(digits(whole)? * 100 + digits(&[*place])? * 10),
        [whole @ .., b'.', a, b] => Some(digits(whole)? * 100 + digits(&[*a, *b])?),
        whole => Some(digits(whole)? * 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decimal, Dictionary, Value};

    /// What the exact reader makes of it.
    fn exact(primitive: Primitive, text: &str) -> Option<Code> {
        Dictionary::inline(&match primitive {
            Primitive::Number => Value::Number(text.parse().ok()?),
            Primitive::Unsigned => Value::Unsigned(text.parse().ok()?),
            Primitive::Decimal => Value::Decimal(Decimal::parse(text).ok()?),
            _ => return None,
        })
    }

    #[test]
    fn what_is_read_in_short_is_what_is_read_exactly() {
        let sizes = ["0", "7", "007", "12", "0012345", "10737418", "10737419", "1073741823", "1073741824", "999999999"];
        let places = ["", ".", ".0", ".5", ".05", ".50", ".23", ".24", ".123", ".120", "..", ".5.", ".-5", ".x", "x"];
        let mut read = 0;
        for sign in ["", "-", "--", "+", " "] {
            for text in sizes.iter().chain(&[""]).flat_map(|size| places.map(|places| format!("{sign}{size}{places}")))
            {
                for primitive in [Primitive::Number, Primitive::Unsigned, Primitive::Decimal] {
                    let short = short(primitive, &text);
                    read += u32::from(short.is_some());
                    assert!(short.is_none() || short == exact(primitive, &text), "{} `{text}`", primitive.name());
                }
            }
        }
        assert_eq!(short(Primitive::Decimal, "-10737418.24"), exact(Primitive::Decimal, "-10737418.24"));
        assert!(read > 100, "{read} of them");
        assert_eq!(short(Primitive::Date, "0001-01-02"), Some(1));
        assert_eq!(short(Primitive::Date, "2023-02-29"), None);
        assert_eq!(short(Primitive::Symbol, "7"), None);
    }
}
