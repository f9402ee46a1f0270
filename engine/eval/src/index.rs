//! An index over some columns of a relation: for each key the rows that hold it, ascending.

use hashbrown::HashTable;
use values::Code;

use crate::hash::hash;
use crate::relation::Records;

const END: u32 = u32::MAX;

/// Rows by key, as chains through row numbers. Built and extended on demand.
#[derive(Debug)]
pub(crate) struct Index {
    columns: Vec<usize>,
    chains: HashTable<Chain>,
    next: Vec<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Chain {
    first: u32,
    last: u32,
}

impl Index {
    pub(crate) fn new(columns: &[usize]) -> Self {
        Self { columns: columns.to_vec(), chains: HashTable::new(), next: Vec::new() }
    }

    /// Whether it knows all rows below `end`.
    pub(crate) fn covers(&self, end: u32) -> bool {
        self.next.len() >= end as usize
    }

    /// Bytes that it occupies.
    pub(crate) fn bytes(&self) -> u64 {
        (self.chains.allocation_size() + self.next.capacity() * 4) as u64
    }

    /// Adds the rows appended since the last call.
    pub(crate) fn extend(&mut self, rows: &Records) {
        let Self { columns, chains, next } = self;
        let key = |row: u32| columns.iter().map(move |column| rows.columns[*column][row as usize]);
        next.reserve(rows.len as usize - next.len());
        for row in next.len() as u32..rows.len {
            next.push(END);
            let code = hash(key(row));
            match chains.find_mut(code, |chain| key(chain.first).eq(key(row))) {
                Some(chain) => {
                    next[chain.last as usize] = row;
                    chain.last = row;
                }
                None => {
                    chains.insert_unique(code, Chain { first: row, last: row }, |chain| hash(key(chain.first)));
                }
            }
        }
    }

    /// The first row that holds `key`.
    pub(crate) fn first(&self, rows: &Records, key: &[Code]) -> Option<u32> {
        let same = |chain: &Chain| {
            self.columns.iter().map(|column| rows.columns[*column][chain.first as usize]).eq(key.iter().copied())
        };
        self.chains.find(hash(key.iter().copied()), same).map(|chain| chain.first)
    }

    /// The next row with the same key.
    pub(crate) fn next(&self, row: u32) -> Option<u32> {
        Some(self.next[row as usize]).filter(|next| *next != END)
    }
}
