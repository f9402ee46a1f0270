//! A table or view from its first row to its last.

use std::io::{self, ErrorKind};
use std::path::Path;

use diagnostics::{Diagnostic, catalogue};
use program::checked::ColumnSource;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Statement};
use values::{Primitive, Value};

use super::cell::{Unfit, text, value};
use super::{database_file, quoted};
use crate::read::{CellError, Failure, Into, Reading};
use crate::records::Counted;
use crate::{Locator, Reject, shorten};

/// Reads `table`, a table or view, to its end. The database is opened for reading only.
///
/// # Errors
/// Where there is no such file, database, table or column, a row cannot be read because of damage, or the relation gets too
/// large.
pub(crate) fn read(reading: &Reading, folder: &Path, table: &str, mut into: Into) -> Result<(), Failure> {
    let damaged = |error: rusqlite::Error| bad_database(reading, &error);
    let connection = open(reading, folder)?;
    let kind = kind(&connection, table).map_err(damaged)?.ok_or_else(|| {
        let missing = reading.error(&catalogue::MISSING_TABLE).arg("table", table);
        Box::new(missing.list("tables", tables(&connection).unwrap_or_default()))
    })?;
    let mut found = Found::prepare(&connection, table, &kind).map_err(damaged)?;
    let names: Vec<String> = found.statement.column_names().skip(found.first).map(str::to_owned).collect();
    let fields = layout(reading, table, &names)?;
    let table = table.to_owned();
    into.reports[reading.source as usize].counted = match found.first {
        0 => Counted::TableRows { table },
        _ => Counted::Rowids { table, runs: Vec::new() },
    };

    let first = found.first;
    let mut rows = found.statement.query([]).map_err(damaged)?;
    while let Some(cells) = rows.next().map_err(damaged)? {
        let row = into.count(reading)?;
        if first > 0 {
            let id = cells.get(0).map_err(damaged)?;
            into.reports[reading.source as usize].note_rowid(row, id);
        }
        let cell = |field: usize| cells.get_ref(first + field).unwrap_or(ValueRef::Null);
        let number = into.reports[reading.source as usize].place(row).number();
        match record(reading, &fields, number, cell) {
            Ok(Some(values)) => into.take(reading, row, &values)?,
            Ok(None) => into.pass_over(reading),
            Err(bad) => {
                let place = into.reports[reading.source as usize].place(row).words();
                into.reject(reading, || bad.describe(reading, reading.at(row), place));
            }
        }
    }
    Ok(())
}

fn open(reading: &Reading, folder: &Path) -> Result<Connection, Failure> {
    let damaged = |error: rusqlite::Error| bad_database(reading, &error);
    let connection = match database_file(folder, reading.input.source.name()) {
        None => Connection::open_in_memory().map_err(damaged)?,
        Some(path) => {
            if std::fs::metadata(&path)?.is_dir() {
                return Err(Failure::Io(io::Error::from(ErrorKind::IsADirectory)));
            }
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            Connection::open_with_flags(path, flags).map_err(damaged)?
        }
    };
    // What a database brings along is not to be run.
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;").map_err(damaged)?;
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
    fn prepare(connection: &'c Connection, table: &str, kind: &str) -> rusqlite::Result<Self> {
        let from = format!("FROM {}", quoted(table));
        if kind == "table" {
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

/// For each mapped column of the relation the column of the table.
fn layout(reading: &Reading, table: &str, names: &[String]) -> Result<Vec<(usize, usize)>, Box<Diagnostic>> {
    let find = |(position, (column, source)): (usize, (usize, Option<&ColumnSource>))| {
        let (field, wanted) = match source {
            None => (Some(position), position.to_string()),
            Some(ColumnSource::Index(field)) => (Some(*field), field.to_string()),
            Some(ColumnSource::Header(name)) => (names.iter().position(|known| known == name), format!("`{name}`")),
        };
        match field.filter(|field| *field < names.len()) {
            Some(field) => Ok((column, field)),
            None => {
                let missing = reading.error(&catalogue::MISSING_TABLE_COLUMN).arg("table", table);
                let missing = missing.arg("wanted", wanted).list("columns", names);
                Err(Box::new(missing.arg("column", &reading.relation.columns[column].name)))
            }
        }
    };
    reading.mapped().enumerate().map(find).collect()
}

/// Why a row gives no fact.
struct Bad {
    column: usize,
    unfit: Unfit,
    text: String,
}

impl Bad {
    fn describe(self, reading: &Reading, locator: Locator, [en, zh]: [String; 2]) -> Reject {
        let column = &reading.relation.columns[self.column];
        let diagnostic = self.unfit.diagnostic(column.primitive, reading.shapes);
        let place = match diagnostic.code() == catalogue::WRONG_KIND.code {
            true => [format!("{en}, column `{}`", column.name), format!("{zh}，列 `{}`", column.name)],
            false => [en, zh],
        };
        reading.reject(diagnostic, locator, place, Some(self.column), self.text)
    }
}

/// The values of a row; nothing where `blank="skip"` passes over it. Any row gives the fact of a relation without columns.
fn record<'r>(
    reading: &Reading,
    fields: &[(usize, usize)],
    number: i64,
    cell: impl Fn(usize) -> ValueRef<'r>,
) -> Result<Option<Vec<Value>>, Bad> {
    let is_blank = |cell| matches!(cell, ValueRef::Null | ValueRef::Text(b""));
    if fields.iter().any(|(column, field)| reading.skips(*column) && is_blank(cell(*field))) {
        return Ok(None);
    }
    let mut values = vec![Value::Number(number); reading.relation.columns.len()];
    if let Some(column) = reading.input.row
        && reading.relation.columns[column].primitive == Primitive::Unsigned
    {
        let out_of_range = |_| Bad { column, unfit: Unfit::Cell(CellError::Range), text: number.to_string() };
        values[column] = Value::Unsigned(u64::try_from(number).map_err(out_of_range)?);
    }
    let limit = reading.limits.cell_bytes;
    for (column, field) in fields {
        let found = cell(*field);
        let too_long = matches!(found, ValueRef::Text(bytes) | ValueRef::Blob(bytes) if bytes.len() > limit);
        let read = match too_long {
            true => Err(Unfit::TooLong(limit)),
            false => value(found, reading.relation.columns[*column].primitive, reading.shapes),
        };
        let read = read.and_then(|value| match &value {
            Value::Symbol(text) if reading.is_anonymous(*column, text) => Err(Unfit::Cell(CellError::Anonymous)),
            _ => Ok(value),
        });
        values[*column] = read.map_err(|unfit| {
            let text = shorten::for_reject(&text(found).unwrap_or_default());
            Bad { column: *column, unfit, text }
        })?;
    }
    Ok(Some(values))
}

fn bad_database(reading: &Reading, error: &rusqlite::Error) -> Failure {
    Failure::Told(Box::new(reading.error(&catalogue::BAD_DATABASE).arg("reason", error)))
}
