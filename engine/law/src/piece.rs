//! Literals of rules that are being made.

use diagnostics::Span;
use program::checked::{Atom, Body, Comparison, LawRole, Literal, LiteralKind, RelId, Role, Term};
use values::Primitive;

/// A literal or its negation.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) literal: Literal,
    pub(crate) positive: bool,
}

impl Piece {
    /// As part of a body.
    pub(crate) fn into_body(self) -> Body {
        let body = Body::Literal(self.literal);
        if self.positive { body } else { Body::Not(Box::new(body)) }
    }

    /// True where it says that a finding or an expected tuple is missing.
    pub(crate) fn is_missing_tuple(&self) -> bool {
        let is_open = self.literal.role == Role::Law(LawRole::Open);
        is_open && !self.positive && matches!(self.literal.kind, LiteralKind::Atom(_))
    }

    /// Its place in the rule.
    pub(crate) fn at(&self) -> At {
        At { index: self.literal.index, span: self.literal.span }
    }
}

/// All of these hold.
pub(crate) fn all(pieces: Vec<Piece>) -> Body {
    Body::All(pieces.into_iter().map(Piece::into_body).collect())
}

/// Disjunctive normal form with negations pushed inwards, text order kept. Its size is bounded by the program's check. What is not absent
/// holds: `!(not p(x))` is `p(x)`.
pub(crate) fn conjunctions(body: &Body) -> Vec<Vec<Piece>> {
    expand(body, true)
}

fn expand(body: &Body, positive: bool) -> Vec<Vec<Piece>> {
    match body {
        Body::Literal(literal) => vec![vec![signed(literal, positive)]],
        Body::Not(inner) => expand(inner, !positive),
        Body::All(parts) if positive => product(parts, positive),
        Body::Any(parts) if !positive => product(parts, positive),
        Body::All(parts) | Body::Any(parts) => parts.iter().flat_map(|part| expand(part, positive)).collect(),
    }
}

fn signed(literal: &Literal, positive: bool) -> Piece {
    match &literal.kind {
        LiteralKind::Absent(absent) if !positive => {
            let kind = LiteralKind::Atom(absent.atom.clone());
            Piece { literal: Literal { kind, ..literal.clone() }, positive: true }
        }
        _ => Piece { literal: literal.clone(), positive },
    }
}

fn product(parts: &[Body], positive: bool) -> Vec<Vec<Piece>> {
    let mut all = vec![Vec::new()];
    for part in parts {
        let mut choices = expand(part, positive);
        if let [only] = &mut choices[..] {
            all.iter_mut().for_each(|conjunction: &mut Vec<Piece>| conjunction.extend_from_slice(only));
        } else {
            all = all.iter().flat_map(|left| choices.iter().map(|right| [&left[..], right].concat())).collect();
        }
    }
    all
}

/// The literal of the text that others stand for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    pub(crate) index: u32,
    pub(crate) span: Span,
}

impl At {
    /// `relation(args)`
    pub(crate) fn holds(self, relation: RelId, args: Vec<Term>, role: LawRole) -> Piece {
        self.piece(LiteralKind::Atom(Atom { relation, args, span: self.span }), role)
    }

    /// `!relation(args)`
    pub(crate) fn lacks(self, relation: RelId, args: Vec<Term>, role: LawRole) -> Piece {
        Piece { positive: false, ..self.holds(relation, args, role) }
    }

    /// `left op right`
    pub(crate) fn compare(self, [left, right]: [Term; 2], op: Comparison, operand: Primitive, role: LawRole) -> Piece {
        self.piece(LiteralKind::Compare { op, left, right, operand }, role)
    }

    /// The literal is open, and there is nothing to look up.
    pub(crate) fn open(self) -> Piece {
        self.piece(LiteralKind::Truth(true), LawRole::Open)
    }

    fn piece(self, kind: LiteralKind, role: LawRole) -> Piece {
        let At { index, span } = self;
        Piece { literal: Literal { index, kind, role: Role::Law(role), span }, positive: true }
    }
}
