//! A table's rows.

use std::ops::ControlFlow;

use mysql::prelude::Queryable;
use mysql::{Conn, Params, Value};
use program::checked::DatabaseTable;
use sources::{RowPlace, RowUnit, SourceTable, TableCell, TableError, TakeRow};

use super::cell::CellKind;
use super::error::working;
use super::filter::conditions;
use super::shape::Shape;
use crate::address::Address;
use crate::key;
use crate::refusal::lost;
use crate::sql::{Select, mysql_name, shown_table};

/// A table or view whose columns are known.
pub(crate) struct MySqlTable<'s> {
    address: &'s Address,
    /// The connection of the server; nothing after an error, since its transaction is over.
    connection: &'s mut Option<Conn>,
    table: DatabaseTable,
    shape: Shape,
}

impl<'s> MySqlTable<'s> {
    pub(super) fn new(
        address: &'s Address,
        connection: &'s mut Option<Conn>,
        table: &DatabaseTable,
        shape: Shape,
    ) -> Self {
        Self { address, connection, table: table.clone(), shape }
    }
}

impl SourceTable for MySqlTable<'_> {
    fn columns(&self) -> &[String] {
        &self.shape.names
    }

    fn unit(&self) -> RowUnit {
        let table = shown_table(&self.table);
        if self.shape.key.is_empty() { RowUnit::TableRow(table) } else { RowUnit::Key(table) }
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        let (filter, values) = conditions(&self.table, &self.shape)?;
        let select = Select {
            columns: self.shape.key.iter().chain(wanted).map(|column| &*self.shape.names[*column]).collect(),
            key: self.shape.key.len(),
            table: &self.shape.table,
            filter,
        };
        let query = select.text(mysql_name, |name| format!("CAST({name} AS BINARY)"));
        let Some(mut connection) = self.connection.take() else { return Err(lost(self.address, "")) };
        let read = rows(&mut connection, &query, values, (select.key, select.columns.len()), take);
        read.map_err(|error| working(error, self.address, &shown_table(&self.table)))?;
        *self.connection = Some(connection);
        Ok(())
    }
}

/// Hands on the rows of a query as the server sends them; the first `key` of their `columns` are their key.
fn rows(
    connection: &mut Conn,
    query: &str,
    values: Vec<Value>,
    (key, columns): (usize, usize),
    take: &mut TakeRow<'_>,
) -> mysql::Result<()> {
    let values = if values.is_empty() { Params::Empty } else { Params::Positional(values) };
    let mut result = connection.exec_iter(query, values)?;
    let kinds: Vec<CellKind> = result.columns().as_ref().iter().take(columns).map(CellKind::of).collect();
    let mut shown = String::new();
    for row in result.by_ref() {
        let values: Vec<Value> = kinds.iter().zip(row?.unwrap()).map(|(kind, value)| kind.plain(value)).collect();
        let cells: Vec<TableCell<'_>> = kinds.iter().zip(&values).map(|(kind, value)| kind.cell(value)).collect();
        let (of_key, cells) = cells.split_at(key);
        let place = match of_key {
            [] => RowPlace::Next,
            _ => {
                key::show(&mut shown, of_key);
                RowPlace::Key(&shown)
            }
        };
        if let ControlFlow::Break(()) = take(place, cells) {
            break;
        }
    }
    Ok(())
}
