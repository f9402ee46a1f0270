//! Rows are lines, fields are what stands between delimiters, nothing is quoted. Where the delimiter holds a comma, so may a
//! record: what stands in square brackets is not divided.

use super::super::chunks::Chunk;
use super::{Bytes, Record};

/// A plain text. A carriage return before the line break belongs to the line break.
pub(crate) struct Plain<'t> {
    bytes: Bytes<'t>,
    /// Where the next row begins.
    at: usize,
    row: u32,
    delimiter: &'t str,
    brackets: bool,
}

impl<'t> Plain<'t> {
    /// Splits a chunk.
    pub(super) fn new(chunk: &'t Chunk, delimiter: &'t str) -> Self {
        let brackets = delimiter.contains(',') && memchr::memchr2(b'[', b']', &chunk.bytes).is_some();
        Self { bytes: Bytes::new(&chunk.bytes), at: chunk.start, row: 0, delimiter, brackets }
    }

    /// Reads the next row into `record`; false at the end.
    pub(super) fn read(&mut self, record: &mut Record<'t>) -> bool {
        let (all, start) = (self.bytes.all, self.at);
        if start >= all.len() {
            return false;
        }
        let end = memchr::memchr(b'\n', &all[start..]).map_or(all.len(), |length| start + length);
        self.at = end + 1;
        self.row += 1;

        let line = &all[start..end];
        record.row = self.row;
        record.raw = line.strip_suffix(b"\r").unwrap_or(line);
        record.fault = match self.bytes.line(start..start + record.raw.len()) {
            Ok(line) if self.brackets => record.fields.separate_outside_brackets(line, self.delimiter).err(),
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::split::Fault;

    fn rows(text: &str, delimiter: &str) -> Vec<(u32, Vec<String>)> {
        let chunk = Chunk::whole(text.as_bytes());
        let (mut plain, mut record, mut rows) = (Plain::new(&chunk, delimiter), Record::default(), Vec::new());
        while plain.read(&mut record) {
            rows.push((record.row, record.fields.iter().map(str::to_owned).collect()));
        }
        rows
    }

    fn row(number: u32, fields: &[&str]) -> (u32, Vec<String>) {
        (number, fields.iter().map(|field| (*field).to_owned()).collect())
    }

    #[test]
    fn lines_and_delimiters() {
        assert_eq!(rows("", "\t"), []);
        assert_eq!(rows("a\tb\r\n\nc\"\t", "\t"), [row(1, &["a", "b"]), row(2, &[""]), row(3, &["c\"", ""])]);
        assert_eq!(rows("\n", "\t"), [row(1, &[""])]);
        assert_eq!(rows("a||b|c\n", "||"), [row(1, &["a", "b|c"])]);
        assert_eq!(rows("甲、乙\n", "、"), [row(1, &["甲", "乙"])]);
        assert_eq!(rows("a\rb\r\r\n", "\t"), [row(1, &["a\rb\r"])]);
    }

    #[test]
    fn a_comma_in_square_brackets_does_not_separate() {
        assert_eq!(rows("[1, [a,b]],c\n", ","), [row(1, &["[1, [a,b]]", "c"])]);
        assert_eq!(rows("[1;a];c\n", ";"), [row(1, &["[1", "a]", "c"])]);
        for open in ["[1,a\n", "a],1\n", "1,a]b[\n"] {
            let chunk = Chunk::whole(open.as_bytes());
            let mut record = Record::default();
            assert!(Plain::new(&chunk, ",").read(&mut record));
            assert_eq!(record.fault, Some(Fault::Brackets), "{open}");
        }
    }

    #[test]
    fn bytes_that_are_no_text() {
        let chunk = Chunk::whole(b"ab\xff\nc");
        let mut plain = Plain::new(&chunk, "\t");
        let mut record = Record::default();
        assert!(plain.read(&mut record));
        assert_eq!((record.row, record.fault), (1, Some(Fault::InvalidUtf8 { byte: 3 })));
        assert!(plain.read(&mut record));
        assert_eq!((record.row, record.fault, record.fields.get(0)), (2, None, "c"));
        assert!(!plain.read(&mut record));
    }
}
