//! One server, whatever its kind.

use program::checked::DatabaseTable;
use sources::{SourceTable, TableError};

use crate::address::{Address, Kind, Password};
use crate::mariadb::MySql;
use crate::postgresql::PostgreSql;

/// A database on a server: connected from the first table that is opened until it is dropped, which ends its transaction.
#[derive(Debug)]
pub struct Server(Inner);

#[derive(Debug)]
enum Inner {
    PostgreSql(Box<PostgreSql>),
    MySql(MySql),
}

impl Server {
    /// The database at `address`, to which nobody is connected so far.
    pub fn new(address: Address, password: Option<Password>) -> Self {
        Self(match address.kind {
            Kind::PostgreSql => Inner::PostgreSql(Box::new(PostgreSql::new(address, password))),
            Kind::MySql => Inner::MySql(MySql::new(address, password)),
        })
    }

    /// A table or view, as it was when the first one was opened.
    ///
    /// # Errors
    /// Where the server cannot be reached, does not let the user in, or has no such table. [`TableError::Lost`] where a connection broke that
    /// had been there; the next call connects again, and sees the tables of that moment.
    pub fn open<'s>(&'s mut self, table: &DatabaseTable) -> Result<Box<dyn SourceTable + 's>, TableError> {
        match &mut self.0 {
            Inner::PostgreSql(server) => Ok(Box::new(server.open(table)?)),
            Inner::MySql(server) => Ok(Box::new(server.open(table)?)),
        }
    }
}
