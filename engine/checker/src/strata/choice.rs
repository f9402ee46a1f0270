//! `choice-domain`: of the tuples that agree in a key, the first one is kept.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Law, Program, RelId};

use crate::interner::{Code, Interner};
use crate::rows::Row;

/// Some columns and the values that a tuple has been kept for.
type Key = (Vec<usize>, BTreeSet<Vec<Code>>);

/// The keys of all `choice-domain` relations.
pub struct Choices {
    keys: BTreeMap<RelId, Vec<Key>>,
}

impl Choices {
    /// Those of `program`, none of them taken.
    pub fn of(program: &Program) -> Choices {
        let keys = |id: RelId| match &program.relation(id).law {
            Law::Choice(keys) => Some((id, keys.iter().map(|key| (key.clone(), BTreeSet::new())).collect())),
            _ => None,
        };
        Choices { keys: program.relation_ids().filter_map(keys).collect() }
    }

    /// Drops the rows that have a key that is taken, by one of the rows before them too. A relation without keys keeps all.
    pub fn keep<const W: usize>(&mut self, relation: RelId, rows: &mut Vec<Row<W>>) {
        let Some(keys) = self.keys.get_mut(&relation) else { return };
        rows.retain(|row| {
            let key = |columns: &[usize]| columns.iter().map(|column| row[*column]).collect::<Vec<Code>>();
            let free = keys.iter().all(|(columns, taken)| !taken.contains(&key(columns)));
            if free {
                keys.iter_mut().for_each(|(columns, taken)| _ = taken.insert(key(columns)));
            }
            free
        });
    }

    /// As [`Self::keep`] for rows in the order of their values, which they are put into.
    pub fn keep_least<const W: usize>(&mut self, relation: RelId, rows: &mut Vec<Row<W>>, interner: &Interner) {
        if self.keys.contains_key(&relation) {
            rows.sort_by(|a, b| {
                a.iter().map(|code| interner.value(*code)).cmp(b.iter().map(|code| interner.value(*code)))
            });
            self.keep(relation, rows);
        }
    }
}
