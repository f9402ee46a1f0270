//! Exact decimals: integers that count 10^-12, at most 38 digits.
//!
//! Products are held in base 10^38, quotients are worked out digit by digit as at school.

use std::cmp::Ordering;

use program::checked::Functor;
use values::{Decimal, Rounding, Value};

use super::{Computed, Undefined};

const PLACES: u32 = 12;
const ONE: u128 = 10u128.pow(PLACES);
/// Half of the digits of a decimal.
const HALF: u128 = 10u128.pow(19);

/// `+ - *`, negation and rounding.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    use Functor::*;
    let places = |n: &i64| u32::try_from(*n).ok().filter(|n| *n <= PLACES).ok_or(Undefined);
    match (functor, args) {
        (Add(_), [Value::Decimal(a), Value::Decimal(b)]) => total(a.mantissa(), b.mantissa()),
        (Subtract(_), [Value::Decimal(a), Value::Decimal(b)]) => total(a.mantissa(), -b.mantissa()),
        (Multiply(_), [Value::Decimal(a), Value::Decimal(b)]) => multiply(*a, *b),
        (Negate(_), [Value::Decimal(a)]) => value(-a.mantissa()),
        (Round(mode), [Value::Decimal(a), Value::Number(n)]) => divide(a.mantissa(), ONE as i128, places(n)?, mode),
        (RoundQuotient(mode), [Value::Decimal(a), Value::Decimal(b), Value::Number(n)]) => {
            divide(a.mantissa(), b.mantissa(), places(n)?, mode)
        }
        _ => Err(Undefined),
    }
}

/// How `a / b` stands to `c / d`; undefined where a divisor is zero.
pub fn compare_quotients((a, b): (Decimal, Decimal), (c, d): (Decimal, Decimal)) -> Result<Ordering, Undefined> {
    let [a, b, c, d] = [a, b, c, d].map(Decimal::mantissa);
    if b == 0 || d == 0 {
        return Err(Undefined);
    }
    // a/b < c/d iff ad < cb for b, d of one sign; a negative divisor hands its sign to the dividend
    let (a, c) = (a * b.signum(), c * d.signum());
    let left = (a.signum(), product(a.unsigned_abs(), d.unsigned_abs()));
    let right = (c.signum(), product(c.unsigned_abs(), b.unsigned_abs()));
    Ok(left.0.cmp(&right.0).then(if left.0 < 0 { right.1.cmp(&left.1) } else { left.1.cmp(&right.1) }))
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
    signed(high * 10u128.pow(26) + low / ONE, (a < 0) != (b < 0))
}

/// `a * b` as `high * 10^38 + low`, for factors below 10^38.
fn product(a: u128, b: u128) -> (u128, u128) {
    let (a1, a0, b1, b0) = (a / HALF, a % HALF, b / HALF, b % HALF);
    let low = a0 * b0;
    let middle = a1 * b0 + a0 * b1 + low / HALF;
    (a1 * b1 + middle / HALF, middle % HALF * HALF + low % HALF)
}

/// `a / b` cut to `places` behind the point.
fn divide(a: i128, b: i128, places: u32, mode: Rounding) -> Computed {
    let (dividend, divisor) = (a.unsigned_abs(), b.unsigned_abs());
    if divisor == 0 {
        return Err(Undefined);
    }
    let (mut quotient, mut rest) = (dividend / divisor, dividend % divisor);
    for _ in 0..places {
        let (digit, next) = next_digit(rest, divisor);
        quotient = quotient.checked_mul(10).and_then(|q| q.checked_add(digit)).ok_or(Undefined)?;
        rest = next;
    }
    let away = match mode {
        Rounding::Down => false,
        Rounding::Up => rest > 0,
        Rounding::HalfUp => rest >= divisor - rest,
        Rounding::HalfEven => rest > divisor - rest || (rest == divisor - rest && quotient % 2 == 1),
    };
    let size = quotient.checked_add(u128::from(away)).and_then(|q| q.checked_mul(10u128.pow(PLACES - places)));
    signed(size.ok_or(Undefined)?, (a < 0) != (b < 0))
}

