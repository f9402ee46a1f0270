//! Exact ratios of decimals.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, BigUint, Sign};

use crate::decimal::{PLACES, rounds_away, signed};
use crate::wide;
use crate::{Decimal, DecimalError, Rounding};

const ONE: i128 = 10i128.pow(PLACES);

/// A rational number, whatever its size: what arithmetic on decimals gives where nothing is rounded on the way.
///
/// Equal where the numbers are equal, however they were come by.
#[derive(Clone, Debug)]
pub struct Ratio(Form);

/// Numerator and denominator, which is positive. They are not cancelled: terms are as long as the expression that is computed, since
/// a ratio never outlives it.
#[derive(Clone, Debug)]
enum Form {
    /// As long as 128 bits suffice.
    Small(i128, i128),
    Large(BigInt, BigInt),
}

use Form::{Large, Small};

impl Ratio {
    /// The sum.
    pub fn plus(&self, other: &Ratio) -> Ratio {
        let small = |(a, b): (i128, i128), (c, d): (i128, i128)| {
            if b == d {
                return Some((a.checked_add(c)?, b));
            }
            Some((a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?, b.checked_mul(d)?))
        };
        self.combine(other, small, |(a, b), (c, d)| (a * &d + c * &b, b * d))
    }

    /// The difference.
    pub fn minus(&self, other: &Ratio) -> Ratio {
        self.plus(&other.negate())
    }

    /// The product.
    pub fn times(&self, other: &Ratio) -> Ratio {
        let small = |(a, b): (i128, i128), (c, d): (i128, i128)| Some((a.checked_mul(c)?, b.checked_mul(d)?));
        self.combine(other, small, |(a, b), (c, d)| (a * c, b * d))
    }

    /// The quotient. [`DecimalError::Zero`] where `by` is zero.
    pub fn divide(&self, by: &Ratio) -> Result<Ratio, DecimalError> {
        if by.is_zero() {
            return Err(DecimalError::Zero);
        }
        let small = |(a, b): (i128, i128), (c, d): (i128, i128)| {
            // Two decimals count the same parts.
            let (a, c) = if b == d { (a, c) } else { (a.checked_mul(d)?, b.checked_mul(c)?) };
            Some((a.checked_mul(c.signum())?, c.checked_abs()?))
        };
        let large = |(a, b): (BigInt, BigInt), (c, d): (BigInt, BigInt)| match c.sign() {
            Sign::Minus => (a * -d, b * -c),
            _ => (a * d, b * c),
        };
        Ok(self.combine(by, small, large))
    }

    /// The number with its sign turned.
    pub fn negate(&self) -> Ratio {
        match &self.0 {
            Small(a, b) if *a != i128::MIN => Ratio(Small(-a, *b)),
            _ => {
                let (a, b) = self.large();
                Ratio(Large(-a, b))
            }
        }
    }

    /// Cut to `places` (0 to 12) behind the point as `rounding` says. [`DecimalError::Places`] for more of them,
    /// [`DecimalError::Range`] where the result has too many digits.
    pub fn round(&self, places: u32, rounding: Rounding) -> Result<Decimal, DecimalError> {
        if places > PLACES {
            return Err(DecimalError::Places);
        }
        let (size, away) = match &self.0 {
            Small(a, b) => {
                let (dividend, divisor) = (wide::multiply(a.unsigned_abs(), 10u128.pow(places)), b.unsigned_abs());
                let (size, rest) = wide::divide(dividend, divisor).ok_or(DecimalError::Range)?;
                (size, rounds_away(rest != 0, rest.cmp(&(divisor - rest)), size % 2 == 1, rounding))
            }
            Large(a, b) => {
                let (dividend, divisor) = (a.magnitude() * 10u128.pow(places), b.magnitude());
                let (size, rest) = (&dividend / divisor, dividend % divisor);
                let size = u128::try_from(size).map_err(|_| DecimalError::Range)?;
                let half = rest.cmp(&(divisor - &rest));
                (size, rounds_away(rest != BigUint::ZERO, half, size % 2 == 1, rounding))
            }
        };
        let size = size.checked_add(u128::from(away)).ok_or(DecimalError::Range)?;
        let size = size.checked_mul(10u128.pow(PLACES - places)).ok_or(DecimalError::Range)?;
        signed(size, self.is_negative())
    }

    fn is_zero(&self) -> bool {
        match &self.0 {
            Small(a, _) => *a == 0,
            Large(a, _) => a.sign() == Sign::NoSign,
        }
    }

    fn is_negative(&self) -> bool {
        match &self.0 {
            Small(a, _) => *a < 0,
            Large(a, _) => a.sign() == Sign::Minus,
        }
    }

    fn large(&self) -> (BigInt, BigInt) {
        match &self.0 {
            Small(a, b) => (BigInt::from(*a), BigInt::from(*b)),
            Large(a, b) => (a.clone(), b.clone()),
        }
    }

    /// By `small` where it can be done in 128 bits, otherwise by `large`.
    fn combine(
        &self,
        other: &Ratio,
        small: impl Fn((i128, i128), (i128, i128)) -> Option<(i128, i128)>,
        large: impl Fn((BigInt, BigInt), (BigInt, BigInt)) -> (BigInt, BigInt),
    ) -> Ratio {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0)
            && let Some((numerator, denominator)) = small((*a, *b), (*c, *d))
        {
            return Ratio(Small(numerator, denominator));
        }
        let (numerator, denominator) = large(self.large(), other.large());
        Ratio(Large(numerator, denominator))
    }
}

