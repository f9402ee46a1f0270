//! Tables that are filled as they are looked at.

use std::collections::BTreeSet;

use program::checked::RelId;

use super::Solver;
use crate::interner::{Code, Interner};
use crate::rows::{Part, Row, View, row};
use crate::tables::Tables;

/// Where the rows of finished relations come from that nobody has looked at yet.
pub trait Source {
    /// All rows with these codes in these columns; `None` where nobody says which they are.
    fn rows(&self, relation: RelId, columns: &[usize], key: &[Code], interner: &mut Interner)
    -> Option<Vec<Vec<Code>>>;
}

/// A source, and what it was asked for.
pub struct Asking<'a> {
    source: &'a dyn Source,
    asked: BTreeSet<(RelId, Vec<usize>, Vec<Code>)>,
    /// A relation about which a question had no answer.
    pub unanswered: Option<RelId>,
}

impl<'a> Asking<'a> {
    /// Nothing was asked yet.
    pub fn new(source: &'a dyn Source) -> Self {
        Self { source, asked: BTreeSet::new(), unanswered: None }
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
            if !self.asked.insert((relation, columns.to_vec(), key.clone())) {
                continue;
            }
            match self.source.rows(relation, columns, &key, interner) {
                Some(found) => rows.extend(found.into_iter().map(row)),
                None => self.unanswered = self.unanswered.or(Some(relation)),
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
        let mut columns = view.constants.iter().map(|(column, _)| *column).chain(view.key.iter().copied());
        let mut places = columns.by_ref().zip(0..).collect::<Vec<(usize, usize)>>();
        places.sort_unstable();
        let constants = view.constants.iter().map(|(_, code)| *code).collect::<Vec<_>>();
        let key = |key: Row<W>| {
            let all = constants.iter().copied().chain(key).collect::<Vec<_>>();
            places.iter().map(|(_, place)| all[*place]).collect()
        };
        let columns = places.iter().map(|(column, _)| *column).collect::<Vec<_>>();
        asking.fetch(view.relation, &columns, keys.map(key).collect(), self.tables, &mut self.machine.interner);
    }
}
