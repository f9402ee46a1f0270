//! A relation: append-only columns, membership, indexes, and the segment table.
//!
//! The life of a tuple: (1) a firing finds it; if the relation does not hold it, it is appended as a row of the firing's
//! segment, behind everything any firing of the round can see; (2) at the end of the round it becomes visible; (3) it is
//! never moved or changed, so its row number orders it behind everything it can rest on.

pub(crate) mod append;

use std::cmp::Ordering;
use std::sync::OnceLock;

use values::{Code, Dictionary, Primitive};

use crate::Records;
use crate::hash::hash;
use crate::index::Index;
use crate::membership::bits::Bits;
use crate::membership::hashed::Hashed;
use crate::membership::{Membership, by_hash, shape_for};

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

/// The last row number is kept free: it ends chains and marks empty slots.
pub(crate) const ROWS_MAX: u32 = u32::MAX - 1;

/// Ascending segments that are searched one by one for a row; more of them get a table of all rows.
const SEGMENTS_SEARCHED: usize = 1000;

/// A relation of the model.
#[derive(Debug)]
pub struct Relation {
    types: Vec<Primitive>,
    rows: Records,
    membership: Membership,
    /// Rows from this one on lie in segments that ascend by code; those before are in the order in which they were found.
    ascending: u32,
    /// Rows of the segment being filled may not ascend.
    unsorted: bool,
    segments: Vec<Segment>,
    indexes: Vec<Index>,
    /// Least and greatest code of each column, for the first so many rows.
    domain: (u32, Vec<(Code, Code)>),
    /// Rows by hash for questions of provenance, where membership knows no row numbers.
    table: OnceLock<Hashed>,
}

impl Relation {
    pub(crate) fn new(types: Vec<Primitive>) -> Self {
        Self {
            rows: Records::empty(types.len()),
            domain: (0, vec![(Code::MAX, 0); types.len()]),
            types,
            membership: Membership::Unknown,
            ascending: 0,
            unsorted: false,
            segments: Vec::new(),
            indexes: Vec::new(),
            table: OnceLock::new(),
        }
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
        match &self.membership {
            Membership::Hashed(hashed) => self.find_in(hashed, tuple),
            Membership::Bits(bits) if !bits.holds(tuple) => None,
            Membership::Bits(_) if self.segments.len() <= SEGMENTS_SEARCHED => {
                self.find_ascending(tuple).or_else(|| self.find_in(self.table(), tuple))
            }
            Membership::Bits(_) | Membership::Unknown => self.find_in(self.table(), tuple),
        }
    }

    fn find_in(&self, hashed: &Hashed, tuple: &[Code]) -> Option<u32> {
        hashed.find(hash(tuple.iter().copied()), |row| self.rows.row(row).eq(tuple.iter().copied()))
    }

    fn table(&self) -> &Hashed {
        self.table.get_or_init(|| by_hash(&self.rows))
    }

    /// By binary search in each segment that ascends.
    fn find_ascending(&self, tuple: &[Code]) -> Option<u32> {
        let from = self.segments.partition_point(|segment| segment.first < self.ascending);
        let ends = self.segments[from..].iter().skip(1).map(|segment| segment.first).chain([self.rows.len]);
        self.segments[from..].iter().zip(ends).find_map(|(segment, end)| {
            let (mut low, mut high) = (segment.first, end);
            while low < high {
                let middle = low + (high - low) / 2;
                match self.rows.row(middle).cmp(tuple.iter().copied()) {
                    Ordering::Equal => return Some(middle),
                    Ordering::Less => low = middle + 1,
                    Ordering::Greater => high = middle,
                }
            }
            None
        })
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

    /// The index over `columns` if it has been built.
    pub(crate) fn index(&self, columns: &[usize]) -> Option<&Index> {
        self.indexes.iter().find(|index| index.columns() == columns)
    }

    /// Builds or extends the index over `columns` up to the row `end`.
    pub(crate) fn ensure_index(&mut self, columns: &[usize], end: u32) {
        index_over(&mut self.indexes, columns).extend(&self.rows, end);
    }

    /// Builds the index over `columns` of all rows, with the codes of `column` in ascending order within each key.
    pub(crate) fn ensure_ascending(&mut self, columns: &[usize], column: usize) {
        index_over(&mut self.indexes, columns).ensure_ascending(&self.rows, column, self.rows.len);
    }

    /// What tells whether a tuple is there; [`Relation::ensure_membership`] has built it.
    pub(crate) fn membership(&self) -> &Membership {
        &self.membership
    }

    /// Chooses and builds membership for the rows that are there now.
    pub(crate) fn ensure_membership(&mut self) {
        if let Membership::Bits(_) = self.membership {
            return;
        }
        let rows = self.rows.len;
        let shape = if self.types.len() <= 2 { shape_for(self.domain(), rows) } else { None };
        if let Some(shape) = shape {
            self.membership = Membership::Bits(Bits::of(shape, &self.rows));
            self.ascending = rows;
        } else if let Membership::Unknown = self.membership {
            self.membership = Membership::Hashed(by_hash(&self.rows));
        }
    }

    /// Least and greatest code of each column; where there are no rows, the least is the greater one.
    pub(crate) fn domain(&mut self) -> &[(Code, Code)] {
        let (known, bounds) = &mut self.domain;
        for (bounds, column) in bounds.iter_mut().zip(&self.rows.columns) {
            for code in &column[*known as usize..] {
                *bounds = (bounds.0.min(*code), bounds.1.max(*code));
            }
        }
        *known = self.rows.len;
        bounds
    }

    /// Least and greatest code of a column among the rows for which [`Relation::domain`] was asked last.
    pub(crate) fn bounds(&self, column: usize) -> (Code, Code) {
        self.domain.1[column]
    }

    /// Takes over records, which are distinct, as the first segment.
    pub(crate) fn load(&mut self, records: Records) {
        debug_assert!(self.is_empty(), "records come first");
        self.rows = records;
        self.end_segment(0, 0, Segment::RECORDS);
    }

    /// Bytes of what tells whether a tuple is there.
    pub(crate) fn membership_bytes(&self) -> u64 {
        self.membership.bytes()
    }

    /// Bytes of all indexes.
    pub(crate) fn index_bytes(&self) -> u64 {
        self.indexes.iter().map(Index::bytes).sum()
    }
}

fn index_over<'i>(indexes: &'i mut Vec<Index>, columns: &[usize]) -> &'i mut Index {
    let at = indexes.iter().position(|index| index.columns() == columns).unwrap_or(indexes.len());
    if at == indexes.len() {
        indexes.push(Index::new(columns));
    }
    &mut indexes[at]
}
