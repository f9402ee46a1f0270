//! How tuples become rows.

use values::Code;

use super::find::Tables;
use super::{ROWS_MAX, Relation, Segment};
use crate::Records;
use crate::hash::{Column, hash, hash_columns};
use crate::membership::bits::{Bits, Found};
use crate::membership::hashed::{AHEAD, Hashed};
use crate::membership::{Membership, by_hash, shape_for};

/// Tuples that a chunk of a firing has found, known ones among them, in the order in which they were found.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    len: usize,
    /// By candidate, where `hashed`.
    hashes: Vec<u32>,
    /// The head's relation finds tuples by hash.
    hashed: bool,
    columns: Vec<Vec<Code>>,
}

impl Candidates {
    /// None yet; they are to be tuples of `head`.
    pub(crate) fn new(head: &Relation) -> Candidates {
        let mut candidates = Candidates::default();
        candidates.restart(head);
        candidates
    }

    /// Forgets all candidates but keeps their memory; the next ones are to be tuples of `head`.
    pub(crate) fn restart(&mut self, head: &Relation) {
        self.hashed = matches!(head.membership, Membership::Hashed(_));
        self.len = 0;
        self.hashes.clear();
        self.columns.resize_with(head.types.len(), Vec::new);
        self.columns.iter_mut().for_each(Vec::clear);
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Copies one candidate.
    pub(crate) fn read(&self, number: usize, tuple: &mut [Code]) {
        tuple.iter_mut().zip(&self.columns).for_each(|(code, column)| *code = column[number]);
    }

    /// Adds a pair of `other` and each of `codes`; `other` comes first if `codes` are `last`.
    pub(crate) fn extend_row(&mut self, other: Code, codes: &[Code], last: bool) {
        let (len, other, codes) = (codes.len(), Column::Constant(other), Column::Codes(codes));
        self.extend(&if last { [other, codes] } else { [codes, other] }, len);
    }

    /// Adds `len` tuples, given column by column.
    pub(crate) fn extend(&mut self, columns: &[Column<'_>], len: usize) {
        self.len += len;
        if self.hashed {
            hash_columns(columns, len, &mut self.hashes);
        }
        for (to, from) in self.columns.iter_mut().zip(columns) {
            match from {
                Column::Codes(codes) => to.extend_from_slice(&codes[..len]),
                Column::Constant(code) => to.extend(std::iter::repeat_n(*code, len)),
            }
        }
    }
}

impl Relation {
    /// Appends a tuple unless it is there, or another one has a key of it. `None` where row numbers are exhausted.
    pub(crate) fn insert(&mut self, tuple: &[Code]) -> Option<bool> {
        let row = Some(self.rows.len).filter(|row| *row < ROWS_MAX)?;
        if let Some(choice) = &mut self.choice
            && !choice.take(&self.rows, tuple)
        {
            return Some(false);
        }
        let new = match &mut self.membership {
            Membership::Unknown => unreachable!("membership is built before a firing"),
            Membership::Hashed(hashed) => {
                let (rows, key) = (&self.rows, hash(tuple.iter().copied()));
                let known = hashed.find(key, |row| rows.row(row).eq(tuple.iter().copied()));
                if known.is_none() {
                    hashed.insert(key, row);
                }
                known.is_none()
            }
            Membership::Bits(bits) => match bits.insert(tuple) {
                Some(new) => {
                    self.unsorted |= new;
                    new
                }
                None => {
                    self.reshape(tuple);
                    return self.insert(tuple);
                }
            },
        };
        if new {
            self.rows.push(tuple);
        }
        Some(new)
    }

    /// Appends what is new among candidates, in their order; where keys are to be chosen, they wait for [`Relation::choose`].
    /// `None` where row numbers are exhausted.
    pub(crate) fn commit(&mut self, chunks: &[Candidates]) -> Option<()> {
        if let Some(choice) = &mut self.choice {
            chunks.iter().for_each(|chunk| choice.wait(&self.rows, chunk));
            return Some(());
        }
        if let Membership::Hashed(hashed) = &mut self.membership {
            return chunks.iter().try_for_each(|chunk| in_order(hashed, &mut self.rows, chunk));
        }
        // Bits stand for one or two columns.
        let mut tuple = [0; 2];
        let tuple = &mut tuple[..self.types.len()];
        for chunk in chunks {
            for row in 0..chunk.len() {
                chunk.read(row, tuple);
                self.insert(tuple)?;
            }
        }
        Some(())
    }

    /// Appends what is new among the bits found. `None` where row numbers are exhausted.
    pub(crate) fn settle(&mut self, found: &mut Found) -> Option<()> {
        let Membership::Bits(bits) = &mut self.membership else { unreachable!("bits are found for bits") };
        found.settle(bits, &mut self.rows.columns);
        // A matrix of bits has fewer than 2^30 of them.
        self.rows.len = self.rows.columns[0].len() as u32;
        // In an order that does not depend on who found them.
        found.outside.sort_unstable();
        found.outside.drain(..).try_for_each(|(first, last)| self.insert(&[first, last]).map(|_| ()))
    }

    /// Makes room for a tuple outside the bits, or gives them up.
    fn reshape(&mut self, tuple: &[Code]) {
        self.domain();
        for (bounds, code) in self.domain.1.iter_mut().zip(tuple) {
            *bounds = (bounds.0.min(*code), bounds.1.max(*code));
        }
        let shape = shape_for(&self.domain.1, self.rows.len);
        self.membership = match shape {
            Some(shape) => Membership::Bits(Bits::of(shape, &self.rows)),
            None => Membership::Hashed(by_hash(&self.rows, self.rows.len)),
        };
    }

    /// Notes that the rows from `first` on were given by this clause in this round; nothing where there are none. Where
    /// membership knows no row numbers, they are put into ascending order, so that a row is found by binary search.
    pub(crate) fn end_segment(&mut self, first: u32, round: u32, clause: u32) {
        if self.rows.len == first {
            return;
        }
        self.segments.push(Segment { first, round, clause });
        self.tables = Tables::default();
        let unsorted = std::mem::replace(&mut self.unsorted, false);
        if clause == Segment::GIVEN {
            // Their order says which fact of the text each one is.
            self.ascending = self.rows.len;
        } else if unsorted && matches!(self.membership, Membership::Bits(_)) {
            sort(&mut self.rows.columns, first as usize);
        }
    }
}

fn sort(columns: &mut [Vec<Code>], from: usize) {
    match columns {
        [column] => column[from..].sort_unstable(),
        [first, last] => {
            let pairs = first[from..].iter().zip(&last[from..]);
            let mut pairs = pairs.map(|(a, b)| u64::from(*a) << 32 | u64::from(*b)).collect::<Vec<_>>();
            pairs.sort_unstable();
            for (at, pair) in (from..).zip(pairs) {
                (first[at], last[at]) = ((pair >> 32) as u32, pair as u32);
            }
        }
        _ => unreachable!("bits stand for one or two columns"),
    }
}

/// Adds candidates one after the other.
fn in_order(hashed: &mut Hashed, rows: &mut Records, chunk: &Candidates) -> Option<()> {
    let mut likely = Vec::with_capacity(AHEAD);
    for start in (0..chunk.len()).step_by(AHEAD) {
        let some = start..chunk.len().min(start + AHEAD);
        look_ahead(hashed, rows, &chunk.hashes[some.clone()], &mut likely);
        for (at, likely) in some.zip(&likely) {
            if likely.is_some_and(|row| is_row(chunk, at, rows, row)) {
                continue;
            }
            let number = Some(rows.len).filter(|number| *number < ROWS_MAX)?;
            if hashed.find_or_insert(chunk.hashes[at], number, |row| is_row(chunk, at, rows, row)) {
                rows.columns.iter_mut().zip(&chunk.columns).for_each(|(to, from)| to.push(from[at]));
                rows.len += 1;
            }
        }
        hashed.divide();
    }
    Some(())
}

/// For each hash the row that is probably the same. Slots, then rows, are touched for all of them before the first one is
/// used: their cache lines are fetched side by side.
fn look_ahead(hashed: &Hashed, rows: &Records, hashes: &[u32], likely: &mut Vec<Option<u32>>) {
    hashed.touch(hashes);
    likely.clear();
    likely.extend(hashes.iter().map(|hash| hashed.find(*hash, |_| true)));
    for column in &rows.columns {
        std::hint::black_box(likely.iter().flatten().fold(0, |touched, row| touched ^ column[*row as usize]));
    }
}

fn is_row(chunk: &Candidates, at: usize, rows: &Records, row: u32) -> bool {
    chunk.columns.iter().zip(&rows.columns).all(|(new, old)| new[at] == old[row as usize])
}
