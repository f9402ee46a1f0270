//! From one type to another.

use program::checked::Functor;
use values::{Date, Decimal, Primitive, Value};

use super::integer::{fit, lift};
use super::{Computed, Undefined};

/// A conversion.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    let [value] = args else { return Err(Undefined) };
    match functor {
        Functor::ToNumber(_) => integer(Primitive::Number, value),
        Functor::ToUnsigned(_) => integer(Primitive::Unsigned, value),
        Functor::ToFloat(_) => float(value),
        Functor::ToString(_) => Ok(Value::symbol(&string(value))),
        Functor::ToDecimal(_) => decimal(value),
        Functor::ToDate => match value {
            Value::Symbol(text) => Date::parse(text).map(Value::Date).map_err(|_| Undefined),
            _ => Err(Undefined),
        },
        Functor::Ordinal(_) => ordinal(value),
        Functor::Reinterpret(_, to) => reinterpret(value, to),
        _ => Err(Undefined),
    }
}

fn integer(kind: Primitive, value: &Value) -> Computed {
    match value {
        Value::Symbol(text) => fit(kind, leading_integer(text)?),
        // casts to 128 bits saturate far outside every 64-bit type; NaN would become 0
        Value::Float(x) if x.is_nan() => Err(Undefined),
        Value::Float(x) => fit(kind, *x as i128),
        _ => fit(kind, lift(value)?),
    }
}

/// The integer that `text` begins with: `0x` or `0b` at its very beginning choose the base, blanks are skipped, a sign
/// is allowed, what follows the digits is ignored.
fn leading_integer(text: &str) -> Result<i128, Undefined> {
    let (base, rest) = match text.get(..2) {
        Some("0x") => (16, &text[2..]),
        Some("0b") => (2, &text[2..]),
        _ => (10, text),
    };
    let rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let (sign, digits) = match rest.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let mut digits = digits.chars().map_while(|c| c.to_digit(base)).peekable();
    digits.peek().ok_or(Undefined)?;
    let add = |n: i128, digit| n.checked_mul(i128::from(base)).and_then(|n| n.checked_add(i128::from(digit)));
    digits.try_fold(0i128, add).map(|n| sign * n).ok_or(Undefined)
}

fn float(value: &Value) -> Computed {
    match value {
        Value::Symbol(text) => leading_float(text).map(Value::Float),
        Value::Number(n) => Ok(Value::Float(*n as f64)),
        Value::Unsigned(n) => Ok(Value::Float(*n as f64)),
        Value::Float(_) => Ok(value.clone()),
        _ => Err(Undefined),
    }
}

/// The longest beginning of `text`, blanks skipped, that is a number such as `-12.5e3`.
fn leading_float(text: &str) -> Result<f64, Undefined> {
    let text = text.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = usize::from(text.starts_with(['-', '+']));
    let whole = digits(&text[sign..]);
    let mut end = sign + whole;
    let mut places = 0;
    if text[end..].starts_with('.') {
        places = digits(&text[end + 1..]);
        end += 1 + places;
    }
    if whole + places == 0 {
        return Err(Undefined);
    }
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['-', '+']));
        let exponent = digits(&text[end + 1 + sign..]);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    text[..end].parse().map_err(|_| Undefined)
}

/// As printed, but floats with six decimals.
fn string(value: &Value) -> String {
    match value {
        Value::Float(x) if x.is_finite() => format!("{x:.6}"),
        _ => value.to_string(),
    }
}

fn decimal(value: &Value) -> Computed {
    let decimal = match value {
        Value::Symbol(text) => Decimal::parse(text),
        Value::Decimal(decimal) => Ok(*decimal),
        _ => Decimal::from_mantissa(lift(value)? * 10i128.pow(12)),
    };
    decimal.map(Value::Decimal).map_err(|_| Undefined)
}

/// A number that stands for the value. Symbols have one only in a dictionary; rules that ask for it are refused before.
fn ordinal(value: &Value) -> Computed {
    match value {
        Value::Date(day) => Ok(Value::Number(day.unix_days())),
        // An enum's value is the number of its branch; others have numbers in a dictionary only.
        Value::Composite(value) => Ok(Value::Number(value.branch_number().into())),
        _ => reinterpret(value, Primitive::Number),
    }
}

