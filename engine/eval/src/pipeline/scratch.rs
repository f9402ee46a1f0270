//! Memory that one run leaves to the next.
//!
//! A round with few rows would otherwise spend most of its time on allocations.

use super::Open;
use crate::batch::Batch;
use crate::index::Hits;
use crate::relation::append::Candidates;

/// Buffers without meaning, apart from the steps that a run has open.
#[derive(Default)]
pub(crate) struct Scratch {
    /// What a chunk finds, for whoever drives the run.
    pub(crate) found: Candidates,
    pub(super) open: Vec<(usize, Open)>,
    pub(super) spare: Spare,
}

/// Buffers that steps use.
#[derive(Default)]
pub(super) struct Spare {
    pub(super) batches: Vec<Batch>,
    /// For joins in progress.
    pub(super) hits: Vec<Vec<Hits>>,
    /// Rows of a batch, and rows of a relation that go with them.
    pub(super) bindings: Vec<u32>,
    pub(super) rows: Vec<u32>,
    /// Of each row of a batch, whether it is wanted.
    pub(super) present: Vec<bool>,
}

impl Spare {
    /// No bindings over this many variables or more.
    pub(super) fn blank(&mut self, variables: usize) -> Batch {
        let mut batch = self.batches.pop().unwrap_or_default();
        batch.clear();
        if batch.columns.len() < variables {
            batch.columns.resize_with(variables, Vec::new);
        }
        batch
    }
}
