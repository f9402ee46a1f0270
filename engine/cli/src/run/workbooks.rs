//! Relations in workbooks.

use std::fs::OpenOptions;
use std::io::BufWriter;
use std::path::PathBuf;

use diagnostics::{Diagnostic, catalogue};
use eval::Model;
use program::checked::{Output, OutputFormat};
use sources::Staged;
use workbooks::{SHEET_FACTS_MAX, SheetOf};

use super::outputs::{Ordered, by_file};
use crate::app::App;
use crate::exit::Failure;
use crate::reading::stage_path;

/// Writes the workbooks of these outputs under temporary names, all relations of one workbook together. Gives each with the
/// number of its rows.
pub fn stage_workbooks(
    app: &App,
    outputs: Vec<Ordered<'_>>,
    model: &Model<'_>,
    staged: &mut Staged,
) -> Result<Vec<(PathBuf, u64)>, Failure> {
    outputs.iter().try_for_each(|ordered| check_length(ordered.output, model))?;
    let sheet = |Ordered { path, output, facts }| {
        let OutputFormat::Workbook { sheet } = &output.format else { return None };
        // Whoever asks for an end gets it here: a workbook that breaks off is never moved to its place.
        let rows = facts.take_while(|_| !app.watcher.interrupt.asked());
        let columns = &model.program.relation(output.relation).columns;
        Some((path, SheetOf { name: sheet, columns, rows: Box::new(rows) }))
    };
    let mut written = Vec::new();
    for (path, sheets) in by_file(outputs.into_iter().filter_map(sheet)) {
        let counts = stage_path(app, staged, &path, |new| {
            let out = BufWriter::new(OpenOptions::new().write(true).open(new)?);
            workbooks::write(out, sheets, &model.dictionary)
        })?;
        written.push((path, counts.iter().sum()));
    }
    Ok(written)
}

/// A sheet with only the first of the facts would look like all of them.
fn check_length(output: &Output, model: &Model<'_>) -> Result<(), Failure> {
    let count = model.relation(output.relation).facts();
    if count <= SHEET_FACTS_MAX {
        return Ok(());
    }
    let name = &model.program.relation(output.relation).name;
    let long = Diagnostic::new(&catalogue::SHEET_TOO_LONG, output.span).arg("relation", name);
    Err(Failure::wrong(long.arg("count", count).arg("limit", SHEET_FACTS_MAX)))
}
