//! The primitive types.

use crate::ShapeId;

/// What kind of value a column holds. Subset types and unions of the language rest on exactly one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Primitive {
    /// UTF-8 text, ordered by code point.
    Symbol,
    /// Signed 64-bit integer, checked.
    Number,
    /// Unsigned 64-bit integer, checked.
    Unsigned,
    /// IEEE double, ordered by `total_cmp`; one value per bit pattern, and one for all that are no number.
    Float,
    /// A day of the years 1 to 9999.
    Date,
    /// Exact decimal number: at most 38 digits, 12 of them behind the point.
    Decimal,
    /// A value of a record type or an algebraic data type, ordered field by field; structural equality.
    Composite(ShapeId),
}

impl Primitive {
    /// All that are not made of others.
    pub const ALL: [Primitive; 6] =
        [Self::Symbol, Self::Number, Self::Unsigned, Self::Float, Self::Date, Self::Decimal];

    /// The name in the rule language; a composite type's own name is in its shape.
    pub fn name(self) -> &'static str {
        match self {
            Self::Symbol => "symbol",
            Self::Number => "number",
            Self::Unsigned => "unsigned",
            Self::Float => "float",
            Self::Date => "date",
            Self::Decimal => "decimal",
            Self::Composite(_) => "composite",
        }
    }
}
