//! MySQL and MariaDB.

mod cell;
mod connect;
mod error;
mod filter;
mod rows;
mod shape;

use mysql::Conn;
use program::checked::DatabaseTable;
use sources::{TableError, TakeRow};

use crate::address::{Address, Password};
use crate::clients::driver::{Asked, Driver, Shape};

impl Driver for Conn {
    /// The name of its type, without length and sign.
    type Kind = String;

    fn connect(address: &Address, password: Option<&Password>) -> Result<Self, TableError> {
        connect::reading(address, password)
    }

    fn shape(&mut self, address: &Address, table: &DatabaseTable) -> Result<Shape<String>, TableError> {
        shape::shape(self, address, table)
    }

    fn rows(&mut self, asked: &Asked<'_, String>, take: &mut TakeRow<'_>) -> Result<(), TableError> {
        rows::rows(self, asked, take)
    }
}
