//! What a table has.

use mysql::Conn;
use mysql::prelude::Queryable;
use program::checked::DatabaseTable;
use sources::TableError;

use super::error::working;
use crate::address::Address;
use crate::refusal::no_table;
use crate::sql::{mysql_name, shown_table, table_name};

/// The columns of a table and its primary key.
pub(super) struct Shape {
    /// The table's name, quoted.
    pub(super) table: String,
    /// The names of its columns, in its order.
    pub(super) names: Vec<String>,
    /// Their types' names, without length and sign.
    pub(super) types: Vec<String>,
    /// The columns of the primary key in its order, indexes into `names`; empty where it has none.
    pub(super) key: Vec<usize>,
}

impl Shape {
    /// What `table` has.
    ///
    /// # Errors
    /// Where there is no such table, or the server does not answer.
    pub(super) fn of(table: &DatabaseTable, connection: &mut Conn, address: &Address) -> Result<Self, TableError> {
        let shown = shown_table(table);
        let failed = |error| working(error, address, &shown);
        let (schema, name) = match &table.name[..] {
            [schema, name] => (schema.as_str(), name.as_str()),
            [name] => (&*address.database, name.as_str()),
            _ => return Err(no_table(table, &[])),
        };
        let columns: Vec<(String, String)> = connection.exec(COLUMNS, (schema, name)).map_err(failed)?;
        if columns.is_empty() {
            let known: Vec<String> = connection.exec(TABLES, (&*address.database,)).map_err(failed)?;
            return Err(no_table(table, &known));
        }
        let (names, types): (Vec<String>, Vec<String>) = columns.into_iter().unzip();
        let key: Vec<String> = connection.exec(KEY, (schema, name)).map_err(failed)?;
        let key = key.iter().filter_map(|column| names.iter().position(|name| name == column)).collect();
        Ok(Self { table: table_name(table, mysql_name), names, types, key })
    }
}

const COLUMNS: &str = "SELECT column_name, LOWER(CAST(data_type AS CHAR)) FROM information_schema.columns \
    WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";

const KEY: &str = "SELECT column_name FROM information_schema.statistics \
    WHERE table_schema = ? AND table_name = ? AND index_name = 'PRIMARY' ORDER BY seq_in_index";

const TABLES: &str = "SELECT table_name FROM information_schema.tables WHERE table_schema = ? \
    ORDER BY table_name LIMIT 1000";
