//! The law's negation, exceptions and provisos.

use crate::SyntaxKind::IDENT;
use crate::ast::node::{child, children, node, token_of};
use crate::ast::{Atom, Term, Token};

node! {
    /// `not p(x) within (place: y)`
    NotLiteral = NOT_LITERAL
}

impl NotLiteral {
    /// What is negated.
    pub fn atom(&self) -> Option<Atom> {
        child(&self.0)
    }

    /// For which places and days records must be complete.
    pub fn within(&self) -> Option<Within> {
        child(&self.0)
    }
}

node! {
    /// `unless p(x) within (place: y)`
    Unless = UNLESS
}

impl Unless {
    /// The exception.
    pub fn atom(&self) -> Option<Atom> {
        child(&self.0)
    }

    /// For which places and days records must be complete.
    pub fn within(&self) -> Option<Within> {
        child(&self.0)
    }
}

node! {
    /// `within (place: x, day: t .. u)`
    Within = WITHIN
}

impl Within {
    /// The extents, in text order.
    pub fn extents(&self) -> Vec<Extent> {
        children(&self.0)
    }
}

node! {
    /// `place: x` or `day: t .. u`
    Extent = EXTENT
}

impl Extent {
    /// The column.
    pub fn column(&self) -> Option<Token> {
        token_of(&self.0, IDENT)
    }

    /// The value, or the first one of an interval.
    pub fn from(&self) -> Option<Term> {
        child(&self.0)
    }

    /// The last value of an interval; `None` for a single value.
    pub fn to(&self) -> Option<Term> {
        children(&self.0).into_iter().nth(1)
    }
}

node! {
    /// `but 5 when p(x)`
    Proviso = PROVISO
}

impl Proviso {
    /// The value that holds instead.
    pub fn value(&self) -> Option<Term> {
        child(&self.0)
    }

    /// When it does.
    pub fn condition(&self) -> Option<Atom> {
        child(&self.0)
    }
}
