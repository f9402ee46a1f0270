//! What the two kinds of servers have in common.

use std::fmt;

use program::checked::DatabaseTable;
use sources::{RowUnit, SourceTable, TableError, TakeRow};

use crate::address::{Address, Password};
use crate::clients::refusal::lost;
use crate::clients::sql::shown_table;

/// A connection to a server of one kind, with a transaction that sees one state of its tables.
pub(crate) trait Driver: Sized {
    /// What is known of a column beside its name.
    type Kind;

    /// Connects, and begins the transaction.
    ///
    /// # Errors
    /// Where the server cannot be reached or does not let the user in.
    fn connect(address: &Address, password: Option<&Password>) -> Result<Self, TableError>;

    /// What `table` has.
    ///
    /// # Errors
    /// Where there is no such table, or the server does not answer.
    fn shape(&mut self, address: &Address, table: &DatabaseTable) -> Result<Shape<Self::Kind>, TableError>;

    /// Hands on the rows of a table whose shape is known.
    ///
    /// # Errors
    /// As of [`SourceTable::read`].
    fn rows(&mut self, asked: &Asked<'_, Self::Kind>, take: &mut TakeRow<'_>) -> Result<(), TableError>;
}

/// The columns of a table and its primary key.
pub(crate) struct Shape<K> {
    /// The table's name, quoted.
    pub(crate) table: String,
    /// The names of its columns, in its order.
    pub(crate) names: Vec<String>,
    /// What they hold.
    pub(crate) kinds: Vec<K>,
    /// The columns of the primary key in its order, indexes into `names`; empty where it has none.
    pub(crate) key: Vec<usize>,
}

/// Rows that are asked for.
pub(crate) struct Asked<'a, K> {
    pub(crate) address: &'a Address,
    pub(crate) table: &'a DatabaseTable,
    pub(crate) shape: &'a Shape<K>,
    /// The columns of the key and behind them those that are wanted.
    pub(crate) columns: Vec<usize>,
}

/// A database; connected where there is a connection.
pub(crate) struct Database<D> {
    address: Address,
    password: Option<Password>,
    connection: Option<D>,
}

impl<D: Driver> Database<D> {
    pub(crate) fn new(address: Address, password: Option<Password>) -> Self {
        Self { address, password, connection: None }
    }

    /// A table or view, as it was when the first one was opened.
    ///
    /// # Errors
    /// As of [`crate::Server::open`].
    pub(crate) fn open<'s>(&'s mut self, table: &DatabaseTable) -> Result<OpenTable<'s, D>, TableError> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => D::connect(&self.address, self.password.as_ref())?,
        };
        // After an error the transaction is of no use: the connection is dropped with it.
        let shape = connection.shape(&self.address, table)?;
        self.connection = Some(connection);
        Ok(OpenTable { address: &self.address, connection: &mut self.connection, table: table.clone(), shape })
    }
}

impl<D> fmt::Debug for Database<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Database").field("address", &self.address).finish_non_exhaustive()
    }
}

/// A table or view whose columns are known.
pub(crate) struct OpenTable<'s, D: Driver> {
    address: &'s Address,
    /// The connection of the database; nothing after an error, since its transaction is over.
    connection: &'s mut Option<D>,
    table: DatabaseTable,
    shape: Shape<D::Kind>,
}

impl<D: Driver> SourceTable for OpenTable<'_, D> {
    fn columns(&self) -> &[String] {
        &self.shape.names
    }

    fn unit(&self) -> RowUnit {
        let table = shown_table(&self.table);
        if self.shape.key.is_empty() { RowUnit::TableRow(table) } else { RowUnit::Key(table) }
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        let columns = self.shape.key.iter().chain(wanted).copied().collect();
        let asked = Asked { address: self.address, table: &self.table, shape: &self.shape, columns };
        let Some(mut connection) = self.connection.take() else { return Err(lost(self.address, "")) };
        connection.rows(&asked, take)?;
        *self.connection = Some(connection);
        Ok(())
    }
}

impl<K> Asked<'_, K> {
    /// Their names.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.columns.iter().map(|column| &*self.shape.names[*column]).collect()
    }
}
