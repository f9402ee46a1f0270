//! What reads the tables that are no text: workbooks, Parquet files, database servers.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use columnar::ParquetFile;
use program::checked::DatabaseTable;
use servers::Server;
use sources::{SourceTable, TableAt, TableError, Tables};
use workbooks::Workbook;

use crate::connections::Connections;

/// All drivers of the command. Databases stay as they were when the first table of each was opened, until [`Drivers::disconnect`].
#[derive(Debug)]
pub struct Drivers {
    connections: Connections,
    /// Those that were opened.
    servers: BTreeMap<String, Server>,
}

impl Drivers {
    /// Nobody is connected so far.
    pub fn new(connections: Connections) -> Self {
        Self { connections, servers: BTreeMap::new() }
    }

    /// Ends all transactions: whoever opens a table from here on sees it as it is then.
    pub fn disconnect(&mut self) {
        self.servers.clear();
    }

    fn database<'s>(&'s mut self, name: &str, table: &DatabaseTable) -> Result<Box<dyn SourceTable + 's>, TableError> {
        let server = match self.servers.entry(name.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let (address, password) = self.connections.find(name)?;
                place.insert(Server::new(address, password))
            }
        };
        server.open(table)
    }
}

impl Tables for Drivers {
    fn open(&mut self, at: TableAt<'_>) -> Result<Box<dyn SourceTable + '_>, TableError> {
        match at {
            TableAt::Workbook { file, sheet } => Ok(Box::new(Workbook::open(file, sheet)?)),
            TableAt::Parquet(file) => Ok(Box::new(ParquetFile::open(file)?)),
            TableAt::Database { connection, table } => self.database(connection, table),
        }
    }
}