/// The same 64 bits as a value of another type.
fn reinterpret(value: &Value, to: Primitive) -> Computed {
    let bits = match value {
        Value::Number(n) => n.cast_unsigned(),
        Value::Unsigned(n) => *n,
        // One pattern for all that is no number, since processors differ.
        Value::Float(x) if x.is_nan() => f64::NAN.to_bits(),
        Value::Float(x) => x.to_bits(),
        _ => return if value.primitive() == to { Ok(value.clone()) } else { Err(Undefined) },
    };
    match to {
        Primitive::Number => Ok(Value::Number(bits.cast_signed())),
        Primitive::Unsigned => Ok(Value::Unsigned(bits)),
        Primitive::Float => Ok(Value::Float(f64::from_bits(bits))),
        _ => Err(Undefined),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Primitive::{Float, Number, Symbol, Unsigned};

    fn number(text: &str) -> Computed {
        compute(Functor::ToNumber(Symbol), &[Value::symbol(text)])
    }

    #[test]
    fn texts_to_integers() {
        assert_eq!(number("12"), Ok(Value::Number(12)));
        assert_eq!(number("  -12 yuan"), Ok(Value::Number(-12)));
        assert_eq!(number("0x1F"), Ok(Value::Number(31)));
        assert_eq!(number("0b102"), Ok(Value::Number(2)));
        assert_eq!(number(" 0x10"), Ok(Value::Number(0)));
        assert_eq!(number("-9223372036854775808"), Ok(Value::Number(i64::MIN)));
        for text in ["", "yuan", "-", "9223372036854775808", "１２", "餐饮", &"9".repeat(60)] {
            assert_eq!(number(text), Err(Undefined), "{text}");
        }
        assert_eq!(compute(Functor::ToUnsigned(Symbol), &[Value::symbol("-5")]), Err(Undefined));
    }

    #[test]
    fn floats_to_integers() {
        let to = |functor, x| compute(functor, &[Value::Float(x)]);
        assert_eq!(to(Functor::ToNumber(Float), 3.99), Ok(Value::Number(3)));
        assert_eq!(to(Functor::ToNumber(Float), -3.99), Ok(Value::Number(-3)));
        assert_eq!(to(Functor::ToNumber(Float), 9_223_372_036_854_775_808.0), Err(Undefined));
        assert_eq!(to(Functor::ToNumber(Float), f64::NAN), Err(Undefined));
        assert_eq!(to(Functor::ToUnsigned(Float), -0.5), Ok(Value::Unsigned(0)));
        assert_eq!(to(Functor::ToUnsigned(Float), f64::INFINITY), Err(Undefined));
    }

    #[test]
    fn texts_to_floats() {
        let to = |text: &str| compute(Functor::ToFloat(Symbol), &[Value::symbol(text)]);
        assert_eq!(to(" -1.5e2m"), Ok(Value::Float(-150.0)));
        assert_eq!(to("2e"), Ok(Value::Float(2.0)));
        assert_eq!(to(".5"), Ok(Value::Float(0.5)));
        for text in ["", ".", "-", "e5", "餐"] {
            assert_eq!(to(text), Err(Undefined), "{text}");
        }
    }

    #[test]
    fn to_text_and_bits() {
        let text = |value| compute(Functor::ToString(Float), &[value]);
        assert_eq!(text(Value::Float(0.1)), Ok(Value::symbol("0.100000")));
        assert_eq!(text(Value::Number(-3)), Ok(Value::symbol("-3")));
        let float = compute(Functor::Reinterpret(Unsigned, Float), &[Value::Unsigned(4_607_182_418_800_017_408)]);
        assert_eq!(float, Ok(Value::Float(1.0)));
        let epoch = Value::Date(Date::parse("1970-01-02").unwrap());
        assert_eq!(compute(Functor::Ordinal(Primitive::Date), &[epoch]), Ok(Value::Number(1)));
        let whole = compute(Functor::ToDecimal(Number), &[Value::Number(i64::MIN)]);
        assert_eq!(whole.unwrap().to_string(), "-9223372036854775808");
    }
}
