//! Rows of equal width, so that datafrog's types exist once for all relations.

use program::checked::RelId;

use crate::clause::Var;
use crate::interner::{Code, POISON};

/// A tuple, padded with zeros behind its last column.
pub type Row<const W: usize> = [Code; W];

/// A row by its key, as datafrog joins it.
pub type Keyed<T, const W: usize> = (Row<W>, T);

/// The values of the variables of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Binding<const W: usize> {
    /// A computation failed on the way. If the binding meets the remaining goals, an error is due.
    pub failed: bool,
    /// One value for each variable; [`POISON`] where there is none because of the failure.
    pub values: Row<W>,
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
        Binding { failed: self.failed, values }
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
}

impl View {
    /// The view that asks for nothing.
    pub fn of(relation: RelId) -> View {
        View { relation, constants: vec![], equal: vec![], key: vec![], rest: vec![], again: false }
    }

    /// Key and rest of a row that the atom takes.
    pub fn split<const W: usize>(&self, from: &Row<W>) -> Option<Keyed<Row<W>, W>> {
        let taken = self.constants.iter().all(|(column, code)| from[*column] == *code)
            && self.equal.iter().all(|(a, b)| from[*a] == from[*b]);
        let pick = |columns: &[usize]| row(columns.iter().map(|column| from[*column]));
        taken.then(|| (pick(&self.key), pick(&self.rest)))
    }
}
