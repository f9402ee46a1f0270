//! Which row holds a tuple.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use values::Code;

use super::{Relation, Segment};
use crate::hash::{Column, hash, hash_columns};
use crate::membership::hashed::{AHEAD, Hashed};
use crate::membership::{Membership, by_hash};

/// Ascending segments that are always searched one by one for a row.
const SEGMENTS_SEARCHED: usize = 64;
/// Segments searched, or rows read, for which a row could have been put into a table: whoever has searched for as long as the table takes to
/// build gets one.
const SEARCHED_A_ROW: (u64, u64) = (1, 4);
const READ_A_ROW: u64 = 8;

/// Rows by hash, built when somebody has asked for many rows.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// All rows.
    all: OnceLock<Hashed>,
    /// Those before [`Relation::ascending`].
    early: OnceLock<Hashed>,
    /// Segments that have been searched.
    searched: AtomicU64,
    /// Rows that have been read one after the other.
    read: AtomicU64,
    starts: OnceLock<Starts>,
    /// Segments that have been searched without knowing where codes begin.
    searches: AtomicU64,
}

/// For each segment that ascends, where the rows of each code of the first of two columns begin.
#[derive(Debug)]
struct Starts {
    /// The first segment.
    segment: usize,
    /// The least code.
    least: Code,
    codes: usize,
    /// By segment and code, and one more for each segment.
    starts: Vec<u32>,
}

/// Rows that there must be for each place where a code may begin.
const ROWS_A_START: usize = 8;
/// Searches after which it pays to know where codes begin.
const SEARCHES_FROM: u64 = 1 << 14;

impl Starts {
    fn of(relation: &Relation) -> Starts {
        let first = &relation.rows.columns[0];
        let (least, codes) = match &relation.membership {
            Membership::Bits(bits) => bits.shape().firsts(),
            _ => (0, 0),
        };
        let segment = relation.segments.partition_point(|segment| segment.first < relation.ascending);
        let segments = relation.segments.len() - segment;
        if segments > SEGMENTS_SEARCHED || segments * codes > relation.rows.len as usize / ROWS_A_START {
            return Starts { segment, least, codes: 0, starts: Vec::new() };
        }
        let mut starts = Vec::with_capacity(segments * (codes + 1));
        for at in segment..relation.segments.len() {
            let part = relation.part(at, &(0..relation.rows.len));
            let mut row = part.start;
            for code in least..least + codes as u32 {
                starts.push(row);
                let rest = &first[row as usize..part.end as usize];
                row += rest.iter().take_while(|found| **found == code).count() as u32;
            }
            starts.push(row);
        }
        Starts { segment, least, codes, starts }
    }

    /// The rows of a segment that begin with this code.
    fn of_code(&self, segment: usize, code: Code) -> Option<Range<u32>> {
        let code = code.checked_sub(self.least).filter(|code| (*code as usize) < self.codes)? as usize;
        let at = segment.checked_sub(self.segment)? * (self.codes + 1) + code;
        Some(self.starts[at]..self.starts[at + 1])
    }
}

impl Relation {
    /// The row that holds this tuple.
    pub fn find(&self, tuple: &[Code]) -> Option<u32> {
        self.find_within(tuple, &(0..self.len()))
    }

    /// The row in `range` that holds this tuple.
    pub(crate) fn find_within(&self, tuple: &[Code], range: &Range<u32>) -> Option<u32> {
        match &self.membership {
            Membership::Hashed(hashed) => self.find_in(hashed, tuple, range),
            Membership::Bits(bits) if !bits.holds(tuple) => None,
            Membership::Bits(_) => {
                let segments = self.ascending_in(range);
                if segments.len() > SEGMENTS_SEARCHED && self.has_searched_enough(segments.len()) {
                    return self.find_in(self.table(), tuple, range);
                }
                self.search(tuple, range, segments).or_else(|| self.find_early(tuple, range))
            }
            Membership::Unknown => match self.tables.all.get() {
                Some(table) => self.find_in(table, tuple, range),
                None if self.has_read_enough(range, self.rows.len) => self.find_in(self.table(), tuple, range),
                None => self.read_through(tuple, range),
            },
        }
    }

    /// The rows in `range` that hold `code` in the first of two columns, in a relation whose later rows lie in ascending segments; `None` for
    /// any other relation, or where it would take long. The rows ascend.
    pub(crate) fn find_first(&self, code: Code, range: &Range<u32>) -> Option<Vec<Range<u32>>> {
        let ([firsts, _], Membership::Bits(_)) = (&self.rows.columns[..], &self.membership) else { return None };
        let segments = self.ascending_in(range);
        if segments.len() > SEGMENTS_SEARCHED || range.start < self.ascending {
            return None;
        }
        let part = |segment| {
            let part = self.part(segment, range);
            let codes = &firsts[part.start as usize..part.end as usize];
            let from = codes.partition_point(|first| *first < code);
            let len = codes[from..].partition_point(|first| *first == code) as u32;
            let start = part.start + from as u32;
            start..start + len
        };
        Some(segments.map(part).filter(|part| !part.is_empty()).collect())
    }

