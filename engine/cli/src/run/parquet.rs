//! Relations in Parquet files.

use std::fs::OpenOptions;
use std::path::PathBuf;

use eval::Model;
use sources::Staged;

use super::outputs::Ordered;
use crate::app::App;
use crate::exit::Failure;
use crate::reading::stage_path;

/// Writes a Parquet file under a temporary name. Gives its place and the number of its rows.
pub fn stage_parquet(
    app: &App,
    ordered: Ordered<'_>,
    model: &Model<'_>,
    staged: &mut Staged,
) -> Result<(PathBuf, u64), Failure> {
    let Ordered { path, output, facts } = ordered;
    // Whoever asks for an end gets it here: a file that breaks off is never moved to its place.
    let rows = facts.take_while(|_| !app.watcher.interrupt.asked());
    let columns = &model.program.relation(output.relation).columns;
    let count = stage_path(app, staged, &path, |new| {
        columnar::write(OpenOptions::new().write(true).open(new)?, columns, rows, &model.dictionary)
    })?;
    Ok((path, count))
}
