//! Tables that are filled as they are looked at.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::RelId;

use super::Solver;
use crate::interner::{Code, Interner};
use crate::rows::{Part, Row, View, row};
use crate::tables::Tables;

/// Where the rows of finished relations come from that nobody has looked at yet.
pub trait Source {
    /// All rows with these codes in these columns.
    fn rows(&self, relation: RelId, columns: &[usize], key: &[Code], interner: &mut Interner) -> Vec<Vec<Code>>;
}

/// A source, and what it was asked for.
pub struct Asking<'a> {
    source: &'a dyn Source,
    asked: BTreeSet<(RelId, Vec<usize>, Vec<Code>)>,
}

impl<'a> Asking<'a> {
    /// Nothing was asked yet.
    pub fn new(source: &'a dyn Source) -> Self {
        Self { source, asked: BTreeSet::new() }
    }

    /// Brings the rows with these keys into the tables. `columns` are those of the keys.
    fn fetch<const W: usize>(
        &mut self,
        relation: RelId,
        columns: &[usize],
        keys: BTreeSet<Vec<Code>>,
        tables: &mut Tables<W>,
        interner: &mut Interner,
    ) {
        let mut rows: Vec<Row<W>> = Vec::new();
        for key in keys {
            if self.asked.insert((relation, columns.to_vec(), key.clone())) {
                rows.extend(self.source.rows(relation, columns, &key, interner).into_iter().map(row));
            }
        }
        if !rows.is_empty() {
            tables.add([(relation, rows)].into());
            tables.forget_views();
        }
    }
}

impl<const W: usize> Solver<'_, W> {
    /// Sees to it that the tables hold all rows that the view has for these keys.
    pub(super) fn need(&mut self, view: &View, keys: impl Iterator<Item = Row<W>>) {
        let Some(asking) = self.asking.as_mut().filter(|_| view.part == Part::Settled) else { return };
        if self.tables.instead.as_ref().is_some_and(|(relation, _)| *relation == view.relation) {
            return;
        }
        let asked = |key: Row<W>| {
            let key = view.key.iter().copied().zip(key);
            view.constants.iter().copied().chain(key).collect::<BTreeMap<usize, Code>>()
        };
        let columns = asked(row([])).into_keys().collect::<Vec<_>>();
        let keys = keys.map(|key| asked(key).into_values().collect()).collect();
        asking.fetch(view.relation, &columns, keys, self.tables, &mut self.machine.interner);
    }
}
