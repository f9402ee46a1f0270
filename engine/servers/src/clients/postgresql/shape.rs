//! What a table has.

use postgres::Client;
use postgres::types::{Kind as TypeKind, Type};
use program::checked::DatabaseTable;
use sources::TableError;

use super::error::working;
use crate::address::Address;
use crate::clients::driver::Shape;
use crate::clients::refusal::no_table;
use crate::clients::sql::{shown_table, standard_name, table_name};

/// What `table` has. From here on nobody can change that before the transaction has ended.
///
/// # Errors
/// Where there is no such table, or the server does not answer.
pub(super) fn shape(
    client: &mut Client,
    address: &Address,
    table: &DatabaseTable,
) -> Result<Shape<CellKind>, TableError> {
    let (quoted, shown) = (table_name(&table.name, standard_name), shown_table(table));
    let failed = |error| working(error, address, &shown);
    let exists = client.query_one("SELECT to_regclass($1) IS NOT NULL", &[&quoted]).map_err(failed)?;
    if !exists.get::<_, bool>(0) {
        let known = client.query(TABLES, &[]).map_err(failed)?;
        return Err(no_table(table, &known.iter().map(|row| row.get(0)).collect::<Vec<_>>()));
    }
    // Preparing it locks the table against changes of its columns.
    let all = client.prepare(&format!("SELECT * FROM {quoted}")).map_err(failed)?;
    let names: Vec<String> = all.columns().iter().map(|column| column.name().to_owned()).collect();
    let kinds = all.columns().iter().map(|column| kind(column.type_())).collect();
    let key = client.query(KEY, &[&quoted]).map_err(failed)?;
    let key = key.iter().filter_map(|row| names.iter().position(|name| *name == row.get::<_, &str>(0))).collect();
    Ok(Shape { table: quoted, names, kinds, key })
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellKind {
    Integer,
    Float,
    Truth,
    Bytes,
    /// Filled up with blanks that mean nothing.
    Padded,
    Text,
}

/// The columns of the primary key; it may include others that do not belong to it.
const KEY: &str = "SELECT a.attname::text FROM pg_catalog.pg_constraint c \
    CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(number, place) \
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number \
    WHERE c.conrelid = to_regclass($1) AND c.contype = 'p' ORDER BY k.place";

/// Tables and views that are not the server's own.
const TABLES: &str = "SELECT CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::text \
        ELSE n.nspname || '.' || c.relname END \
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' \
    ORDER BY 1 LIMIT 1000";

fn kind(declared: &Type) -> CellKind {
    let mut declared = declared;
    while let TypeKind::Domain(base) = declared.kind() {
        declared = base;
    }
    match *declared {
        Type::INT2 | Type::INT4 | Type::INT8 | Type::OID => CellKind::Integer,
        Type::FLOAT4 | Type::FLOAT8 => CellKind::Float,
        Type::BOOL => CellKind::Truth,
        Type::BYTEA => CellKind::Bytes,
        Type::BPCHAR => CellKind::Padded,
        _ => CellKind::Text,
    }
}
