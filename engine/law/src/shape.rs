//! What open tuples look like: which columns have a value, and what is missing for the others.

use program::checked::{Atom, LawRole, LiteralKind, RelId, Role, Term};
use values::Value;

use crate::known::{Known, has_value};
use crate::make;
use crate::piece::{At, Piece};

/// What the open tuples of a relation have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shape {
    /// Columns that have no value, ascending. Such a tuple stands for one with any values there.
    pub(crate) unknown: Vec<usize>,
    /// Except where these hold something: findings, or expected tuples, that are missing.
    pub(crate) missing: Vec<Leaf>,
}

/// `!relation(..)`, told of the columns of a head.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaf {
    pub(crate) relation: RelId,
    args: Vec<LeafArg>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LeafArg {
    Any,
    Column(usize),
    Constant(Value),
}

impl Shape {
    /// What tuples of the head look like where these variables have a value, and these pieces, which read others, would leave it open.
    pub(crate) fn of(head: &Atom, known: &Known, missing: &[Piece]) -> Shape {
        let unknown = (0..head.args.len()).filter(|index| !has_value(&head.args[*index], known)).collect();
        let mut missing = missing.iter().filter_map(|piece| Leaf::of(piece, head)).collect::<Vec<_>>();
        missing.sort();
        missing.dedup();
        Shape { unknown, missing }
    }

    /// The arguments without those of unknown columns.
    pub(crate) fn known(&self, args: &[Term]) -> Vec<Term> {
        let is_known = |(index, _): &(usize, &Term)| !self.unknown.contains(index);
        args.iter().enumerate().filter(is_known).map(|(_, arg)| arg.clone()).collect()
    }

    /// What is missing where an atom with these arguments is open.
    pub(crate) fn missing(&self, args: &[Term], at: At) -> Vec<Piece> {
        let piece = |leaf: &Leaf| {
            let args = leaf.args.iter().map(|arg| match arg {
                LeafArg::Any => (Term::Wildcard, false),
                LeafArg::Column(column) => (args[*column].clone(), make::has_wildcard(&args[*column])),
                LeafArg::Constant(value) => (Term::Constant(value.clone()), false),
            });
            let args = args.collect::<Vec<_>>();
            // With any key, some is missing.
            let is_any = args.iter().any(|(_, is_any)| *is_any);
            let args = args.into_iter().map(|(arg, _)| arg).collect();
            (!is_any).then(|| at.lacks(leaf.relation, args, LawRole::Open))
        };
        self.missing.iter().filter_map(piece).collect()
    }
}

impl Leaf {
    /// `None` where it reads what is no column of the head.
    fn of(piece: &Piece, head: &Atom) -> Option<Leaf> {
        let LiteralKind::Atom(atom) = &piece.literal.kind else { return None };
        let arg = |term: &Term| match term {
            Term::Wildcard => Some(LeafArg::Any),
            Term::Constant(value) => Some(LeafArg::Constant(value.clone())),
            Term::Variable(id) => {
                let is_it = |arg: &Term| matches!(arg, Term::Variable(other) if other == id);
                head.args.iter().position(is_it).map(LeafArg::Column)
            }
            _ => None,
        };
        let args = atom.args.iter().map(arg).collect::<Option<_>>()?;
        Some(Leaf { relation: atom.relation, args })
    }
}

/// True where the piece says that a finding or an expected tuple is missing.
pub(crate) fn is_missing(piece: &Piece) -> bool {
    let is_open = piece.literal.role == Role::Law(LawRole::Open);
    is_open && !piece.positive && matches!(piece.literal.kind, LiteralKind::Atom(_))
}
