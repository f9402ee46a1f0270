//! Rows by hash: open addressing over row numbers, cut into a fixed number of parts.
//!
//! A slot holds the hash and the row, so that a part grows without looking at a single row, and a row that is not there
//! is nearly always recognised without looking at another one. A large set grows part by part, so that memory never holds all
//! of it twice.

/// An empty slot; no row has the number `u32::MAX`.
const EMPTY: u64 = u64::MAX;
/// log2 of the parts of a large set.
const PART_BITS: u32 = 6;
/// Rows from which on a set is cut into parts: below, one part stays in the cache anyway.
const PARTS_FROM: usize = 1 << 15;
/// Slots looked up ahead of their use, so that their cache lines arrive together.
pub(crate) const AHEAD: usize = 64;

/// Row numbers by the hash of their row.
#[derive(Debug)]
pub(crate) struct Hashed {
    parts: Vec<Part>,
    /// log2 of the number of parts.
    bits: u32,
}

/// The rows whose hashes begin with the same bits.
#[derive(Debug, Default)]
struct Part {
    slots: Vec<u64>,
    len: usize,
    /// Rows that the slots can take.
    rows_max: usize,
    /// Leading bits of the hash that chose the part.
    bits: u32,
}

impl Hashed {
    /// No rows, and room for this many.
    pub(crate) fn with_room(rows: usize) -> Self {
        let bits = if rows < PARTS_FROM { 0 } else { PART_BITS };
        let part = |_| {
            let mut part = Part { bits, ..Part::default() };
            part.reserve(rows >> bits);
            part
        };
        Self { parts: (0..1 << bits).map(part).collect(), bits }
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.parts.iter().map(|part| part.slots.capacity() as u64 * 8).sum()
    }

    /// Touches the slots where the searches for `hashes` begin, so that their cache lines are fetched side by side.
    pub(crate) fn touch(&self, hashes: &[u32]) {
        let slot = |hash: u32| self.parts[part_of(hash, self.bits)].peek(hash);
        std::hint::black_box(hashes.iter().fold(0, |touched, hash| touched ^ slot(*hash)));
    }

    /// The row with this hash of which `same` is true.
    pub(crate) fn find(&self, hash: u32, same: impl FnMut(u32) -> bool) -> Option<u32> {
        self.parts[part_of(hash, self.bits)].find(hash, same)
    }

    /// Adds a row that is known not to be there.
    pub(crate) fn insert(&mut self, hash: u32, row: u32) {
        self.find_or_insert(hash, row, |_| false);
        self.divide();
    }

    /// Adds `row` unless a row with this hash is the `same`; whether it was added.
    pub(crate) fn find_or_insert(&mut self, hash: u32, row: u32, same: impl FnMut(u32) -> bool) -> bool {
        let part = &mut self.parts[part_of(hash, self.bits)];
        part.reserve(1);
        part.find_or_insert(hash, row, same)
    }

    /// Cuts a set that has become large.
    pub(crate) fn divide(&mut self) {
        if self.bits > 0 || self.parts[0].len < PARTS_FROM {
            return;
        }
        let whole = std::mem::take(&mut self.parts[0]);
        *self = Self::with_room(whole.len);
        for slot in whole.slots.into_iter().filter(|slot| *slot != EMPTY) {
            let part = &mut self.parts[part_of(hash_of(slot), PART_BITS)];
            part.reserve(1);
            part.insert(hash_of(slot), slot as u32);
        }
    }
}

/// Which of `2^bits` parts holds this hash.
fn part_of(hash: u32, bits: u32) -> usize {
    // A shift by 32 is none.
    if bits == 0 { 0 } else { (hash >> (32 - bits)) as usize }
}

fn hash_of(slot: u64) -> u32 {
    (slot >> 32) as u32
}

impl Part {
    fn position(&self, hash: u32) -> usize {
        // The bits behind those that chose the part, spread over the slots.
        ((u64::from(hash << self.bits) * self.slots.len() as u64) >> 32) as usize
    }

    /// The slot where the search for `hash` begins.
    fn peek(&self, hash: u32) -> u64 {
        match self.slots.is_empty() {
            true => EMPTY,
            false => self.slots[self.position(hash)],
        }
    }

    fn find(&self, hash: u32, mut same: impl FnMut(u32) -> bool) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = self.position(hash);
        loop {
            let slot = self.slots[at];
            if slot == EMPTY {
                return None;
            }
            if hash_of(slot) == hash && same(slot as u32) {
                return Some(slot as u32);
            }
            at = self.after(at);
        }
    }

    /// Adds `row` unless a row with this hash is the `same`; whether it was added. There must be room.
    fn find_or_insert(&mut self, hash: u32, row: u32, mut same: impl FnMut(u32) -> bool) -> bool {
        let mut at = self.position(hash);
        loop {
            let slot = self.slots[at];
            if slot == EMPTY {
                self.slots[at] = u64::from(hash) << 32 | u64::from(row);
                self.len += 1;
                return true;
            }
            if hash_of(slot) == hash && same(slot as u32) {
                return false;
            }
            at = self.after(at);
        }
    }

    fn insert(&mut self, hash: u32, row: u32) {
        self.find_or_insert(hash, row, |_| false);
    }

    /// Makes room for `more` rows: at most seven slots in ten are taken.
    fn reserve(&mut self, more: usize) {
        if self.len + more <= self.rows_max {
            return;
        }
        let needed = (self.len + more) * 10 / 7 + 1;
        let old = std::mem::take(&mut self.slots);
        // Growth by a half: memory stays near what is needed, and growing costs a pass from front to back.
        self.slots = vec![EMPTY; needed.max(old.len() * 3 / 2).max(8)];
        self.rows_max = self.slots.len() * 7 / 10;
        for slot in old.into_iter().filter(|slot| *slot != EMPTY) {
            let mut at = self.position(hash_of(slot));
            while self.slots[at] != EMPTY {
                at = self.after(at);
            }
            self.slots[at] = slot;
        }
    }

    fn after(&self, at: usize) -> usize {
        if at + 1 == self.slots.len() { 0 } else { at + 1 }
    }
}
