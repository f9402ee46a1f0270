//! Rows appended lately, as chains through row numbers.

use std::ops::Range;

use hashbrown::HashTable;

use super::Hits;
use crate::Records;
use crate::hash::{Column, hash, hash_columns};

/// The end of a chain.
pub(crate) const END: u32 = u32::MAX;

/// Rows from `first` on.
#[derive(Debug, Default)]
pub(super) struct Tail {
    first: u32,
    chains: HashTable<Chain>,
    /// By row, counted from `first`.
    next: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Chain {
    hash: u32,
    first: u32,
    last: u32,
}

impl Tail {
    /// No rows yet; they will be those from `first` on.
    pub(super) fn from(first: u32) -> Tail {
        Tail { first, ..Tail::default() }
    }

    pub(super) fn bytes(&self) -> u64 {
        (self.chains.allocation_size() + self.next.capacity() * 4) as u64
    }

    pub(super) fn is_empty(&self) -> bool {
        self.next.is_empty()
    }

    pub(super) fn end(&self) -> u32 {
        self.first + self.next.len() as u32
    }

    pub(super) fn next(&self, row: u32) -> u32 {
        self.next[(row - self.first) as usize]
    }

    pub(super) fn extend(&mut self, rows: &Records, columns: &[usize], end: u32) {
        let key = |row: u32| columns.iter().map(move |column| rows.columns[*column][row as usize]);
        for row in self.end()..end {
            self.next.push(END);
            let code = hash(key(row));
            let Self { first, chains, next } = self;
            match chains.find_mut(spread(code), |chain| chain.hash == code && key(chain.first).eq(key(row))) {
                Some(chain) => {
                    next[(chain.last - *first) as usize] = row;
                    chain.last = row;
                }
                None => {
                    let chain = Chain { hash: code, first: row, last: row };
                    chains.insert_unique(spread(code), chain, |chain| spread(chain.hash));
                }
            }
        }
    }

    /// Notes the chain of each key, from its first row in `range` on.
    pub(super) fn hits(
        &self,
        rows: &Records,
        columns: &[usize],
        keys: &[Column<'_>],
        range: &Range<u32>,
        out: &mut [Hits],
    ) {
        let mut hashes = Vec::new();
        hash_columns(keys, out.len(), &mut hashes);
        for (at, (hits, hash)) in out.iter_mut().zip(hashes).enumerate() {
            let same = |chain: &Chain| {
                let first = chain.first as usize;
                chain.hash == hash
                    && columns.iter().zip(keys).all(|(column, key)| rows.columns[*column][first] == key.code(at))
            };
            let mut row = self.chains.find(spread(hash), same).map_or(END, |chain| chain.first);
            while row < range.start {
                row = self.next(row);
            }
            hits.chain = if row < range.end { row } else { END };
        }
    }
}

/// The table looks at both ends of a hash of 64 bits.
fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}
