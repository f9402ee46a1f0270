//! One row: the values of its mapped cells, or why it has none.

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Conversion, Encoding, InputFormat};
use values::{Code, Primitive, Value};

use super::layout::Layout;
use super::split::{Fault, Record};
use crate::convert::convert;
use crate::read::{Cell, CellError, Reading, read_cell};
use crate::shorten;
use crate::{Locator, Place, Reject};

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
    /// The symbols of columns whose cells are converted.
    pub(crate) converted: Vec<(usize, String)>,
}

/// Why a row cannot be read.
#[derive(Debug)]
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
    /// Their source.
    pub(crate) reading: &'a Reading<'a>,
    /// Which field gives which column.
    pub(crate) layout: &'a Layout,
    /// How each of these fields is read: worked out once, since rows are many.
    fields: Vec<Field<'a>>,
}

/// How the field of a column is read.
struct Field<'a> {
    column: usize,
    field: usize,
    primitive: Primitive,
    conversions: &'a [Conversion],
    /// It has to say who found something.
    is_author: bool,
}

impl Field<'_> {
    /// Whether all that can be wrong with it is its length: it is a symbol, taken as it stands.
    fn is_taken(&self) -> bool {
        self.primitive == Primitive::Symbol && self.conversions.is_empty() && !self.is_author
    }
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

impl<'a> Rows<'a> {
    /// The rows of a source with this layout.
    pub(crate) fn new(reading: &'a Reading<'a>, layout: &'a Layout) -> Self {
        let author = reading.relation.openness.author();
        let field = |&(column, field): &(usize, usize)| {
            let (primitive, is_author) = (reading.relation.columns[column].primitive, author == Some(column));
            Field { column, field, primitive, conversions: reading.conversions[column], is_author }
        };
        Self { reading, layout, fields: layout.fields.iter().map(field).collect() }
    }

    /// Reads a row into `cells`. Any row that is text gives the fact of a relation without columns; a row that is left out for a blank
    /// cell is not read further.
    pub(crate) fn read(&self, record: &Record<'_>, cells: &mut Cells) -> Content {
        if let Some(fault) = record.fault {
            return Content::Bad(Bad::Fault(fault));
        }
        if self.reading.relation.columns.is_empty() {
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
        if self.is_broken(record.raw) {
            return Content::Bad(Bad::Fault(Fault::NotInEncoding));
        }
        let skips = |(column, field): (usize, usize)| self.reading.skips(column) && record.fields.get(field).is_empty();
        if !self.reading.input.skip_blank.is_empty() && self.mapped().any(skips) {
            return Content::Blank;
        }
        cells.large.clear();
        cells.converted.clear();
        let short = record.raw.len() <= self.reading.limits.cell_bytes;
        let mut read = self.fields.iter().filter(|field| !short || !field.is_taken());
        match read.try_for_each(|field| self.cell(field, record.fields.get(field.field), cells)) {
            Ok(()) => Content::Values,
            Err(bad) => Content::Bad(bad),
        }
    }

    /// What is to be remembered of a row that cannot be read.
    pub(crate) fn draft(&self, bad: Bad, record: &Record<'_>) -> Draft {
        let text = match &bad {
            Bad::TooLong { field, .. } | Bad::Cell { field, .. } => shorten::for_reject(record.fields.get(*field)),
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
            Bad::Fault(Fault::Nul { byte }) => (None, Diagnostic::unplaced(&catalogue::NUL_BYTE).arg("byte", byte)),
            Bad::Fault(Fault::OpenQuote { lines }) => {
                (None, Diagnostic::unplaced(&catalogue::OPEN_QUOTE).arg("lines", lines))
            }
            Bad::Fault(Fault::NotInEncoding) => {
                let name = match self.reading.input.format {
                    InputFormat::Text { encoding: Encoding::Utf16, .. } => "UTF-16",
                    _ => "GB 18030",
                };
                (None, Diagnostic::unplaced(&catalogue::NOT_IN_ENCODING).arg("encoding", name))
            }
            Bad::Fault(Fault::Brackets) => (None, Diagnostic::unplaced(&catalogue::UNBALANCED_BRACKETS)),
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
                let primitive = self.reading.relation.columns[column].primitive;
                (Some(column), error.diagnostic(primitive, self.reading.shapes))
            }
        };
        let diagnostic = diagnostic.arg("found", draft.fields);
        self.reading.reject(diagnostic, locator, Place::Row(locator.row).words(), column, draft.text)
    }

    /// Whether a row whose text was decoded holds what its encoding does not have.
    fn is_broken(&self, raw: &[u8]) -> bool {
        let is_decoded =
            matches!(self.reading.input.format, InputFormat::Text { encoding, .. } if encoding != Encoding::Utf8);
        is_decoded && memchr::memmem::find(raw, "\u{fffd}".as_bytes()).is_some()
    }

    fn mapped(&self) -> impl Iterator<Item = (usize, usize)> {
        self.layout.fields.iter().copied()
    }

    fn cell(&self, of: &Field<'_>, text: &str, cells: &mut Cells) -> Result<(), Bad> {
        let Field { column, field, primitive, conversions, .. } = *of;
        let limit = self.reading.limits.cell_bytes;
        if text.len() > limit {
            return Err(Bad::TooLong { column, field, limit });
        }
        let bad = |error| Bad::Cell { column, field, error };
        let converted = match conversions {
            [] => None,
            conversions => Some(convert(conversions, text).map_err(bad)?.into_owned()),
        };
        let text = converted.as_deref().unwrap_or(text);
        if of.is_author && self.reading.is_anonymous(column, text) {
            return Err(bad(CellError::Anonymous));
        }
        if primitive == Primitive::Symbol {
            cells.converted.extend(converted.map(|text| (column, text)));
            return Ok(());
        }
        match read_cell(primitive, text, self.reading.shapes).map_err(bad)? {
            Cell::Inline(code) => cells.codes[column] = code,
            Cell::Large(value) => cells.large.push((column, value)),
        }
        Ok(())
    }
}
