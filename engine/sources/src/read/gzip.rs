//! Texts that are packed.

use std::error::Error;
use std::fmt;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// `text`, unpacked where its first bytes say that it is gzip, whatever it is called. Several members give one text.
///
/// # Errors
/// Those of reading the first bytes. Damage is found while the text is read: an error that holds a [`Damage`].
pub(crate) fn unpacked<'a>(mut text: Box<dyn Read + 'a>) -> io::Result<Box<dyn Read + 'a>> {
    let mut head = Vec::new();
    (&mut text).take(MAGIC.len() as u64).read_to_end(&mut head)?;
    let packed = head == MAGIC;
    let text = Cursor::new(head).chain(text);
    if packed { Ok(Box::new(Unpacking(MultiGzDecoder::new(BufReader::new(text))))) } else { Ok(Box::new(text)) }
}

struct Unpacking<R>(MultiGzDecoder<R>);

impl<R: io::BufRead> Read for Unpacking<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => io::Error::other(Damage::Cut),
            ErrorKind::InvalidInput | ErrorKind::InvalidData => io::Error::other(Damage::Bytes),
            _ => error,
        })
    }
}

/// What is wrong with a packed text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    /// It ends too early.
    Cut,
    /// Its bytes are not those that were packed, or not packed at all.
    Bytes,
}

impl Damage {
    /// The damage that an error of reading tells of.
    pub(crate) fn of(error: &io::Error) -> Option<Damage> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a damaged gzip file")
    }
}

impl Error for Damage {}
