//! MySQL and MariaDB.

mod cell;
mod connect;
mod error;
mod filter;
mod shape;
mod table;

use std::fmt;

use mysql::Conn;
use program::checked::DatabaseTable;
use sources::TableError;

use crate::address::{Address, Password};
use shape::Shape;
use table::MySqlTable;

/// A database; connected where there is a connection.
pub(crate) struct MySql {
    address: Address,
    password: Option<Password>,
    connection: Option<Conn>,
}

impl MySql {
    pub(crate) fn new(address: Address, password: Option<Password>) -> Self {
        Self { address, password, connection: None }
    }

    /// A table or view, as it was when the first one was opened.
    ///
    /// # Errors
    /// As of [`crate::Server::open`].
    pub(crate) fn open<'s>(&'s mut self, table: &DatabaseTable) -> Result<MySqlTable<'s>, TableError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => connect::reading(&self.address, self.password.as_ref())?,
        };
        let shape = Shape::of(table, &mut connection, &self.address)?;
        self.connection = Some(connection);
        Ok(MySqlTable::new(&self.address, &mut self.connection, table, shape))
    }
}

impl fmt::Debug for MySql {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MySql").field("address", &self.address).finish_non_exhaustive()
    }
}
