//! Terms over variables and constants alone, and their values.

use std::sync::Arc;

use diagnostics::Span;
use program::checked::{Entity, Functor, Parameter};
use values::{Code, Decimal, Dictionary, Primitive, Ratio, Rounding, Value};

use crate::functor::{apply, decimal_fault};
use crate::{Called, Fault, FaultKind, Quantity};

/// A computation without aggregates and generators.
#[derive(Debug, Clone)]
pub enum Expression {
    /// A variable by number.
    Variable(u32),
    /// A constant.
    Constant(Value, Code),
    /// A functor call.
    Call(Functor, Vec<Expression>, Span),
    /// A chain of infix operators, from left to right. The span of a link reaches from the chain's beginning.
    Chain(Box<Expression>, Vec<(Functor, Expression, Span)>),
    /// The value of a parameter: its keys, then, where it is dated, the day.
    Parameter(Arc<Parameter>, Vec<Expression>, Span),
}

impl Expression {
    /// Its value for variables given by `value_of`.
    pub fn value(&self, value_of: &dyn Fn(u32) -> Value, dictionary: &Dictionary) -> Result<Value, Fault> {
        match self {
            Self::Variable(variable) => Ok(value_of(*variable)),
            Self::Constant(value, _) => Ok(value.clone()),
            Self::Call(Functor::Round(mode), args, span) => {
                let (ratio, places) = (args[0].ratio(value_of, dictionary)?, args[1].value(value_of, dictionary)?);
                round(&ratio, &places, *mode, *span).map(Value::Decimal)
            }
            Self::Call(functor, args, span) => match &args[..] {
                [only] => call(*functor, [only.value(value_of, dictionary)?], *span, dictionary),
                [left, right] => {
                    let args = [left.value(value_of, dictionary)?, right.value(value_of, dictionary)?];
                    call(*functor, args, *span, dictionary)
                }
                args => {
                    let args = args.iter().map(|arg| arg.value(value_of, dictionary)).collect::<Result<Vec<_>, _>>()?;
                    call(*functor, args, *span, dictionary)
                }
            },
            Self::Chain(first, rest) => {
                let mut value = first.value(value_of, dictionary)?;
                for (functor, right, span) in rest {
                    value = call(*functor, [value, right.value(value_of, dictionary)?], *span, dictionary)?;
                }
                Ok(value)
            }
            Self::Parameter(parameter, args, span) => {
                let args = args.iter().map(|arg| arg.value(value_of, dictionary)).collect::<Result<Vec<_>, _>>()?;
                let (keys, day) = args.split_at(parameter.keys.len());
                let day = day.first().and_then(Value::date);
                let found = parameter.value(keys, day).map(|found| found.value.clone());
                let called = || Called::Parameter(Arc::clone(parameter));
                found.ok_or_else(|| {
                    let args = args.into_iter().map(Quantity::Value).collect();
                    Fault { kind: FaultKind::NoValue, span: *span, called: called(), args }
                })
            }
        }
    }

    /// The exact value of a decimal for variables given by `value_of`: chains and negations are computed as fractions, so that they can
    /// divide, and fail only where a divisor is zero.
    pub fn ratio(&self, value_of: &dyn Fn(u32) -> Value, dictionary: &Dictionary) -> Result<Ratio, Fault> {
        match self {
            Self::Chain(first, rest) => {
                let mut ratio = first.ratio(value_of, dictionary)?;
                for (functor, right, span) in rest {
                    ratio = link(*functor, &ratio, &right.ratio(value_of, dictionary)?, *span)?;
                }
                Ok(ratio)
            }
            Self::Call(Functor::Negate(_), args, _) => Ok(args[0].ratio(value_of, dictionary)?.negate()),
            leaf => leaf.value(value_of, dictionary).map(|value| Ratio::from(decimal(&value))),
        }
    }

    /// Calls `visit` for each variable, from left to right.
    pub fn variables(&self, visit: &mut dyn FnMut(u32)) {
        match self {
            Self::Variable(variable) => visit(*variable),
            Self::Constant(..) => {}
            Self::Call(_, args, _) | Self::Parameter(_, args, _) => args.iter().for_each(|arg| arg.variables(visit)),
            Self::Chain(first, rest) => {
                first.variables(visit);
                rest.iter().for_each(|(_, right, _)| right.variables(visit));
            }
        }
    }

