//! From text to records: where a row ends and where a field ends.

mod plain;
mod quoted;

use csv::StringRecord;
use diagnostics::{Diagnostic, Span, catalogue};
use program::checked::TextFormat;

use plain::Plain;
use quoted::Quoted;

/// One row of a source.
#[derive(Debug, Default)]
pub(crate) struct Record<'t> {
    /// Its number, from 1.
    pub(crate) row: u32,
    /// Its bytes without the line break.
    pub(crate) raw: &'t [u8],
    /// Its fields, at least one; without meaning where there is a fault.
    pub(crate) fields: StringRecord,
    /// Why it is no record.
    pub(crate) fault: Option<Fault>,
}

/// Why a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not UTF-8 from this byte of the row on, counted from 1.
    InvalidUtf8 { byte: usize },
    /// A quote stays open for this many line breaks up to the end of the text.
    OpenQuote { lines: usize },
}

/// A text as a sequence of records.
pub(crate) enum Split<'t> {
    /// Rows are lines, and every delimiter separates.
    Plain(Plain<'t>),
    /// Quoted as RFC 4180 says.
    Quoted(Quoted<'t>),
}

impl<'t> Split<'t> {
    /// Splits `text`, which has no byte order mark. The delimiter must be usable ([`unusable_delimiter`]).
    pub(crate) fn new(text: &'t [u8], format: &TextFormat) -> Self {
        match format.delimiter.as_bytes() {
            [delimiter] if format.rfc4180 => Self::Quoted(Quoted::new(text, *delimiter)),
            _ => Self::Plain(Plain::new(text, &format.delimiter)),
        }
    }

    /// Reads the next row into `record`; false at the end.
    pub(crate) fn read(&mut self, record: &mut Record<'t>) -> bool {
        match self {
            Self::Plain(plain) => plain.read(record),
            Self::Quoted(quoted) => quoted.read(record),
        }
    }
}

/// Says so if the fields of `relation` cannot be separated as `format` asks; `span` is the relation's name in the directive.
pub fn unusable_delimiter(format: &TextFormat, relation: &str, span: Span) -> Option<Diagnostic> {
    let delimiter = format.delimiter.as_str();
    let usable = match delimiter.as_bytes() {
        [] => false,
        [byte] if format.rfc4180 => byte.is_ascii() && !b"\"\r\n".contains(byte),
        _ => !format.rfc4180 && !delimiter.contains(['\r', '\n']),
    };
    (!usable).then(|| {
        let shown = delimiter.escape_debug();
        Diagnostic::new(&catalogue::UNUSABLE_DELIMITER, span).arg("delimiter", shown).arg("relation", relation)
    })
}
