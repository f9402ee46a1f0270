//! Rows are lines, fields are what stands between delimiters, nothing is quoted.

use super::{Fault, Record};

/// A plain text. A carriage return before the line break belongs to the line break.
pub(crate) struct Plain<'t> {
    lines: Option<&'t [u8]>,
    delimiter: String,
    row: u32,
}

impl<'t> Plain<'t> {
    /// Splits `text`.
    pub(super) fn new(text: &'t [u8], delimiter: &str) -> Self {
        Self { lines: (!text.is_empty()).then_some(text), delimiter: delimiter.to_owned(), row: 0 }
    }

    /// Reads the next row into `record`; false at the end.
    pub(super) fn read(&mut self, record: &mut Record<'t>) -> bool {
        let Some(text) = self.lines else { return false };
        let end = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
        self.lines = text.get(end + 1..).filter(|rest| !rest.is_empty());
        self.row += 1;

        let line = &text[..end];
        record.row = self.row;
        record.raw = line.strip_suffix(b"\r").unwrap_or(line);
        record.fields.clear();
        record.fault = match std::str::from_utf8(record.raw) {
            Ok(line) => {
                line.split(self.delimiter.as_str()).for_each(|field| record.fields.push_field(field));
                None
            }
            Err(error) => Some(Fault::InvalidUtf8 { byte: error.valid_up_to() + 1 }),
        };
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: &str) -> Vec<(u32, Vec<String>)> {
        let (mut plain, mut record, mut rows) = (Plain::new(text.as_bytes(), delimiter), Record::default(), Vec::new());
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
    }

    #[test]
    fn bytes_that_are_no_text() {
        let mut plain = Plain::new(b"ab\xff\nc", "\t");
        let mut record = Record::default();
        assert!(plain.read(&mut record));
        assert_eq!((record.row, record.fault), (1, Some(Fault::InvalidUtf8 { byte: 3 })));
        assert!(plain.read(&mut record));
        assert_eq!((record.row, record.fault, &record.fields[0]), (2, None, "c"));
        assert!(!plain.read(&mut record));
    }
}
