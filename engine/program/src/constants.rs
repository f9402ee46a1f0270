//! Constants of a known type to values.

use diagnostics::{Diagnostic, catalogue};
use syntax::SyntaxKind;
use values::{Date, DateError, Decimal, DecimalError, Primitive, Value};

use crate::draft::Constant;

/// The value of a constant.
///
/// # Errors
/// The diagnostic: the type cannot hold it, or there is no such day.
pub(crate) fn value(constant: &Constant, primitive: Primitive) -> Result<Value, Box<Diagnostic>> {
    let value = match primitive {
        Primitive::Symbol => Some(Value::symbol(&constant.text)),
        Primitive::Number if constant.kind == SyntaxKind::IPV4 => address(constant).map(Value::Number),
        Primitive::Number => integer(constant).and_then(|n| i64::try_from(n).ok()).map(Value::Number),
        Primitive::Unsigned => integer(constant).and_then(|n| u64::try_from(n).ok()).map(Value::Unsigned),
        Primitive::Float => float(constant).map(Value::Float),
        Primitive::Date => return date(constant),
        Primitive::Decimal => return decimal(constant),
        Primitive::Composite(_) => None,
    };
    value.ok_or_else(|| out_of_range(constant, primitive))
}

fn out_of_range(constant: &Constant, primitive: Primitive) -> Box<Diagnostic> {
    let (least, greatest) = match primitive {
        Primitive::Number => (i64::MIN.to_string(), i64::MAX.to_string()),
        Primitive::Unsigned => (0.to_string(), u64::MAX.to_string()),
        Primitive::Decimal => (format!("-{}", "9".repeat(26)), "9".repeat(26)),
        _ => ("-1.8e308".to_owned(), "1.8e308".to_owned()),
    };
    let error = Diagnostic::new(&catalogue::CONSTANT_OUT_OF_RANGE, constant.span).arg("text", shown(constant));
    Box::new(error.arg("type", primitive.name()).arg("least", least).arg("greatest", greatest))
}

/// A constant as written, cut to what a person reads.
pub(crate) fn shown(constant: &Constant) -> String {
    const SHOWN: usize = 40;
    let text = signed(constant);
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn signed(constant: &Constant) -> String {
    format!("{}{}", if constant.negative { "-" } else { "" }, constant.text)
}

fn integer(constant: &Constant) -> Option<i128> {
    let digits = constant.text.strip_suffix('u').unwrap_or(&constant.text);
    whole(digits).map(|size| if constant.negative { -size } else { size })
}

/// The value of digits with or without a prefix, as far as 128 bits hold it.
pub(crate) fn whole(digits: &str) -> Option<i128> {
    let size = match digits.get(..2) {
        Some("0x" | "0X") => i128::from_str_radix(&digits[2..], 16),
        Some("0b" | "0B") => i128::from_str_radix(&digits[2..], 2),
        _ => digits.parse(),
    };
    size.ok()
}

/// `a.b.c.d` is a signed 32-bit number.
fn address(constant: &Constant) -> Option<i64> {
    let mut bits = 0u32;
    for part in constant.text.split('.') {
        bits = bits << 8 | u32::from(part.parse::<u8>().ok()?);
    }
    let number = i64::from(bits as i32);
    Some(if constant.negative { -number } else { number })
}

fn float(constant: &Constant) -> Option<f64> {
    let size: f64 = match constant.kind {
        SyntaxKind::INTEGER => integer(constant)?.unsigned_abs() as f64,
        _ => constant.text.parse().ok()?,
    };
    size.is_finite().then_some(if constant.negative { -size } else { size })
}

fn date(constant: &Constant) -> Result<Value, Box<Diagnostic>> {
    Date::parse(&constant.text).map(Value::Date).map_err(|error| {
        let entry = match error {
            DateError::Form => &catalogue::DATE_FORM,
            DateError::NoSuchDay | DateError::Range => &catalogue::NO_SUCH_DATE,
        };
        Box::new(Diagnostic::new(entry, constant.span).arg("text", shown(constant)))
    })
}

fn decimal(constant: &Constant) -> Result<Value, Box<Diagnostic>> {
    let digits = match constant.kind {
        SyntaxKind::INTEGER => match integer(constant) {
            Some(number) => number.to_string(),
            None => return Err(out_of_range(constant, Primitive::Decimal)),
        },
        _ => signed(constant).trim_end_matches('m').to_owned(),
    };
    Decimal::parse(&digits).map(Value::Decimal).map_err(|error| match error {
        DecimalError::Places => {
            Box::new(Diagnostic::new(&catalogue::DECIMAL_PLACES, constant.span).arg("text", shown(constant)))
        }
        _ => out_of_range(constant, Primitive::Decimal),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::{FileId, Span};

    fn read(kind: SyntaxKind, text: &str, negative: bool, primitive: Primitive) -> Option<String> {
        let span = Span { file: FileId(0), start: 0, end: 1 };
        let constant = Constant { kind, text: text.to_owned(), negative, node: 0, span };
        value(&constant, primitive).ok().map(|value| value.to_string())
    }

    #[test]
    fn limits() {
        use SyntaxKind::{DECIMAL, INTEGER, IPV4, UNSIGNED};
        let number = |text, negative| read(INTEGER, text, negative, Primitive::Number);
        assert_eq!(number("9223372036854775807", false).as_deref(), Some("9223372036854775807"));
        assert_eq!(number("9223372036854775808", false), None);
        assert_eq!(number("9223372036854775808", true).as_deref(), Some("-9223372036854775808"));
        assert_eq!(number("010", false).as_deref(), Some("10"));
        assert_eq!(number("0x10", true).as_deref(), Some("-16"));
        assert_eq!(
            read(UNSIGNED, "18446744073709551615u", false, Primitive::Unsigned).as_deref(),
            Some("18446744073709551615")
        );
        assert_eq!(read(UNSIGNED, "18446744073709551616u", false, Primitive::Unsigned), None);
        assert_eq!(read(IPV4, "255.255.255.255", false, Primitive::Number).as_deref(), Some("-1"));
        assert_eq!(read(IPV4, "1.0.0.0", false, Primitive::Number).as_deref(), Some("16777216"));
        assert_eq!(read(DECIMAL, "12.50m", true, Primitive::Decimal).as_deref(), Some("-12.5"));
        assert_eq!(read(DECIMAL, "0.1234567890123m", false, Primitive::Decimal), None);
        assert_eq!(read(INTEGER, "7", false, Primitive::Float).as_deref(), Some("7"));
    }
}
