//! Values as people read and write them.

use std::{cmp::Ordering, fmt};

use crate::{Composite, Date, Decimal, Primitive};

/// A value of the rule language.
///
/// Values of one primitive are ordered as output is: numbers, dates and decimals by value, symbols by code point,
/// floats by IEEE total order, all that are no number being one value, records and branches field by field. Values of different primitives never meet; their order is that of the variants.
#[derive(Clone, Debug)]
pub enum Value {
    /// Text.
    Symbol(Box<str>),
    /// Signed integer.
    Number(i64),
    /// Unsigned integer.
    Unsigned(u64),
    /// IEEE double.
    Float(f64),
    /// A day.
    Date(Date),
    /// Exact decimal.
    Decimal(Decimal),
    /// Record or branch of an algebraic data type.
    Composite(Composite),
}

impl Value {
    /// A symbol.
    pub fn symbol(text: &str) -> Value {
        Value::Symbol(text.into())
    }

    /// The day that it is, if it is one.
    pub fn date(&self) -> Option<Date> {
        if let Self::Date(day) = self { Some(*day) } else { None }
    }

    /// Its primitive type.
    pub fn primitive(&self) -> Primitive {
        match self {
            Self::Symbol(_) => Primitive::Symbol,
            Self::Number(_) => Primitive::Number,
            Self::Unsigned(_) => Primitive::Unsigned,
            Self::Float(_) => Primitive::Float,
            Self::Date(_) => Primitive::Date,
            Self::Decimal(_) => Primitive::Decimal,
            Self::Composite(value) => Primitive::Composite(value.shape()),
        }
    }
}

impl Ord for Value {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Symbol(a), Self::Symbol(b)) => a.cmp(b),
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Unsigned(a), Self::Unsigned(b)) => a.cmp(b),
            (Self::Float(a), Self::Float(b)) => one_nan(*a).total_cmp(&one_nan(*b)),
            (Self::Date(a), Self::Date(b)) => a.cmp(b),
            (Self::Decimal(a), Self::Decimal(b)) => a.cmp(b),
            (Self::Composite(a), Self::Composite(b)) if a.shape() == b.shape() => a.cmp(b),
            _ => self.primitive().cmp(&other.primitive()),
        }
    }
}

/// One bit pattern for all that is no number: which one a processor makes is not fixed, and must not show.
pub(crate) fn one_nan(x: f64) -> f64 {
    if x.is_nan() { f64::NAN } else { x }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Value {}

impl fmt::Display for Value {
    /// The form the dialect prints: symbols bare, floats with up to 17 significant digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Symbol(text) => f.write_str(text),
            Self::Number(n) => write!(f, "{n}"),
            Self::Unsigned(n) => write!(f, "{n}"),
            Self::Float(x) => write_float(f, *x),
            Self::Date(day) => write!(f, "{day}"),
            Self::Decimal(d) => write!(f, "{d}"),
            Self::Composite(value) => write!(f, "{value}"),
        }
    }
}

/// Prints a float as C++ streams do with 17 significant digits (`%.17g`): `0.10000000000000001`, `1.0000000000000001e+30`.
pub fn write_float(out: &mut impl fmt::Write, x: f64) -> fmt::Result {
    if x.is_nan() {
        return out.write_str("nan");
    }
    if x.is_infinite() {
        return out.write_str(if x < 0.0 { "-inf" } else { "inf" });
    }
    if x == 0.0 {
        return out.write_str(if x.is_sign_negative() { "-0" } else { "0" });
    }
    let scientific = format!("{x:.16e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..17).contains(&exponent) {
        let fixed = format!("{x:.*}", (16 - exponent).max(0) as usize);
        let short = if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.') } else { &fixed };
        return out.write_str(short);
    }
    let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
    let sign = if exponent < 0 { '-' } else { '+' };
    write!(out, "{mantissa}e{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_like_c() {
        let cases = [
            (0.1, "0.10000000000000001"),
            (1.5, "1.5"),
            (-3.0, "-3"),
            (1e30, "1e+30"),
            (100000.0, "100000"),
            (0.00001, "1.0000000000000001e-05"),
            (f64::INFINITY, "inf"),
        ];
        for (x, text) in cases {
            assert_eq!(Value::Float(x).to_string(), text);
        }
    }
}