/// The next digit of a long division and the rest after it: ten rests, less the divisor as often as it goes in.
fn next_digit(rest: u128, divisor: u128) -> (u128, u128) {
    let (mut digit, mut sum) = (0, 0);
    for _ in 0..10 {
        sum += rest;
        if sum >= divisor {
            sum -= divisor;
            digit += 1;
        }
    }
    (digit, sum)
}

/// Two mantissas of 38 digits may leave 128 bits together.
fn total(a: i128, b: i128) -> Computed {
    value(a.checked_add(b).ok_or(Undefined)?)
}

fn signed(size: u128, negative: bool) -> Computed {
    let size = i128::try_from(size).map_err(|_| Undefined)?;
    value(if negative { -size } else { size })
}

fn value(mantissa: i128) -> Computed {
    Decimal::from_mantissa(mantissa).map(Value::Decimal).map_err(|_| Undefined)
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

    fn quotient(a: &str, b: &str, places: i64, mode: Rounding) -> Computed {
        compute(RoundQuotient(mode), &[v(a), v(b), Value::Number(places)])
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
    fn quotients_round_as_told() {
        let modes = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up];
        let rounded = |a, b, places| modes.map(|mode| quotient(a, b, places, mode).unwrap().to_string());
        assert_eq!(rounded("1", "3", 2), ["0.33", "0.33", "0.33", "0.34"]);
        assert_eq!(rounded("2.5", "1", 0), ["3", "2", "2", "3"]);
        assert_eq!(rounded("-3.5", "1", 0), ["-4", "-4", "-3", "-4"]);
        assert_eq!(rounded("1", "-8", 2), ["-0.13", "-0.12", "-0.12", "-0.13"]);
        assert_eq!(rounded(MAX, MAX, 12), ["1", "1", "1", "1"]);
        assert_eq!(rounded("2", MAX, 12), ["0", "0", "0", "0.000000000001"]);
        assert_eq!(quotient("1", "0", 2, Rounding::Up), Err(Undefined));
        assert_eq!(quotient("1", "3", 13, Rounding::Up), Err(Undefined));
        assert_eq!(quotient("1", "3", -1, Rounding::Up), Err(Undefined));
        assert_eq!(quotient(MAX, "0.5", 0, Rounding::Down), Err(Undefined));
        assert_eq!(compute(Round(Rounding::HalfUp), &[v("12.345"), Value::Number(2)]), Ok(v("12.35")));
        assert_eq!(compute(Round(Rounding::HalfUp), &[v(MAX), Value::Number(0)]), Err(Undefined));
    }

    #[test]
    fn quotients_compare_without_rounding() {
        let order = |a, b, c, e| compare_quotients((d(a), d(b)), (d(c), d(e)));
        assert_eq!(order("1", "3", "0.333333333333", "1"), Ok(Ordering::Greater));
        assert_eq!(order("2", "6", "1", "3"), Ok(Ordering::Equal));
        assert_eq!(order("-1", "3", "1", "-2"), Ok(Ordering::Greater));
        assert_eq!(order("0", "-3", "0", "5"), Ok(Ordering::Equal));
        assert_eq!(order(MAX, "0.000000000001", MAX, "-0.000000000001"), Ok(Ordering::Greater));
        assert_eq!(order("1", "0", "1", "1"), Err(Undefined));
    }

    #[test]
    fn a_sum_is_judged_by_its_total() {
        assert_eq!(sum([v(MAX), v(MAX), v(&format!("-{MAX}"))].iter()), Ok(v(MAX)));
        assert_eq!(sum([v(MAX), v("0.000000000001")].iter()), Err(Undefined));
        assert_eq!(sum([v("0.1"), v("-0.3")].iter()), Ok(v("-0.2")));
    }
}
