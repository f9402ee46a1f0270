//! Rows that no longer hold.
//!
//! They stay where they are: what was concluded while they held rests on them.

/// By row, until when it is seen.
#[derive(Debug, Default)]
pub(crate) struct Erased {
    /// How many rows there were when the row was erased; shorter than the relation where later rows all hold.
    seen_until: Vec<u32>,
    count: u32,
}

impl Erased {
    /// The row holds.
    pub(crate) const NEVER: u32 = u32::MAX;

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many rows have been erased.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    pub(crate) fn contains(&self, row: u32) -> bool {
        self.seen_until(row) != Self::NEVER
    }

    /// Those who see so many rows do not see this one.
    pub(crate) fn seen_until(&self, row: u32) -> u32 {
        self.seen_until.get(row as usize).copied().unwrap_or(Self::NEVER)
    }

    /// Erases a row of a relation that has `now` rows; one that has been erased before keeps its time.
    pub(crate) fn add(&mut self, row: u32, now: u32) {
        if self.seen_until.len() <= row as usize {
            self.seen_until.resize(row as usize + 1, Self::NEVER);
        }
        let seen_until = &mut self.seen_until[row as usize];
        if *seen_until == Self::NEVER {
            *seen_until = now;
            self.count += 1;
        }
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.seen_until.capacity() as u64 * 4
    }
}
