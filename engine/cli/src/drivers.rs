//! What reads the tables that are no text: workbooks, Parquet files, database servers.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, catalogue};
use sources::{SourceTable, TableAt, TableError, Tables};

/// All drivers of the command.
#[derive(Debug)]
pub struct Drivers {
    /// Where databases are.
    connections: BTreeMap<String, String>,
}

impl Drivers {
    /// Databases are where the project says, unless the command line says otherwise.
    pub fn new(project: &[(String, String)], options: &[(String, String)]) -> Self {
        Self { connections: project.iter().chain(options).cloned().collect() }
    }
}

impl Tables for Drivers {
    fn open(&mut self, at: TableAt<'_>) -> Result<Box<dyn SourceTable + '_>, TableError> {
        if let TableAt::Database { connection, .. } = &at
            && !self.connections.contains_key(*connection)
        {
            let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CONNECTION).arg("name", connection);
            return Err(unknown.list("known", self.connections.keys()).into());
        }
        Err(Diagnostic::unplaced(&catalogue::NO_DRIVER).into())
    }
}
