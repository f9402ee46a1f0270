//! Derivations as JSON Lines: the schema `syllogist/proof-lines/1`.

use std::io::{self, Write};

use rayon::prelude::*;
use serde_json::json;

use super::Proof;

/// Nodes that one thread writes at once, and how many such chunks wait to be written out.
const CHUNK: usize = 1 << 10;
const WAITING: usize = 1 << 6;

impl Proof<'_> {
    /// Writes a header with the columns of all relations that occur, then one node a line, ids ascending, and at last the answers: the schema
    /// `syllogist/proof-lines/1` (`docs/proof-lines-1.schema.json`). The same bytes with any number of threads.
    ///
    /// # Errors
    /// Where `out` takes no more.
    pub fn write_lines(&self, out: &mut dyn Write) -> io::Result<()> {
        let derivation = self.writer.derivation;
        writeln!(out, "{}", json!({"schema": "syllogist/proof-lines/1", "relations": self.relations()}))?;
        let starts = (0..derivation.nodes.len()).step_by(CHUNK).collect::<Vec<_>>();
        for starts in starts.chunks(WAITING) {
            let texts = starts.par_iter().map(|start| self.lines(*start)).collect::<io::Result<Vec<_>>>()?;
            texts.iter().try_for_each(|text| out.write_all(text))?;
        }
        let last = json!({"answers": derivation.answers, "more": derivation.more, "total": derivation.total});
        writeln!(out, "{last}")
    }

    fn lines(&self, start: usize) -> io::Result<Vec<u8>> {
        let mut text = Vec::with_capacity(CHUNK << 9);
        for id in start..self.writer.derivation.nodes.len().min(start + CHUNK) {
            serde_json::to_writer(&mut text, &self.node(id))?;
            text.push(b'\n');
        }
        Ok(text)
    }
}
