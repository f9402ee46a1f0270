//! Facts as text.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write as _};

use diagnostics::{Diagnostic, Span, catalogue};
use flate2::Compression;
use flate2::write::GzEncoder;
use program::checked::TextFormat;
use values::{Code, Dictionary, Primitive};

use super::split::is_one_field;
use crate::composite::{Symbols, print};

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many rows.
    pub rows: u64,
    /// The first column found to hold what cannot be read back from a plain text: the delimiter or a line break, and what ends a
    /// symbol inside a record.
    pub ambiguous: Option<usize>,
}

/// Writes the line that names the columns.
///
/// # Errors
/// Those of `out`.
pub fn write_header(out: &mut dyn io::Write, format: &TextFormat, names: &[String]) -> io::Result<()> {
    let mut fields = Fields::new(out, format);
    fields.row(names.iter().map(String::as_str))?;
    fields.flush()
}

/// Writes one line for each row; `()` for the row of a relation without columns. `primitives` are the types of the columns.
///
/// With `rfc4180` cells are quoted where they must be; otherwise they are written as they are, as the dialect has it, and
/// [`Written::ambiguous`] says whether that broke a line.
///
/// # Errors
/// Those of `out`; also where `rfc4180` has a delimiter of several bytes, which
/// [`unusable_delimiter`](crate::unusable_delimiter) finds beforehand.
pub fn write_rows<R: AsRef<[Code]>>(
    out: &mut dyn io::Write,
    format: &TextFormat,
    primitives: &[Primitive],
    rows: impl IntoIterator<Item = R>,
    dictionary: &Dictionary,
) -> io::Result<Written> {
    let mut fields = Fields::new(out, format);
    let mut written = Written::default();
    let mut cells = vec![String::new(); primitives.len()];
    for row in rows {
        written.rows += 1;
        if primitives.is_empty() {
            fields.row(std::iter::once("()"))?;
            continue;
        }
        let symbols = if format.rfc4180 { Symbols::Quoted } else { Symbols::Bare };
        let mut unreadable = None;
        for (column, ((cell, primitive), code)) in cells.iter_mut().zip(primitives).zip(row.as_ref()).enumerate() {
            cell.clear();
            let readable = match primitive {
                Primitive::Symbol => {
                    cell.push_str(dictionary.text(*code));
                    format.rfc4180 || written.ambiguous.is_some() || is_one_field(cell, &format.delimiter)
                }
                Primitive::Composite(shape) => {
                    let readable = print(cell, dictionary, *shape, *code, symbols);
                    format.rfc4180 || (readable && is_one_field(cell, &format.delimiter))
                }
                _ => {
                    write!(cell, "{}", dictionary.decode(*primitive, *code)).map_err(io::Error::other)?;
                    true
                }
            };
            unreadable = unreadable.or((!readable).then_some(column));
        }
        written.ambiguous = written.ambiguous.or(unreadable);
        fields.row(cells.iter().map(String::as_str))?;
    }
    fields.flush()?;
    Ok(written)
}

/// The warning that `column` of `relation` was written so that it cannot be read back; `span` is the relation's name in the
/// directive.
pub fn ambiguous_output(relation: &str, column: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&catalogue::AMBIGUOUS_OUTPUT, span).arg("relation", relation).arg("column", column)
}

/// What `write` writes, packed as gzip does it. Equal texts give equal bytes.
///
/// # Errors
/// Those of `write` and of `out`.
pub fn packed<T>(out: &mut dyn io::Write, write: impl FnOnce(&mut dyn io::Write) -> io::Result<T>) -> io::Result<T> {
    let mut packing = BufWriter::new(GzEncoder::new(out, Compression::default()));
    let written = write(&mut packing)?;
    packing.into_inner()?.finish()?.flush()?;
    Ok(written)
}

/// Rows of fields in one of the two forms.
enum Fields<'o> {
    Plain { out: &'o mut dyn io::Write, delimiter: &'o str },
    Quoted(Box<csv::Writer<&'o mut dyn io::Write>>),
    Impossible,
}

impl<'o> Fields<'o> {
    fn new(out: &'o mut dyn io::Write, format: &'o TextFormat) -> Self {
        match format.delimiter.as_bytes() {
            _ if !format.rfc4180 => Self::Plain { out, delimiter: &format.delimiter },
            [delimiter] => Self::Quoted(Box::new(csv::WriterBuilder::new().delimiter(*delimiter).from_writer(out))),
            _ => Self::Impossible,
        }
    }

    fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) -> io::Result<()> {
        match self {
            Self::Plain { out, delimiter } => {
                for (column, cell) in cells.enumerate() {
                    if column > 0 {
                        out.write_all(delimiter.as_bytes())?;
                    }
                    out.write_all(cell.as_bytes())?;
                }
                out.write_all(b"\n")
            }
            Self::Quoted(table) => table.write_record(cells).map_err(io::Error::from),
            Self::Impossible => Err(io::Error::new(io::ErrorKind::InvalidInput, "RFC 4180 has one-byte delimiters")),
        }
    }

    fn flush(self) -> io::Result<()> {
        match self {
            Self::Plain { out, .. } => out.flush(),
            Self::Quoted(mut table) => table.flush(),
            Self::Impossible => Ok(()),
        }
    }
}
