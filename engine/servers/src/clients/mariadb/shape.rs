//! What a table has.

use mysql::Conn;
use mysql::prelude::Queryable;
use program::checked::DatabaseTable;
use sources::TableError;

use super::error::working;
use crate::address::Address;
use crate::clients::driver::Shape;
use crate::clients::refusal::no_table;
use crate::clients::sql::{mysql_name, shown_table, table_name};

/// What `table` has.
///
/// # Errors
/// Where there is no such table, or the server does not answer.
pub(super) fn shape(
    connection: &mut Conn,
    address: &Address,
    table: &DatabaseTable,
) -> Result<Shape<String>, TableError> {
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
    let (names, kinds): (Vec<String>, Vec<String>) = columns.into_iter().unzip();
    let key: Vec<String> = connection.exec(KEY, (schema, name)).map_err(failed)?;
    let key = key.iter().filter_map(|column| names.iter().position(|name| name == column)).collect();
    Ok(Shape { table: table_name(&table.name, mysql_name), names, kinds, key })
}

const COLUMNS: &str = "SELECT column_name, LOWER(CAST(data_type AS CHAR)) FROM information_schema.columns \
    WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";

const KEY: &str = "SELECT column_name FROM information_schema.statistics \
    WHERE table_schema = ? AND table_name = ? AND index_name = 'PRIMARY' ORDER BY seq_in_index";

const TABLES: &str = "SELECT table_name FROM information_schema.tables WHERE table_schema = ? \
    ORDER BY table_name LIMIT 1000";
