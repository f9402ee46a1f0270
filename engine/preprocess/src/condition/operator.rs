//! Operators between two operands.

/// An operator between two operands.
#[derive(Clone, Copy)]
pub(super) struct Operator {
    pub(super) sign: &'static str,
    /// The higher, the tighter it binds.
    pub(super) level: u8,
}

/// Longer signs first where one begins with another.
pub(super) const OPERATORS: &[(&str, u8)] = &[
    ("||", 0),
    ("&&", 1),
    ("==", 5),
    ("!=", 5),
    ("<<", 7),
    (">>", 7),
    ("<=", 6),
    (">=", 6),
    ("|", 2),
    ("^", 3),
    ("&", 4),
    ("<", 6),
    (">", 6),
    ("+", 8),
    ("-", 8),
    ("*", 9),
    ("/", 9),
    ("%", 9),
];

/// The operator that is written like this.
pub(super) fn binary(word: &str) -> Option<Operator> {
    OPERATORS.iter().find(|(sign, _)| *sign == word).map(|(sign, level)| Operator { sign, level: *level })
}

/// The result; `None` for a division by zero. What does not fit wraps.
pub(super) fn apply(sign: &str, a: i64, b: i64) -> Option<i64> {
    Some(match sign {
        "||" => i64::from(a != 0 || b != 0),
        "&&" => i64::from(a != 0 && b != 0),
        "|" => a | b,
        "^" => a ^ b,
        "&" => a & b,
        "==" => i64::from(a == b),
        "!=" => i64::from(a != b),
        "<" => i64::from(a < b),
        ">" => i64::from(a > b),
        "<=" => i64::from(a <= b),
        ">=" => i64::from(a >= b),
        "<<" => a.wrapping_shl(b as u32),
        ">>" => a.wrapping_shr(b as u32),
        "+" => a.wrapping_add(b),
        "-" => a.wrapping_sub(b),
        "*" => a.wrapping_mul(b),
        "/" if b != 0 => a.wrapping_div(b),
        "%" if b != 0 => a.wrapping_rem(b),
        _ => return None,
    })
}
