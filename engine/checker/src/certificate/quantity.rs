//! What computations read and give: values, and numbers that no value needs to be able to hold.

use values::{Decimal, Value};

use crate::arithmetic::{Fraction, Undefined};

/// An operand or result.
#[derive(Clone)]
pub enum Quantity {
    /// A value.
    Value(Value),
    /// A quotient that is not computed.
    Quotient(Decimal, Decimal),
    /// An exact number.
    Fraction(Fraction),
}

impl Quantity {
    /// Whether the proof shows it so.
    pub fn is_shown_as(&self, text: &str) -> bool {
        match self {
            Self::Value(value) => value.to_string() == text,
            Self::Quotient(over, under) => format!("{over} / {under}") == text,
            Self::Fraction(own) => Fraction::parse(text).is_some_and(|told| told.compare(own).is_eq()),
        }
    }

    /// For messages.
    pub fn told(&self) -> String {
        match self {
            Self::Value(value) => value.to_string(),
            Self::Quotient(over, under) => format!("{over} / {under}"),
            Self::Fraction(_) => "another fraction".to_owned(),
        }
    }

    /// As a number of which nothing is lost; undefined of what is no decimal.
    pub fn fraction(&self) -> Result<Fraction, Undefined> {
        match self {
            Self::Value(Value::Decimal(decimal)) => Ok(Fraction::from(*decimal)),
            Self::Value(_) => Err(Undefined),
            Self::Quotient(over, under) => Fraction::from(*over).divide(&Fraction::from(*under)),
            Self::Fraction(fraction) => Ok(fraction.clone()),
        }
    }
}