    /// True where some values of its variables give no result.
    pub(crate) fn can_fail(&self) -> bool {
        match self {
            Self::Variable(_) | Self::Constant(..) => false,
            Self::Call(functor, args, _) => can_fail(*functor) || args.iter().any(Expression::can_fail),
            Self::Parameter(..) => true,
            Self::Chain(first, rest) => {
                first.can_fail() || rest.iter().any(|(functor, right, _)| can_fail(*functor) || right.can_fail())
            }
        }
    }
}

/// The arguments stay on the stack where they are few: computations are made millions of times.
fn call(functor: Functor, args: impl AsRef<[Value]>, span: Span, dictionary: &Dictionary) -> Result<Value, Fault> {
    let args = args.as_ref();
    apply(functor, args, dictionary).map_err(|kind| {
        let args = args.iter().cloned().map(Quantity::Value).collect();
        Fault { kind, span, called: Called::Functor(functor), args }
    })
}

/// A step of exact arithmetic.
pub fn link(functor: Functor, left: &Ratio, right: &Ratio, span: Span) -> Result<Ratio, Fault> {
    match functor {
        Functor::Add(_) => Ok(left.plus(right)),
        Functor::Subtract(_) => Ok(left.minus(right)),
        Functor::Multiply(_) => Ok(left.times(right)),
        Functor::Divide(_) => left.divide(right).map_err(|error| {
            let args = vec![Quantity::Ratio(left.clone()), Quantity::Ratio(right.clone())];
            Fault { kind: decimal_fault(error), span, called: Called::Functor(functor), args }
        }),
        _ => unreachable!("{functor:?} on decimals"),
    }
}

fn round(ratio: &Ratio, places: &Value, mode: Rounding, span: Span) -> Result<Decimal, Fault> {
    let Value::Number(count) = places else { unreachable!("{places:?} is no number of places") };
    let count = u32::try_from(*count).map_err(|_| FaultKind::Places);
    let rounded = count.and_then(|count| ratio.round(count, mode).map_err(decimal_fault));
    rounded.map_err(|kind| {
        let args = vec![Quantity::Ratio(ratio.clone()), Quantity::Value(places.clone())];
        Fault { kind, span, called: Called::Functor(Functor::Round(mode)), args }
    })
}

fn decimal(value: &Value) -> Decimal {
    match value {
        Value::Decimal(decimal) => *decimal,
        other => unreachable!("{other:?} is no decimal"),
    }
}

fn can_fail(functor: Functor) -> bool {
    use Functor as F;
    match functor {
        F::Add(p) | F::Subtract(p) | F::Multiply(p) | F::Divide(p) | F::Power(p) | F::PowerOf(p) | F::Negate(p) => {
            p != Primitive::Float
        }
        F::ToNumber(p) | F::ToUnsigned(p) | F::ToDecimal(p) | F::ToFloat(p) => {
            matches!(p, Primitive::Symbol | Primitive::Float | Primitive::Number | Primitive::Unsigned)
        }
        F::Remainder(_) | F::AddDays | F::DaysAdd | F::SubtractDays | F::AddMonths | F::AddYears | F::Deadline(..) => {
            true
        }
        F::AddWorkingDays | F::WorkingDaysBetween | F::Roll | F::IsWorkingDay => true,
        F::Round(_) | F::ToDate | F::Keep | F::Concatenate => true,
        F::DaysBetween | F::MonthsBetween | F::YearsBetween => false,
        F::BitAnd(_) | F::BitOr(_) | F::BitXor(_) | F::BitNot(_) => false,
        F::ShiftLeft(_) | F::ShiftRight(_) | F::ShiftRightLogical(_) => false,
        F::LogicalAnd(_) | F::LogicalOr(_) | F::LogicalXor(_) | F::LogicalNot(_) => false,
        F::Min(_) | F::Max(_) | F::Length | F::Substring | F::ToString(_) => false,
        F::Ordinal(_) | F::Reinterpret(..) | F::Upper | F::Words => false,
        F::Entity(entity) => entity == Entity::EditDistance,
    }
}
