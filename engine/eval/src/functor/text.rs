//! Text functors and conversions.

use std::cell::RefCell;
use std::collections::BTreeMap;

use regex::Regex;
use values::{Decimal, Value};

use super::{Computed, FaultKind};
use crate::fault::TEXT_BYTES_MAX;

pub(super) fn concatenate(texts: &[Value]) -> Computed {
    let mut all = String::new();
    for text in texts {
        let Value::Symbol(text) = text else { unreachable!("{text:?} is no text") };
        if all.len() + text.len() > TEXT_BYTES_MAX {
            return Err(FaultKind::TooLong);
        }
        all.push_str(text);
    }
    Ok(Value::Symbol(all.into()))
}

/// Counts characters. A negative count means the rest; a start that is negative or past the end gives "".
pub(super) fn substring(s: &str, from: i64, count: i64) -> Value {
    let Ok(from) = usize::try_from(from) else { return Value::symbol("") };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    Value::Symbol(s.chars().skip(from).take(count).collect::<String>().into())
}

pub(super) fn words(s: &str, count: i64) -> Value {
    let count = usize::try_from(count).unwrap_or(0);
    Value::Symbol(s.split_whitespace().take(count).collect::<Vec<_>>().join(" ").into())
}

pub(super) fn keep(pattern: &str, s: &str) -> Computed {
    let pattern = compile(pattern).ok_or(FaultKind::Pattern)?;
    Ok(Value::Symbol(pattern.find_iter(s).map(|found| found.as_str()).collect::<String>().into()))
}

/// The regular expression with this text; `None` where it is ill-formed. The last few are kept per thread: a compiled
/// pattern is a function of its text, so the cache cannot be observed.
fn compile(pattern: &str) -> Option<Regex> {
    const KEPT: usize = 64;
    type Compiled = BTreeMap<String, Option<Regex>>;
    thread_local! {
        static PATTERNS: RefCell<Compiled> = const { RefCell::new(Compiled::new()) };
    }
    PATTERNS.with_borrow_mut(|patterns| {
        if let Some(known) = patterns.get(pattern) {
            return known.clone();
        }
        if patterns.len() == KEPT {
            patterns.clear();
        }
        let compiled = Regex::new(&ascii_classes(pattern)).ok();
        patterns.insert(pattern.to_string(), compiled.clone());
        compiled
    })
}

/// `\d`, `\w` and `\b` mean ASCII in the dialect (ECMAScript) and Unicode in the library: a "digits only" test must not
/// let full-width digits through.
fn ascii_classes(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('d') => out.push_str("[0-9]"),
                Some('D') => out.push_str("[^0-9]"),
                Some('w') => out.push_str("[0-9A-Za-z_]"),
                Some('W') => out.push_str("[^0-9A-Za-z_]"),
                Some('b') => out.push_str("(?-u:\\b)"),
                Some(escaped) => out.extend(['\\', escaped]),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    out
}

/// Does the expression describe the whole text? `None` where it is ill-formed.
pub(crate) fn matches_whole(pattern: &str, text: &str) -> Option<bool> {
    // Alone first: `a)(b` is well-formed only between the parentheses put around it here.
    compile(pattern)?;
    Some(compile(&format!("^(?:{pattern})$"))?.is_match(text))
}

/// As printed, but floats with six decimals.
pub(super) fn to_string(value: &Value) -> Value {
    match value {
        Value::Symbol(_) => value.clone(),
        Value::Float(x) if x.is_finite() => Value::Symbol(format!("{x:.6}").into()),
        other => Value::Symbol(other.to_string().into()),
    }
}

pub(super) fn to_number(value: &Value) -> Computed {
    match value {
        Value::Symbol(text) => {
            let (negative, size) = leading_integer(text)?;
            let n = if negative { -i128::from(size) } else { i128::from(size) };
            i64::try_from(n).map(Value::Number).map_err(|_| FaultKind::Overflow)
        }
        Value::Unsigned(n) => i64::try_from(*n).map(Value::Number).map_err(|_| FaultKind::Overflow),
        // The limits are exact as floats: -2^63 belongs to the range, 2^63 does not.
        Value::Float(x) if *x >= -(2f64.powi(63)) && *x < 2f64.powi(63) => Ok(Value::Number(*x as i64)),
        Value::Float(_) => Err(FaultKind::Overflow),
        other => Ok(other.clone()),
    }
}

pub(super) fn to_unsigned(value: &Value) -> Computed {
    match value {
        Value::Symbol(text) => match leading_integer(text)? {
            (true, 1..) => Err(FaultKind::Overflow),
            (_, size) => Ok(Value::Unsigned(size)),
        },
        Value::Number(n) => u64::try_from(*n).map(Value::Unsigned).map_err(|_| FaultKind::Overflow),
        Value::Float(x) if *x > -1.0 && *x < 2f64.powi(64) => Ok(Value::Unsigned(*x as u64)),
        Value::Float(_) => Err(FaultKind::Overflow),
        other => Ok(other.clone()),
    }
}

pub(super) fn to_float(value: &Value) -> Computed {
    match value {
        Value::Symbol(text) => text.trim_start().parse().map(Value::Float).map_err(|_| FaultKind::Conversion),
        Value::Number(n) => Ok(Value::Float(*n as f64)),
        Value::Unsigned(n) => Ok(Value::Float(*n as f64)),
        other => Ok(other.clone()),
    }
}

pub(super) fn to_decimal(value: &Value) -> Computed {
    match value {
        Value::Symbol(text) => Decimal::parse(text).map(Value::Decimal).map_err(|_| FaultKind::Conversion),
        Value::Number(n) => Ok(Value::Decimal(Decimal::from(*n))),
        Value::Unsigned(n) => Ok(Value::Decimal(Decimal::from(*n))),
        other => Ok(other.clone()),
    }
}

/// Leading blanks, a sign, a base prefix at the very start of the digits, digits; what follows is ignored.
fn leading_integer(text: &str) -> Result<(bool, u64), FaultKind> {
    let text = text.trim_start();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (base, digits) = match text.get(..2) {
        Some("0x") => (16, &text[2..]),
        Some("0b") => (2, &text[2..]),
        _ => (10, text),
    };
    let end = digits.find(|c: char| !c.is_digit(base)).unwrap_or(digits.len());
    if end == 0 {
        return Err(FaultKind::Conversion);
    }
    u64::from_str_radix(&digits[..end], base).map(|size| (negative, size)).map_err(|_| FaultKind::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_describe_the_whole_text_in_ascii_classes() {
        assert_eq!(matches_whole("a|ab", "ab"), Some(true));
        assert_eq!(matches_whole("a", "ab"), Some(false));
        assert_eq!(matches_whole(r"\d+", "12"), Some(true));
        assert_eq!(matches_whole(r"\d+", "１２"), Some(false));
        assert_eq!(matches_whole(r"[\d-]+", "1-2"), Some(true));
        assert_eq!(matches_whole(r"\W", "中"), Some(true));
        assert_eq!(matches_whole(r"\\d", r"\d"), Some(true));
        assert_eq!(matches_whole("a)(b", "ab"), None);
    }
}
