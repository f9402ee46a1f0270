//! Aggregate functions over the contributions of one group.

use diagnostics::Span;
use program::checked::{AggregateOp, Functor};
use values::{Decimal, Primitive, Value};

use crate::{AggregateGoal, Fault, FaultKind};

/// The aggregate's value over `contributions` (the target's values, repetitions included; for `count` any values).
/// `None` where the set is empty and the function has no value for it. The result does not depend on their order.
pub(crate) fn fold(goal: &AggregateGoal, mut contributions: Vec<Value>) -> Result<Option<Value>, Fault> {
    match goal.op {
        AggregateOp::Count => Ok(Some(Value::Number(contributions.len() as i64))),
        AggregateOp::Min => Ok(contributions.into_iter().min()),
        AggregateOp::Max => Ok(contributions.into_iter().max()),
        AggregateOp::Sum => {
            contributions.sort_unstable();
            sum(goal.operand, &contributions).map(Some).ok_or_else(|| overflow(goal.operand, goal.span))
        }
        AggregateOp::Mean => {
            contributions.sort_unstable();
            let total = float_sum(&contributions);
            Ok((!contributions.is_empty()).then(|| Value::Float(total / contributions.len() as f64)))
        }
    }
}

fn sum(operand: Primitive, values: &[Value]) -> Option<Value> {
    match operand {
        Primitive::Float => Some(Value::Float(float_sum(values))),
        // At most 2^32 rows of 64 bits: 128 bits hold every total.
        Primitive::Unsigned => u64::try_from(values.iter().map(integer).sum::<i128>()).ok().map(Value::Unsigned),
        Primitive::Decimal => decimal_sum(values).map(Value::Decimal),
        _ => i64::try_from(values.iter().map(integer).sum::<i128>()).ok().map(Value::Number),
    }
}

fn integer(value: &Value) -> i128 {
    match value {
        Value::Number(n) => i128::from(*n),
        Value::Unsigned(n) => i128::from(*n),
        other => unreachable!("{other:?} is no integer"),
    }
}

fn float_sum(ascending: &[Value]) -> f64 {
    ascending.iter().fold(0.0, |total, value| if let Value::Float(x) = value { total + x } else { total })
}

/// Mantissas have 38 digits, so halves of 19 digits are added apart: only the total must fit, not each partial sum.
fn decimal_sum(values: &[Value]) -> Option<Decimal> {
    const HALF: i128 = 10i128.pow(19);
    let (mut high, mut low) = (0i128, 0i128);
    for value in values {
        let Value::Decimal(d) = value else { unreachable!("{value:?} is no decimal") };
        high += d.mantissa() / HALF;
        low += d.mantissa() % HALF;
    }
    let total = high.checked_mul(HALF)?.checked_add(low)?;
    Decimal::from_mantissa(total).ok()
}

fn overflow(operand: Primitive, span: Span) -> Fault {
    Fault { kind: FaultKind::Overflow, span, functor: Functor::Add(operand), args: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(texts: &[&str]) -> Vec<Value> {
        texts.iter().map(|text| Value::Decimal(Decimal::parse(text).unwrap())).collect()
    }

    #[test]
    fn partial_sums_may_leave_the_range() {
        let most = "99999999999999999999999999.999999999999";
        assert_eq!(decimal_sum(&decimals(&[most, most, &format!("-{most}")])), Decimal::parse(most).ok());
        assert_eq!(decimal_sum(&decimals(&[most, "0.000000000001"])), None);
        let numbers = [Value::Number(i64::MAX), Value::Number(1), Value::Number(-1)];
        assert_eq!(sum(Primitive::Number, &numbers), Some(Value::Number(i64::MAX)));
        assert_eq!(sum(Primitive::Number, &numbers[..2]), None);
    }
}
