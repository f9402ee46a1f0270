//! Floats: whatever IEEE says, never undefined.

use program::checked::Functor;
use values::Value;

use super::{Computed, Undefined};

/// `+ - * / ^` and negation.
pub fn compute(functor: Functor, args: &[Value]) -> Computed {
    let result = match (functor, args) {
        (Functor::Negate(_), [Value::Float(a)]) => -a,
        (Functor::Add(_), [Value::Float(a), Value::Float(b)]) => a + b,
        (Functor::Subtract(_), [Value::Float(a), Value::Float(b)]) => a - b,
        (Functor::Multiply(_), [Value::Float(a), Value::Float(b)]) => a * b,
        (Functor::Divide(_), [Value::Float(a), Value::Float(b)]) => a / b,
        (Functor::Power(_), [Value::Float(a), Value::Float(b)]) => a.powf(*b),
        _ => return Err(Undefined),
    };
    Ok(Value::Float(result))
}
