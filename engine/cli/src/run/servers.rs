//! Relations in tables of database servers.

use diagnostics::{Diagnostic, catalogue};
use eval::Model;
use program::checked::{InputFormat, Output, OutputFormat, OutputTarget, RecordSource};
use servers::{Address, NewTables};
use sources::TableError;

use super::outputs::{Destination, Facts};
use crate::app::App;
use crate::connections::Connections;
use crate::exit::Failure;

/// A relation that is written to a table.
pub struct ToTable<'m> {
    connection: &'m str,
    table: &'m [String],
    output: &'m Output,
    facts: Facts<'m>,
}

/// Tables that are written and that nobody sees so far.
#[derive(Default)]
pub struct StagedTables<'m> {
    /// Those of each connection, which also tells whose error it is.
    databases: Vec<(&'m str, &'m Output, NewTables)>,
    /// The name of each table with the number of its rows.
    pub written: Vec<(String, u64)>,
}

/// The outputs that are written to tables: where files are written as well.
pub fn to_tables<'m>(destination: &Destination, model: &'m Model<'_>) -> Vec<ToTable<'m>> {
    let Destination::Folder(_) = destination else { return Vec::new() };
    let to_table = |output: &'m Output| match (&output.target, &output.format) {
        (OutputTarget::Connection(connection), OutputFormat::Database { table }) => {
            Some(ToTable { connection, table, output, facts: model.facts_in_order(output.relation) })
        }
        _ => None,
    };
    model.program.outputs.iter().filter_map(to_table).collect()
}

/// Writes these tables in a transaction for each connection.
pub fn stage_tables<'m>(
    app: &App,
    outputs: Vec<ToTable<'m>>,
    model: &'m Model<'_>,
    connections: &Connections,
) -> Result<StagedTables<'m>, Failure> {
    let mut staged = StagedTables::default();
    let mut taken = Vec::new();
    for ToTable { connection, table, output, facts } in outputs {
        let failed = |error| failure(error, connection, output, model);
        let (address, password) = connections.find(connection).map_err(|told| failed(told.into()))?;
        let is_source = sources(model).any(|(source, its_table)| {
            let source = connections.find(source);
            source.is_ok_and(|(source, _)| is_same(&source, &address)) && may_be_same(its_table, table)
        });
        let shown = format!("{connection}: {}", table.join("."));
        let refused = |entry| Failure::wrong(Diagnostic::new(entry, output.span).arg("file", &shown));
        if is_source {
            return Err(refused(&catalogue::OVERWRITES_SOURCE));
        }
        if taken.contains(&(connection, table)) {
            return Err(refused(&catalogue::WRITTEN_TWICE));
        }
        taken.push((connection, table));
        let place = staged.databases.iter().position(|(known, ..)| *known == connection);
        let place = match place {
            Some(place) => place,
            None => {
                let tables = NewTables::begin(address, password.as_ref()).map_err(failed)?;
                staged.databases.push((connection, output, tables));
                staged.databases.len() - 1
            }
        };
        // Whoever asks for an end gets it here: what breaks off is never committed.
        let rows = facts.take_while(|_| !app.watcher.interrupt.asked());
        let columns = &model.program.relation(output.relation).columns;
        let count = staged.databases[place].2.replace(table, columns, rows, &model.dictionary).map_err(failed)?;
        app.watcher.interrupt.check()?;
        staged.written.push((prose::safe(&shown), count));
    }
    Ok(staged)
}

impl StagedTables<'_> {
    /// Lets everybody see them. `written` becomes true with the first database.
    pub fn commit(self, model: &Model<'_>, written: &mut bool) -> Result<Vec<(String, u64)>, Failure> {
        for (connection, output, tables) in self.databases {
            tables.commit().map_err(|error| failure(error, connection, output, model))?;
            *written = true;
        }
        Ok(self.written)
    }
}

/// The tables that are read, each with its connection.
fn sources<'m>(model: &'m Model<'_>) -> impl Iterator<Item = (&'m str, &'m [String])> {
    model.program.inputs.iter().filter_map(|input| match (&input.source, &input.format) {
        (RecordSource::Connection(connection), InputFormat::Database(table)) => {
            Some((connection.as_str(), table.name.as_slice()))
        }
        _ => None,
    })
}

fn is_same(a: &Address, b: &Address) -> bool {
    (a.kind, &a.host, a.port, &a.database) == (b.kind, &b.host, b.port, &b.database)
}

/// A name without its schema may be any.
fn may_be_same(a: &[String], b: &[String]) -> bool {
    a.iter().rev().zip(b.iter().rev()).all(|(a, b)| a == b)
}

fn failure(error: TableError, connection: &str, output: &Output, model: &Model<'_>) -> Failure {
    let (TableError::Told(told) | TableError::Lost(told)) = error;
    let name = &model.program.relation(output.relation).name;
    let mut placed = *told;
    placed.span = Some(output.span);
    Failure::wrong(placed.arg("file", connection).arg("relation", name))
}
