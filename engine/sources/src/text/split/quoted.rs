//! Quoted records (RFC 4180), numbered here. Rows with a quote are read by the `csv` crate; rows without one are lines whose
//! fields stand between delimiters.

use std::io::Cursor;

use csv::{Position, Reader, ReaderBuilder};

use super::super::chunks::Chunk;
use super::{Bytes, Fault, Record, text};

/// A quoted text. The `csv` crate passes over empty lines without a word and closes open quotes at the end by itself; the
/// former are found here from the position behind each record, the latter were found when the text was cut into chunks.
pub(crate) struct Quoted<'t> {
    bytes: Bytes<'t>,
    /// Where the next row begins.
    at: usize,
    row: u32,
    /// One byte.
    delimiter: &'t str,
    /// The last record is cut off inside quotes.
    open: bool,
    has_quotes: bool,
    reader: Option<Reader<Cursor<&'t [u8]>>>,
}

/// Bytes that the `csv` crate takes at a time: what it took in vain is lost where rows without quotes follow.
const TAKEN: usize = 1 << 10;

impl<'t> Quoted<'t> {
    /// Splits a chunk.
    pub(super) fn new(chunk: &'t Chunk, delimiter: &'t str) -> Self {
        let has_quotes = memchr::memchr(b'"', &chunk.bytes).is_some();
        let bytes = Bytes::new(&chunk.bytes);
        Self { bytes, at: chunk.start, row: 0, delimiter, open: chunk.open, has_quotes, reader: None }
    }

    /// Reads the next row into `record`; false at the end.
    pub(super) fn read(&mut self, record: &mut Record<'t>) -> bool {
        let (all, start) = (self.bytes.all, self.at);
        if start >= all.len() {
            return false;
        }
        self.row += 1;
        record.row = self.row;
        let length = memchr::memchr2(b'\r', b'\n', &all[start..]).unwrap_or(all.len() - start);
        if self.has_quotes && memchr::memchr(b'"', &all[start..start + length]).is_some() {
            self.read_quoted(record);
            return true;
        }
        self.at = self.after_break(start + length + 1).min(all.len());
        record.raw = &all[start..start + length];
        record.fault = match self.bytes.line(start..start + length) {
            Ok(line) => {
                record.fields.separate(line, self.delimiter);
                None
            }
            Err(fault) => Some(fault),
        };
        true
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn read_quoted(&mut self, record: &mut Record<'t>) {
        let start = self.at;
        let (valid, end) = self.read_by_csv(record);
        self.at = self.after_break(end);
        let raw = &self.bytes.all[start..self.at];
        record.raw = without_break(raw);
        record.fault = if self.open && self.at == self.bytes.all.len() {
            Some(Fault::OpenQuote { lines: raw.iter().filter(|byte| **byte == b'\n').count() })
        } else if valid && self.bytes.text.is_some() {
            None
        } else {
            text(raw).err()
        };
    }

    /// Reads the record at `at`. Says whether it is text, and where it ends.
    fn read_by_csv(&mut self, record: &mut Record<'t>) -> (bool, usize) {
        let (all, delimiter) = (self.bytes.all, self.delimiter.as_bytes()[0]);
        let reader = self.reader.get_or_insert_with(|| {
            let mut builder = ReaderBuilder::new();
            builder.has_headers(false).flexible(true).delimiter(delimiter).buffer_capacity(TAKEN);
            builder.from_reader(Cursor::new(all))
        });
        let position = reader.position().byte() as usize;
        let only_breaks = all[position..self.at].iter().all(|byte| matches!(byte, b'\r' | b'\n'));
        if !only_breaks {
            // From the line break on: at the beginning of what it reads, the reader passes over a byte order mark.
            let mut position = Position::new();
            position.set_byte(self.at as u64 - 1);
            reader.seek(position).expect("a slice can be sought");
        }
        // Reading from memory, with rows of any length allowed, can only fail because of bytes that are no text.
        let valid = reader.read_record(record.fields.unquoted()).is_ok();
        (valid, reader.position().byte() as usize)
    }

    /// `end`, or the byte behind it where `end` cuts a CRLF in two.
    fn after_break(&self, end: usize) -> usize {
        let cut = self.bytes.all.get(end) == Some(&b'\n') && self.bytes.all[end - 1] == b'\r';
        if cut { end + 1 } else { end }
    }
}

/// `raw` without the line break at its end.
fn without_break(raw: &[u8]) -> &[u8] {
    let line = raw.strip_suffix(b"\n").unwrap_or(raw);
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Row = (u32, Option<Fault>, Vec<String>, String);

    fn rows(text: &[u8]) -> Vec<Row> {
        let mut chunk = Chunk::whole(text);
        chunk.open = text.ends_with(b"2,b\n");
        let (mut quoted, mut record, mut rows) = (Quoted::new(&chunk, ","), Record::default(), Vec::new());
        while quoted.read(&mut record) {
            let fields = record.fields.iter().map(str::to_owned).collect();
            rows.push((record.row, record.fault, fields, String::from_utf8_lossy(record.raw).into_owned()));
        }
        rows
    }

    fn row(number: u32, fields: &[&str], raw: &str) -> Row {
        (number, None, fields.iter().map(|field| (*field).to_owned()).collect(), raw.to_owned())
    }

    #[test]
    fn a_quoted_line_break_does_not_begin_a_row_and_empty_lines_count() {
        assert_eq!(
            rows(b"\r\na,\"b\r\n,c\"\r\n\n\r\n\"d \"\"e\"\"\",f"),
            [
                row(1, &[""], ""),
                row(2, &["a", "b\r\n,c"], "a,\"b\r\n,c\""),
                row(3, &[""], ""),
                row(4, &[""], ""),
                row(5, &["d \"e\"", "f"], "\"d \"\"e\"\"\",f"),
            ]
        );
        assert_eq!(rows(b"\"\"\n"), [row(1, &[""], "\"\"")]);
        assert_eq!(rows(b"a\rb\r\r\n"), [row(1, &["a"], "a"), row(2, &["b"], "b"), row(3, &[""], "")]);
        assert_eq!(rows(b""), []);
    }

    #[test]
    fn an_open_quote_is_found_at_the_end_only() {
        let rows = rows(b"5\",x\n1,\"a\n2,b\n");
        assert_eq!(rows[0], row(1, &["5\"", "x"], "5\",x"));
        assert_eq!((rows[1].0, rows[1].1), (2, Some(Fault::OpenQuote { lines: 2 })));
        assert_eq!(rows.len(), 2);
    }

    #[test]
    fn reading_goes_on_behind_bytes_that_are_no_text() {
        let rows = rows(b"a,\"b\n\xff\"\nc,d\n\xb0");
        assert_eq!((rows[0].0, rows[0].1), (1, Some(Fault::InvalidUtf8 { byte: 6 })));
        assert_eq!(rows[1], row(2, &["c", "d"], "c,d"));
        assert_eq!((rows[2].0, rows[2].1), (3, Some(Fault::InvalidUtf8 { byte: 1 })));
    }
}
