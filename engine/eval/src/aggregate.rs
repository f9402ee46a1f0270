//! Aggregate functions over the contributions of one group.

use diagnostics::Span;
use program::checked::{AggregateOp, Functor};
use values::{Decimal, Primitive, Value};

use crate::{AggregateGoal, Called, Fault, FaultKind};

/// The aggregate's value over `contributions` (the target's values, repetitions included; for `count` any values).
/// `None` where the set is empty and the function has no value for it. Of a mean of decimals the total. The result does not depend on
/// their order.
pub(crate) fn fold(goal: &AggregateGoal, mut contributions: Vec<Value>) -> Result<Option<Value>, Fault> {
    match goal.op {
        AggregateOp::Count => Ok(Some(Value::Number(contributions.len() as i64))),
        AggregateOp::Min => Ok(contributions.into_iter().min()),
        AggregateOp::Max => Ok(contributions.into_iter().max()),
        AggregateOp::Mean if contributions.is_empty() => Ok(None),
        AggregateOp::Sum | AggregateOp::Mean if goal.operand != Primitive::Float => {
            total(&contributions, goal.operand).map(Some).ok_or_else(|| overflow(goal.operand, goal.span))
        }
        AggregateOp::Sum | AggregateOp::Mean => {
            contributions.sort_unstable();
            let total = float_sum(&contributions);
            let parts = if goal.op == AggregateOp::Mean { contributions.len() as f64 } else { 1.0 };
            Ok(Some(Value::Float(total / parts)))
        }
    }
}

fn total(values: &[Value], operand: Primitive) -> Option<Value> {
    let mut total = Total::default();
    values.iter().for_each(|value| total.add(value));
    total.value(operand)
}

/// How many contributions a mean of decimals is of.
pub(crate) fn count(contributions: usize) -> Value {
    Value::Decimal(Decimal::from(contributions as u64))
}

/// An exact sum of integers or decimals in the making. Only the total must fit into the type, not each partial sum:
/// mantissas of decimals have 38 digits, so halves of 19 digits are added apart; 2^32 rows of either fit into 128 bits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Total {
    high: i128,
    low: i128,
    /// How many have been added.
    pub(crate) count: usize,
}

const HALF: i128 = 10i128.pow(19);
/// 2^32 mantissas below this fit into 128 bits as they are, without a division each.
const SMALL: u128 = 10u128.pow(28);

impl Total {
    pub(crate) fn add(&mut self, value: &Value) {
        self.count += 1;
        match value {
            Value::Number(n) => self.low += i128::from(*n),
            Value::Unsigned(n) => self.low += i128::from(*n),
            Value::Decimal(d) if d.mantissa().unsigned_abs() < SMALL => self.low += d.mantissa(),
            Value::Decimal(d) => {
                self.high += d.mantissa() / HALF;
                self.low += d.mantissa() % HALF;
            }
            other => unreachable!("{other:?} has no exact sum"),
        }
    }

    /// The sum of both.
    pub(crate) fn join(&mut self, other: Total) {
        self.high += other.high;
        self.low += other.low;
        self.count += other.count;
    }

    /// `None` where the total lies outside the type.
    pub(crate) fn value(self, operand: Primitive) -> Option<Value> {
        match operand {
            Primitive::Unsigned => u64::try_from(self.low).ok().map(Value::Unsigned),
            Primitive::Decimal => {
                let total = self.high.checked_mul(HALF)?.checked_add(self.low)?;
                Decimal::from_mantissa(total).ok().map(Value::Decimal)
            }
            _ => i64::try_from(self.low).ok().map(Value::Number),
        }
    }
}

fn float_sum(ascending: &[Value]) -> f64 {
    ascending.iter().fold(0.0, |total, value| if let Value::Float(x) = value { total + x } else { total })
}

fn overflow(operand: Primitive, span: Span) -> Fault {
    Fault { kind: FaultKind::Overflow, span, called: Called::Functor(Functor::Add(operand)), args: Vec::new() }
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
        assert_eq!(total(&decimals(&[most, most, &format!("-{most}")]), Primitive::Decimal), decimals(&[most]).pop());
        assert_eq!(total(&decimals(&[most, "0.000000000001"]), Primitive::Decimal), None);
        let numbers = [Value::Number(i64::MAX), Value::Number(1), Value::Number(-1)];
        assert_eq!(total(&numbers, Primitive::Number), Some(Value::Number(i64::MAX)));
        assert_eq!(total(&numbers[..2], Primitive::Number), None);
    }
}
