//! One server, whatever its kind.

use mysql::Conn;
use postgres::Client;
use program::checked::DatabaseTable;
use sources::{SourceTable, TableError};

use crate::address::{Address, Kind, Password};
use crate::clients::driver::Database;

/// A database on a server: connected from the first table that is opened until it is dropped, which ends its transaction.
#[derive(Debug)]
pub struct Server(Inner);

#[derive(Debug)]
enum Inner {
    PostgreSql(Box<Database<Client>>),
    MySql(Box<Database<Conn>>),
}

impl Server {
    /// The database at `address`, to which nobody is connected so far.
    pub fn new(address: Address, password: Option<Password>) -> Self {
        Self(match address.kind {
            Kind::PostgreSql => Inner::PostgreSql(Box::new(Database::new(address, password))),
            Kind::MySql => Inner::MySql(Box::new(Database::new(address, password))),
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
