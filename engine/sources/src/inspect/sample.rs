//! Pieces of a text: its beginning, and more from further in where the file can be entered anywhere.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

use super::Packed;
use crate::read::{Failure, unpacked};

/// Bytes of the beginning, and of each further piece; how many of these. Together they are read and parsed well within a second.
const FIRST_BYTES: u64 = 1 << 20;
const PIECE_BYTES: u64 = 1 << 18;
const PIECES: u64 = 4;
/// Bytes of a text that has to be seen as a whole.
const WHOLE_BYTES: u64 = 1 << 26;

/// Pieces of a text.
pub(super) struct Sample {
    /// The first one is the beginning. Each begins with a line; all but the last of a file end with one.
    pub(super) pieces: Vec<Vec<u8>>,
    /// True where the first piece is everything.
    pub(super) whole: bool,
    file: File,
}

impl Sample {
    /// The text from its beginning; whether it ends there.
    pub(super) fn all(&self) -> Result<(Vec<u8>, bool), Failure> {
        beginning(&self.file, WHOLE_BYTES)
    }
}

/// Takes the sample of a file. A packed one can only be read from its beginning.
pub(super) fn take(file: File, packed: Option<Packed>) -> Result<Sample, Failure> {
    let (mut first, whole) = beginning(&file, FIRST_BYTES)?;
    if !whole {
        first.truncate(last_line(&first));
    }
    let mut pieces = vec![first];
    let size = file.metadata()?.len();
    if !whole && packed.is_none() && !is_utf16(&pieces[0]) {
        let room = size.saturating_sub(FIRST_BYTES);
        for number in 1..=PIECES {
            let start = FIRST_BYTES + room * number / PIECES;
            let start = if number == PIECES { size.saturating_sub(PIECE_BYTES) } else { start };
            pieces.extend(piece(&file, start.max(FIRST_BYTES))?);
        }
    }
    Ok(Sample { pieces, whole, file })
}

/// Two bytes a character, by the mark at the beginning or the zeros between Latin letters.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || zeros * 4 > head.len()
}

fn beginning(mut file: &File, bytes_max: u64) -> Result<(Vec<u8>, bool), Failure> {
    file.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    let mut text = unpacked(Box::new(file))?;
    (&mut text).take(bytes_max).read_to_end(&mut bytes)?;
    let whole = text.read(&mut [0])? == 0;
    Ok((bytes, whole))
}

fn piece(mut file: &File, start: u64) -> Result<Option<Vec<u8>>, Failure> {
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(PIECE_BYTES).read_to_end(&mut bytes)?;
    let is_last = bytes.len() < PIECE_BYTES as usize || file.read(&mut [0])? == 0;
    if !is_last {
        bytes.truncate(last_line(&bytes));
    }
    // What stands before the first line break is the rest of a line.
    let first = memchr::memchr(b'\n', &bytes).map(|at| at + 1);
    Ok(first.map(|first| bytes.split_off(first)).filter(|bytes| !bytes.is_empty()))
}

/// Where the last whole line ends; all of it where there is no line break.
fn last_line(bytes: &[u8]) -> usize {
    match memchr::memrchr(b'\n', bytes) {
        // The second byte of the line break in UTF-16, lower byte first.
        Some(at) if bytes.get(at + 1) == Some(&0) => at + 2,
        Some(at) => at + 1,
        None => bytes.len(),
    }
}
