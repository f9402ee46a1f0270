//! The functors of the language, computed without the helpers of `values`: its dates and decimals come in and go out as
//! plain data.

mod bits;
mod calendar;
mod convert;
mod date;
mod decimal;
mod entity;
mod float;
mod fraction;
mod integer;
mod natural;
mod period;
mod range;
mod text;

use program::checked::{Comparison, Functor};
use values::{Primitive, Value};

pub use decimal::sum as decimal_sum;
pub use fraction::Fraction;
pub use integer::sum as integer_sum;
pub use range::{in_range, range};
pub use text::Patterns;

/// A computation without a result: overflow, division by zero, a text that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undefined;

/// What a computation gives.
pub type Computed = Result<Value, Undefined>;

/// `functor(args)`.
pub fn compute(functor: Functor, args: &[Value], patterns: &mut Patterns) -> Computed {
    use Functor::*;
    match functor {
        Add(kind) | Subtract(kind) | Multiply(kind) | Divide(kind) | Remainder(kind) | Power(kind) | Negate(kind) => {
            match kind {
                Primitive::Float => float::compute(functor, args),
                Primitive::Decimal => decimal::compute(functor, args),
                _ => integer::compute(functor, kind, args),
            }
        }
        PowerOf(kind) => {
            // the exponent comes first
            let written = args.iter().rev().cloned().collect::<Vec<_>>();
            compute(Power(kind), &written, patterns)
        }
        // the machine does that, in fractions
        Round(_) => Err(Undefined),
        AddDays | DaysAdd | SubtractDays | DaysBetween | AddMonths | AddYears | MonthsBetween | YearsBetween => {
            date::compute(functor, args)
        }
        AddWorkingDays | WorkingDaysBetween | Roll | IsWorkingDay => calendar::compute(functor, args),
        Deadline(policy, unit) => period::compute(policy, unit, args),
        BitAnd(_) | BitOr(_) | BitXor(_) | BitNot(_) | ShiftLeft(_) | ShiftRight(_) | ShiftRightLogical(_)
        | LogicalAnd(_) | LogicalOr(_) | LogicalXor(_) | LogicalNot(_) => bits::compute(functor, args),
        Min(_) => args.iter().min().cloned().ok_or(Undefined),
        Max(_) => args.iter().max().cloned().ok_or(Undefined),
        Concatenate | Length | Substring | Upper | Words | Keep => text::compute(functor, args, patterns),
        Entity(functor) => entity::compute(functor, args),
        ToNumber(_) | ToUnsigned(_) | ToFloat(_) | ToString(_) | ToDecimal(_) | ToDate | Ordinal(_)
        | Reinterpret(..) => convert::compute(functor, args),
    }
}

/// True where some arguments leave `functor` without a result.
pub fn can_fail(functor: Functor) -> bool {
    use Functor::*;
    use Primitive::Float;
    use program::checked::Entity as E;
    !matches!(
        functor,
        Add(Float)
            | Subtract(Float)
            | Multiply(Float)
            | Divide(Float)
            | Power(Float)
            | PowerOf(Float)
            | Negate(Float)
            | DaysBetween
            | MonthsBetween
            | YearsBetween
            | BitAnd(_)
            | BitOr(_)
            | BitXor(_)
            | BitNot(_)
            | ShiftLeft(_)
            | ShiftRight(_)
            | ShiftRightLogical(_)
            | LogicalAnd(_)
            | LogicalOr(_)
            | LogicalXor(_)
            | LogicalNot(_)
            | Min(_)
            | Max(_)
            | Concatenate
            | Length
            | Substring
            | Upper
            | Words
            | ToString(_)
            | Entity(
                E::FoldWidth
                    | E::ToSimplified
                    | E::NormPerson
                    | E::NormOrg
                    | E::NormAddress
                    | E::NormDocument
                    | E::NormResidentId
                    | E::IsResidentId
                    | E::IsCreditCode
                    | E::IsMod1110
                    | E::GramCount
                    | E::Gram
                    | E::GramSimilarity
                    | E::WordSimilarity
            )
            | Ordinal(_)
            | Reinterpret(..)
            | ToNumber(Primitive::Number)
            | ToUnsigned(Primitive::Unsigned)
            | ToDecimal(Primitive::Number | Primitive::Unsigned | Primitive::Decimal)
            | ToFloat(Primitive::Number | Primitive::Unsigned | Float)
    )
}

/// `left op right`. Floats as IEEE says (NaN only differs), all else by value.
pub fn compare(op: Comparison, left: &Value, right: &Value) -> bool {
    let order = match (left, right) {
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b),
        _ => Some(left.cmp(right)),
    };
    holds(op, order)
}

/// Whether `op` describes two values of this order; `None`: they have none.
pub fn holds(op: Comparison, order: Option<std::cmp::Ordering>) -> bool {
    match op {
        Comparison::Equal => order.is_some_and(|order| order.is_eq()),
        Comparison::NotEqual => order.is_none_or(|order| order.is_ne()),
        Comparison::Less => order.is_some_and(|order| order.is_lt()),
        Comparison::LessEqual => order.is_some_and(|order| order.is_le()),
        Comparison::Greater => order.is_some_and(|order| order.is_gt()),
        Comparison::GreaterEqual => order.is_some_and(|order| order.is_ge()),
    }
}
