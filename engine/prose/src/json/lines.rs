//! Derivations as JSON Lines: the schema `syllogist/proof-lines/1`.

use rayon::prelude::*;
use serde_json::json;

use super::Proof;

/// Nodes that one thread writes at once, and how many such chunks wait to be written out.
const CHUNK: usize = 1 << 10;
const WAITING: usize = 1 << 6;

impl Proof<'_> {
    /// Gives `take` a header with the columns of all relations that occur, then one node a line, ids ascending, and at last the answers: the schema
    /// `syllogist/proof-lines/1` (`docs/proof-lines-1.schema.json`). The same bytes with any number of threads, some at a time.
    ///
    /// # Errors
    /// Where `take` takes no more.
    pub fn lines<E>(&self, take: &mut dyn FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        let derivation = self.writer.derivation;
        let header = json!({"schema": "syllogist/proof-lines/1", "relations": self.relations()});
        take(format!("{header}\n").as_bytes())?;
        let starts = (0..derivation.nodes.len()).step_by(CHUNK).collect::<Vec<_>>();
        for starts in starts.chunks(WAITING) {
            let texts = starts.par_iter().map(|start| self.chunk(*start)).collect::<Vec<_>>();
            texts.iter().try_for_each(|text| take(text))?;
        }
        let last = json!({"answers": derivation.answers, "more": derivation.more, "total": derivation.total});
        take(format!("{last}\n").as_bytes())
    }

    fn chunk(&self, start: usize) -> Vec<u8> {
        let mut text = Vec::with_capacity(CHUNK << 9);
        for id in start..self.writer.derivation.nodes.len().min(start + CHUNK) {
            let written = serde_json::to_writer(&mut text, &self.node(id));
            written.unwrap_or_else(|error| unreachable!("keys are texts, and memory takes all: {error}"));
            text.push(b'\n');
        }
        text
    }
}
