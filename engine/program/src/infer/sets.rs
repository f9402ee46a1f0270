//! Sets of types.

use syntax::SyntaxKind;
use values::{Primitive, ShapeId};

use crate::draft::Constant;
use crate::types::Types;

/// A set of primitive types and of record types and algebraic data types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Set {
    primitives: u8,
    composites: Composites,
}

/// Which record types and algebraic data types are in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Composites {
    None,
    One(ShapeId),
    All,
}

impl Set {
    pub(crate) const EMPTY: Set = Set { primitives: 0, composites: Composites::None };
    pub(crate) const ALL: Set = Set { primitives: 0b11_1111, composites: Composites::All };
    /// All record types and algebraic data types.
    pub(crate) const COMPOSITES: Set = Set { primitives: 0, composites: Composites::All };

    /// The types of a whole number behind a minus sign.
    pub(crate) const NEGATIVE: Set = Set {
        primitives: bit(Primitive::Number) | bit(Primitive::Float) | bit(Primitive::Decimal),
        composites: Composites::None,
    };

    pub(crate) const fn one(primitive: Primitive) -> Set {
        let composites = match primitive {
            Primitive::Composite(shape) => Composites::One(shape),
            _ => Composites::None,
        };
        Set { primitives: bit(primitive), composites }
    }

    pub(crate) fn or(self, other: Set) -> Set {
        let composites = match (self.composites, other.composites) {
            (Composites::None, of) | (of, Composites::None) => of,
            (Composites::One(a), Composites::One(b)) if a == b => self.composites,
            _ => Composites::All,
        };
        Set { primitives: self.primitives | other.primitives, composites }
    }

    pub(crate) fn and(self, other: Set) -> Set {
        let composites = match (self.composites, other.composites) {
            (Composites::All, of) | (of, Composites::All) => of,
            (Composites::One(a), Composites::One(b)) if a == b => self.composites,
            _ => Composites::None,
        };
        Set { primitives: self.primitives & other.primitives, composites }
    }

    pub(crate) fn has(self, primitive: Primitive) -> bool {
        !self.and(Set::one(primitive)).is_empty()
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Set::EMPTY
    }

    /// Its only member.
    pub(crate) fn only(self) -> Option<Primitive> {
        self.first().filter(|first| self == Set::one(*first))
    }

    /// Its first member, as far as the members are known one by one.
    pub(crate) fn first(self) -> Option<Primitive> {
        let composite = match self.composites {
            Composites::One(shape) => Some(Primitive::Composite(shape)),
            _ => None,
        };
        Primitive::ALL.into_iter().find(|primitive| self.has(*primitive)).or(composite)
    }

    /// `number`, `number/float`, `List`; `[..]` stands for all record types and algebraic data types.
    pub(crate) fn shown(self, types: &Types) -> String {
        let primitives = Primitive::ALL.into_iter().filter(|primitive| self.has(*primitive));
        let mut names: Vec<&str> = primitives.map(Primitive::name).collect();
        names.extend(match self.composites {
            Composites::None => None,
            Composites::One(shape) => Some(types.composite(shape).name.as_str()),
            Composites::All => Some("[..]"),
        });
        names.join("/")
    }

    /// The types a constant can have.
    pub(crate) fn of_constant(constant: &Constant) -> Set {
        match constant.kind {
            SyntaxKind::INTEGER if constant.negative => Set::NEGATIVE,
            SyntaxKind::INTEGER => Set::NEGATIVE.or(Set::one(Primitive::Unsigned)),
            SyntaxKind::UNSIGNED => Set::one(Primitive::Unsigned),
            SyntaxKind::FLOAT => Set::one(Primitive::Float),
            SyntaxKind::DECIMAL => Set::one(Primitive::Decimal),
            SyntaxKind::IPV4 => Set::one(Primitive::Number),
            SyntaxKind::DATE => Set::one(Primitive::Date),
            _ => Set::one(Primitive::Symbol),
        }
    }
}

const fn bit(primitive: Primitive) -> u8 {
    match primitive {
        Primitive::Symbol => 1,
        Primitive::Number => 2,
        Primitive::Unsigned => 4,
        Primitive::Float => 8,
        Primitive::Date => 16,
        Primitive::Decimal => 32,
        Primitive::Composite(_) => 0,
    }
}
