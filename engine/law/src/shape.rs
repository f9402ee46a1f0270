//! What open tuples look like: which columns have a value, and what is missing for the others.

use program::checked::{Atom, KeyPart, LawRole, LiteralKind, Missing, Role, Term};

use crate::known::{Known, has_value};
use crate::make;
use crate::piece::{At, Piece};
use crate::world::World;

/// What the open tuples of a relation have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shape {
    /// Columns that have no value, ascending. Such a tuple stands for one with any values there.
    pub(crate) unknown: Vec<usize>,
    /// Except where these hold something: findings, or expected tuples, that are missing.
    pub(crate) missing: Vec<Missing>,
}

impl Shape {
    /// What tuples of the head look like where these variables have a value, and these pieces, which read others, would leave it open.
    pub(crate) fn of(head: &Atom, known: &Known, missing: &[Piece], world: &World) -> Shape {
        let unknown = (0..head.args.len()).filter(|index| !has_value(&head.args[*index], known)).collect();
        let mut missing = missing.iter().filter_map(|piece| of_columns(piece, head, world)).collect::<Vec<_>>();
        missing.sort();
        missing.dedup();
        Shape { unknown, missing }
    }

    /// The arguments without those of unknown columns.
    pub(crate) fn known(&self, args: &[Term]) -> Vec<Term> {
        let is_known = |(index, _): &(usize, &Term)| !self.unknown.contains(index);
        args.iter().enumerate().filter(is_known).map(|(_, arg)| arg.clone()).collect()
    }

    /// What is missing where an atom with these arguments is open. Nothing where a part of the key may be anything: then some key is missing.
    pub(crate) fn missing(&self, args: &[Term], at: At, world: &World) -> Vec<Piece> {
        let piece = |missing: &Missing| {
            let part = |part: &KeyPart| match part {
                KeyPart::Column(column) => args[*column].clone(),
                KeyPart::Value(value) => Term::Constant(value.clone()),
            };
            let key = missing.key.iter().map(part).collect::<Vec<_>>();
            (!key.iter().any(make::has_wildcard)).then(|| world.missing(missing.relation, key, at))
        };
        self.missing.iter().filter_map(piece).collect()
    }
}

/// What a piece says is missing, told of the columns of the head; `None` where it reads what is no column of the head.
fn of_columns(piece: &Piece, head: &Atom, world: &World) -> Option<Missing> {
    let atom = make::atom_of(piece)?;
    let (relation, columns) = world.key(atom.relation)?;
    let part = |column: usize| match &atom.args[column] {
        Term::Constant(value) => Some(KeyPart::Value(value.clone())),
        Term::Variable(id) => {
            let is_it = |arg: &Term| matches!(arg, Term::Variable(other) if other == id);
            head.args.iter().position(is_it).map(KeyPart::Column)
        }
        _ => None,
    };
    Some(Missing { relation, key: columns.into_iter().map(part).collect::<Option<_>>()? })
}

/// True where the piece says that a finding or an expected tuple is missing.
pub(crate) fn is_missing(piece: &Piece) -> bool {
    let is_open = piece.literal.role == Role::Law(LawRole::Open);
    is_open && !piece.positive && matches!(piece.literal.kind, LiteralKind::Atom(_))
}
