//! One row: the values of its mapped cells, or why it has none.

use diagnostics::{Diagnostic, catalogue};
use program::checked::Relation;
use values::{Code, Primitive, Value};

use super::cell::{self, Cell, CellError};
use super::layout::Layout;
use crate::shorten;
use crate::split::{Fault, Record};
use crate::{Locator, Reject};

/// What a row holds.
pub(crate) enum Content {
    /// A value for each field of the layout; those that are no symbols are in [`Cells`].
    Values,
    /// Nothing for this relation.
    Blank,
    /// Nothing that can be read.
    Bad(Bad),
}

/// The values of a row that are no symbols.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    /// A code for each column; 0 where there is none yet.
    pub(crate) codes: Vec<Code>,
    /// The columns whose values have no code yet.
    pub(crate) large: Vec<(usize, Value)>,
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

/// A row that cannot be read, apart from where it stands.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Its number in the chunk.
    pub(crate) row: u32,
    bad: Bad,
    /// The cell or row as found, shortened.
    text: String,
    /// How many fields it has.
    fields: usize,
}

impl Rows<'_> {
    /// Reads a row into `cells`. Any row that is text gives the fact of a relation without columns; a row that `blank="skip"`
    /// leaves out is not read further.
    pub(crate) fn read(&self, record: &Record<'_>, cells: &mut Cells) -> Content {
        if let Some(fault) = record.fault {
            return Content::Bad(Bad::Fault(fault));
        }
        if self.relation.columns.is_empty() {
            return Content::Values;
        }
        if record.raw.is_empty() && !self.layout.is_one_cell() {
            return Content::Blank;
        }
        let count = record.fields.len();
        if let Some(expected) = self.layout.width.filter(|width| *width != count) {
            return Content::Bad(Bad::Width { expected });
        }
        if let Some((column, field)) = self.mapped().find(|(_, field)| *field >= count) {
            return Content::Bad(Bad::Short { column, field });
        }
        if self.skip_blank && self.mapped().any(|(_, field)| record.fields.get(field).is_empty()) {
            return Content::Blank;
        }
        cells.large.clear();
        // All that can be wrong with a symbol is its length.
        let short = record.raw.len() <= self.cell_bytes;
        let is_read = |column: usize| !short || self.relation.columns[column].primitive != Primitive::Symbol;
        let mut read = self.mapped().filter(|(column, _)| is_read(*column));
        match read.try_for_each(|(column, field)| self.cell(column, field, record.fields.get(field), cells)) {
            Ok(()) => Content::Values,
            Err(bad) => Content::Bad(bad),
        }
    }

    /// What is to be remembered of a row that cannot be read.
    pub(crate) fn draft(&self, bad: Bad, record: &Record<'_>) -> Draft {
        let text = match bad {
            Bad::TooLong { field, .. } | Bad::Cell { field, .. } => shorten::for_reject(record.fields.get(field)),
            _ => shorten::for_reject(&String::from_utf8_lossy(record.raw)),
        };
        Draft { row: record.row, bad, text, fields: record.fields.len() }
    }

    /// What is said about a row that cannot be read and stands at `locator`.
    pub(crate) fn reject(&self, draft: Draft, locator: Locator) -> Reject {
        let (column, diagnostic) = match draft.bad {
            Bad::Fault(Fault::InvalidUtf8 { byte }) => {
                (None, Diagnostic::unplaced(&catalogue::INVALID_UTF8).arg("byte", byte))
            }
            Bad::Fault(Fault::OpenQuote { lines }) => {
                (None, Diagnostic::unplaced(&catalogue::OPEN_QUOTE).arg("lines", lines))
            }
            Bad::Width { expected } => {
                (None, Diagnostic::unplaced(&catalogue::WRONG_FIELD_COUNT).arg("expected", expected))
            }
            Bad::Short { column, field } => {
                (Some(column), Diagnostic::unplaced(&catalogue::TOO_FEW_FIELDS).arg("needed", field + 1))
            }
            Bad::TooLong { column, limit, .. } => {
                (Some(column), Diagnostic::unplaced(&catalogue::CELL_TOO_LONG).arg("limit", limit))
            }
            Bad::Cell { column, error, .. } => {
                (Some(column), error.diagnostic(self.relation.columns[column].primitive))
            }
        };
        let column = column.map(|column| self.relation.columns[column].name.clone());
        let diagnostic = diagnostic
            .arg("file", self.file)
            .arg("row", locator.row)
            .arg("relation", &self.relation.name)
            .arg("found", draft.fields)
            .arg("column", column.as_deref().unwrap_or(""))
            .arg("text", shorten::for_message(&draft.text));
        Reject { locator, column, text: draft.text, diagnostic }
    }

    fn mapped(&self) -> impl Iterator<Item = (usize, usize)> {
        self.layout.fields.iter().copied()
    }

    fn cell(&self, column: usize, field: usize, text: &str, cells: &mut Cells) -> Result<(), Bad> {
        if text.len() > self.cell_bytes {
            return Err(Bad::TooLong { column, field, limit: self.cell_bytes });
        }
        let primitive = self.relation.columns[column].primitive;
        if primitive == Primitive::Symbol {
            return Ok(());
        }
        match cell::read(primitive, text).map_err(|error| Bad::Cell { column, field, error })? {
            Cell::Inline(code) => cells.codes[column] = code,
            Cell::Large(value) => cells.large.push((column, value)),
        }
        Ok(())
    }
}
