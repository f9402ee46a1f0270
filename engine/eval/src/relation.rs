//! A relation: append-only columns, a membership set over row numbers, indexes, and the segment table.
//!
//! The life of a tuple: (1) a firing emits it; if the set does not know it, it is appended as a row of the firing's
//! segment, behind everything any firing of the round can see; (2) at the end of the round it becomes visible; (3) it is
//! never moved or changed, so its row number orders it behind everything it can rest on.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

use hashbrown::HashTable;
use values::{Code, Dictionary, Primitive};

use crate::hash::hash;
use crate::index::Index;

/// Rows as columns of codes.
#[derive(Debug, Default, Clone)]
pub struct Records {
    /// One vector per column, all of length `len`.
    pub columns: Vec<Vec<Code>>,
    /// The number of rows (it cannot be read off the columns of a nullary relation).
    pub len: u32,
}

impl Records {
    /// No rows of `arity` columns.
    pub fn empty(arity: usize) -> Self {
        Self { columns: vec![Vec::new(); arity], len: 0 }
    }

    /// The codes of one row.
    pub fn row(&self, row: u32) -> impl Iterator<Item = Code> + '_ {
        self.columns.iter().map(move |column| column[row as usize])
    }

    fn push(&mut self, row: &[Code]) {
        for (column, code) in self.columns.iter_mut().zip(row) {
            column.push(*code);
        }
        self.len += 1;
    }
}

/// Rows appended by one firing: from `first` up to the next segment's `first`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Its first row.
    pub first: u32,
    /// The round of its stratum; 0 for records and facts of the text.
    pub round: u32,
    /// The clause that fired (an index into [`crate::Model::clauses`]), or what else gave the rows.
    pub clause: u32,
}

impl Segment {
    /// In [`Segment::clause`]: the rows are records.
    pub(crate) const RECORDS: u32 = u32::MAX;
    /// In [`Segment::clause`]: the rows are facts of the program text.
    pub(crate) const GIVEN: u32 = u32::MAX - 1;
}

/// A relation of the model.
#[derive(Debug)]
pub struct Relation {
    types: Vec<Primitive>,
    rows: Records,
    set: HashTable<u32>,
    segments: Vec<Segment>,
    indexes: BTreeMap<Vec<usize>, Index>,
}

impl Relation {
    pub(crate) fn new(types: Vec<Primitive>) -> Self {
        Self {
            rows: Records::empty(types.len()),
            types,
            set: HashTable::new(),
            segments: Vec::new(),
            indexes: BTreeMap::new(),
        }
    }

    /// Bytes of the membership set.
    pub(crate) fn membership_bytes(&self) -> u64 {
        self.set.allocation_size() as u64
    }

    /// Bytes of all indexes.
    pub(crate) fn index_bytes(&self) -> u64 {
        self.indexes.values().map(Index::bytes).sum()
    }

    /// The number of rows.
    pub fn len(&self) -> u32 {
        self.rows.len
    }

    /// True where there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.len == 0
    }

    /// The rows.
    pub fn rows(&self) -> &Records {
        &self.rows
    }

    /// The row that holds this tuple.
    pub fn find(&self, tuple: &[Code]) -> Option<u32> {
        let same = |row: &u32| self.rows.row(*row).eq(tuple.iter().copied());
        self.set.find(hash(tuple.iter().copied()), same).copied()
    }

    /// Compares two rows in output order: by value, column by column.
    pub fn compare_rows(&self, a: u32, b: u32, dictionary: &Dictionary) -> Ordering {
        let columns = self.rows.columns.iter().zip(&self.types);
        let mut orders =
            columns.map(|(column, primitive)| dictionary.compare(*primitive, column[a as usize], column[b as usize]));
        orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// The segment that holds this row.
    pub fn segment(&self, row: u32) -> Segment {
        self.segments[self.segments.partition_point(|segment| segment.first <= row) - 1]
    }

    /// All segments, ascending.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// How many rows were there before `round` of the relation's own stratum.
    pub fn rows_before(&self, round: u32) -> u32 {
        let segment = self.segments.partition_point(|segment| segment.round < round);
        self.segments.get(segment).map_or(self.len(), |segment| segment.first)
    }

    /// Whether a row in `range` holds `key` in `columns`: by the set where these are all columns, by an index where one
    /// knows the range, otherwise by looking at each row.
    pub(crate) fn exists(&self, columns: &[usize], key: &[Code], range: Range<u32>) -> bool {
        if columns.len() == self.rows.columns.len() {
            return self.find(key).is_some_and(|row| range.contains(&row));
        }
        if columns.is_empty() {
            return !range.is_empty();
        }
        match self.index(columns).filter(|index| index.covers(range.end)) {
            Some(index) => {
                let rows = std::iter::successors(index.first(&self.rows, key), |row| index.next(*row));
                rows.take_while(|row| *row < range.end).any(|row| row >= range.start)
            }
            None => range.into_iter().any(|row| {
                columns.iter().zip(key).all(|(column, code)| self.rows.columns[*column][row as usize] == *code)
            }),
        }
    }

    /// The index over `columns` if it has been built; it covers the rows of earlier rounds at least.
    pub(crate) fn index(&self, columns: &[usize]) -> Option<&Index> {
        self.indexes.get(columns)
    }

    /// Builds or extends the index over `columns`.
    pub(crate) fn ensure_index(&mut self, columns: &[usize]) {
        let index = self.indexes.entry(columns.to_vec()).or_insert_with(|| Index::new(columns));
        index.extend(&self.rows);
    }

    /// Appends a tuple unless it is there. `None` where row numbers are exhausted.
    pub(crate) fn insert(&mut self, tuple: &[Code]) -> Option<bool> {
        let Self { rows, set, .. } = self;
        let key = hash(tuple.iter().copied());
        if set.find(key, |row| rows.row(*row).eq(tuple.iter().copied())).is_some() {
            return Some(false);
        }
        // The last number is kept free: it ends the chains of an index.
        let number = Some(rows.len).filter(|number| *number < u32::MAX - 1)?;
        set.insert_unique(key, number, |row| hash(rows.row(*row)));
        rows.push(tuple);
        Some(true)
    }

    /// Takes over records, which are distinct, as the first segment.
    pub(crate) fn load(&mut self, records: Records) {
        debug_assert!(self.is_empty(), "records come first");
        let Self { rows, set, .. } = self;
        *rows = records;
        set.reserve(rows.len as usize, |row| hash(rows.row(*row)));
        for row in 0..rows.len {
            set.insert_unique(hash(rows.row(row)), row, |row| hash(rows.row(*row)));
        }
        self.end_segment(0, 0, Segment::RECORDS);
    }

    /// Notes that the rows from `first` on were given by this clause in this round; nothing where there are none.
    pub(crate) fn end_segment(&mut self, first: u32, round: u32, clause: u32) {
        if self.rows.len > first {
            self.segments.push(Segment { first, round, clause });
        }
    }
}