impl From<Decimal> for Ratio {
    fn from(decimal: Decimal) -> Ratio {
        Ratio(Small(decimal.mantissa(), ONE))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        if let (Small(a, b), Small(c, d)) = (&self.0, &other.0) {
            return wide::compare_products(*a, *d, *c, *b);
        }
        let ((a, b), (c, d)) = (self.large(), other.large());
        (a * d).cmp(&(c * b))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

impl fmt::Display for Ratio {
    /// As a decimal where it is one, otherwise as a fraction in lowest terms: `2.5`, `-10/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Ok(decimal) = self.round(PLACES, Rounding::Down)
            && Ratio::from(decimal) == *self
        {
            return decimal.fmt(f);
        }
        let (numerator, denominator) = self.large();
        let (mut common, mut rest) = (numerator.magnitude().clone(), denominator.magnitude().clone());
        while rest != BigUint::ZERO {
            (common, rest) = (rest.clone(), common % rest);
        }
        let common = BigInt::from(common);
        let (numerator, denominator) = (numerator / &common, denominator / common);
        if denominator == BigInt::from(1) { write!(f, "{numerator}") } else { write!(f, "{numerator}/{denominator}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOST: &str = "99999999999999999999999999.999999999999";

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn ratio(text: &str) -> Ratio {
        Ratio::from(decimal(text))
    }

    fn quotient(a: &str, b: &str) -> Ratio {
        ratio(a).divide(&ratio(b)).unwrap()
    }

    #[test]
    fn rounding_is_named() {
        let two_thirds = |rounding| quotient("2", "3").round(2, rounding).unwrap().to_string();
        assert_eq!(two_thirds(Rounding::Down), "0.66");
        assert_eq!(two_thirds(Rounding::HalfUp), "0.67");
        assert_eq!(ratio("-0.125").round(2, Rounding::HalfUp), Ok(decimal("-0.13")));
        assert_eq!(ratio("-0.125").round(2, Rounding::HalfEven), Ok(decimal("-0.12")));
        assert_eq!(ratio("0.121").round(2, Rounding::Up), Ok(decimal("0.13")));
        assert_eq!(ratio("1").divide(&ratio("0")), Err(DecimalError::Zero));
        assert_eq!(ratio("1").round(13, Rounding::Up), Err(DecimalError::Places));
        let edge = quotient("34028236692434128713258399.206640195753", "0.100000000001");
        assert_eq!(edge.round(12, Rounding::Up), Err(DecimalError::Range));
    }

    #[test]
    fn ratios_compare_without_rounding() {
        assert!(quotient("1", "3") > ratio("0.333333333333"));
        assert_eq!(quotient("-1", "3"), quotient("1", "-3"));
        assert!(quotient("1", "-2") < quotient("1", "2"));
        assert!(quotient(MOST, "0.000000000001") > quotient(MOST, "-0.000000000001"));
    }

    #[test]
    fn arithmetic_is_exact() {
        let third = quotient("1", "3");
        assert_eq!(third.plus(&third).plus(&third), ratio("1"));
        assert_eq!(third.minus(&ratio("1")).times(&ratio("3")), ratio("-2"));
        assert_eq!(third.negate().divide(&quotient("-2", "9")), Ok(ratio("1.5")));
        // 13 and more places are no obstacle on the way.
        let tiny = ratio("0.0000001");
        assert_eq!(tiny.times(&tiny).divide(&tiny), Ok(ratio("0.0000001")));
    }

    /// (m^4 * 3) / (m^4 * 2) = 1.5 leaves 128 bits on the way in either form.
    #[test]
    fn size_does_not_matter() {
        let most = ratio(MOST);
        let large = most.times(&most).times(&most).times(&most);
        let half_more = large.times(&ratio("3")).divide(&large.times(&ratio("-2"))).unwrap();
        assert_eq!(half_more, ratio("-1.5"));
        assert_eq!(half_more.to_string(), "-1.5");
        assert_eq!(half_more.round(0, Rounding::HalfEven), Ok(decimal("-2")));
        assert_eq!(half_more.plus(&ratio("1")).round(0, Rounding::HalfEven), Ok(decimal("0")));
        assert_eq!(large.round(0, Rounding::Down), Err(DecimalError::Range));
        assert_eq!(large.minus(&large).divide(&large), Ok(ratio("0")));
        assert_eq!(large.divide(&large.minus(&large)), Err(DecimalError::Zero));
        assert!(large > most && large.negate() < most.negate());
    }

    #[test]
    fn shown_as_a_decimal_or_in_lowest_terms() {
        let shown = |a, b| quotient(a, b).to_string();
        assert_eq!(shown("60", "-100"), "-0.6");
        assert_eq!(shown("-10.5", "3.25"), "-42/13");
        assert_eq!(shown("0", "7"), "0");
        assert_eq!(shown("1", "0.000000000003"), "1000000000000/3");
        let beyond = ratio(MOST).plus(&ratio("0.000000000001"));
        assert_eq!(beyond.to_string(), "100000000000000000000000000");
    }
}
