//! What each literal may be: it holds, or it is open in some way.

use program::checked::{Atom, LawRole, LiteralKind, Term, VarId};
use values::Primitive;

use super::aggregates::{Folded, fold};
use super::{Kind, TooMany};
use crate::absence::Absence;
use crate::known::{Known, settle};
use crate::make;
use crate::piece::{At, Piece};
use crate::scope::Scope;
use crate::world::{World, known_of};

/// A literal, or an aggregate in one.
#[derive(Debug)]
pub(super) enum Part {
    Literal { choices: Vec<Choice> },
    Aggregate { choices: Vec<Choice>, group: Vec<VarId>, at: At },
    Absence { absence: Box<Absence>, written: Box<Piece> },
}

/// What a literal may be.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) pieces: Vec<Piece>,
    /// Of kind 0 where it holds.
    pub(super) kind: Kind,
    /// The pieces bind variables of their own only, all of which have values.
    pub(super) is_settled: bool,
}

impl Choice {
    fn holds(pieces: Vec<Piece>) -> Choice {
        Choice { pieces, kind: Kind::default(), is_settled: false }
    }

    fn open(piece: Piece, kind: Kind) -> Choice {
        Choice { pieces: vec![piece], kind, is_settled: false }
    }
}

impl Part {
    /// `None` for absences, which are open as a whole.
    pub(super) fn choices(&self) -> Option<&[Choice]> {
        match self {
            Part::Literal { choices } | Part::Aggregate { choices, .. } => Some(choices),
            Part::Absence { .. } => None,
        }
    }
}

/// The parts of a conjunction, in text order; an aggregate comes before the literal in which it stands.
pub(super) fn parts(conjunction: &[Piece], world: &World, scope: &mut Scope) -> Result<Vec<Part>, TooMany> {
    let mut parts = Vec::new();
    for piece in conjunction {
        let mut piece = piece.clone();
        let at = piece.at();
        for term in piece.literal.kind.terms_mut() {
            for Folded { choices, group } in fold(term, at, world, scope)? {
                parts.push(Part::Aggregate { choices, group, at });
            }
        }
        parts.push(match &piece.literal.kind {
            LiteralKind::Absent(absent) => {
                let absence = Box::new(Absence::of(absent, at, world, scope));
                Part::Absence { absence, written: Box::new(piece) }
            }
            _ => Part::Literal { choices: literal(piece, world, scope) },
        });
    }
    Ok(parts)
}

fn literal(piece: Piece, world: &World, scope: &mut Scope) -> Vec<Choice> {
    let mut choices = vec![Choice::holds(world.settled(&piece).unwrap_or_else(|| vec![piece.clone()]))];
    if let (Some(atom), true) = (make::atom_of(&piece), piece.positive) {
        choices.extend(open(atom, piece.at(), world, scope));
    }
    choices
}

/// What an atom is where it is open.
fn open(atom: &Atom, at: At, world: &World, scope: &mut Scope) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (unknown, variant) in world.variants(atom.relation) {
        let kind = scope.fresh("kind", Primitive::Number, at.span);
        let mut args = known_of(&atom.args, unknown);
        args.push(Term::Variable(kind));
        choices.push(Choice::open(at.holds(variant, args, LawRole::Open), Kind::variable(kind)));
    }
    for (missing, kind) in world.leaves(atom, at) {
        choices.push(Choice::open(missing.unwrap_or_else(|| at.open()), Kind::of(kind)));
    }
    choices
}

/// The absences of a conjunction where the other parts are chosen.
pub(super) struct Absences<'p> {
    /// By part: `None` for other parts.
    states: Vec<Option<State<'p>>>,
}

enum State<'p> {
    /// It reads what has no value, and so is open itself.
    Unknown(At),
    Known(&'p Absence),
}

impl<'p> Absences<'p> {
    pub(super) fn of(parts: &'p [Part], known: &Known) -> Absences<'p> {
        let state = |part: &'p Part| match part {
            Part::Absence { absence, written } => Some(match settle((**written).clone(), known) {
                Some(_) => State::Known(absence),
                None => State::Unknown(written.at()),
            }),
            _ => None,
        };
        Absences { states: parts.iter().map(state).collect() }
    }

    /// Those that can be decided, with their places.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &'p Absence)> {
        self.states.iter().enumerate().filter_map(|(place, state)| match state {
            Some(State::Known(absence)) => Some((place, *absence)),
            _ => None,
        })
    }

    /// The pieces of all parts in text order: those that are fixed, and those of the absences.
    pub(super) fn between(&self, fixed: &[Vec<Piece>], of: &dyn Fn(usize, &Absence) -> Vec<Piece>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (place, (fixed, state)) in fixed.iter().zip(&self.states).enumerate() {
            match state {
                None => pieces.extend_from_slice(fixed),
                Some(State::Unknown(at)) => pieces.push(at.open()),
                Some(State::Known(absence)) => pieces.extend(of(place, absence)),
            }
        }
        pieces
    }
}
