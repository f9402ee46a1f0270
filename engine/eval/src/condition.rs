//! Whether a goal without choices holds.

use std::cmp::Ordering;

use program::checked::{Comparison, TextTest};
use values::{Code, Dictionary, Primitive, Value};

use crate::functor::matches_whole;
use crate::{Expression, Fault, GoalKind, Side};

/// Whether an equality, comparison or test of texts holds for variables given by `value_of`.
///
/// # Errors
/// A computation without result.
///
/// # Panics
/// Where the goal is none of these.
pub fn holds(goal: &GoalKind, value_of: &dyn Fn(u32) -> Value, dictionary: &Dictionary) -> Result<bool, Fault> {
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
            let (left, right) = (left.ratio(value_of, dictionary)?, right.ratio(value_of, dictionary)?);
            Ok(decides(*op, left.cmp(&right)))
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
