//! A relation: append-only columns, membership, indexes, and the segment table.
//!
//! The life of a tuple: (1) a firing finds it; if the relation does not hold it, it is appended as a row of the firing's
//! segment, behind everything any firing of the round can see; (2) at the end of the round it becomes visible; (3) it is
//! never moved or changed, so its row number orders it behind everything it can rest on.

pub(crate) mod append;
mod choice;
mod erased;
mod find;
mod implied;

use std::cmp::Ordering;
use std::ops::Range;

use program::checked::{Law, RelId};
use values::{Code, Dictionary, Primitive};

use crate::Records;
use crate::index::Index;
use crate::membership::bits::Bits;
use crate::membership::{Membership, by_hash, shape_for};
use choice::Choice;
pub(crate) use erased::Erased;
use find::Tables;

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
    /// In [`Segment::clause`]: the rows are pairs that others imply.
    pub(crate) const CLOSURE: u32 = u32::MAX - 2;
    /// In [`Segment::clause`]: the rows repeat those that were new in another relation.
    pub(crate) const DELTA: u32 = u32::MAX - 3;
}

/// The last row number is kept free: it ends chains and marks empty slots.
pub(crate) const ROWS_MAX: u32 = u32::MAX - 1;

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
    tables: Tables,
    /// Keys that only one row may have, if there are some.
    choice: Option<Box<Choice>>,
    /// Which rows no longer hold; only where a subsumption may erase some.
    erased: Option<Box<Erased>>,
    /// Where the rows only imply the relation's tuples.
    implied: Option<Implied>,
}

/// Pairs that a relation's rows imply, by classes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Implied {
    /// The relation of each member with the representative of its class.
    pub(crate) classes: RelId,
    /// How many pairs.
    pub(crate) pairs: u64,
}

impl Relation {
    pub(crate) fn new(types: Vec<Primitive>, law: &Law) -> Self {
        let choice = match law {
            Law::Choice(keys) => Some(Box::new(Choice::new(keys, types.len()))),
            _ => None,
        };
        Self {
            choice,
            erased: (*law == Law::Subsumption).then(Box::default),
            implied: None,
            rows: Records::empty(types.len()),
            domain: (0, vec![(Code::MAX, 0); types.len()]),
            types,
            membership: Membership::Unknown,
            ascending: 0,
            unsorted: false,
            segments: Vec::new(),
            indexes: Vec::new(),
            tables: Tables::default(),
        }
    }

    /// The number of rows, those among them that no longer hold.
    pub fn len(&self) -> u32 {
        self.rows.len
    }

    /// How many facts it holds: its rows but those that no longer hold, or the pairs that they imply.
    pub fn facts(&self) -> u64 {
        match &self.implied {
            Some(implied) => implied.pairs,
            None => u64::from(self.rows.len - self.erased().map_or(0, Erased::count)),
        }
    }

    /// Where its tuples are the pairs that its rows imply.
    pub(crate) fn implied(&self) -> Option<Implied> {
        self.implied
    }

    pub(crate) fn imply(&mut self, implied: Implied) {
        self.implied = Some(implied);
    }

    /// How many rows in `range` hold.
    pub(crate) fn holding(&self, range: Range<u32>) -> u32 {
        match &self.erased {
            None => range.len() as u32,
            Some(erased) => range.filter(|row| !erased.contains(*row)).count() as u32,
        }
    }

    /// True where rows may come to be erased.
    pub(crate) fn may_erase(&self) -> bool {
        self.erased.is_some()
    }

    /// Which rows no longer hold; `None` where all do.
    pub(crate) fn erased(&self) -> Option<&Erased> {
        self.erased.as_deref().filter(|erased| !erased.is_empty())
    }

    /// Whether a row holds in the end.
    pub fn holds(&self, row: u32) -> bool {
        self.erased().is_none_or(|erased| !erased.contains(row))
    }

