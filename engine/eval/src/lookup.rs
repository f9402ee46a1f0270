//! Finding rows of a finished or growing model by some of their columns, without changing it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use program::checked::RelId;
use values::{Code, Dictionary};

use crate::Relation;
use crate::index::Index;

/// Read access to relations by key, by the indexes that the evaluation built or, where it needed none, one built at the
/// first question.
pub struct Lookup<'m> {
    relations: &'m [Relation],
    dictionary: &'m Dictionary,
    indexes: RefCell<Indexes>,
}

type Indexes = BTreeMap<(RelId, Vec<usize>), Rc<Index>>;

impl<'m> Lookup<'m> {
    /// Read access to `relations`, whose codes `dictionary` knows.
    pub fn new(relations: &'m [Relation], dictionary: &'m Dictionary) -> Self {
        Self { relations, dictionary, indexes: RefCell::new(Indexes::new()) }
    }

    /// What the codes stand for.
    pub fn dictionary(&self) -> &'m Dictionary {
        self.dictionary
    }

    /// The relation with this number.
    pub fn relation(&self, id: RelId) -> &'m Relation {
        &self.relations[id.0 as usize]
    }

    /// The rows in `range` whose `columns`, which ascend, hold `key`. The rows ascend.
    pub fn rows(&self, relation: RelId, columns: &[usize], key: &[Code], range: Range<u32>) -> Vec<u32> {
        let table = self.relation(relation);
        if columns.is_empty() {
            return (range.start..range.end.min(table.len())).collect();
        }
        if columns.len() == table.rows().columns.len() {
            return table.find(key).filter(|row| range.contains(row)).into_iter().collect();
        }
        let end = range.end.min(table.len());
        match table.index(columns).filter(|index| index.end() >= end) {
            Some(index) => index.find(table.rows(), key, range),
            None => self.index(relation, columns).find(table.rows(), key, range),
        }
    }

    /// Whether some row below `end` holds `key` in `columns`.
    pub fn exists(&self, relation: RelId, columns: &[usize], key: &[Code], end: u32) -> bool {
        let all = end.min(self.relation(relation).len());
        if columns.is_empty() { all > 0 } else { !self.rows(relation, columns, key, 0..end).is_empty() }
    }

    fn index(&self, relation: RelId, columns: &[usize]) -> Rc<Index> {
        let mut indexes = self.indexes.borrow_mut();
        let index = indexes.entry((relation, columns.to_vec())).or_insert_with(|| {
            let mut index = Index::new(columns);
            let table = self.relation(relation);
            index.extend(table.rows(), table.len());
            Rc::new(index)
        });
        Rc::clone(index)
    }
}
