//! Relations in databases.

use std::path::PathBuf;

use eval::Model;
use program::checked::OutputFormat;
use sources::{Staged, Table, write_sqlite};

use super::outputs::Ordered;
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
    let mut databases: Vec<(PathBuf, Vec<Table<'_>>)> = Vec::new();
    for Ordered { path, output, facts } in outputs {
        let OutputFormat::Sqlite { view } = &output.format else { continue };
        let relation = output.relation;
        // Whoever asks for an end gets it here: a table that breaks off is never moved to its place.
        let rows = facts.take_while(|_| !app.watcher.interrupt.asked());
        let table = Table { name: view, columns: &model.program.relation(relation).columns, rows: Box::new(rows) };
        match databases.iter_mut().find(|(known, _)| *known == path) {
            Some((_, tables)) => tables.push(table),
            None => databases.push((path, vec![table])),
        }
    }
    let mut written = Vec::new();
    for (path, tables) in databases {
        let existing = path.is_file().then_some(path.as_path());
        let counts = stage_path(app, staged, &path, |new| write_sqlite(new, existing, tables, &model.dictionary))?;
        written.push((path, counts.iter().sum()));
    }
    Ok(written)
}
