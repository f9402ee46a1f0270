//! Bindings that become one for each witness.

use super::Attained;
use crate::batch::{BATCH, Batch};
use crate::plan::AggregateStep;

/// Bindings left to extend by an aggregate's value and the witnesses of each contribution that attains it.
pub(crate) struct Spread {
    batch: Batch,
    /// The rows of the batch whose groups have a value.
    found: Vec<(usize, Attained)>,
    /// The one being extended, and how far its witnesses have been taken.
    at: usize,
    taken: usize,
}

impl Spread {
    pub(in crate::pipeline) fn new(found: Vec<(usize, Attained)>, batch: Batch) -> Spread {
        Spread { batch, found, at: 0, taken: 0 }
    }

    pub(in crate::pipeline) fn into_batch(self) -> Batch {
        self.batch
    }

    /// Appends extended bindings until the batch is full; true where all have been extended.
    pub(in crate::pipeline) fn fill(&mut self, step: &AggregateStep, live: &[u32], out: &mut Batch) -> bool {
        let width = step.witnesses.len() + step.known_witnesses.len();
        while let Some((row, attained)) = self.found.get(self.at) {
            let all = attained.witnesses.as_deref().unwrap_or_default();
            for witnesses in all[self.taken..].chunks(width) {
                if out.len >= BATCH {
                    return false;
                }
                self.taken += width;
                if step.known_witnesses.iter().all(|(at, known)| self.batch.code(*known, *row) == witnesses[*at]) {
                    out.repeat(&self.batch, *row, 1, live);
                    out.column(step.variable).push(attained.code);
                    step.witnesses.iter().for_each(|(at, witness)| out.column(*witness).push(witnesses[*at]));
                }
            }
            self.at += 1;
            self.taken = 0;
        }
        true
    }
}
