//! Texts on their way into the dictionary.

use super::{PARTS, hash, part_of};

/// Texts of one piece of input, copied from it and sorted by the parts of the dictionary that will take them.
#[derive(Debug)]
pub struct SymbolBatch {
    pub(super) parts: Vec<Share>,
    len: u32,
    recent: Vec<Recent>,
}

/// The texts for one part, in the order of insertion.
#[derive(Debug, Default)]
pub(super) struct Share {
    bytes: String,
    items: Vec<Item>,
}

/// One of them.
pub(super) struct Text<'b> {
    pub(super) hash: u64,
    pub(super) text: &'b str,
    /// Its number within the batch.
    pub(super) number: u32,
}

#[derive(Debug)]
struct Item {
    hash: u64,
    /// Where its text ends and the next one begins.
    end: u32,
    number: u32,
}

/// A text that was inserted not long ago: its hash, its number, its place in its share.
#[derive(Clone, Debug, Default)]
struct Recent {
    hash: u64,
    number: u32,
    item: u32,
}

/// Texts are remembered by so many values of their hash: what fits into the nearest cache.
const REMEMBERED: usize = 1024;

impl Default for SymbolBatch {
    fn default() -> Self {
        Self {
            parts: (0..PARTS).map(|_| Share::default()).collect(),
            len: 0,
            recent: vec![Recent::default(); REMEMBERED],
        }
    }
}

impl SymbolBatch {
    /// Takes a text and gives it a number within the batch: the next one, or the one it has already if it came not long
    /// ago.
    ///
    /// # Panics
    /// Where the texts of a batch have 4 GiB.
    pub fn add(&mut self, text: &str) -> u32 {
        let hash = hash(text);
        let share = &mut self.parts[part_of(hash)];
        let recent = &mut self.recent[hash as usize % REMEMBERED];
        if recent.hash == hash && share.text(recent.item as usize) == Some(text) {
            return recent.number;
        }
        share.bytes.push_str(text);
        let end = u32::try_from(share.bytes.len()).expect("the texts of a batch have less than 4 GiB");
        *recent = Recent { hash, number: self.len, item: share.items.len() as u32 };
        share.items.push(Item { hash, end, number: self.len });
        self.len += 1;
        recent.number
    }

    /// Makes room for other texts; what they need is there already.
    pub fn clear(&mut self) {
        for share in &mut self.parts {
            share.bytes.clear();
            share.items.clear();
        }
        self.len = 0;
        self.recent.fill(Recent::default());
    }

    /// How many numbers were given.
    pub(super) fn len(&self) -> usize {
        self.len as usize
    }
}

impl Share {
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Each of them.
    pub(super) fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let starts = std::iter::once(0).chain(self.items.iter().map(|item| item.end));
        self.items.iter().zip(starts).map(|(item, start)| Text {
            hash: item.hash,
            text: &self.bytes[start as usize..item.end as usize],
            number: item.number,
        })
    }

    /// The number of each within the batch.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> + '_ {
        self.items.iter().map(|item| item.number as usize)
    }

    fn text(&self, item: usize) -> Option<&str> {
        let end = self.items.get(item)?.end as usize;
        let start = if item == 0 { 0 } else { self.items[item - 1].end as usize };
        Some(&self.bytes[start..end])
    }
}
