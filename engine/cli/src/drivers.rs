//! What reads the tables that are no text: workbooks, Parquet files, database servers.

use std::collections::BTreeMap;

use columnar::ParquetFile;
use diagnostics::{Diagnostic, catalogue};
use sources::{SourceTable, TableAt, TableError, Tables};
use workbooks::Workbook;

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
        match at {
            TableAt::Workbook { file, sheet } => Ok(Box::new(Workbook::open(file, sheet)?)),
            TableAt::Parquet(file) => Ok(Box::new(ParquetFile::open(file)?)),
            TableAt::Database { connection, .. } if !self.connections.contains_key(connection) => {
                let unknown = Diagnostic::unplaced(&catalogue::UNKNOWN_CONNECTION).arg("name", connection);
                Err(unknown.list("known", self.connections.keys()).into())
            }
            TableAt::Database { .. } => Err(Diagnostic::unplaced(&catalogue::NO_DRIVER).into()),
        }
    }
}
