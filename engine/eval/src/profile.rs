//! What each clause cost, and what it gave.

use crate::Relation;
use crate::relation::Segment;

/// The cost of an evaluation, clause by clause.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// By clause (an index into [`crate::Model::clauses`]).
    pub clauses: Vec<ClauseProfile>,
    /// Rounds of each stratum.
    pub rounds: Vec<u32>,
}

/// The cost of one clause.
#[derive(Debug, Clone, Default)]
pub struct ClauseProfile {
    /// Rounds in which it fired.
    pub rounds: u32,
    /// Rows of the previous round that it read; in the first round of its stratum, rows of the match taken first.
    pub rows_in: u64,
    /// Tuples of the head that it derived, repetitions included.
    pub derived: u64,
    /// Facts that nobody had concluded before.
    pub rows_out: u64,
    /// Nanoseconds by [`crate::Watch::now`].
    pub nanos: u64,
    /// The orders in which it took its literals, each with how often it was used, in the order of first use.
    pub orders: Vec<OrderProfile>,
}

/// One order of the literals of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderProfile {
    /// The literal that read the previous round's rows (position in the clause's literals).
    pub delta: Option<usize>,
    /// Positions in the clause's literals, in the order in which they were taken.
    pub literals: Vec<usize>,
    /// In how many rounds.
    pub rounds: u32,
}

/// What a relation occupies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Bytes of its columns.
    pub columns: u64,
    /// Bytes of what tells whether a tuple is there.
    pub membership: u64,
    /// Bytes of its indexes.
    pub indexes: u64,
    /// Segments that are not empty.
    pub segments: u64,
    /// Bytes of the segment table.
    pub segment_table: u64,
}

impl Relation {
    /// What it occupies.
    pub fn sizes(&self) -> Sizes {
        let segments = self.segments().len() as u64;
        Sizes {
            columns: self.rows().columns.iter().map(|column| column.capacity() as u64 * 4).sum(),
            membership: self.membership_bytes(),
            indexes: self.index_bytes(),
            segments,
            segment_table: segments * size_of::<Segment>() as u64,
        }
    }
}
