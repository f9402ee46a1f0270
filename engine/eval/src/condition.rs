//! Whether a goal without choices holds.

use std::cmp::Ordering;

use diagnostics::Span;
use program::checked::{Comparison, Functor, TextTest};
use values::{Code, Decimal, DecimalError, Dictionary, Primitive, Value};

use crate::functor::matches_whole;
use crate::{Called, Expression, Fault, FaultKind, GoalKind, Side};

/// Whether an equality, comparison or test of texts holds for variables given by `value_of`.
pub(crate) fn holds(goal: &GoalKind, value_of: &dyn Fn(u32) -> Value, dictionary: &Dictionary) -> Result<bool, Fault> {
    match goal {
        GoalKind::Equal { left, right, .. } => {
            let (left, right) = (left.value(value_of, dictionary)?, right.value(value_of, dictionary)?);
            Ok(compare(Comparison::Equal, &left, &right))
        }
        GoalKind::Define { variable, expression } => Ok(value_of(*variable) == expression.value(value_of, dictionary)?),
        GoalKind::Compare { op, left: Side::Value(left), right: Side::Value(right), .. } => {
            let (left, right) = (left.value(value_of, dictionary)?, right.value(value_of, dictionary)?);
            Ok(compare(*op, &left, &right))
        }
        GoalKind::Compare { op, left, right, .. } => {
            let (a, b, at) = quotient(left, value_of, dictionary)?;
            let (c, d, other) = quotient(right, value_of, dictionary)?;
            let order = Decimal::compare_quotients((a, b), (c, d));
            order.map(|order| decides(*op, order)).map_err(|error| {
                let (a, b, at) = if b == Decimal::ZERO { (a, b, at) } else { (c, d, other) };
                division_by_zero(error, a, b, at)
            })
        }
        GoalKind::Text { test, positive, pattern, text } => {
            let (pattern, text) = (pattern.value(value_of, dictionary)?, text.value(value_of, dictionary)?);
            let (Value::Symbol(pattern), Value::Symbol(text)) = (pattern, text) else { return Ok(false) };
            let outcome = match test {
                TextTest::Contains => Some(text.contains(&*pattern)),
                TextTest::Match => matches_whole(&pattern, &text),
            };
            Ok(outcome == Some(*positive))
        }
        GoalKind::Never => Ok(false),
        GoalKind::Match { .. }
        | GoalKind::Absent { .. }
        | GoalKind::Generate { .. }
        | GoalKind::Aggregate { .. }
        | GoalKind::Composite { .. }
        | GoalKind::Ordinal { .. }
        | GoalKind::Counter { .. } => unreachable!("{goal:?} is no condition"),
    }
}

/// Compares two values of one type as the operator says; floats numerically.
pub(crate) fn compare(op: Comparison, left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Float(a), Value::Float(b)) => match a.partial_cmp(b) {
            Some(order) => decides(op, order),
            None => op == Comparison::NotEqual,
        },
        _ => decides(op, left.cmp(right)),
    }
}

/// Whether two sides that stand in this order fulfil the operator.
pub(crate) fn decides(op: Comparison, order: Ordering) -> bool {
    match op {
        Comparison::Equal => order.is_eq(),
        Comparison::NotEqual => order.is_ne(),
        Comparison::Less => order.is_lt(),
        Comparison::LessEqual => order.is_le(),
        Comparison::Greater => order.is_gt(),
        Comparison::GreaterEqual => order.is_ge(),
    }
}

/// A side as a quotient; a plain value is divided by one.
fn quotient(
    side: &Side,
    value_of: &dyn Fn(u32) -> Value,
    dictionary: &Dictionary,
) -> Result<(Decimal, Decimal, Option<Span>), Fault> {
    let decimal = |expression: &Expression| match expression.value(value_of, dictionary)? {
        Value::Decimal(d) => Ok(d),
        other => unreachable!("{other:?} is no decimal"),
    };
    match side {
        Side::Value(value) => Ok((decimal(value)?, Decimal::from(1i64), None)),
        Side::Quotient(dividend, divisor, span) => Ok((decimal(dividend)?, decimal(divisor)?, Some(*span))),
    }
}

fn division_by_zero(error: DecimalError, a: Decimal, b: Decimal, span: Option<Span>) -> Fault {
    debug_assert_eq!(error, DecimalError::Zero);
    let Some(span) = span else { unreachable!("a zero divisor stands in a quotient") };
    let args = vec![Value::Decimal(a), Value::Decimal(b)];
    Fault { kind: FaultKind::DivisionByZero, span, called: Called::Functor(Functor::Divide(Primitive::Decimal)), args }
}

/// A comparison that codes alone decide: of variables and constants, and not of floats.
pub(crate) fn plain(goal: &GoalKind) -> Option<(Comparison, Operand, Operand, Primitive)> {
    let operand_of = |expression: &Expression| match expression {
        Expression::Variable(variable) => Some(Operand::Variable(*variable)),
        Expression::Constant(_, code) => Some(Operand::Constant(*code)),
        _ => None,
    };
    let (op, left, right, operand) = match goal {
        GoalKind::Equal { left, right, operand } => (Comparison::Equal, left, right, *operand),
        GoalKind::Compare { op, left: Side::Value(left), right: Side::Value(right), operand } => {
            (*op, left, right, *operand)
        }
        _ => return None,
    };
    if operand == Primitive::Float { None } else { Some((op, operand_of(left)?, operand_of(right)?, operand)) }
}

/// A variable or the code of a constant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Operand {
    Variable(u32),
    Constant(Code),
}
