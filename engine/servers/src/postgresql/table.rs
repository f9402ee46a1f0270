//! A table's rows.

use std::io::BufRead;
use std::ops::ControlFlow;

use memchr::memchr_iter;
use postgres::Client;
use program::checked::{Condition, DatabaseTable};
use sources::{RowPlace, RowUnit, SourceTable, TableCell, TableError, TakeRow};

use super::error::{copying, working};
use super::row::Splitter;
use super::shape::{CellKind, Shape};
use crate::address::Address;
use crate::refusal::{lost, no_filter_column};
use crate::sql::{Select, shown_table, standard_name, standard_text};

/// A table or view whose columns are known.
pub(crate) struct PostgreSqlTable<'s> {
    address: &'s Address,
    /// The connection of the server; nothing after an error, since its transaction is over.
    client: &'s mut Option<Client>,
    table: DatabaseTable,
    shape: Shape,
}

impl<'s> PostgreSqlTable<'s> {
    pub(super) fn new(
        address: &'s Address,
        client: &'s mut Option<Client>,
        table: &DatabaseTable,
        shape: Shape,
    ) -> Self {
        Self { address, client, table: table.clone(), shape }
    }

    fn query(&self, columns: &[usize]) -> Result<String, TableError> {
        let condition = |Condition { column, comparison, value }: &Condition| {
            if !self.shape.names.contains(column) {
                return Err(no_filter_column(&self.table, column, &self.shape.names));
            }
            Ok(format!("{} {comparison} {}", standard_name(column), standard_text(value)))
        };
        let select = Select {
            columns: columns.iter().map(|column| &*self.shape.names[*column]).collect(),
            key: self.shape.key.len(),
            table: &self.shape.table,
            filter: self.table.filter.iter().map(condition).collect::<Result<_, _>>()?,
        };
        // Not all types have an order; their texts do.
        Ok(select.text(standard_name, |name| format!("{name}::text COLLATE \"C\"")))
    }
}

impl SourceTable for PostgreSqlTable<'_> {
    fn columns(&self) -> &[String] {
        &self.shape.names
    }

    fn unit(&self) -> RowUnit {
        let table = shown_table(&self.table);
        if self.shape.key.is_empty() { RowUnit::TableRow(table) } else { RowUnit::Key(table) }
    }

    fn read(&mut self, wanted: &[usize], take: &mut TakeRow<'_>) -> Result<(), TableError> {
        let columns: Vec<usize> = self.shape.key.iter().chain(wanted).copied().collect();
        let query = self.query(&columns)?;
        let kinds: Vec<CellKind> = columns.iter().map(|column| self.shape.kinds[*column]).collect();
        let table = shown_table(&self.table);
        let Some(mut client) = self.client.take() else { return Err(lost(self.address, "")) };
        let mut rows =
            Rows { kinds: &kinds, key: self.shape.key.len(), splitter: Splitter::default(), shown: String::new() };
        let copied = copy(&mut client, &query, |line| rows.row(line, take));
        copied.map_err(|error| match error {
            CopyError::Refused(error) => working(error, self.address, &table),
            CopyError::Broken(error) => copying(error, self.address, &table),
        })?;
        *self.client = Some(client);
        Ok(())
    }
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
        crate::key::show(&mut self.shown, key);
        take(RowPlace::Key(&self.shown), cells)
    }
}
