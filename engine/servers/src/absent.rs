//! What stands in for servers where their clients are not built in: every table is refused.

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Column, DatabaseTable};
use sources::{SourceTable, TableError};
use values::{Code, Dictionary};

use crate::address::{Address, Password};

/// A database on a server to which nobody can connect.
#[derive(Debug)]
pub struct Server;

impl Server {
    /// The database at `address`.
    pub fn new(_: Address, _: Option<Password>) -> Self {
        Self
    }

    /// A table or view.
    ///
    /// # Errors
    /// Always.
    pub fn open(&mut self, _: &DatabaseTable) -> Result<Box<dyn SourceTable + '_>, TableError> {
        Err(refused())
    }
}

/// Tables that take the facts of relations: there are none.
pub enum NewTables {}

impl NewTables {
    /// Connects.
    ///
    /// # Errors
    /// Always.
    pub fn begin(_: Address, _: Option<&Password>) -> Result<Self, TableError> {
        Err(refused())
    }

    /// Replaces what a table holds.
    ///
    /// # Errors
    /// Never: there is no table.
    pub fn replace(
        &mut self,
        _: &[String],
        _: &[Column],
        _: impl Iterator<Item = Vec<Code>>,
        _: &Dictionary,
    ) -> Result<u64, TableError> {
        match *self {}
    }

    /// Lets everybody see them.
    ///
    /// # Errors
    /// Never: there is no table.
    pub fn commit(self) -> Result<(), TableError> {
        match self {}
    }
}

fn refused() -> TableError {
    Diagnostic::unplaced(&catalogue::NO_DRIVER).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_refused_with_a_way_out() {
        let address = || Address::parse("postgres://u@h/d").unwrap();
        let table = DatabaseTable { name: vec!["deal".to_owned()], filter: vec![] };
        let refused = [Server::new(address(), None).open(&table).err(), NewTables::begin(address(), None).err()];
        for error in refused {
            let Some(TableError::Told(told)) = error else { panic!("{error:?}") };
            assert_eq!(told.code(), "SY0415");
        }
    }
}
