//! How much is read at all.

/// Limits of a run's input. Passing one is a diagnostic.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes of one source.
    pub(crate) file_bytes: u64,
    /// Bytes of one cell.
    pub(crate) cell_bytes: usize,
    /// Facts of one relation.
    pub(crate) facts: u32,
}

impl Limits {
    /// The limits of every run.
    pub(crate) const DEFAULT: Limits = Limits {
        // A source is held in memory while it is read, so 4 GiB is what an office machine can still bear. A row takes at
        // least one byte (its line break); below 2^32 bytes its number therefore always fits into 32 bits.
        file_bytes: u32::MAX as u64,
        // The longest judgements have less than 2 MB; eight times that is no cell but a misplaced quote.
        cell_bytes: 16 << 20,
        // Facts are numbered in 32 bits, and one number stays free to mean "none".
        facts: u32::MAX - 1,
    };
}
