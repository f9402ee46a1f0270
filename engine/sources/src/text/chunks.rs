//! A text in chunks that end where a record ends.

use std::io::Read;

use program::checked::TextFormat;

use super::cut::Cut;
use super::split::quoting;
use crate::read::{Failure, Opened};

/// A part of a text: whole records.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    /// A line break, so that no chunk is the beginning of a text to those who read it; then the records.
    pub(crate) bytes: Vec<u8>,
    /// Where the first record begins.
    pub(crate) start: usize,
    /// The last record is cut off inside quotes by the end of the text.
    pub(crate) open: bool,
}

/// What stands before the records of a chunk.
const LEAD: &[u8] = b"\n";

/// The chunks of a text that are still to be read.
///
/// The life of a chunk: (1) a fixed number of bytes is read behind what the chunk before left over; (2) more, until a record
/// ends in it; (3) what stands behind the last record is left over for the next one.
pub(crate) struct Chunks<'a> {
    text: Opened<'a>,
    quoting: Option<u8>,
    chunk_bytes: usize,
    left_over: Vec<u8>,
    ended: bool,
}

impl<'a> Chunks<'a> {
    /// Chunks of about `chunk_bytes`.
    pub(crate) fn new(mut text: Opened<'a>, format: &TextFormat, chunk_bytes: usize) -> Self {
        let left_over = std::mem::take(&mut text.head);
        Self { text, quoting: quoting(format), chunk_bytes, left_over, ended: false }
    }

    /// Reads the next one into `chunk`, whose buffer is used again; false if there is none.
    pub(crate) fn read(&mut self, chunk: &mut Chunk) -> Result<bool, Failure> {
        let Chunk { bytes, start, open } = chunk;
        bytes.clear();
        bytes.extend_from_slice(LEAD);
        bytes.append(&mut self.left_over);
        let mut cut = Cut::new(self.quoting, LEAD.len());
        while !self.ended {
            self.fill(bytes)?;
            let end = cut.last_end(bytes, self.ended);
            if let Some(end) = end.filter(|_| !self.ended) {
                self.left_over.extend_from_slice(&bytes[end..]);
                bytes.truncate(end);
                break;
            }
        }
        *start = LEAD.len();
        *open = self.ended && cut.is_open();
        Ok(bytes.len() > LEAD.len())
    }

    fn fill(&mut self, bytes: &mut Vec<u8>) -> Result<(), Failure> {
        let Opened { rest, bytes_max, .. } = &mut self.text;
        let count = rest.take(self.chunk_bytes as u64).read_to_end(bytes)?;
        *bytes_max = bytes_max.checked_sub(count as u64).ok_or(Failure::TooLarge)?;
        self.ended = count < self.chunk_bytes;
        Ok(())
    }
}

#[cfg(test)]
impl Chunk {
    /// A text that is one chunk.
    pub(crate) fn whole(text: &[u8]) -> Self {
        Self { bytes: [LEAD, text].concat(), start: LEAD.len(), open: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chunks of a text and whether the last one is open.
    fn chunks(text: &str, quoted: bool, chunk_bytes: usize) -> (Vec<String>, bool) {
        let format = TextFormat { delimiter: ",".to_owned(), rfc4180: quoted, headers: false };
        let text = Opened { head: Vec::new(), rest: Box::new(text.as_bytes()), bytes_max: 1000 };
        let mut chunks = Chunks::new(text, &format, chunk_bytes);
        let (mut chunk, mut parts, mut open) = (Chunk::default(), Vec::new(), false);
        while chunks.read(&mut chunk).ok().unwrap() {
            parts.push(String::from_utf8(chunk.bytes[chunk.start..].to_vec()).unwrap());
            open = chunk.open;
        }
        (parts, open)
    }

    fn parts(parts: &[&str]) -> Vec<String> {
        parts.iter().map(|part| (*part).to_owned()).collect()
    }

    #[test]
    fn lines() {
        assert_eq!(chunks("", false, 4), (parts(&[]), false));
        assert_eq!(chunks("ab\ncd\nefghij\n\nkl", false, 4), (parts(&["ab\n", "cd\n", "efghij\n\n", "kl"]), false));
        assert_eq!(chunks("ab\ncd\n", false, 100), (parts(&["ab\ncd\n"]), false));
        assert_eq!(chunks("a,\"b\nc\"\nd\n", false, 5), (parts(&["a,\"b\n", "c\"\nd\n"]), false));
    }

    #[test]
    fn records_are_not_cut_inside_quotes() {
        assert_eq!(chunks("a\n\"b\nc\"\nd\n", true, 4), (parts(&["a\n", "\"b\nc\"\n", "d\n"]), false));
        assert_eq!(chunks("\"a\"\"\nb\"\nc\n", true, 2), (parts(&["\"a\"\"\nb\"\n", "c\n"]), false));
        assert_eq!(chunks("5\",x\ny,\"\"\nz\"\n", true, 3), (parts(&["5\",x\n", "y,\"\"\n", "z\"\n"]), false));
    }

    #[test]
    fn a_crlf_is_not_cut_and_a_lone_carriage_return_ends_a_record() {
        assert_eq!(chunks("a\r\nb\r\n", true, 2), (parts(&["a\r\n", "b\r\n"]), false));
        assert_eq!(chunks("a\rb\rc\r", true, 3), (parts(&["a\r", "b\r", "c\r"]), false));
    }

    #[test]
    fn an_open_quote_ends_with_the_text() {
        assert_eq!(chunks("a\nb,\"c\nd\n", true, 3), (parts(&["a\n", "b,\"c\nd\n"]), true));
        assert_eq!(chunks("a\nb,\"c\"", true, 3), (parts(&["a\n", "b,\"c\""]), false));
        assert_eq!(chunks("a\nb,\"c\"\"", true, 3), (parts(&["a\n", "b,\"c\"\""]), true));
    }
}
