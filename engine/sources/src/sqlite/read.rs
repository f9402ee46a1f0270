//! A table or view of an SQLite database.

use std::io::{self, ErrorKind};
use std::ops::ControlFlow;
use std::path::Path;

use diagnostics::{Diagnostic, catalogue};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Statement};

use super::{database_file, quoted};
use crate::read::{Failure, Reading};
use crate::table::{CellFault, RowPlace, RowUnit, Table, TableCell, TableError, TakeRow};

/// A table or view of a database that is opened for reading only.
pub(crate) struct SqliteTable {
    connection: Connection,
    name: String,
    is_table: bool,
    columns: Vec<String>,
    has_rowid: bool,
}

impl SqliteTable {
    /// The table or view called `name` in the database of a source.
    ///
    /// # Errors
    /// Where there is no such file, database or table.
    pub(crate) fn open(reading: &Reading, folder: &Path, name: &str) -> Result<Self, Failure> {
        let damaged = |error: rusqlite::Error| Failure::Table(Box::new(bad_database(&error)));
        let connection = connect(folder, reading.input.source.name())?;
        let kind = kind(&connection, name).map_err(damaged)?.ok_or_else(|| {
            let missing = reading.error(&catalogue::MISSING_TABLE).arg("table", name);
            Box::new(missing.list("tables", tables(&connection).unwrap_or_default()))
        })?;
        Self::known(connection, name, &kind).map_err(damaged)
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A table or view that is known to exist.
    fn known(connection: Connection, name: &str, kind: &str) -> rusqlite::Result<Self> {
        let is_table = kind == "table";
        let found = Found::prepare(&connection, name, is_table)?;
        let columns = found.statement.column_names().skip(found.first).map(str::to_owned).collect();
        let has_rowid = found.first == 1;
        drop(found);
        Ok(Self { connection, name: name.to_owned(), is_table, columns, has_rowid })
    }
}

/// The table or view of this name in a database, or the first one, and the names of the others.
///
/// # Errors
/// Where the file is no database, or has no such table.
pub(crate) fn tables_of(path: &Path, wanted: Option<&str>) -> Result<(SqliteTable, Vec<String>), Failure> {
    let damaged = |error: rusqlite::Error| Failure::Table(Box::new(bad_database(&error)));
    let connection = open(path)?;
    let mut others = tables(&connection).map_err(damaged)?;
    let at = match wanted {
        Some(wanted) => others.iter().position(|name| name == wanted),
        None => others.iter().position(|name| !name.starts_with("sqlite_")),
    };
    let Some(at) = at else {
        let missing = Diagnostic::unplaced(&catalogue::NO_SUCH_PART).arg("part", wanted.unwrap_or_default());
        return Err(Failure::Table(Box::new(missing.list("parts", others))));
    };
    let name = others.remove(at);
    let kind = kind(&connection, &name).map_err(damaged)?.unwrap_or_default();
    Ok((SqliteTable::known(connection, &name, &kind).map_err(damaged)?, others))
}

impl Table for SqliteTable {
    fn columns(&self) -> &[String] {
        &self.columns
    }

    fn unit(&self) -> RowUnit {
        if self.has_rowid { RowUnit::Rowid(self.name.clone()) } else { RowUnit::TableRow(self.name.clone()) }
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        let damaged = |error: rusqlite::Error| TableError::from(bad_database(&error));
        let Found { mut statement, first } =
            Found::prepare(&self.connection, &self.name, self.is_table).map_err(damaged)?;
        let mut rows = statement.query([]).map_err(damaged)?;
        while let Some(row) = rows.next().map_err(damaged)? {
            let place = match first {
                0 => RowPlace::Next,
                _ => RowPlace::Number(row.get(0).map_err(damaged)?),
            };
            let cell = |field: &usize| cell(row.get_ref(first + field).unwrap_or(ValueRef::Null));
            let cells: Vec<TableCell<'_>> = wanted.iter().map(cell).collect();
            if let ControlFlow::Break(()) = take(place, &cells) {
                break;
            }
        }
        Ok(())
    }
}

fn cell(value: ValueRef<'_>) -> TableCell<'_> {
    match value {
        ValueRef::Null => TableCell::Empty,
        ValueRef::Integer(n) => TableCell::Integer(n),
        ValueRef::Real(x) => TableCell::Float(x),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => TableCell::Text(text),
            Err(_) => TableCell::Fault(CellFault::Bytes, ""),
        },
        ValueRef::Blob(_) => TableCell::Fault(CellFault::Bytes, ""),
    }
}

fn connect(folder: &Path, name: &str) -> Result<Connection, Failure> {
    let damaged = |error: rusqlite::Error| Failure::Table(Box::new(bad_database(&error)));
    match database_file(folder, name) {
        None => Connection::open_in_memory().and_then(distrusting).map_err(damaged),
        Some(path) => open(&path),
    }
}

/// The database in a file.
fn open(path: &Path) -> Result<Connection, Failure> {
    let damaged = |error: rusqlite::Error| Failure::Table(Box::new(bad_database(&error)));
    if std::fs::metadata(path)?.is_dir() {
        return Err(Failure::Io(io::Error::from(ErrorKind::IsADirectory)));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).and_then(distrusting).map_err(damaged)
}

/// What a database brings along is not to be run.
fn distrusting(connection: Connection) -> rusqlite::Result<Connection> {
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")?;
    Ok(connection)
}

/// `table` or `view`; nothing if there is neither of this name.
fn kind(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    let mut known =
        connection.prepare("SELECT type FROM sqlite_schema WHERE type IN ('table', 'view') AND name = ?1 LIMIT 1")?;
    let mut rows = known.query([name])?;
    rows.next()?.map(|row| row.get(0)).transpose()
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut known =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")?;
    known.query_map([], |row| row.get(0))?.collect()
}

/// A query for all rows of a table.
struct Found<'c> {
    statement: Statement<'c>,
    /// 1 where a `rowid` comes first, otherwise 0.
    first: usize,
}

impl<'c> Found<'c> {
    fn prepare(connection: &'c Connection, table: &str, is_table: bool) -> rusqlite::Result<Self> {
        let from = format!("FROM {}", quoted(table));
        if is_table {
            let all = connection.prepare(&format!("SELECT * {from}"))?;
            let taken = |name: &str| all.column_names().any(|known| known.eq_ignore_ascii_case(name));
            let rowid = ["rowid", "_rowid_", "oid"].into_iter().find(|name| !taken(name));
            let with_rowid =
                rowid.map(|rowid| connection.prepare(&format!("SELECT {rowid}, * {from} ORDER BY {rowid}")));
            // Tables without rowid refuse.
            if let Some(Ok(statement)) = with_rowid {
                return Ok(Self { statement, first: 1 });
            }
        }
        Ok(Self { statement: connection.prepare(&format!("SELECT * {from}"))?, first: 0 })
    }
}

fn bad_database(error: &rusqlite::Error) -> Diagnostic {
    Diagnostic::unplaced(&catalogue::BAD_DATABASE).arg("reason", error)
}
