//! Finding rows of a finished or growing model by some of their columns, without changing it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use program::checked::RelId;
use values::{Code, Dictionary};

use crate::index::Index;
use crate::{Model, Relation};

/// Read access to a model's relations by key. Indexes that the evaluation did not need are built at the first question.
pub struct Lookup<'m> {
    /// The model.
    pub model: &'m Model<'m>,
    indexes: RefCell<Indexes>,
}

type Indexes = BTreeMap<(RelId, Vec<usize>), Rc<Index>>;

impl<'m> Lookup<'m> {
    /// Read access to `model`.
    pub fn new(model: &'m Model<'m>) -> Self {
        Self { model, indexes: RefCell::new(Indexes::new()) }
    }

    /// What the codes stand for.
    pub fn dictionary(&self) -> &'m Dictionary {
        &self.model.dictionary
    }

    /// The rows below `end` whose `columns` hold `key`, ascending.
    pub fn rows(&self, relation: RelId, columns: &[usize], key: &[Code], end: u32) -> Vec<u32> {
        let table: &Relation = self.model.relation(relation);
        if columns.is_empty() {
            return (0..end.min(table.len())).collect();
        }
        if columns.len() == table.rows().columns.len() {
            return table.find(key).filter(|row| *row < end).into_iter().collect();
        }
        let index = self.index(relation, columns);
        let first = index.first(table.rows(), key);
        std::iter::successors(first, |row| index.next(*row)).take_while(|row| *row < end).collect()
    }

    fn index(&self, relation: RelId, columns: &[usize]) -> Rc<Index> {
        let mut indexes = self.indexes.borrow_mut();
        let index = indexes.entry((relation, columns.to_vec())).or_insert_with(|| {
            let mut index = Index::new(columns);
            index.extend(self.model.relation(relation).rows());
            Rc::new(index)
        });
        Rc::clone(index)
    }
}
