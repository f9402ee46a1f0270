//! Exact decimal numbers: at most 38 digits, 12 of them behind the point.

use std::{cmp::Ordering, fmt};

use crate::wide;

/// Digits behind the point.
pub(crate) const PLACES: u32 = 12;
const ONE: i128 = 10i128.pow(PLACES);
/// 38 nines: the largest mantissa.
const MAX: i128 = 10i128.pow(38) - 1;

/// An exact decimal, held as the integer `value * 10^12` of at most 38 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i128);

/// Why a text or a computation gives no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not `-`, digits, point, digits.
    Form,
    /// More than 12 digits behind the point: the value cannot be kept exactly.
    Places,
    /// More than 26 digits before the point.
    Range,
    /// A divisor is zero.
    Zero,
}

/// How a ratio is cut to a number of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rounding {
    /// To the nearest, halves away from zero (四舍五入).
    HalfUp,
    /// To the nearest, halves to the even digit.
    HalfEven,
    /// Toward zero.
    Down,
    /// Away from zero.
    Up,
}

impl Rounding {
    /// The mode with this name in the rule language.
    pub fn named(name: &str) -> Option<Rounding> {
        match name {
            "half_up" => Some(Self::HalfUp),
            "half_even" => Some(Self::HalfEven),
            "down" => Some(Self::Down),
            "up" => Some(Self::Up),
            _ => None,
        }
    }

    /// Its name in the rule language.
    pub fn name(self) -> &'static str {
        match self {
            Self::HalfUp => "half_up",
            Self::HalfEven => "half_even",
            Self::Down => "down",
            Self::Up => "up",
        }
    }
}

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal(0);

    /// `value * 10^12`.
    pub fn mantissa(self) -> i128 {
        self.0
    }

    /// From `value * 10^12`.
    pub fn from_mantissa(mantissa: i128) -> Result<Decimal, DecimalError> {
        if (-MAX..=MAX).contains(&mantissa) { Ok(Decimal(mantissa)) } else { Err(DecimalError::Range) }
    }

    /// Reads `-12.50`, `.5` and `5.` excluded, nothing before or behind it. Trailing zeros do not count as places.
    pub fn parse(text: &str) -> Result<Decimal, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(places) {
            return Err(DecimalError::Form);
        }
        let places = places.trim_end_matches('0');
        if places.len() > PLACES as usize {
            return Err(DecimalError::Places);
        }
        let padding = std::iter::repeat_n(b'0', PLACES as usize - places.len());
        let size = whole.bytes().chain(places.bytes()).chain(padding).try_fold(0i128, |n, byte| {
            n.checked_mul(10).and_then(|n| n.checked_add(i128::from(byte - b'0'))).ok_or(DecimalError::Range)
        })?;
        Decimal::from_mantissa(if negative { -size } else { size })
    }

    /// The sum, exact.
    pub fn plus(self, other: Decimal) -> Result<Decimal, DecimalError> {
        self.0.checked_add(other.0).ok_or(DecimalError::Range).and_then(Decimal::from_mantissa)
    }

    /// The difference, exact.
    pub fn minus(self, other: Decimal) -> Result<Decimal, DecimalError> {
        self.0.checked_sub(other.0).ok_or(DecimalError::Range).and_then(Decimal::from_mantissa)
    }

    /// The product; [`DecimalError::Places`] where it has more than 12 places.
    pub fn times(self, other: Decimal) -> Result<Decimal, DecimalError> {
        let product = wide::multiply(self.0.unsigned_abs(), other.0.unsigned_abs());
        let (size, rest) = wide::divide(product, ONE.unsigned_abs()).ok_or(DecimalError::Range)?;
        if rest != 0 {
            return Err(DecimalError::Places);
        }
        signed(size, (self.0 < 0) != (other.0 < 0))
    }

    /// The value with its sign turned.
    pub fn negate(self) -> Decimal {
        Decimal(-self.0)
    }
}

impl From<i64> for Decimal {
    fn from(n: i64) -> Decimal {
        Decimal(i128::from(n) * ONE)
    }
}

impl From<u64> for Decimal {
    fn from(n: u64) -> Decimal {
        Decimal(i128::from(n) * ONE)
    }
}

pub(crate) fn signed(size: u128, negative: bool) -> Result<Decimal, DecimalError> {
    let size = i128::try_from(size).map_err(|_| DecimalError::Range)?;
    Decimal::from_mantissa(if negative { -size } else { size })
}

/// Whether a size that leaves a rest goes one up: `half` is how the rest stands to what is missing to the next.
pub(crate) fn rounds_away(rest: bool, half: Ordering, odd: bool, rounding: Rounding) -> bool {
    match rounding {
        Rounding::Down => false,
        Rounding::Up => rest,
        Rounding::HalfUp => half.is_ge(),
        Rounding::HalfEven => half.is_gt() || (half.is_eq() && odd),
    }
}

impl fmt::Display for Decimal {
    /// Without trailing zeros: `12.5`, `-0.07`, `3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let (whole, places) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        let sign = if self.0 < 0 { "-" } else { "" };
        if places == 0 {
            return write!(f, "{sign}{whole}");
        }
        let digits = format!("{places:012}");
        write!(f, "{sign}{whole}.{}", digits.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn reads_and_prints() {
        for text in ["0", "12.5", "-0.07", "3", "99999999999999999999999999.999999999999"] {
            assert_eq!(decimal(text).to_string(), text);
        }
        assert_eq!(decimal("12.50"), decimal("12.5"));
        assert_eq!(decimal("1.0000000000000"), decimal("1"));
        assert_eq!(decimal("-0"), Decimal::ZERO);
    }

    #[test]
    fn refuses() {
        for text in ["", "-", ".5", "5.", "1e3", "+1", " 1", "1,000", "--1", "１"] {
            assert_eq!(Decimal::parse(text), Err(DecimalError::Form), "{text}");
        }
        assert_eq!(Decimal::parse("0.1234567890123"), Err(DecimalError::Places));
        assert_eq!(Decimal::parse("100000000000000000000000000"), Err(DecimalError::Range));
        assert_eq!(Decimal::parse(&"9".repeat(1000)), Err(DecimalError::Range));
    }

    #[test]
    fn arithmetic_is_exact_or_an_error() {
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Ok(decimal("0.3")));
        assert_eq!(decimal("0.7").times(decimal("0.8")), Ok(decimal("0.56")));
        assert_eq!(decimal("-1234567.89").times(decimal("100")), Ok(decimal("-123456789")));
        assert_eq!(decimal("0.0000001").times(decimal("0.0000001")), Err(DecimalError::Places));
        let most = decimal("99999999999999999999999999.999999999999");
        assert_eq!(most.plus(decimal("0.000000000001")), Err(DecimalError::Range));
        assert_eq!(most.plus(most), Err(DecimalError::Range));
        assert_eq!(most.negate().minus(most), Err(DecimalError::Range));
        assert_eq!(most.times(most), Err(DecimalError::Range));
        assert_eq!(most.times(decimal("1")), Ok(most));
    }
}
