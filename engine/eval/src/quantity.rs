//! What computations read and give, for those who show them.

use std::fmt;

use values::{Decimal, Ratio, Value};

/// An operand or result of a computation: a value, or a number that no value needs to be able to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Quantity {
    /// A value.
    Value(Value),
    /// The quotient of two decimals, which is not computed.
    Quotient(Decimal, Decimal),
    /// An exact ratio.
    Ratio(Ratio),
}

impl Quantity {
    /// The value, if it is one.
    pub fn value(&self) -> Option<&Value> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }
}

impl From<Value> for Quantity {
    fn from(value: Value) -> Quantity {
        Quantity::Value(value)
    }
}

/// As the dialect prints values; a quotient as `a / b`, a ratio as a decimal or a fraction in lowest terms.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::Quotient(dividend, divisor) => write!(f, "{dividend} / {divisor}"),
            Self::Ratio(ratio) => ratio.fmt(f),
        }
    }
}
