//! Exact decimals: integers that count 10^-12, at most 38 digits.
//!
//! Products are held in base 10^38.

use std::cmp::Ordering;

use program::checked::Functor;
use values::{Decimal, Rounding, Value};

use super::{Computed, Undefined};

/// Digits behind the point.
pub const PLACES: u32 = 12;
const ONE: u128 = 10u128.pow(PLACES);
/// Half of the digits of a decimal.
const HALF: u128 = 10u128.pow(19);

/// `+ - *` and negation.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    use Functor::*;
    match (functor, args) {
        (Add(_), [Value::Decimal(a), Value::Decimal(b)]) => total(a.mantissa(), b.mantissa()),
        (Subtract(_), [Value::Decimal(a), Value::Decimal(b)]) => total(a.mantissa(), -b.mantissa()),
        (Multiply(_), [Value::Decimal(a), Value::Decimal(b)]) => multiply(*a, *b),
        (Negate(_), [Value::Decimal(a)]) => value(-a.mantissa()),
        _ => Err(Undefined),
    }
}

/// The sum of all; whether it fits is asked of the total alone.
pub fn sum<'v>(values: impl Iterator<Item = &'v Value>) -> Computed {
    let (mut high, mut low) = (0i128, 0i128);
    for summand in values {
        let Value::Decimal(summand) = summand else { return Err(Undefined) };
        high += summand.mantissa() / HALF as i128;
        low += summand.mantissa() % HALF as i128;
    }
    let (high, low) = (high + low / HALF as i128, low % HALF as i128);
    value(high.checked_mul(HALF as i128).and_then(|high| high.checked_add(low)).ok_or(Undefined)?)
}

/// The product, undefined where it needs more than 12 places.
fn multiply(a: Decimal, b: Decimal) -> Computed {
    let (a, b) = (a.mantissa(), b.mantissa());
    let (high, low) = product(a.unsigned_abs(), b.unsigned_abs());
    if low % ONE != 0 || high >= ONE {
        return Err(Undefined);
    }
    // 10^38 / 10^12 of the places above stay above
    signed(high * 10u128.pow(26) + low / ONE, (a < 0) != (b < 0)).map(Value::Decimal)
}

/// `a * b` as `high * 10^38 + low`, for factors below 10^38.
fn product(a: u128, b: u128) -> (u128, u128) {
    let (a1, a0, b1, b0) = (a / HALF, a % HALF, b / HALF, b % HALF);
    let low = a0 * b0;
    let middle = a1 * b0 + a0 * b1 + low / HALF;
    (a1 * b1 + middle / HALF, middle % HALF * HALF + low % HALF)
}

/// Whether a size with a rest goes one up: `half` is how twice the rest stands to the divisor.
pub fn away(rest: bool, half: Ordering, odd: bool, mode: Rounding) -> bool {
    match mode {
        Rounding::Down => false,
        Rounding::Up => rest,
        Rounding::HalfUp => half != Ordering::Less,
        Rounding::HalfEven => half == Ordering::Greater || (half == Ordering::Equal && odd),
    }
}

/// Two mantissas of 38 digits may leave 128 bits together.
fn total(a: i128, b: i128) -> Computed {
    value(a.checked_add(b).ok_or(Undefined)?)
}

/// The decimal with this mantissa.
pub fn signed(size: u128, negative: bool) -> Result<Decimal, Undefined> {
    let size = i128::try_from(size).map_err(|_| Undefined)?;
    Decimal::from_mantissa(if negative { -size } else { size }).map_err(|_| Undefined)
}

fn value(mantissa: i128) -> Computed {
    signed(mantissa.unsigned_abs(), mantissa < 0).map(Value::Decimal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Functor::*;
    use values::Primitive::Decimal as D;

    const MAX: &str = "99999999999999999999999999.999999999999";

    fn d(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    fn v(text: &str) -> Value {
        Value::Decimal(d(text))
    }

    fn of(functor: Functor, a: &str, b: &str) -> Computed {
        compute(functor, &[v(a), v(b)])
    }

    #[test]
    fn sums_and_products_are_exact_or_undefined() {
        assert_eq!(of(Add(D), "0.1", "0.2"), Ok(v("0.3")));
        assert_eq!(of(Subtract(D), "1", "1.000000000001"), Ok(v("-0.000000000001")));
        assert_eq!(of(Add(D), MAX, "0.000000000001"), Err(Undefined));
        assert_eq!(of(Multiply(D), "-12.5", "0.4"), Ok(v("-5")));
        assert_eq!(of(Multiply(D), "1000000000000.5", "1000000000000"), Ok(v("1000000000000500000000000")));
        // (10^13 - 10^-6)^2 = 10^26 - 2 * 10^7 + 10^-12
        let square = of(Multiply(D), "9999999999999.999999", "9999999999999.999999");
        assert_eq!(square, Ok(v("99999999999999999980000000.000000000001")));
        assert_eq!(of(Multiply(D), "0.000001", "0.0000001"), Err(Undefined));
        assert_eq!(of(Multiply(D), "10000000000000", "10000000000000"), Err(Undefined));
        assert_eq!(of(Multiply(D), MAX, "-1"), Ok(v(&format!("-{MAX}"))));
        assert_eq!(compute(Negate(D), &[v("2.5")]), Ok(v("-2.5")));
    }

    #[test]
    fn a_sum_is_judged_by_its_total() {
        assert_eq!(sum([v(MAX), v(MAX), v(&format!("-{MAX}"))].iter()), Ok(v(MAX)));
        assert_eq!(sum([v(MAX), v("0.000000000001")].iter()), Err(Undefined));
        assert_eq!(sum([v("0.1"), v("-0.3")].iter()), Ok(v("-0.2")));
    }
}
