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
    /// Distinct texts of all relations.
    pub(crate) symbols: u32,
    /// Bytes read for one chunk, the unit of work; the rest of a record comes on top.
    pub(crate) chunk_bytes: usize,
}

/// Chunks that are held at a time. Neither this nor their size may depend on the machine.
pub(crate) const WAVE: usize = 16;

impl Limits {
    /// The limits of every run.
    pub(crate) const DEFAULT: Limits = Limits {
        // A row takes at least one byte (its line break); below 2^32 bytes its number therefore always fits into 32 bits.
        file_bytes: u32::MAX as u64,
        // The longest judgements have less than 2 MB; eight times that is no cell but a misplaced quote.
        cell_bytes: 16 << 20,
        // Facts are numbered in 32 bits. The rows of a wave, of which nobody knows yet whether they are repeats, must have
        // numbers as well.
        facts: u32::MAX - (1 << 26),
        // Symbols are numbered in 32 bits, and one number stays free to mean "none".
        symbols: u32::MAX - 1,
        // Large enough that a chunk costs nothing by itself, small enough that a wave is no matter of memory.
        chunk_bytes: 2 << 20,
    };
}
