//! A way to rows by some of their columns, found once and used often.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use program::checked::RelId;
use values::Code;

use super::Lookup;
use crate::Relation;
use crate::index::Index;

/// For each key asked for, what has been done about it.
#[derive(Default)]
pub(super) struct Indexes(RwLock<ByKey>);

type ByKey = BTreeMap<(RelId, Vec<usize>), Arc<Own>>;

/// What a lookup knows about a key that the evaluation has no index for.
#[derive(Default)]
struct Own {
    /// Rows that have been read without an index.
    read: Mutex<u64>,
    index: OnceLock<Index>,
}

/// Rows read for which a row could have been put into an index.
const READ_A_ROW: u64 = 16;
/// Rows read in the time in which one is tried.
const READ_FOR_ONE: u64 = 256;

/// The rows of one relation by some of its columns.
pub(crate) struct Access<'m> {
    table: &'m Relation,
    columns: Vec<usize>,
    /// The evaluation's index. The rows of the last rounds may have been left out of it, since nobody asked for them.
    index: Option<&'m Index>,
    own: Arc<Own>,
}

impl<'m> Lookup<'m> {
    /// The way to rows, erased ones among them or not, by `columns`, which ascend and are not all.
    pub(crate) fn access(&self, relation: RelId, columns: &[usize]) -> Access<'m> {
        let table = self.relation(relation);
        // The evaluation's own indexes may lack what has been erased.
        let index = table.index(columns).filter(|_| table.erased().is_none());
        Access { table, columns: columns.to_vec(), index, own: self.indexes.of(relation, columns) }
    }
}

impl Indexes {
    fn of(&self, relation: RelId, columns: &[usize]) -> Arc<Own> {
        let key = (relation, columns.to_vec());
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        Arc::clone(self.0.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_default())
    }
}

impl Access<'_> {
    /// Adds the rows in `range` that hold `key`, ascending.
    pub(crate) fn rows(&self, key: &[Code], range: &Range<u32>, out: &mut Vec<u32>) {
        let table = self.table;
        let (known, rest) = self.parts(range);
        if let Some(index) = self.index {
            index.find(table.rows(), key, &known, out);
        }
        if rest.is_empty() {
            return;
        }
        if let Some(index) = self.own.index.get() {
            return index.find(table.rows(), key, &rest, out);
        }
        if let Some(parts) = self.first(key, &rest) {
            return out.extend(parts.into_iter().flatten());
        }
        let mut read = lock(&self.own.read);
        if *read < READ_A_ROW * u64::from(table.len()) {
            *read += rest.len() as u64;
            drop(read);
            return table.rows().holding(&self.columns, key, rest, out);
        }
        // Whoever waits here finds the index.
        let index = self.own.index.get_or_init(|| {
            let mut index = Index::new(&self.columns);
            index.extend(table.rows(), table.len(), None);
            index
        });
        drop(read);
        index.find(table.rows(), key, &rest, out);
    }

    /// How many rows [`Access::rows`] gives, or could be tried in the time it takes.
    pub(crate) fn cost(&self, key: &[Code], range: &Range<u32>) -> u64 {
        self.hits(key, range).unwrap_or_else(|| match self.first(key, range) {
            Some(parts) => parts.iter().map(|part| part.len() as u64).sum(),
            None => range.len() as u64 / READ_FOR_ONE + 1,
        })
    }

    /// How many rows in `range` hold `key`, where an index says so.
    pub(crate) fn hits(&self, key: &[Code], range: &Range<u32>) -> Option<u64> {
        let rows = self.table.rows();
        let (known, rest) = self.parts(range);
        let indexed = self.index.map_or(0, |index| index.count(rows, key, &known));
        match self.own.index.get() {
            _ if rest.is_empty() => Some(indexed),
            Some(own) => Some(indexed + own.count(rows, key, &rest)),
            None => None,
        }
    }

    /// What the evaluation's index covers, and what it does not.
    fn parts(&self, range: &Range<u32>) -> (Range<u32>, Range<u32>) {
        let end = range.end.min(self.table.len());
        let start = range.start.min(end);
        let middle = self.index.map_or(0, Index::end).clamp(start, end);
        (start..middle, middle..end)
    }

    fn first(&self, key: &[Code], range: &Range<u32>) -> Option<Vec<Range<u32>>> {
        match (&self.columns[..], key) {
            ([0], [code]) => self.table.find_first(*code, range),
            _ => None,
        }
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
