//! A part of the dictionary.

use std::ops::Range;

use hashbrown::HashTable;

use super::{PARTS, TooManySymbols, hash};

/// Some of the texts, numbered from 0.
#[derive(Debug, Default)]
pub(super) struct Part {
    bytes: String,
    /// Where each text ends and the next begins.
    ends: Vec<u32>,
    table: HashTable<u32>,
    /// The number of each text in the whole dictionary.
    pub(super) ids: Vec<u32>,
}

/// Part and number in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(u32);

/// Bits of a number in a part.
const LOCAL_BITS: u32 = u32::BITS - PARTS.ilog2();

/// How many texts a part can hold.
const LOCALS: usize = 1 << LOCAL_BITS;

impl Place {
    pub(super) fn new(part: usize, local: u32) -> Self {
        Self((part as u32) << LOCAL_BITS | local)
    }

    pub(super) fn split(self) -> (usize, u32) {
        ((self.0 >> LOCAL_BITS) as usize, self.0 & (LOCALS as u32 - 1))
    }
}

impl Part {
    /// How many texts there are.
    pub(super) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    pub(super) fn text(&self, local: u32) -> &str {
        &self.bytes[span(&self.ends, local)]
    }

    pub(super) fn find(&self, hash: u64, wanted: &str) -> Option<u32> {
        self.table.find(hash, |local| self.is_text(*local, wanted)).copied()
    }

    /// Compared by length first, which spares most of the memory that differing texts have.
    fn is_text(&self, local: u32, wanted: &str) -> bool {
        let span = span(&self.ends, local);
        span.len() == wanted.len() && &self.bytes.as_bytes()[span] == wanted.as_bytes()
    }

    /// Appends a text that is not there yet and gives its number.
    pub(super) fn push(&mut self, hashed: u64, new: &str) -> Result<u32, TooManySymbols> {
        let end = u32::try_from(self.bytes.len() + new.len()).map_err(|_| TooManySymbols)?;
        let local = self.len();
        if local as usize == LOCALS {
            return Err(TooManySymbols);
        }
        self.bytes.push_str(new);
        self.ends.push(end);
        let Self { bytes, ends, table, .. } = self;
        table.insert_unique(hashed, local, |local| hash(&bytes[span(ends, *local)]));
        Ok(local)
    }
}

fn span(ends: &[u32], local: u32) -> Range<usize> {
    let local = local as usize;
    let start = if local == 0 { 0 } else { ends[local - 1] };
    start as usize..ends[local] as usize
}
