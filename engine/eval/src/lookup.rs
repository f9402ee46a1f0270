//! Finding rows of a finished or growing model by some of their columns, without changing it.

mod access;
mod by_key;
mod implied;
mod page;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;

use program::checked::RelId;
use values::{Code, Dictionary};

use crate::Relation;
pub(crate) use access::Access;
use access::Indexes;
pub use by_key::ByKey;
use implied::Pairs;

/// Read access to relations by key, by the indexes that the evaluation built or, where it needed none, others: a few questions are answered by
/// reading the rows, more of the same kind by an index of their own. Kept across questions, it answers later ones at once.
///
/// Where rows only imply a relation's tuples, the implied ones get numbers behind those of the rows as they are met; these numbers
/// mean something to this lookup alone.
pub struct Lookup<'m> {
    relations: &'m [Relation],
    dictionary: &'m Dictionary,
    indexes: Indexes,
    pairs: Mutex<BTreeMap<RelId, Pairs>>,
}

impl<'m> Lookup<'m> {
    /// Read access to `relations`, whose codes `dictionary` knows.
    pub fn new(relations: &'m [Relation], dictionary: &'m Dictionary) -> Self {
        Self { relations, dictionary, indexes: Indexes::default(), pairs: Mutex::default() }
    }

    /// What the codes stand for.
    pub fn dictionary(&self) -> &'m Dictionary {
        self.dictionary
    }

    /// The relation with this number.
    pub fn relation(&self, id: RelId) -> &'m Relation {
        &self.relations[id.0 as usize]
    }

    /// The code in a column of a row.
    pub fn code(&self, relation: RelId, row: u32, column: usize) -> Code {
        let rows = self.relation(relation).rows();
        if row < rows.len { rows.columns[column][row as usize] } else { self.implied_pair(relation, row)[column] }
    }

    /// The codes of a row.
    pub fn tuple(&self, relation: RelId, row: u32) -> Vec<Code> {
        (0..self.relation(relation).rows().columns.len()).map(|column| self.code(relation, row, column)).collect()
    }

    /// Compares two rows in output order.
    pub fn compare_rows(&self, relation: RelId, a: u32, b: u32) -> Ordering {
        let table = self.relation(relation);
        if a < table.len() && b < table.len() {
            return table.compare_rows(a, b, self.dictionary);
        }
        table.compare_tuples(&self.tuple(relation, a), &self.tuple(relation, b), self.dictionary)
    }

    /// Up to `limit` facts whose `columns`, which ascend, hold `key`, in output order.
    pub fn facts(&self, relation: RelId, columns: &[usize], key: &[Code], limit: usize) -> Vec<u32> {
        self.page(relation, columns, key, (0, limit)).0
    }

    /// The rows in `range` whose `columns`, which ascend, hold `key`, and which hold for those who see as many rows as are below the end of
    /// the range; of a relation whose rows imply others, all of them. The rows ascend.
    pub fn rows(&self, relation: RelId, columns: &[usize], key: &[Code], range: Range<u32>) -> Vec<u32> {
        let table = self.relation(relation);
        if table.implied().is_some() {
            return self.implied_rows(relation, columns, key).collect();
        }
        let end = range.end.min(table.len());
        let mut rows = self.rows_once(relation, columns, key, range.start.min(end)..end);
        if table.erased().is_some() {
            rows.retain(|row| table.sees(*row, end));
        }
        rows
    }

    /// How many rows [`Lookup::rows`] gives, or could be tried in the time it takes.
    pub(crate) fn cost(&self, relation: RelId, columns: &[usize], key: &[Code], range: Range<u32>) -> u64 {
        let table = self.relation(relation);
        match columns.len() {
            0 if table.implied().is_some() => u64::MAX,
            _ if table.implied().is_some() => self.rows(relation, columns, key, range).len() as u64,
            0 => range.len() as u64,
            all if all == table.rows().columns.len() => 1,
            _ => self.access(relation, columns).cost(key, &range),
        }
    }

    /// The rows of a relation, without those that they imply, that hold `code` in a column.
    pub fn given_rows(&self, relation: RelId, column: usize, code: Code) -> Vec<u32> {
        self.rows_once(relation, &[column], &[code], 0..self.relation(relation).len())
    }

    /// The rows that hold `key` in `columns` and were erased, ascending.
    pub fn erased_rows(&self, relation: RelId, columns: &[usize], key: &[Code]) -> Vec<u32> {
        let table = self.relation(relation);
        if table.erased().is_none() {
            return Vec::new();
        }
        let mut rows = self.rows_once(relation, columns, key, 0..table.len());
        rows.retain(|row| !table.holds(*row));
        rows
    }

    /// Rows, whether they still hold or not.
    fn rows_once(&self, relation: RelId, columns: &[usize], key: &[Code], range: Range<u32>) -> Vec<u32> {
        let table = self.relation(relation);
        match columns.len() {
            0 => range.collect(),
            all if all == table.rows().columns.len() => table.find_within(key, &range).into_iter().collect(),
            _ => {
                let mut rows = Vec::new();
                self.access(relation, columns).rows(key, &range, &mut rows);
                rows
            }
        }
    }

    /// Whether some row below `end` holds `key` in `columns`.
    pub fn exists(&self, relation: RelId, columns: &[usize], key: &[Code], end: u32) -> bool {
        let table = self.relation(relation);
        if table.implied().is_some() {
            return self.implied_rows(relation, columns, key).next().is_some();
        }
        let all = end.min(table.len());
        match columns.is_empty() && table.erased().is_none() {
            true => all > 0,
            false => !self.rows(relation, columns, key, 0..end).is_empty(),
        }
    }
}
