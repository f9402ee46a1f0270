//! One row: the values of its mapped cells, or why it has none.

use diagnostics::{Diagnostic, catalogue};
use program::checked::Relation;

use super::cell::{self, Cell, CellError};
use super::layout::Layout;
use crate::shorten;
use crate::split::{Fault, Record};

/// What a row holds.
pub(crate) enum Content<'r> {
    /// One cell for each field of the layout.
    Cells(Vec<Cell<'r>>),
    /// Nothing for this relation.
    Blank,
    /// Nothing that can be read.
    Bad(Bad),
}

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Bad {
    /// It is no record.
    Fault(Fault),
    /// It has another number of fields than the header.
    Width { expected: usize },
    /// It has no field for this column.
    Short { column: usize, field: usize },
    /// A cell is longer than this.
    TooLong { column: usize, field: usize, limit: usize },
    /// A cell is no value of its column's type.
    Cell { column: usize, field: usize, error: CellError },
}

/// How the rows of a source are read.
pub(crate) struct Rows<'a> {
    /// The relation they fill.
    pub(crate) relation: &'a Relation,
    /// Its name in messages.
    pub(crate) file: &'a str,
    /// Which field gives which column.
    pub(crate) layout: &'a Layout,
    /// `blank="skip"`.
    pub(crate) skip_blank: bool,
    /// Bytes of a cell.
    pub(crate) cell_bytes: usize,
}

impl Rows<'_> {
    /// Reads a row. Any row that is text gives the fact of a relation without columns; a row that `blank="skip"` leaves
    /// out is not read further.
    pub(crate) fn read<'r>(&self, record: &'r Record<'_>) -> Content<'r> {
        if let Some(fault) = record.fault {
            return Content::Bad(Bad::Fault(fault));
        }
        if self.relation.columns.is_empty() {
            return Content::Cells(Vec::new());
        }
        if record.raw.is_empty() && !self.layout.is_one_cell() {
            return Content::Blank;
        }
        if let Some(expected) = self.layout.width.filter(|width| *width != record.fields.len()) {
            return Content::Bad(Bad::Width { expected });
        }
        if let Some((column, field)) = self.mapped().find(|(_, field)| *field >= record.fields.len()) {
            return Content::Bad(Bad::Short { column, field });
        }
        if self.skip_blank && self.mapped().any(|(_, field)| record.fields[field].is_empty()) {
            return Content::Blank;
        }
        match self.mapped().map(|(column, field)| self.cell(column, field, &record.fields[field])).collect() {
            Ok(cells) => Content::Cells(cells),
            Err(bad) => Content::Bad(bad),
        }
    }

    /// What is said about a row that cannot be read: the column at fault, the text found, the diagnostic.
    pub(crate) fn describe(&self, bad: Bad, record: &Record<'_>) -> (Option<String>, String, Diagnostic) {
        let raw = String::from_utf8_lossy(record.raw);
        let (column, text, diagnostic) = match bad {
            Bad::Fault(Fault::InvalidUtf8 { byte }) => {
                (None, &*raw, Diagnostic::unplaced(&catalogue::INVALID_UTF8).arg("byte", byte))
            }
            Bad::Fault(Fault::OpenQuote { lines }) => {
                (None, &*raw, Diagnostic::unplaced(&catalogue::OPEN_QUOTE).arg("lines", lines))
            }
            Bad::Width { expected } => {
                (None, &*raw, Diagnostic::unplaced(&catalogue::WRONG_FIELD_COUNT).arg("expected", expected))
            }
            Bad::Short { column, field } => {
                (Some(column), &*raw, Diagnostic::unplaced(&catalogue::TOO_FEW_FIELDS).arg("needed", field + 1))
            }
            Bad::TooLong { column, field, limit } => (
                Some(column),
                &record.fields[field],
                Diagnostic::unplaced(&catalogue::CELL_TOO_LONG).arg("limit", limit),
            ),
            Bad::Cell { column, field, error } => {
                let primitive = self.relation.columns[column].primitive;
                (Some(column), &record.fields[field], error.diagnostic(primitive))
            }
        };
        let column = column.map(|column| self.relation.columns[column].name.clone());
        let diagnostic = diagnostic
            .arg("file", self.file)
            .arg("row", record.row)
            .arg("relation", &self.relation.name)
            .arg("found", record.fields.len())
            .arg("column", column.as_deref().unwrap_or(""))
            .arg("text", shorten::for_message(text));
        (column, shorten::for_reject(text), diagnostic)
    }

    fn mapped(&self) -> impl Iterator<Item = (usize, usize)> {
        self.layout.fields.iter().copied()
    }

    fn cell<'t>(&self, column: usize, field: usize, text: &'t str) -> Result<Cell<'t>, Bad> {
        if text.len() > self.cell_bytes {
            return Err(Bad::TooLong { column, field, limit: self.cell_bytes });
        }
        cell::read(self.relation.columns[column].primitive, text).map_err(|error| Bad::Cell { column, field, error })
    }
}
