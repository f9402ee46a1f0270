//! A table's rows.

use std::io::BufRead;
use std::ops::ControlFlow;

use memchr::memchr_iter;
use postgres::Client;
use program::checked::Condition;
use sources::{RowPlace, TableCell, TableError, TakeRow};

use super::error::{copying, working};
use super::row::Splitter;
use super::shape::CellKind;
use crate::clients::driver::Asked;
use crate::clients::refusal::no_filter_column;
use crate::clients::sql::{Select, shown_table, standard_name, standard_text};

/// Hands on the rows of a table.
///
/// # Errors
/// As of [`sources::SourceTable::read`].
pub(super) fn rows(client: &mut Client, asked: &Asked<'_, CellKind>, take: &mut TakeRow<'_>) -> Result<(), TableError> {
    let query = query(asked)?;
    let kinds: Vec<CellKind> = asked.columns.iter().map(|column| asked.shape.kinds[*column]).collect();
    let mut rows =
        Rows { kinds: &kinds, key: asked.shape.key.len(), splitter: Splitter::default(), shown: String::new() };
    let table = shown_table(asked.table);
    copy(client, &query, |line| rows.row(line, take)).map_err(|error| match error {
        CopyError::Refused(error) => working(error, asked.address, &table),
        CopyError::Broken(error) => copying(error, asked.address, &table),
    })?;
    super::rewritten::check(client, asked.address, asked.table)
}

fn query(asked: &Asked<'_, CellKind>) -> Result<String, TableError> {
    let Asked { table, shape, .. } = asked;
    let condition = |Condition { column, comparison, value }: &Condition| {
        if !shape.names.contains(column) {
            return Err(no_filter_column(table, column, &shape.names));
        }
        Ok(format!("{} {comparison} {}", standard_name(column), standard_text(value)))
    };
    let select = Select {
        columns: asked.names(),
        key: shape.key.len(),
        table: &shape.table,
        filter: table.filter.iter().map(condition).collect::<Result<_, _>>()?,
    };
    // Not all types have an order; their texts do.
    Ok(select.text(standard_name, |name| format!("{name}::text COLLATE \"C\"")))
}

enum CopyError {
    Refused(postgres::Error),
    Broken(std::io::Error),
}

/// Hands on each line of what the server sends, without its end.
fn copy(client: &mut Client, query: &str, mut take: impl FnMut(&[u8]) -> ControlFlow<()>) -> Result<(), CopyError> {
    let mut reader = client.copy_out(&format!("COPY ({query}) TO STDOUT")).map_err(CopyError::Refused)?;
    // A server sends one line at a time, but nothing says that it has to.
    let mut begun = Vec::new();
    loop {
        let sent = reader.fill_buf().map_err(CopyError::Broken)?;
        if sent.is_empty() {
            return Ok(());
        }
        let mut start = 0;
        for end in memchr_iter(b'\n', sent) {
            let flow = if begun.is_empty() {
                take(&sent[start..end])
            } else {
                begun.extend_from_slice(&sent[start..end]);
                let flow = take(&begun);
                begun.clear();
                flow
            };
            if flow.is_break() {
                return Ok(());
            }
            start = end + 1;
        }
        begun.extend_from_slice(&sent[start..]);
        let count = sent.len();
        reader.consume(count);
    }
}

/// Makes rows of lines.
struct Rows<'a> {
    kinds: &'a [CellKind],
    /// How many cells belong to the key.
    key: usize,
    splitter: Splitter,
    /// The key of a row.
    shown: String,
}

impl Rows<'_> {
    fn row(&mut self, line: &[u8], take: &mut TakeRow<'_>) -> ControlFlow<()> {
        self.splitter.split(line);
        let cells: Vec<TableCell<'_>> = self.splitter.cells(line, self.kinds).collect();
        let (key, cells) = cells.split_at(self.key);
        if key.is_empty() {
            return take(RowPlace::Next, cells);
        }
        crate::clients::key::show(&mut self.shown, key);
        take(RowPlace::Key(&self.shown), cells)
    }
}
