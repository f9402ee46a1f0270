//! Numbers and unsigned numbers: computed in 128 bits, then fitted into the type's 64.

use program::checked::Functor;
use values::{Primitive, Value};

use super::{Computed, Undefined};

/// `+ - * / % ^` and negation on values of `kind`.
pub fn compute(functor: Functor, kind: Primitive, args: &[Value]) -> Computed {
    let result = match (functor, args) {
        (Functor::Negate(_), [a]) => Some(-lift(a)?),
        (_, [a, b]) => {
            let (a, b) = (lift(a)?, lift(b)?);
            match functor {
                Functor::Add(_) => Some(a + b),
                Functor::Subtract(_) => Some(a - b),
                Functor::Multiply(_) => a.checked_mul(b),
                Functor::Divide(_) => a.checked_div(b),
                // minimum % -1 is refused with its quotient, though the remainder would fit
                Functor::Remainder(_) => fit(kind, a.checked_div(b).ok_or(Undefined)?).ok().map(|_| a % b),
                Functor::Power(_) => power(a, b),
                _ => None,
            }
        }
        _ => None,
    };
    fit(kind, result.ok_or(Undefined)?)
}

/// The sum of all; whether it fits is asked of the total alone, so that order does not matter.
pub fn sum<'v>(kind: Primitive, values: impl Iterator<Item = &'v Value>) -> Computed {
    // fewer than 2^63 summands of 64 bits each stay within 127 bits
    fit(kind, values.map(lift).sum::<Result<i128, Undefined>>()?)
}

/// The integer behind a number or unsigned value.
pub fn lift(value: &Value) -> Result<i128, Undefined> {
    match value {
        Value::Number(n) => Ok(i128::from(*n)),
        Value::Unsigned(n) => Ok(i128::from(*n)),
        _ => Err(Undefined),
    }
}

/// `n` as a value of `kind`, if it has room.
pub fn fit(kind: Primitive, n: i128) -> Computed {
    match kind {
        Primitive::Number => i64::try_from(n).map(Value::Number).map_err(|_| Undefined),
        Primitive::Unsigned => u64::try_from(n).map(Value::Unsigned).map_err(|_| Undefined),
        _ => Err(Undefined),
    }
}

/// `base ^ exponent`; with a negative exponent `1 / base ^ -exponent` cut toward zero.
fn power(base: i128, exponent: i128) -> Option<i128> {
    match (base, exponent) {
        (_, 0) | (1, _) => Some(1),
        (-1, _) => Some(if exponent % 2 == 0 { 1 } else { -1 }),
        (0, 1..) => Some(0),
        (0, _) => None,
        (_, ..0) => Some(0),
        // beyond 64 factors of at least two nothing fits any more
        (_, 65..) => None,
        _ => (0..exponent).try_fold(1i128, |product, _| product.checked_mul(base)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Functor::*;

    fn number(functor: Functor, a: i64, b: i64) -> Computed {
        compute(functor, Primitive::Number, &[Value::Number(a), Value::Number(b)])
    }

    fn unsigned(functor: Functor, a: u64, b: u64) -> Computed {
        compute(functor, Primitive::Unsigned, &[Value::Unsigned(a), Value::Unsigned(b)])
    }

    const N: Primitive = Primitive::Number;
    const U: Primitive = Primitive::Unsigned;

    #[test]
    fn quotients_cut_toward_zero() {
        assert_eq!(number(Divide(N), -7, 2), Ok(Value::Number(-3)));
        assert_eq!(number(Remainder(N), -7, 3), Ok(Value::Number(-1)));
        assert_eq!(number(Remainder(N), 7, -3), Ok(Value::Number(1)));
        assert_eq!(unsigned(Divide(U), u64::MAX, 2), Ok(Value::Unsigned((1 << 63) - 1)));
    }

    #[test]
    fn what_does_not_fit_is_undefined() {
        assert_eq!(number(Add(N), i64::MAX, 1), Err(Undefined));
        assert_eq!(number(Multiply(N), i64::MIN, i64::MIN), Err(Undefined));
        assert_eq!(number(Divide(N), 1, 0), Err(Undefined));
        assert_eq!(number(Remainder(N), 1, 0), Err(Undefined));
        assert_eq!(number(Divide(N), i64::MIN, -1), Err(Undefined));
        assert_eq!(number(Remainder(N), i64::MIN, -1), Err(Undefined));
        assert_eq!(compute(Negate(N), N, &[Value::Number(i64::MIN)]), Err(Undefined));
        assert_eq!(unsigned(Subtract(U), 1, 2), Err(Undefined));
        assert_eq!(unsigned(Multiply(U), u64::MAX, u64::MAX), Err(Undefined));
        assert_eq!(unsigned(Add(U), u64::MAX - 1, 1), Ok(Value::Unsigned(u64::MAX)));
    }

    #[test]
    fn powers() {
        assert_eq!(number(Power(N), 2, 62), Ok(Value::Number(1 << 62)));
        assert_eq!(number(Power(N), 2, 63), Err(Undefined));
        assert_eq!(number(Power(N), -2, 63), Ok(Value::Number(i64::MIN)));
        assert_eq!(unsigned(Power(U), 2, 63), Ok(Value::Unsigned(1 << 63)));
        assert_eq!(unsigned(Power(U), 2, 64), Err(Undefined));
        assert_eq!(number(Power(N), 0, 0), Ok(Value::Number(1)));
        assert_eq!(number(Power(N), 0, -1), Err(Undefined));
        assert_eq!(number(Power(N), 2, -1), Ok(Value::Number(0)));
        assert_eq!(number(Power(N), -1, -3), Ok(Value::Number(-1)));
        assert_eq!(number(Power(N), -1, i64::MAX), Ok(Value::Number(-1)));
        assert_eq!(number(Power(N), 10, i64::MAX), Err(Undefined));
    }

    #[test]
    fn a_sum_is_judged_by_its_total() {
        let summands = [Value::Number(i64::MAX), Value::Number(1), Value::Number(-1)];
        assert_eq!(sum(N, summands.iter()), Ok(Value::Number(i64::MAX)));
        assert_eq!(sum(N, summands[..2].iter()), Err(Undefined));
        assert_eq!(sum(N, [].iter()), Ok(Value::Number(0)));
    }
}
