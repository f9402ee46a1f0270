//! Rejected rows: collected, reported, written.

use std::io;

use diagnostics::{Diagnostic, Lang, catalogue};

use crate::{Reject, SourceReport};

/// Rejected rows that are reported one by one; the same mistake usually repeats.
const SHOWN: usize = 20;

/// The rejected rows of a run.
#[derive(Debug)]
pub(crate) struct Rejects {
    kept: Vec<Reject>,
    count: u64,
    keep: usize,
}

impl Rejects {
    /// For a run that fails on any of them: only those to be reported are kept.
    pub(crate) fn to_report() -> Self {
        Self { kept: Vec::new(), count: 0, keep: SHOWN }
    }

    /// For a run that goes on without them: all are kept.
    pub(crate) fn to_collect() -> Self {
        Self { kept: Vec::new(), count: 0, keep: usize::MAX }
    }

    /// Of how many rows at most something is kept.
    pub(crate) fn keep(&self) -> usize {
        self.keep
    }

    /// Counts rows; those of them that may be kept are described in `described`, from the first one on.
    pub(crate) fn add(&mut self, count: u32, described: impl Iterator<Item = Reject>) {
        self.count += u64::from(count);
        self.kept.extend(described.take(self.keep - self.kept.len()));
    }

    /// One diagnostic for each kept row and one for the number of the others.
    pub(crate) fn report(self) -> Vec<Diagnostic> {
        let more = self.count - self.kept.len() as u64;
        let shown = self.kept.into_iter().map(|reject| reject.diagnostic);
        let rest = (more > 0).then(|| Diagnostic::unplaced(&catalogue::MORE_REJECTS).arg("count", more));
        shown.chain(rest).collect()
    }

    /// The kept rows.
    pub(crate) fn into_kept(self) -> Vec<Reject> {
        self.kept
    }
}

/// Writes the file of `--rejects`: CSV (RFC 4180) with the header `source,row,column,code,reason,text`. The column is
/// empty where the row as a whole is at fault; reasons are in `lang`.
///
/// # Errors
/// Those of `out`.
pub fn write_rejects(
    out: &mut dyn io::Write,
    sources: &[SourceReport],
    rejects: &[Reject],
    lang: Lang,
) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(["source", "row", "column", "code", "reason", "text"])?;
    for Reject { locator, column, text, diagnostic } in rejects {
        table.write_record([
            sources[locator.source as usize].name.as_str(),
            &locator.row.to_string(),
            column.as_deref().unwrap_or(""),
            diagnostic.code(),
            &diagnostic.message(lang),
            text,
        ])?;
    }
    table.flush()
}