    /// The segments that ascend and reach into the range.
    fn ascending_in(&self, range: &Range<u32>) -> Range<usize> {
        let first = range.start.max(self.ascending);
        let start = self.segments.partition_point(|segment| segment.first <= first).saturating_sub(1);
        let early = self.segments.get(start).is_some_and(|segment| segment.first < self.ascending);
        let end = self.segments.partition_point(|segment| segment.first < range.end);
        let start = start + usize::from(early);
        start..end.max(start)
    }

    /// The rows of a segment within the range.
    fn part(&self, segment: usize, range: &Range<u32>) -> Range<u32> {
        let first = self.segments[segment].first.max(range.start);
        let end = self.segments.get(segment + 1).map_or(self.rows.len, |next: &Segment| next.first);
        first..end.min(range.end).max(first)
    }

    /// By binary search in these segments.
    fn search(&self, tuple: &[Code], range: &Range<u32>, segments: Range<usize>) -> Option<u32> {
        let [first, last] = &self.rows.columns[..] else {
            return segments.into_iter().find_map(|segment| {
                let part = self.part(segment, range);
                let codes = &self.rows.columns[0][part.start as usize..part.end as usize];
                codes.binary_search(&tuple[0]).ok().map(|at| part.start + at as u32)
            });
        };
        let starts = self.starts(segments.len());
        // Most rows lie in the last segments.
        segments.rev().find_map(|segment| {
            let part = match starts.and_then(|starts| starts.of_code(segment, tuple[0])) {
                Some(with_first) => with_first.start.max(range.start)..with_first.end.min(range.end),
                None => {
                    let part = self.part(segment, range);
                    let codes = &first[part.start as usize..part.end as usize];
                    let from = codes.partition_point(|code| *code < tuple[0]);
                    let len = codes[from..].partition_point(|code| *code == tuple[0]);
                    part.start + from as u32..part.start + (from + len) as u32
                }
            };
            let codes = last.get(part.start as usize..part.end as usize)?;
            codes.binary_search(&tuple[1]).ok().map(|at| part.start + at as u32)
        })
    }

    /// Where the rows of each first code begin, once that is worth it.
    fn starts(&self, searched: usize) -> Option<&Starts> {
        let tables = &self.tables;
        if tables.starts.get().is_none() && tables.searches.fetch_add(searched as u64, Relaxed) < SEARCHES_FROM {
            return None;
        }
        Some(tables.starts.get_or_init(|| Starts::of(self)))
    }

    fn find_early(&self, tuple: &[Code], range: &Range<u32>) -> Option<u32> {
        let early = range.start..range.end.min(self.ascending);
        if early.is_empty() {
            return None;
        }
        if self.tables.early.get().is_none() && !self.has_read_enough(&early, self.ascending) {
            return self.read_through(tuple, &early);
        }
        let table = self.tables.early.get_or_init(|| by_hash(&self.rows, self.ascending));
        self.find_in(table, tuple, range)
    }

    fn find_in(&self, hashed: &Hashed, tuple: &[Code], range: &Range<u32>) -> Option<u32> {
        let columns = &self.rows.columns;
        let same = |row: u32| columns.iter().zip(tuple).all(|(column, code)| column[row as usize] == *code);
        hashed.find(hash(tuple.iter().copied()), same).filter(|row| range.contains(row))
    }

    fn table(&self) -> &Hashed {
        self.tables.all.get_or_init(|| by_hash(&self.rows, self.rows.len))
    }

    fn has_searched_enough(&self, segments: usize) -> bool {
        let (searched, rows) = SEARCHED_A_ROW;
        let before = self.tables.searched.fetch_add(segments as u64, Relaxed);
        before * rows >= u64::from(self.rows.len) * searched
    }

    fn has_read_enough(&self, range: &Range<u32>, rows: u32) -> bool {
        let before = self.tables.read.fetch_add(range.len() as u64, Relaxed);
        before >= u64::from(rows) * READ_A_ROW
    }

    fn read_through(&self, tuple: &[Code], range: &Range<u32>) -> Option<u32> {
        let rows = range.start..range.end.min(self.rows.len);
        let ([first, others @ ..], [code, rest @ ..]) = (&self.rows.columns[..], tuple) else {
            return rows.into_iter().next();
        };
        let codes = &first[rows.start as usize..rows.end as usize];
        let same = |row: &u32| others.iter().zip(rest).all(|(column, code)| column[*row as usize] == *code);
        rows.clone().zip(codes).filter(|(_, found)| *found == code).map(|(row, _)| row).find(same)
    }

    /// Adds the rows that hold those of `len` tuples, given column by column, whose numbers are in `some`.
    pub(crate) fn find_all(&self, tuples: &[Column<'_>], len: usize, some: &[usize], found: &mut Vec<u32>) {
        let Membership::Hashed(hashed) = &self.membership else { unreachable!("what may be erased is found by hash") };
        let (mut hashes, mut wanted) = (Vec::new(), Vec::with_capacity(AHEAD));
        hash_columns(tuples, len, &mut hashes);
        for some in some.chunks(AHEAD) {
            wanted.clear();
            wanted.extend(some.iter().map(|tuple| hashes[*tuple]));
            hashed.touch(&wanted);
            found.extend(some.iter().zip(&wanted).filter_map(|(tuple, hash)| {
                let columns = || self.rows.columns.iter().zip(tuples);
                hashed.find(*hash, |row| columns().all(|(column, codes)| column[row as usize] == codes.code(*tuple)))
            }));
        }
    }
}
