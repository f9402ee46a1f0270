//! A line of `COPY .. TO STDOUT`: cells between tabs, `\N` for nothing, other characters after a backslash (PostgreSQL's documentation
//! of `COPY`, text format).

use std::ops::Range;

use memchr::{memchr, memchr2};
use sources::{CellFault, TableCell};

use super::shape::CellKind;

/// Takes lines apart; what it needs for that is kept from line to line.
#[derive(Default)]
pub(super) struct Splitter {
    fields: Vec<Field>,
    /// Cells that had a backslash in them, without it.
    unescaped: Vec<u8>,
}

#[derive(Clone)]
enum Field {
    Nothing,
    Plain(Range<usize>),
    Unescaped(Range<usize>),
}

impl Splitter {
    /// Takes a line apart, which comes without its end.
    pub(super) fn split(&mut self, line: &[u8]) {
        self.fields.clear();
        self.unescaped.clear();
        let mut start = 0;
        loop {
            match memchr2(b'\t', b'\\', &line[start..]).map(|at| start + at) {
                None => return self.fields.push(Field::Plain(start..line.len())),
                Some(end) if line[end] == b'\t' => {
                    self.fields.push(Field::Plain(start..end));
                    start = end + 1;
                }
                Some(_) => {
                    let end = memchr(b'\t', &line[start..]).map_or(line.len(), |at| start + at);
                    self.escaped(&line[start..end]);
                    if end == line.len() {
                        return;
                    }
                    start = end + 1;
                }
            }
        }
    }

    fn escaped(&mut self, field: &[u8]) {
        if field == b"\\N" {
            return self.fields.push(Field::Nothing);
        }
        let start = self.unescaped.len();
        let mut bytes = field.iter();
        while let Some(byte) = bytes.next() {
            self.unescaped.push(match byte {
                b'\\' => match bytes.next() {
                    Some(b'b') => 8,
                    Some(b'f') => 12,
                    Some(b'n') => b'\n',
                    Some(b'r') => b'\r',
                    Some(b't') => b'\t',
                    Some(b'v') => 11,
                    Some(other) => *other,
                    None => b'\\',
                },
                other => *other,
            });
        }
        self.fields.push(Field::Unescaped(start..self.unescaped.len()));
    }

    /// The cells of the line that was taken apart last.
    pub(super) fn cells<'r>(&'r self, line: &'r [u8], kinds: &'r [CellKind]) -> impl Iterator<Item = TableCell<'r>> {
        self.fields.iter().zip(kinds).map(move |(field, kind)| match field {
            Field::Nothing => TableCell::Empty,
            Field::Plain(range) => cell(&line[range.clone()], *kind),
            Field::Unescaped(range) => cell(&self.unescaped[range.clone()], *kind),
        })
    }
}

fn cell(bytes: &[u8], kind: CellKind) -> TableCell<'_> {
    let Ok(text) = str::from_utf8(bytes) else { return TableCell::Fault(CellFault::Bytes, "") };
    match kind {
        CellKind::Integer => text.parse().map_or(TableCell::Text(text), TableCell::Integer),
        CellKind::Float => text.parse().map_or(TableCell::Text(text), TableCell::Float),
        CellKind::Truth => TableCell::Text(if text == "t" { "true" } else { "false" }),
        CellKind::Bytes => TableCell::Fault(CellFault::Bytes, text),
        CellKind::Padded => TableCell::Text(text.trim_end_matches(' ')),
        CellKind::Text => TableCell::Text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &[u8], kinds: &[CellKind]) -> String {
        let mut splitter = Splitter::default();
        splitter.split(line);
        format!("{:?}", splitter.cells(line, kinds).collect::<Vec<_>>())
    }

    #[test]
    fn every_escape() {
        let texts = [CellKind::Text; 4];
        let line = "\\N\ta\\\\N\\tb\\nc\\r\\b\\f\\v\t\t甲𠮷";
        assert_eq!(
            cells(line.as_bytes(), &texts),
            r#"[Empty, Text("a\\N\tb\nc\r\u{8}\u{c}\u{b}"), Text(""), Text("甲𠮷")]"#
        );
        assert_eq!(cells(b"", &texts[..1]), r#"[Text("")]"#);
        assert_eq!(cells(b"\t\\N", &texts[..2]), r#"[Text(""), Empty]"#);
        assert_eq!(cells(b"\xff", &texts[..1]), r#"[Fault(Bytes, "")]"#);
    }

    #[test]
    fn every_kind() {
        use CellKind::{Bytes, Float, Integer, Padded, Truth};
        let kinds = [Integer, Float, Float, Truth, Bytes, Padded];
        let line = b"-9223372036854775808\t0.1\tNaN\tf\t\\\\x00ff\tab  ";
        assert_eq!(
            cells(line, &kinds),
            r#"[Integer(-9223372036854775808), Float(0.1), Float(NaN), Text("false"), Fault(Bytes, "\\x00ff"), Text("ab")]"#
        );
    }
}
