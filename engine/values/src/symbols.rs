//! Texts and their numbers.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

/// The dictionary of symbols: numbers ascend in the order of first insertion, so they are a function of the input alone.
#[derive(Debug, Default)]
pub(crate) struct Symbols {
    bytes: String,
    ends: Vec<usize>,
    table: HashTable<u32>,
}

/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

fn hash(text: &str) -> u64 {
    FixedState::with_seed(SEED).hash_one(text)
}

impl Symbols {
    /// The text with this number.
    pub(crate) fn text(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] };
        &self.bytes[start..self.ends[id]]
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number of `text` if it has one.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        self.table.find(hash(text), |id| self.text(*id) == text).copied()
    }

    /// The number of `text`, a new one if it has none.
    pub(crate) fn insert(&mut self, text: &str) -> u32 {
        if let Some(id) = self.find(text) {
            return id;
        }
        let id = self.ends.len() as u32;
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
        let Self { bytes, ends, table } = self;
        table.insert_unique(hash(text), id, |id| {
            let id = *id as usize;
            hash(&bytes[if id == 0 { 0 } else { ends[id - 1] }..ends[id]])
        });
        id
    }
}
