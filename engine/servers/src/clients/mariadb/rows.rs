//! A table's rows.

use std::ops::ControlFlow;

use mysql::prelude::Queryable;
use mysql::{Conn, Params, Value};
use sources::{RowPlace, TableCell, TableError, TakeRow};

use super::cell::CellKind;
use super::error::working;
use super::filter::conditions;
use crate::clients::driver::Asked;
use crate::clients::key;
use crate::clients::sql::{Select, mysql_name, shown_table};

/// Hands on the rows of a table.
///
/// # Errors
/// As of [`sources::SourceTable::read`].
pub(super) fn rows(connection: &mut Conn, asked: &Asked<'_, String>, take: &mut TakeRow<'_>) -> Result<(), TableError> {
    let (filter, values) = conditions(asked.table, asked.shape)?;
    let key = asked.shape.key.len();
    let select = Select { columns: asked.names(), key, table: &asked.shape.table, filter };
    let query = select.text(mysql_name, |name| format!("CAST({name} AS BINARY)"));
    let read = query_rows(connection, &query, values, (key, select.columns.len()), take);
    read.map_err(|error| working(error, asked.address, &shown_table(asked.table)))
}

/// Hands on the rows of a query as the server sends them; the first `key` of their `columns` are their key.
fn query_rows(
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
