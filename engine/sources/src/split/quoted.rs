//! Quoted records (RFC 4180), read by the `csv` crate and numbered here.

use std::io::Read;

use csv::{Reader, ReaderBuilder};

use super::{Fault, Record};

/// A quoted text. The `csv` crate passes over empty lines without a word and closes open quotes at the end by itself;
/// both are found here from the position behind each record.
pub(crate) struct Quoted<'t> {
    text: &'t [u8],
    /// Where the next row begins.
    at: usize,
    row: u32,
    delimiter: u8,
    reader: Reader<&'t [u8]>,
}

fn reader<R: Read>(text: R, delimiter: u8) -> Reader<R> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text)
}

impl<'t> Quoted<'t> {
    /// Splits `text`.
    pub(super) fn new(text: &'t [u8], delimiter: u8) -> Self {
        Self { text, at: 0, row: 0, delimiter, reader: reader(text, delimiter) }
    }

    /// Reads the next row into `record`; false at the end.
    pub(super) fn read(&mut self, record: &mut Record<'t>) -> bool {
        let start = self.at;
        let Some(first) = self.text.get(start) else { return false };
        self.row += 1;
        record.row = self.row;
        record.fault = None;
        if matches!(first, b'\r' | b'\n') {
            self.at = self.after_break(start + 1);
            record.raw = &[];
            record.fields.clear();
            record.fields.push_field("");
            return true;
        }
        // Reading from memory, with rows of any length allowed, can only fail because of bytes that are no text.
        let valid = self.reader.read_record(&mut record.fields).is_ok();
        self.at = self.after_break(self.reader.position().byte() as usize);
        let raw = &self.text[start..self.at];
        record.raw = without_break(raw);
        if self.at == self.text.len() && self.ends_inside_quotes(raw) {
            let lines = raw.iter().filter(|byte| **byte == b'\n').count();
            record.fault = Some(Fault::OpenQuote { lines });
        } else if !valid {
            let byte = std::str::from_utf8(raw).map_or_else(|error| error.valid_up_to(), str::len) + 1;
            record.fault = Some(Fault::InvalidUtf8 { byte });
        }
        true
    }

    /// `end`, or the byte behind it where `end` cuts a CRLF in two.
    fn after_break(&self, end: usize) -> usize {
        let cut = self.text.get(end) == Some(&b'\n') && self.text[end - 1] == b'\r';
        if cut { end + 1 } else { end }
    }

    /// Whether a further line would still belong to the record `raw`.
    fn ends_inside_quotes(&self, raw: &[u8]) -> bool {
        reader(raw.chain(b"\nx".as_slice()), self.delimiter).into_byte_records().count() == 1
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
        let (mut quoted, mut record, mut rows) = (Quoted::new(text, b','), Record::default(), Vec::new());
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
