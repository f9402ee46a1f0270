//! Number literals.

use crate::SyntaxKind::{self, DECIMAL, FLOAT, INTEGER, IPV4, MALFORMED_NUMBER, UNSIGNED};

/// Words that may stand directly behind a number: `12band 4` is legal.
const OPERATORS: &[&str] = &["band", "bor", "bxor", "bshl", "bshr", "bshru", "land", "lor", "lxor"];

/// Kind and length of the number at the start of `text`, which begins with a digit.
pub(super) fn number(text: &str) -> (SyntaxKind, usize) {
    if let Some(len) = based(text) {
        return with_suffix(text, len, INTEGER);
    }
    let whole = digits(text);
    let mut parts = vec![whole];
    while parts.len() < 4 {
        match next_part(text, parts.iter().sum::<usize>() + parts.len() - 1) {
            Some(len) => parts.push(len),
            None => break,
        }
    }
    match parts[..] {
        [a, b, c, d] => {
            let len = a + b + c + d + 3;
            let fits = text[..len].split('.').all(|part| part.parse::<u8>().is_ok());
            with_suffix(text, len, if fits { IPV4 } else { MALFORMED_NUMBER })
        }
        [_] => with_suffix(text, whole, INTEGER),
        _ => with_suffix(text, whole + 1 + parts[1], FLOAT),
    }
}

/// Length of `0x...` or `0b...`. In `0band` the zero stands alone.
fn based(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('0')?;
    let (rest, base) = rest.strip_prefix('x').map(|r| (r, 16)).or_else(|| rest.strip_prefix('b').map(|r| (r, 2)))?;
    let len = rest.find(|c: char| !c.is_digit(base)).unwrap_or(rest.len());
    (len > 0).then_some(len + 2)
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

/// Length of the digits behind a dot at `at`.
fn next_part(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('.')?;
    Some(digits(rest)).filter(|len| *len > 0)
}

/// Looks at the letters and digits that follow the number of length `len`.
fn with_suffix(text: &str, len: usize, kind: SyntaxKind) -> (SyntaxKind, usize) {
    let rest = &text[len..];
    let tail = &rest[..rest.find(|c| !continues(c)).unwrap_or(rest.len())];
    match (kind, tail) {
        (_, "") => (kind, len),
        (INTEGER, "u") => (UNSIGNED, len + 1),
        (INTEGER, _) if OPERATORS.contains(&tail.strip_prefix('u').unwrap_or("")) => (UNSIGNED, len + 1),
        (INTEGER | FLOAT, "m") if !text.starts_with("0x") && !text.starts_with("0b") => (DECIMAL, len + 1),
        (INTEGER | FLOAT | IPV4, _) if OPERATORS.contains(&tail) => (kind, len),
        _ => (MALFORMED_NUMBER, len + tail.len()),
    }
}

fn continues(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '?' | '＿')
}
