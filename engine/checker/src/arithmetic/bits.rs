//! Bit and logical operators on 64 bits. They are modular and always have a result.

use program::checked::Functor;
use values::Value;

use super::{Computed, Undefined};

/// A bit or logical operator.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    use Functor::*;
    let (first, bits) = match args {
        [a] => (a, [word(a)?, 0]),
        [a, b] => (a, [word(a)?, word(b)?]),
        _ => return Err(Undefined),
    };
    let [a, b] = bits;
    let count = (b & 63) as u32;
    let result = match functor {
        BitAnd(_) => a & b,
        BitOr(_) => a | b,
        BitXor(_) => a ^ b,
        BitNot(_) => !a,
        ShiftLeft(_) => a << count,
        ShiftRight(_) if matches!(first, Value::Number(_)) => (a.cast_signed() >> count).cast_unsigned(),
        ShiftRight(_) | ShiftRightLogical(_) => a >> count,
        LogicalAnd(_) => u64::from(a != 0 && b != 0),
        LogicalOr(_) => u64::from(a != 0 || b != 0),
        LogicalXor(_) => u64::from((a != 0) != (b != 0)),
        LogicalNot(_) => u64::from(a == 0),
        _ => return Err(Undefined),
    };
    Ok(match first {
        Value::Number(_) => Value::Number(result.cast_signed()),
        _ => Value::Unsigned(result),
    })
}

fn word(value: &Value) -> Result<u64, Undefined> {
    match value {
        Value::Number(n) => Ok(n.cast_unsigned()),
        Value::Unsigned(n) => Ok(*n),
        _ => Err(Undefined),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use values::Primitive::{Number as N, Unsigned as U};

    fn number(functor: Functor, args: &[i64]) -> Computed {
        compute(functor, &args.iter().map(|n| Value::Number(*n)).collect::<Vec<_>>())
    }

    #[test]
    fn shifts_mask_their_count() {
        assert_eq!(number(Functor::ShiftLeft(N), &[1, 65]), Ok(Value::Number(2)));
        assert_eq!(number(Functor::ShiftRight(N), &[-8, 1]), Ok(Value::Number(-4)));
        assert_eq!(number(Functor::ShiftRightLogical(N), &[-1, 63]), Ok(Value::Number(1)));
        let shifted = compute(Functor::ShiftRight(U), &[Value::Unsigned(u64::MAX), Value::Unsigned(63)]);
        assert_eq!(shifted, Ok(Value::Unsigned(1)));
    }

    #[test]
    fn logic_knows_nought_and_the_rest() {
        assert_eq!(number(Functor::LogicalAnd(N), &[2, -1]), Ok(Value::Number(1)));
        assert_eq!(number(Functor::LogicalXor(N), &[2, 3]), Ok(Value::Number(0)));
        assert_eq!(number(Functor::LogicalNot(N), &[0]), Ok(Value::Number(1)));
        assert_eq!(number(Functor::BitNot(N), &[0]), Ok(Value::Number(-1)));
    }
}
