//! PostgreSQL.

mod connect;
mod error;
mod replace;
mod rewritten;
mod row;
mod rows;
mod shape;

use postgres::Client;
use program::checked::DatabaseTable;
use sources::{TableError, TakeRow};

use crate::address::{Address, Password};
use crate::clients::driver::{Asked, Driver, Shape};
use shape::CellKind;

pub use replace::NewTables;

impl Driver for Client {
    type Kind = CellKind;

    fn connect(address: &Address, password: Option<&Password>) -> Result<Self, TableError> {
        connect::reading(address, password)
    }

    fn shape(&mut self, address: &Address, table: &DatabaseTable) -> Result<Shape<CellKind>, TableError> {
        shape::shape(self, address, table)
    }

    fn rows(&mut self, asked: &Asked<'_, CellKind>, take: &mut TakeRow<'_>) -> Result<(), TableError> {
        rows::rows(self, asked, take)
    }
}
