//! Fractions of whole numbers of any size.

use std::cmp::Ordering;

use values::{Decimal, Rounding};

use super::Undefined;
use super::decimal::{PLACES, away, signed};
use super::natural::Natural;

/// `± over / under`, never cancelled; `under` is not zero.
#[derive(Clone, Debug)]
pub struct Fraction {
    negative: bool,
    over: Natural,
    under: Natural,
}

impl From<Decimal> for Fraction {
    fn from(decimal: Decimal) -> Fraction {
        let size = decimal.mantissa().unsigned_abs();
        Fraction {
            negative: decimal.mantissa() < 0,
            over: Natural::from(size),
            under: Natural::from(10u128.pow(PLACES)),
        }
    }
}

impl Fraction {
    /// The number that is written as a whole one, a decimal or a fraction: `-12`, `2.5`, `-10/3`.
    pub fn parse(text: &str) -> Option<Fraction> {
        let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
        let (over, under) = match (text.split_once('/'), text.split_once('.')) {
            (Some((over, under)), _) => (Natural::parse(over)?, Natural::parse(under)?),
            (None, Some((whole, part))) if !part.is_empty() => {
                let ten = |power: usize| Natural::parse(&("1".to_owned() + &"0".repeat(power)));
                (Natural::parse(&[whole, part].concat())?, ten(part.len())?)
            }
            _ => (Natural::parse(text)?, Natural::from(1)),
        };
        (!under.is_zero()).then_some(Fraction { negative, over, under })
    }

    /// `self + other`, with `other` turned where `less`.
    pub fn add(&self, other: &Fraction, less: bool) -> Fraction {
        let (a, c) = (self.over.times(&other.under), other.over.times(&self.under));
        let under = self.under.times(&other.under);
        if self.negative == (other.negative != less) {
            return Fraction { negative: self.negative, over: a.plus(&c), under };
        }
        match a.cmp(&c) {
            Ordering::Less => Fraction { negative: !self.negative, over: c.minus(&a), under },
            _ => Fraction { negative: self.negative, over: a.minus(&c), under },
        }
    }

    /// `self * other`
    pub fn multiply(&self, other: &Fraction) -> Fraction {
        let negative = self.negative != other.negative;
        Fraction { negative, over: self.over.times(&other.over), under: self.under.times(&other.under) }
    }

    /// `self / other`, undefined where `other` is zero.
    pub fn divide(&self, other: &Fraction) -> Result<Fraction, Undefined> {
        if other.over.is_zero() {
            return Err(Undefined);
        }
        let inverse = Fraction { negative: other.negative, over: other.under.clone(), under: other.over.clone() };
        Ok(self.multiply(&inverse))
    }

    /// `-self`
    pub fn negate(self) -> Fraction {
        Fraction { negative: !self.negative, ..self }
    }

    /// Which of both is greater.
    pub fn compare(&self, other: &Fraction) -> Ordering {
        let difference = self.add(other, true);
        match (difference.over.is_zero(), difference.negative) {
            (true, _) => Ordering::Equal,
            (_, true) => Ordering::Less,
            (_, false) => Ordering::Greater,
        }
    }

    /// Cut to so many places behind the point.
    pub fn round(&self, places: u32, mode: Rounding) -> Result<Decimal, Undefined> {
        if places > PLACES {
            return Err(Undefined);
        }
        let shifted = self.over.times(&Natural::from(10u128.pow(places)));
        let (size, rest) = shifted.divide(&self.under);
        let size = size.small().ok_or(Undefined)?;
        let half = rest.plus(&rest).cmp(&self.under);
        let up = u128::from(away(!rest.is_zero(), half, size % 2 == 1, mode));
        let size = size.checked_add(up).and_then(|size| size.checked_mul(10u128.pow(PLACES - places)));
        signed(size.ok_or(Undefined)?, self.negative)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: &str = "99999999999999999999999999.999999999999";

    fn f(text: &str) -> Fraction {
        Fraction::from(Decimal::parse(text).unwrap())
    }

    fn quotient(a: &str, b: &str) -> Fraction {
        f(a).divide(&f(b)).unwrap()
    }

    fn rounded(fraction: &Fraction, places: u32, mode: Rounding) -> Result<String, Undefined> {
        fraction.round(places, mode).map(|decimal| decimal.to_string())
    }

    #[test]
    fn quotients_round_as_told() {
        let modes = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up];
        let all = |a, b, places| modes.map(|mode| rounded(&quotient(a, b), places, mode).unwrap());
        assert_eq!(all("1", "3", 2), ["0.33", "0.33", "0.33", "0.34"]);
        assert_eq!(all("2.5", "1", 0), ["3", "2", "2", "3"]);
        assert_eq!(all("-3.5", "1", 0), ["-4", "-4", "-3", "-4"]);
        assert_eq!(all("1", "-8", 2), ["-0.13", "-0.12", "-0.12", "-0.13"]);
        assert_eq!(all(MAX, MAX, 12), ["1", "1", "1", "1"]);
        assert_eq!(all("2", MAX, 12), ["0", "0", "0", "0.000000000001"]);
        assert!(f("1").divide(&f("0")).is_err());
        assert_eq!(rounded(&quotient("1", "3"), 13, Rounding::Up), Err(Undefined));
        assert_eq!(rounded(&quotient(MAX, "0.5"), 0, Rounding::Down), Err(Undefined));
        assert_eq!(rounded(&f("12.345"), 2, Rounding::HalfUp).unwrap(), "12.35");
        assert_eq!(rounded(&f(MAX), 0, Rounding::HalfUp), Err(Undefined));
    }

    #[test]
    fn fractions_compare_without_rounding() {
        let order = |a, b, c, e| quotient(a, b).compare(&quotient(c, e));
        assert_eq!(order("1", "3", "0.333333333333", "1"), Ordering::Greater);
        assert_eq!(order("2", "6", "1", "3"), Ordering::Equal);
        assert_eq!(order("-1", "3", "1", "-2"), Ordering::Greater);
        assert_eq!(order("0", "-3", "0", "5"), Ordering::Equal);
        assert_eq!(order(MAX, "0.000000000001", MAX, "-0.000000000001"), Ordering::Greater);
    }

    #[test]
    fn what_is_written_is_read() {
        let same = |text: &str, a, b| Fraction::parse(text).unwrap().compare(&quotient(a, b)) == Ordering::Equal;
        assert!(
            same("-10/3", "-10", "3") && same("2.5", "5", "2") && same("-0.125", "1", "-8") && same("12", "12", "1")
        );
        let large = "100000000000000000000000000/3";
        assert!(same(large, "100000000000000", "0.000000000003") && !same(large, "1", "3"));
        for text in ["", "-", "1/0", "1/", "a", "1.", "1.-5"] {
            assert!(Fraction::parse(text).is_none(), "{text}");
        }
    }

    /// 2/3 - 5/6 = -1/6, times -12 is 2; and (m^3 - m^3) is nothing.
    #[test]
    fn nothing_is_lost_on_the_way() {
        let sixth = quotient("2", "3").add(&quotient("5", "6"), true);
        assert_eq!(rounded(&sixth.multiply(&f("-12")), 0, Rounding::Down).unwrap(), "2");
        assert_eq!(sixth.clone().negate().compare(&quotient("1", "6")), Ordering::Equal);
        let cube = f(MAX).multiply(&f(MAX)).multiply(&f(MAX));
        assert!(f("1").divide(&cube.add(&cube, true)).is_err());
        assert_eq!(rounded(&cube.divide(&f(MAX).multiply(&f(MAX))).unwrap(), 12, Rounding::Down).unwrap(), MAX);
    }
}
