//! Rows of equal width, so that datafrog's types exist once for all relations.

use program::checked::RelId;

use crate::clause::Var;
use crate::interner::{Code, POISON, UNKNOWN};

/// A tuple, padded with zeros behind its last column.
pub type Row<const W: usize> = [Code; W];

/// A row by its key, as datafrog joins it.
pub type Keyed<T, const W: usize> = (Row<W>, T);

/// The values of the variables of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Binding<const W: usize> {
    /// A computation failed on the way. If the binding meets the remaining goals, an error is due.
    pub failed: bool,
    /// What it takes for granted.
    pub open: Open,
    /// One value for each variable; [`POISON`] where there is none because of the failure, [`UNKNOWN`] where an open tuple lacks it.
    pub values: Row<W>,
}

/// What a binding takes for granted though nobody knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Open {
    /// 0: nothing; 1: a finding; 2: data.
    pub kind: Kind,
    /// For each of the clause's atoms with a key that should have a tuple, a bit: there is one, which is not known.
    pub guessed: u64,
}

/// What is missing: 1 a finding, 2 data; 0: nothing is.
pub type Kind = u8;

/// A part of a relation's open tuples.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    /// The columns whose values are not known, ascending.
    pub unknown: Vec<usize>,
    /// What is missing.
    pub kind: Kind,
}

/// A row that begins with `values`.
pub fn row<const W: usize>(values: impl IntoIterator<Item = Code>) -> Row<W> {
    let mut row = [0; W];
    row.iter_mut().zip(values).for_each(|(place, value)| *place = value);
    row
}

/// The place of `var` in a layout.
pub fn place(layout: &[Var], var: Var) -> usize {
    layout.binary_search(&var).expect("a plan keeps every variable that a later step looks at")
}

impl<const W: usize> Binding<W> {
    /// The value of `var`.
    pub fn get(&self, layout: &[Var], var: Var) -> Code {
        self.values[place(layout, var)]
    }

    /// The binding in another layout; `new` says which variables do not keep their value.
    pub fn moved(&self, from: &[Var], to: &[Var], new: impl Fn(Var) -> Option<Code>) -> Self {
        let values = row(to.iter().map(|var| new(*var).unwrap_or_else(|| self.get(from, *var))));
        Binding { values, ..*self }
    }

    /// The binding in another layout; what would have given values to `unknown` is not known.
    pub fn guessed(&self, from: &[Var], to: &[Var], unknown: &[Var], kind: Kind) -> Self {
        self.moved(from, to, |var| unknown.contains(&var).then_some(UNKNOWN)).at_best(kind)
    }

    /// The binding if that of this kind is taken for granted, too.
    pub fn at_best(self, kind: Kind) -> Self {
        let open = Open { kind: self.open.kind.max(kind), ..self.open };
        Binding { open, ..self }
    }

    /// The binding in another layout after a failure that leaves `unknown` without a value.
    pub fn poisoned(&self, from: &[Var], to: &[Var], unknown: &[Var]) -> Self {
        let moved = self.moved(from, to, |var| unknown.contains(&var).then_some(POISON));
        Binding { failed: true, ..moved }
    }
}

/// How an atom looks at a relation: which rows it takes, and which columns of them.
///
/// ```text
/// b(x, "on", y, x, _)   with x known   is   equal [(0, 3)], constants [(1, "on")], key [0], rest [2]
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct View {
    /// The relation.
    pub relation: RelId,
    /// Columns that hold a constant.
    pub constants: Vec<(usize, Code)>,
    /// Pairs of columns that hold the same value.
    pub equal: Vec<(usize, usize)>,
    /// Columns whose values are known before.
    pub key: Vec<usize>,
    /// Columns whose values are wanted.
    pub rest: Vec<usize>,
    /// A row of a growing relation is recent in every round that adds one like it, as far as the view can tell, not in the first alone.
    pub again: bool,
    /// Which of the relation's rows it looks at.
    pub part: Part,
}

/// A part of a relation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What holds.
    Settled,
    /// Open tuples.
    Open(Variant),
}

impl View {
    /// The view that asks for nothing.
    pub fn of(relation: RelId) -> View {
        View {
            relation,
            constants: vec![],
            equal: vec![],
            key: vec![],
            rest: vec![],
            again: false,
            part: Part::Settled,
        }
    }

    /// Key and rest of a row that the atom takes.
    pub fn split<const W: usize>(&self, from: &Row<W>) -> Option<Keyed<Row<W>, W>> {
        let taken = self.constants.iter().all(|(column, code)| from[*column] == *code)
            && self.equal.iter().all(|(a, b)| from[*a] == from[*b]);
        let pick = |columns: &[usize]| row(columns.iter().map(|column| from[*column]));
        taken.then(|| (pick(&self.key), pick(&self.rest)))
    }
}
