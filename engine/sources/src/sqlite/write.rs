//! Relations as tables of a database.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use program::checked::Column;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OpenFlags, Statement, Transaction, params_from_iter};
use values::{Code, Dictionary, Primitive, Value};

use super::quoted;
use crate::composite::value_text;

/// A relation to be written.
pub struct Table<'a> {
    /// The name of its view; the table has a `_` in front of it.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// Its rows.
    pub rows: Box<dyn Iterator<Item = Vec<Code>> + 'a>,
}

/// Writes `tables` into the new database `path`, which may be an empty file. What the database `existing` holds is there as
/// well, unless it is of the same name. Gives the number of rows of each table.
///
/// A table `_R` has the columns `0`, `1`, ...; its symbols are numbers of the table `__SymbolTable`. The view `R` has the
/// relation's own columns, with the symbols as text.
///
/// # Errors
/// What SQLite says, also where `existing` is no database or has a table of a relation's name; and where it is in use.
pub fn write(
    path: &Path,
    existing: Option<&Path>,
    tables: Vec<Table<'_>>,
    dictionary: &Dictionary,
) -> io::Result<Vec<u64>> {
    if let Some(existing) = existing {
        check_unused(existing)?;
        copy(existing, path).map_err(io::Error::other)?;
    }
    fill(path, tables, dictionary).map_err(io::Error::other)
}

/// What a database is about to change stands in files beside it. They would be taken for those of the new one.
fn check_unused(database: &Path) -> io::Result<()> {
    for ending in ["-journal", "-wal"] {
        let mut beside = database.as_os_str().to_owned();
        beside.push(ending);
        if Path::new(&beside).exists() {
            return Err(io::Error::other(format!("the database is in use: there is `{}`", beside.display())));
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> rusqlite::Result<()> {
    let from = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    from.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
    Ok(())
}

fn fill(path: &Path, tables: Vec<Table<'_>>, dictionary: &Dictionary) -> rusqlite::Result<Vec<u64>> {
    let mut connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // The file is moved to its place when it is whole, and thrown away otherwise.
    connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;")?;
    let transaction = connection.transaction()?;
    transaction
        .execute_batch("CREATE TABLE IF NOT EXISTS __SymbolTable (id INTEGER PRIMARY KEY, symbol TEXT UNIQUE)")?;
    let mut counts = Vec::with_capacity(tables.len());
    let mut symbols = BTreeMap::new();
    for table in tables {
        create(&transaction, &table)?;
        counts.push(insert(&transaction, table, dictionary, &mut symbols)?);
    }
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(counts)
}

fn create(transaction: &Transaction<'_>, table: &Table<'_>) -> rusqlite::Result<()> {
    let (view, base) = (quoted(table.name), quoted(&format!("_{}", table.name)));
    let column = |(at, column): (usize, &Column)| format!("\"{at}\"{}", affinity(column.primitive));
    let columns = table.columns.iter().enumerate().map(column).collect::<Vec<_>>().join(", ");
    let columns = if columns.is_empty() { "\"()\" INTEGER".to_owned() } else { columns };
    let shown = |(at, column): (usize, &Column)| match column.primitive {
        Primitive::Symbol => format!("s{at}.symbol AS {}", quoted(&column.name)),
        _ => format!("t.\"{at}\" AS {}", quoted(&column.name)),
    };
    let shown = table.columns.iter().enumerate().map(shown).collect::<Vec<_>>().join(", ");
    let shown = if shown.is_empty() { "*".to_owned() } else { shown };
    let is_symbol = |(_, column): &(usize, &Column)| column.primitive == Primitive::Symbol;
    let joined = table.columns.iter().enumerate().filter(is_symbol);
    let joined = joined.map(|(at, _)| format!(" JOIN __SymbolTable AS s{at} ON s{at}.id = t.\"{at}\""));
    let joined = joined.collect::<String>();
    transaction.execute_batch(&format!(
        "DROP VIEW IF EXISTS {view}; DROP TABLE IF EXISTS {base};
         CREATE TABLE {base} ({columns}); CREATE VIEW {view} AS SELECT {shown} FROM {base} AS t{joined};"
    ))
}

/// What SQLite may make of the values: nothing that would change them.
fn affinity(primitive: Primitive) -> &'static str {
    match primitive {
        Primitive::Symbol | Primitive::Number => " INTEGER",
        Primitive::Float => " REAL",
        Primitive::Date | Primitive::Decimal | Primitive::Composite(_) => " TEXT",
        // Beyond 2^63 they are texts.
        Primitive::Unsigned => "",
    }
}

fn insert(
    transaction: &Transaction<'_>,
    table: Table<'_>,
    dictionary: &Dictionary,
    symbols: &mut BTreeMap<Code, i64>,
) -> rusqlite::Result<u64> {
    let places = vec!["?"; table.columns.len().max(1)].join(", ");
    let base = quoted(&format!("_{}", table.name));
    let mut row_in = transaction.prepare(&format!("INSERT INTO {base} VALUES ({places})"))?;
    let mut symbol_in = transaction.prepare(
        "INSERT INTO __SymbolTable (symbol) VALUES (?1) ON CONFLICT (symbol) DO UPDATE SET symbol = symbol RETURNING id",
    )?;
    let mut count = 0;
    for row in table.rows {
        let mut cells = Vec::with_capacity(table.columns.len().max(1));
        for (column, code) in table.columns.iter().zip(row) {
            cells.push(match column.primitive {
                Primitive::Symbol => Cell::Integer(symbol_id(&mut symbol_in, dictionary, code, symbols)?),
                other => cell(dictionary, other, code),
            });
        }
        if cells.is_empty() {
            cells.push(Cell::Integer(1));
        }
        row_in.execute(params_from_iter(cells))?;
        count += 1;
    }
    Ok(count)
}

fn symbol_id(
    insert: &mut Statement<'_>,
    dictionary: &Dictionary,
    code: Code,
    known: &mut BTreeMap<Code, i64>,
) -> rusqlite::Result<i64> {
    if let Some(id) = known.get(&code) {
        return Ok(*id);
    }
    let id = insert.query_row([dictionary.text(code)], |row| row.get(0))?;
    known.insert(code, id);
    Ok(id)
}

fn cell(dictionary: &Dictionary, primitive: Primitive, code: Code) -> Cell {
    if let Primitive::Composite(_) = primitive {
        return Cell::Text(value_text(dictionary, primitive, code));
    }
    match dictionary.decode(primitive, code) {
        Value::Number(n) => Cell::Integer(n),
        Value::Unsigned(n) => i64::try_from(n).map_or_else(|_| Cell::Text(n.to_string()), Cell::Integer),
        // SQLite has no such float.
        Value::Float(x) if !x.is_nan() => Cell::Real(x),
        other => Cell::Text(other.to_string()),
    }
}
