//! Sets of primitive types.

use std::fmt;

use syntax::SyntaxKind;
use values::Primitive;

use crate::draft::Constant;

/// A set of primitive types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Set(u8);

impl Set {
    pub(crate) const EMPTY: Set = Set(0);
    pub(crate) const ALL: Set = Set(0b11_1111);

    /// The types of a whole number behind a minus sign.
    pub(crate) const NEGATIVE: Set =
        Set(Set::one(Primitive::Number).0 | Set::one(Primitive::Float).0 | Set::one(Primitive::Decimal).0);

    pub(crate) const fn one(primitive: Primitive) -> Set {
        Set(match primitive {
            Primitive::Symbol => 1,
            Primitive::Number => 2,
            Primitive::Unsigned => 4,
            Primitive::Float => 8,
            Primitive::Date => 16,
            Primitive::Decimal => 32,
            Primitive::Composite(_) => 0,
        })
    }

    pub(crate) fn with(self, primitive: Primitive) -> Set {
        Set(self.0 | Set::one(primitive).0)
    }

    pub(crate) fn and(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }

    pub(crate) fn has(self, primitive: Primitive) -> bool {
        self.0 & Set::one(primitive).0 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its only member.
    pub(crate) fn only(self) -> Option<Primitive> {
        Primitive::ALL.into_iter().find(|primitive| self == Set::one(*primitive))
    }

    /// Its first member.
    pub(crate) fn first(self) -> Option<Primitive> {
        Primitive::ALL.into_iter().find(|primitive| self.has(*primitive))
    }

    /// The types a constant can have.
    pub(crate) fn of_constant(constant: &Constant) -> Set {
        match constant.kind {
            SyntaxKind::INTEGER if constant.negative => Set::NEGATIVE,
            SyntaxKind::INTEGER => Set::NEGATIVE.with(Primitive::Unsigned),
            SyntaxKind::UNSIGNED => Set::one(Primitive::Unsigned),
            SyntaxKind::FLOAT => Set::one(Primitive::Float),
            SyntaxKind::DECIMAL => Set::one(Primitive::Decimal),
            SyntaxKind::IPV4 => Set::one(Primitive::Number),
            SyntaxKind::DATE => Set::one(Primitive::Date),
            _ => Set::one(Primitive::Symbol),
        }
    }
}

impl fmt::Display for Set {
    /// `number`, `number/float`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = Primitive::ALL.into_iter().filter(|primitive| self.has(*primitive));
        f.write_str(&members.map(Primitive::name).collect::<Vec<_>>().join("/"))
    }
}
