//! What functors compute.

mod bits;
mod date;
mod deadline;
mod entity;
mod integer;
mod text;

use program::checked::Functor;
use values::{Date, Decimal, DecimalError, Dictionary, Primitive, Value};

use crate::FaultKind;

pub(crate) use entity::edit_distance;
pub(crate) use text::matches_whole;

type Computed = Result<Value, FaultKind>;

/// The value of `functor` for `args`, whose types the program's check has made fit. What [`Expression::ratio`](crate::Expression::ratio)
/// computes, rounding included, does not come here.
pub fn apply(functor: Functor, args: &[Value], dictionary: &Dictionary) -> Computed {
    use Functor as F;
    use Value as V;
    match (functor, args) {
        (F::PowerOf(operand), [exponent, base]) => {
            apply(F::Power(operand), &[base.clone(), exponent.clone()], dictionary)
        }
        (F::Concatenate, texts) => text::concatenate(texts),
        (F::Min(_), values) => Ok(values.iter().min().cloned().unwrap_or_else(|| unfit(functor, args))),
        (F::Max(_), values) => Ok(values.iter().max().cloned().unwrap_or_else(|| unfit(functor, args))),
        (F::Ordinal(_), [value]) => Ok(V::Number(ordinal(value, dictionary))),
        (F::Reinterpret(_, to), [value]) => Ok(reinterpret(value, to)),
        (F::ToString(_), [value]) => Ok(text::to_string(value)),
        (F::ToNumber(_), [value]) => text::to_number(value),
        (F::ToUnsigned(_), [value]) => text::to_unsigned(value),
        (F::ToFloat(_), [value]) => text::to_float(value),
        (F::ToDecimal(_), [value]) => text::to_decimal(value),
        (F::ToDate, [V::Symbol(s)]) => Date::parse(s).map(V::Date).map_err(|_| FaultKind::Conversion),
        (F::Length, [V::Symbol(s)]) => Ok(V::Number(s.chars().count() as i64)),
        (F::Substring, [V::Symbol(s), V::Number(from), V::Number(count)]) => Ok(text::substring(s, *from, *count)),
        (F::Upper, [V::Symbol(s)]) => Ok(V::symbol(&s.to_uppercase())),
        (F::Words, [V::Symbol(s), V::Number(count)]) => Ok(text::words(s, *count)),
        (F::Keep, [V::Symbol(pattern), V::Symbol(s)]) => text::keep(pattern, s),
        (F::Entity(entity), args) => entity::apply(entity, args),
        (F::DaysAdd, [V::Number(n), V::Date(day)]) => date::later(F::AddDays, *day, *n).map(V::Date),
        (F::Deadline(policy, unit), [V::Date(start), V::Number(n)]) => {
            deadline::deadline(policy, unit, *start, *n).map(V::Date)
        }
        (_, [V::Date(day), V::Number(n)]) => date::later(functor, *day, *n).map(V::Date),
        (_, [V::Date(a), V::Date(b)]) => date::between(functor, *a, *b).map(V::Number),
        (F::Roll, [V::Date(day)]) => date::roll(*day).map(V::Date),
        (F::IsWorkingDay, [V::Date(day)]) => date::is_working_day(*day).map(V::Number),
        (_, [V::Decimal(a)]) if functor == F::Negate(Primitive::Decimal) => Ok(V::Decimal(a.negate())),
        (_, [V::Decimal(a), V::Decimal(b)]) => decimal_operation(functor, *a, *b),
        (_, [V::Float(a)]) if functor == F::Negate(Primitive::Float) => Ok(V::Float(-a)),
        (_, [V::Float(a), V::Float(b)]) => Ok(V::Float(float_operation(functor, *a, *b))),
        (_, [V::Number(a)]) => integer::signed_unary(functor, *a).map(V::Number),
        (_, [V::Number(a), V::Number(b)]) => integer::signed(functor, *a, *b).map(V::Number),
        (_, [V::Unsigned(a)]) => integer::unsigned_unary(functor, *a).map(V::Unsigned),
        (_, [V::Unsigned(a), V::Unsigned(b)]) => integer::unsigned(functor, *a, *b).map(V::Unsigned),
        _ => unfit(functor, args),
    }
}

/// The program's check hands on no functor with arguments of other types.
fn unfit(functor: Functor, args: &[Value]) -> ! {
    unreachable!("{functor:?} on {args:?}")
}

/// Why a computation with decimals has no result.
pub(crate) fn decimal_fault(error: DecimalError) -> FaultKind {
    match error {
        DecimalError::Zero => FaultKind::DivisionByZero,
        DecimalError::Places => FaultKind::Places,
        DecimalError::Range | DecimalError::Form => FaultKind::Overflow,
    }
}

fn decimal_operation(functor: Functor, a: Decimal, b: Decimal) -> Computed {
    let result = match functor {
        Functor::Add(_) => a.plus(b),
        Functor::Subtract(_) => a.minus(b),
        Functor::Multiply(_) => a.times(b),
        _ => unfit(functor, &[Value::Decimal(a), Value::Decimal(b)]),
    };
    result.map(Value::Decimal).map_err(decimal_fault)
}

fn float_operation(functor: Functor, a: f64, b: f64) -> f64 {
    match functor {
        Functor::Add(_) => a + b,
        Functor::Subtract(_) => a - b,
        Functor::Multiply(_) => a * b,
        Functor::Divide(_) => a / b,
        Functor::Power(_) => a.powf(b),
        _ => unfit(functor, &[Value::Float(a), Value::Float(b)]),
    }
}

fn ordinal(value: &Value, dictionary: &Dictionary) -> i64 {
    match value {
        Value::Symbol(_) => dictionary.find(value).map_or(-1, i64::from),
        Value::Date(day) => day.unix_days(),
        Value::Decimal(_) => unfit(Functor::Ordinal(Primitive::Decimal), std::slice::from_ref(value)),
        other => raw(other) as i64,
    }
}

/// The 64 bits of a number, unsigned or float.
fn raw(value: &Value) -> u64 {
    match value {
        Value::Number(n) => *n as u64,
        Value::Unsigned(n) => *n,
        // One pattern for all that is no number, since processors differ.
        Value::Float(x) if x.is_nan() => f64::NAN.to_bits(),
        Value::Float(x) => x.to_bits(),
        other => unreachable!("{other:?} has no raw form"),
    }
}

fn reinterpret(value: &Value, to: Primitive) -> Value {
    match to {
        Primitive::Number => Value::Number(raw(value) as i64),
        Primitive::Unsigned => Value::Unsigned(raw(value)),
        _ => Value::Float(f64::from_bits(raw(value))),
    }
}