    /// Whether somebody who sees the rows below `end` sees this one: those that were there when a round began do not see what
    /// had been erased before.
    pub(crate) fn sees(&self, row: u32, end: u32) -> bool {
        row < end && self.erased().is_none_or(|erased| end < erased.seen_until(row))
    }

    /// Lets rows no longer hold; those who see as many rows as there are now do not see them.
    pub(crate) fn erase(&mut self, rows: &[u32]) {
        let now = self.rows.len;
        if let Some(erased) = &mut self.erased {
            rows.iter().for_each(|row| erased.add(*row, now));
        }
    }

    /// The round at whose end a row was erased; `None` where it holds.
    pub fn erased_in(&self, row: u32) -> Option<u32> {
        let seen_until = self.erased()?.seen_until(row);
        (seen_until != Erased::NEVER).then(|| self.segment(seen_until - 1).round)
    }

    /// Forgets all indexes: those built from now on do without what has been erased.
    pub(crate) fn forget_indexes(&mut self) {
        self.indexes.clear();
    }

    /// True where there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.len == 0
    }

    /// The rows.
    pub fn rows(&self) -> &Records {
        &self.rows
    }

    /// Compares two rows in output order: by value, column by column.
    pub fn compare_rows(&self, a: u32, b: u32, dictionary: &Dictionary) -> Ordering {
        let columns = self.rows.columns.iter().zip(&self.types);
        let mut orders =
            columns.map(|(column, primitive)| dictionary.compare(*primitive, column[a as usize], column[b as usize]));
        orders.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// Compares two tuples in output order.
    pub(crate) fn compare_tuples(&self, a: &[Code], b: &[Code], dictionary: &Dictionary) -> Ordering {
        let mut orders =
            self.types.iter().zip(a.iter().zip(b)).map(|(primitive, (a, b))| dictionary.compare(*primitive, *a, *b));
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
        let erased = self.erased.as_deref().filter(|erased| !erased.is_empty());
        index_over(&mut self.indexes, columns).extend(&self.rows, end, erased);
    }

    /// Builds the index over `columns` of all rows, with the codes of `column` in ascending order within each key.
    pub(crate) fn ensure_ascending(&mut self, columns: &[usize], column: usize) {
        let erased = self.erased.as_deref().filter(|erased| !erased.is_empty());
        index_over(&mut self.indexes, columns).ensure_ascending(&self.rows, column, self.rows.len, erased);
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
        // Bits know no row numbers.
        let by_row = self.choice.is_some() || self.erased.is_some();
        let shape = if self.types.len() <= 2 && !by_row { shape_for(self.domain(), rows) } else { None };
        if let Some(shape) = shape {
            self.membership = Membership::Bits(Bits::of(shape, &self.rows));
            self.ascending = rows;
        } else if let Membership::Unknown = self.membership {
            self.membership = Membership::Hashed(by_hash(&self.rows, self.rows.len));
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
        match &mut self.choice {
            None => self.rows = records,
            Some(choice) => self.rows = choice.first(&records),
        }
        self.end_segment(0, 0, Segment::RECORDS);
    }

    /// Takes over rows of two columns that are distinct.
    pub(crate) fn fill(&mut self, columns: [Vec<Code>; 2]) {
        self.rows = Records { len: columns[0].len() as u32, columns: columns.into() };
        self.end_segment(0, 0, Segment::CLOSURE);
    }

    /// The number of a row of [`Segment::RECORDS`] among the records loaded.
    pub(crate) fn record(&self, row: u32) -> u32 {
        self.choice.as_ref().map_or(row, |choice| choice.records[row as usize])
    }

    /// Bytes of what tells whether a tuple is there, and still holds.
    pub(crate) fn membership_bytes(&self) -> u64 {
        let keys = self.choice.as_ref().map_or(0, |choice| choice.bytes());
        self.membership.bytes() + keys + self.erased.as_ref().map_or(0, |erased| erased.bytes())
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
