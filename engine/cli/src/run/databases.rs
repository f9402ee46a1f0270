//! Relations in databases.

use std::path::PathBuf;

use eval::Model;
use program::checked::OutputFormat;
use sources::{Staged, Table, write_sqlite};

use super::outputs::{Ordered, by_file};
use crate::app::App;
use crate::exit::Failure;
use crate::reading::stage_path;

/// Writes the databases of these outputs under temporary names, all relations of one database together. Gives each with the
/// number of its rows.
pub fn stage_databases(
    app: &App,
    outputs: Vec<Ordered<'_>>,
    model: &Model<'_>,
    staged: &mut Staged,
) -> Result<Vec<(PathBuf, u64)>, Failure> {
    let table = |Ordered { path, output, facts }| {
        let OutputFormat::Sqlite { view } = &output.format else { return None };
        // Whoever asks for an end gets it here: a table that breaks off is never moved to its place.
        let rows = facts.take_while(|_| !app.watcher.interrupt.asked());
        let columns = &model.program.relation(output.relation).columns;
        Some((path, Table { name: view, columns, rows: Box::new(rows) }))
    };
    let mut written = Vec::new();
    for (path, tables) in by_file(outputs.into_iter().filter_map(table)) {
        let existing = path.is_file().then_some(path.as_path());
        let counts = stage_path(app, staged, &path, |new| write_sqlite(new, existing, tables, &model.dictionary))?;
        written.push((path, counts.iter().sum()));
    }
    Ok(written)
}
