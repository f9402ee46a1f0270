//! PostgreSQL.

mod connect;
mod error;
mod row;
mod shape;
mod table;

use std::fmt;

use postgres::Client;
use program::checked::DatabaseTable;
use sources::TableError;

use crate::address::{Address, Password};
use shape::Shape;
use table::PostgreSqlTable;

/// A database; connected where there is a client.
pub(crate) struct PostgreSql {
    address: Address,
    password: Option<Password>,
    client: Option<Client>,
}

impl PostgreSql {
    pub(crate) fn new(address: Address, password: Option<Password>) -> Self {
        Self { address, password, client: None }
    }

    /// A table or view, as it was when the first one was opened.
    ///
    /// # Errors
    /// As of [`crate::Server::open`].
    pub(crate) fn open<'s>(&'s mut self, table: &DatabaseTable) -> Result<PostgreSqlTable<'s>, TableError> {
        let mut client = match self.client.take() {
            Some(client) => client,
            None => connect::reading(&self.address, self.password.as_ref())?,
        };
        // After an error the transaction is of no use: the client is dropped with it.
        let shape = Shape::of(table, &mut client, &self.address)?;
        self.client = Some(client);
        Ok(PostgreSqlTable::new(&self.address, &mut self.client, table, shape))
    }
}

impl fmt::Debug for PostgreSql {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgreSql").field("address", &self.address).finish_non_exhaustive()
    }
}
