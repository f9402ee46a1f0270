//! From text to records: where a row ends and where a field ends.

mod plain;
mod quoted;

use std::ops::Range;

use csv::StringRecord;
use diagnostics::{Diagnostic, Span, catalogue};
use program::checked::TextFormat;

use super::chunks::Chunk;
use plain::Plain;
use quoted::Quoted;

/// One row of a chunk.
#[derive(Debug, Default)]
pub(crate) struct Record<'t> {
    /// Its number in the chunk, from 1.
    pub(crate) row: u32,
    /// Its bytes without the line break.
    pub(crate) raw: &'t [u8],
    /// Its fields, at least one; without meaning where there is a fault.
    pub(crate) fields: Fields<'t>,
    /// Why it is no record.
    pub(crate) fault: Option<Fault>,
}

/// The fields of a row.
#[derive(Debug, Default)]
pub(crate) struct Fields<'t> {
    line: &'t str,
    /// Where each field ends; a delimiter of `width` bytes stands before the next one.
    ends: Vec<usize>,
    width: usize,
    /// The fields without their quotes; these count where the row has any.
    unquoted: StringRecord,
    has_quotes: bool,
}

/// Why a row is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Not UTF-8 from this byte of the row on, counted from 1.
    InvalidUtf8 { byte: usize },
    /// A zero stands at this byte of the row, counted from 1.
    Nul { byte: usize },
    /// A quote stays open for this many line breaks up to the end of the text.
    OpenQuote { lines: usize },
    /// Square brackets are not balanced.
    Brackets,
    /// Something in it is no text of the encoding that was declared.
    NotInEncoding,
}

/// A chunk as a sequence of records.
pub(crate) enum Split<'t> {
    /// Rows are lines, and every delimiter separates.
    Plain(Plain<'t>),
    /// Quoted as RFC 4180 says.
    Quoted(Box<Quoted<'t>>),
}

impl<'t> Split<'t> {
    /// Splits a chunk. The delimiter must be usable ([`unusable_delimiter`]).
    pub(crate) fn new(chunk: &'t Chunk, format: &'t TextFormat) -> Self {
        match quoting(format) {
            Some(_) => Self::Quoted(Box::new(Quoted::new(chunk, &format.delimiter))),
            None => Self::Plain(Plain::new(chunk, &format.delimiter)),
        }
    }

    /// Reads the next row into `record`; false at the end.
    pub(crate) fn read(&mut self, record: &mut Record<'t>) -> bool {
        match self {
            Self::Plain(plain) => plain.read(record),
            Self::Quoted(quoted) => quoted.read(record),
        }
    }

    /// Where in the chunk the next row begins.
    pub(crate) fn at(&self) -> usize {
        match self {
            Self::Plain(plain) => plain.at(),
            Self::Quoted(quoted) => quoted.at(),
        }
    }
}

impl<'t> Fields<'t> {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        if self.has_quotes { self.unquoted.len() } else { self.ends.len() }
    }

    /// The field with this number.
    pub(crate) fn get(&self, field: usize) -> &str {
        if self.has_quotes {
            return &self.unquoted[field];
        }
        let start = if field == 0 { 0 } else { self.ends[field - 1] + self.width };
        &self.line[start..self.ends[field]]
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|field| self.get(field))
    }

    /// Where the fields of a row with quotes go.
    fn unquoted(&mut self) -> &mut StringRecord {
        self.has_quotes = true;
        &mut self.unquoted
    }

    /// Takes the fields that `delimiter` separates in `line`.
    fn separate(&mut self, line: &'t str, delimiter: &str) {
        (self.line, self.width, self.has_quotes) = (line, delimiter.len(), false);
        self.ends.clear();
        match delimiter.as_bytes() {
            [delimiter] => self.ends.extend(memchr::memchr_iter(*delimiter, line.as_bytes())),
            _ => self.ends.extend(line.match_indices(delimiter).map(|(end, _)| end)),
        }
        self.ends.push(line.len());
    }

    /// Takes the fields that `delimiter` separates in `line` outside square brackets.
    fn separate_outside_brackets(&mut self, line: &'t str, delimiter: &str) -> Result<(), Fault> {
        (self.line, self.width, self.has_quotes) = (line, delimiter.len(), false);
        self.ends.clear();
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(next) = line[at..].chars().next() {
            if depth == 0 && line[at..].starts_with(delimiter) {
                self.ends.push(at);
                at += delimiter.len();
                continue;
            }
            match next {
                '[' => depth += 1,
                ']' => depth = depth.checked_sub(1).ok_or(Fault::Brackets)?,
                _ => {}
            }
            at += next.len_utf8();
        }
        self.ends.push(line.len());
        if depth == 0 { Ok(()) } else { Err(Fault::Brackets) }
    }
}

/// Whether `cell`, written as it is, is read back as one field.
pub(crate) fn is_one_field(cell: &str, delimiter: &str) -> bool {
    if cell.contains(['\n', '\r']) {
        return false;
    }
    if !delimiter.contains(',') || !cell.contains(['[', ']']) {
        return !cell.contains(delimiter);
    }
    let mut fields = Fields::default();
    fields.separate_outside_brackets(cell, delimiter).is_ok() && fields.len() == 1
}

/// Bytes that are text, as a whole or in parts.
#[derive(Clone, Copy)]
struct Bytes<'t> {
    all: &'t [u8],
    /// Nothing where some of it is no text.
    text: Option<&'t str>,
}

impl<'t> Bytes<'t> {
    fn new(all: &'t [u8]) -> Self {
        let has_nul = memchr::memchr(0, all).is_some();
        Self { all, text: if has_nul { None } else { std::str::from_utf8(all).ok() } }
    }

    /// The text of a part that is cut at line breaks.
    fn line(&self, part: Range<usize>) -> Result<&'t str, Fault> {
        match self.text {
            Some(text) => Ok(&text[part]),
            None => text(&self.all[part]),
        }
    }
}

/// The text that these bytes are.
fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| Fault::InvalidUtf8 { byte: error.valid_up_to() + 1 })?;
    memchr::memchr(0, bytes).map_or(Ok(text), |at| Err(Fault::Nul { byte: at + 1 }))
}

/// The delimiter of a format whose fields may be quoted.
pub(crate) fn quoting(format: &TextFormat) -> Option<u8> {
    match format.delimiter.as_bytes() {
        [delimiter] if format.rfc4180 => Some(*delimiter),
        _ => None,
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
