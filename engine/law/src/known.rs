//! Which variables have a value where some literals are open.

use std::collections::BTreeSet;

use program::checked::{Comparison, LiteralKind, Term, VarId};

use crate::piece::Piece;

/// Variables that have a value.
pub(crate) type Known = BTreeSet<VarId>;

/// The variables that the pieces give a value, besides those of `outside`: columns of what matches, equations whose other side has a
/// value. The order of the pieces means nothing.
pub(crate) fn known<'p>(pieces: impl Iterator<Item = &'p Piece> + Clone, outside: &[VarId]) -> Known {
    let mut known = outside.iter().copied().collect::<Known>();
    loop {
        let before = known.len();
        pieces.clone().for_each(|piece| give(piece, &mut known));
        if known.len() == before {
            return known;
        }
    }
}

fn give(piece: &Piece, known: &mut Known) {
    match &piece.literal.kind {
        LiteralKind::Atom(atom) if piece.positive => atom.args.iter().for_each(|arg| take_apart(arg, known)),
        LiteralKind::Compare { op, left, right, .. } => {
            let op = if piece.positive { *op } else { op.negated() };
            if op == Comparison::Equal {
                for (side, other) in [(left, right), (right, left)] {
                    if has_value(side, known) {
                        witnesses(side, known);
                        take_apart(other, known);
                    }
                }
            }
        }
        _ => {}
    }
}

/// The value of the term is known: so are the variables that it consists of.
fn take_apart(term: &Term, known: &mut Known) {
    match term {
        Term::Variable(id) => drop(known.insert(*id)),
        Term::Composite { fields, .. } => fields.iter().for_each(|field| take_apart(field, known)),
        _ => {}
    }
}

fn witnesses(term: &Term, known: &mut Known) {
    match term {
        Term::Aggregate(aggregate) => known.extend(&aggregate.witnesses),
        term => term.children().into_iter().for_each(|child| witnesses(child, known)),
    }
}

/// Whether the term can be computed. Numbers that depend on how a program is evaluated cannot: rules that nobody wrote must not move
/// them.
pub(crate) fn has_value(term: &Term, known: &Known) -> bool {
    match term {
        Term::Wildcard | Term::Counter { .. } | Term::RoundNumber { .. } => false,
        Term::Variable(id) => known.contains(id),
        Term::Aggregate(aggregate) => aggregate.injected.iter().all(|id| known.contains(id)),
        term => term.children().into_iter().all(|child| has_value(child, known)),
    }
}

/// The piece where these variables have a value; `None` where it reads another one. What a positive atom cannot be compared with becomes
/// a wildcard.
pub(crate) fn settle(mut piece: Piece, known: &Known) -> Option<Piece> {
    match &mut piece.literal.kind {
        LiteralKind::Atom(atom) if piece.positive => {
            atom.args.iter_mut().for_each(|arg| soften(arg, known));
            Some(piece)
        }
        LiteralKind::InForce { day, .. } => known.contains(day).then_some(piece),
        kind => {
            let is_decided = kind.terms().into_iter().all(|term| is_decided(term, known));
            is_decided.then_some(piece)
        }
    }
}

/// Whether the term is one with which something can be compared: it may have fields that mean nothing.
fn is_decided(term: &Term, known: &Known) -> bool {
    match term {
        Term::Wildcard => true,
        Term::Composite { fields, .. } => fields.iter().all(|field| is_decided(field, known)),
        term => has_value(term, known),
    }
}

fn soften(term: &mut Term, known: &Known) {
    match term {
        Term::Composite { fields, .. } => fields.iter_mut().for_each(|field| soften(field, known)),
        term if !has_value(term, known) => *term = Term::Wildcard,
        _ => {}
    }
}
