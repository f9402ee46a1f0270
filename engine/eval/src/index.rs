//! An index over some columns of a relation: for each key the rows that hold it, ascending.
//!
//! Its stable part holds the rows of each key side by side; rows appended since are chained through a tail. When the tail has
//! grown to half of the stable part, both become a new stable part, so that each row is moved a bounded number of times.

mod stable;
mod tail;

use std::collections::BTreeMap;
use std::ops::Range;

pub(crate) use stable::Stable;
use tail::Tail;
use values::Code;

use crate::Records;
use crate::hash::{Column, Columns};
use crate::relation::Erased;

pub(crate) use tail::END;

/// Rows by key. Built and extended on demand.
#[derive(Debug)]
pub(crate) struct Index {
    columns: Vec<usize>,
    stable: Stable,
    tail: Tail,
    /// By column: its codes in the order of the stable part, ascending within each key.
    ascending: BTreeMap<usize, Vec<Code>>,
    /// How many rows of the relation had been erased when the stable part was built without them.
    erased: u32,
}

/// Rows from which on an index is built anew without those that have been erased.
const LITTERED_FROM: u32 = 1 << 9;

/// The rows of one key: a range of positions in the stable part, and the beginning of a chain in the tail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hits {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// [`END`] where the chain is empty.
    pub(crate) chain: u32,
}

impl Hits {
    pub(crate) const NONE: Hits = Hits { start: 0, end: 0, chain: END };

    pub(crate) fn is_empty(self) -> bool {
        self.start == self.end && self.chain == END
    }
}

impl Index {
    pub(crate) fn new(columns: &[usize]) -> Self {
        Self {
            columns: columns.to_vec(),
            stable: Stable::default(),
            tail: Tail::default(),
            ascending: BTreeMap::new(),
            erased: 0,
        }
    }

    /// The columns of its keys.
    pub(crate) fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// Bytes that it occupies.
    pub(crate) fn bytes(&self) -> u64 {
        let ascending = self.ascending.values().map(|codes| codes.capacity() as u64 * 4).sum::<u64>();
        self.stable.bytes() + self.tail.bytes() + ascending
    }

    /// The rows it knows are those below this one.
    pub(crate) fn end(&self) -> u32 {
        self.tail.end()
    }

    /// Adds the rows below `end`; what has been `erased` may be left out.
    pub(crate) fn extend(&mut self, rows: &Records, end: u32, erased: Option<&Erased>) {
        if end <= self.end() {
            return;
        }
        let stable = self.stable.end();
        if end - stable > stable / 2 || erased.is_some_and(|erased| self.is_littered(erased)) {
            self.rebuild(rows, end, erased);
        } else {
            self.tail.extend(rows, &self.columns, end);
        }
    }

    /// True where about half of the rows have been erased since it was built.
    fn is_littered(&self, erased: &Erased) -> bool {
        let held = self.stable.len() + (self.tail.end() - self.stable.end());
        held > LITTERED_FROM && erased.count() - self.erased > held / 2
    }

    fn rebuild(&mut self, rows: &Records, end: u32, erased: Option<&Erased>) {
        self.stable = match erased {
            None => Stable::over(rows, &self.columns, 0..end),
            Some(erased) => {
                self.erased = erased.count();
                let mut kept = self.stable.rows(0..self.stable.len()).to_vec();
                kept.sort_unstable();
                kept.extend(self.stable.end()..end);
                kept.retain(|row| !erased.contains(*row));
                Stable::of(&kept, rows, &self.columns, end)
            }
        };
        self.tail = Tail::from(end);
        self.ascending.clear();
    }

    /// Brings all rows below `end` but what has been `erased` into the stable part, with the codes of `column` ascending within each key.
    pub(crate) fn ensure_ascending(&mut self, rows: &Records, column: usize, end: u32, erased: Option<&Erased>) {
        if self.stable.end() < end {
            self.rebuild(rows, end, erased);
        }
        let stable = &self.stable;
        self.ascending.entry(column).or_insert_with(|| stable.ascending(&rows.columns[column]));
    }

    /// The codes of a column at the positions of the stable part, ascending within each key.
    pub(crate) fn ascending(&self, column: usize) -> Option<&[Code]> {
        self.ascending.get(&column).map(|codes| &codes[..])
    }

    /// The rows in `range` of each of `len` keys, which are given column by column.
    pub(crate) fn hits(
        &self,
        rows: &Records,
        keys: &[Column<'_>],
        len: usize,
        range: &Range<u32>,
        out: &mut Vec<Hits>,
    ) {
        self.stable.hits(rows, &self.columns, keys, len, out);
        if range.start > 0 || range.end < self.stable.end() {
            out.iter_mut().for_each(|hits| self.stable.restrict(hits, range));
        }
        if !self.tail.is_empty() {
            self.tail.hits(rows, &self.columns, keys, range, out);
        }
    }

    /// All rows of the stable part, those of a key side by side.
    pub(crate) fn stable_rows(&self) -> &[u32] {
        self.stable.rows(0..self.stable.end())
    }

    /// The rows at positions of the stable part.
    pub(crate) fn rows(&self, positions: Range<u32>) -> &[u32] {
        self.stable.rows(positions)
    }

    /// The next row of a chain; [`END`] at its end.
    pub(crate) fn next(&self, row: u32) -> u32 {
        self.tail.next(row)
    }

    /// The rows of a chain below `end`.
    pub(crate) fn chain(&self, hits: Hits, end: u32) -> impl Iterator<Item = u32> {
        let inside = move |row: u32| Some(row).filter(|row| *row < end);
        std::iter::successors(inside(hits.chain), move |row| inside(self.next(*row)))
    }

    /// How many rows in `range` hold `key`.
    pub(crate) fn count(&self, rows: &Records, key: &[Code], range: &Range<u32>) -> u64 {
        let hits = self.hits_of(rows, key, range);
        u64::from(hits.end - hits.start) + self.chain(hits, range.end).count() as u64
    }

    /// Adds the rows in `range` that hold `key`, ascending.
    pub(crate) fn find(&self, rows: &Records, key: &[Code], range: &Range<u32>, out: &mut Vec<u32>) {
        let hits = self.hits_of(rows, key, range);
        out.extend_from_slice(self.rows(hits.start..hits.end));
        out.extend(self.chain(hits, range.end));
    }

    fn hits_of(&self, rows: &Records, key: &[Code], range: &Range<u32>) -> Hits {
        let mut hits = self.stable.hits_of(rows, &self.columns, key);
        self.stable.restrict(&mut hits, range);
        if !self.tail.is_empty() {
            let keys = key.iter().map(|code| Column::Constant(*code)).collect::<Columns<'_>>();
            self.tail.hits(rows, &self.columns, &keys, range, std::slice::from_mut(&mut hits));
        }
        hits
    }
}
