//! Texts that are packed.

use std::error::Error;
use std::fmt;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

use super::magic::{GZIP, ZSTD};

/// `text`, unpacked where its first bytes say that it is packed, whatever it is called. Several members give one text.
///
/// # Errors
/// Those of reading the first bytes. Damage is found while the text is read: an error that holds a [`Damage`].
pub(crate) fn unpacked<'a>(mut text: Box<dyn Read + 'a>) -> io::Result<Box<dyn Read + 'a>> {
    let mut head = Vec::new();
    (&mut text).take(ZSTD.len() as u64).read_to_end(&mut head)?;
    let (is_gzip, is_zstd) = (head.starts_with(GZIP), head == ZSTD);
    let text = BufReader::new(Cursor::new(head).chain(text));
    Ok(if is_gzip {
        Box::new(Unpacking(MultiGzDecoder::new(text)))
    } else if is_zstd {
        Box::new(Unpacking(zstd::Decoder::with_buffer(text)?))
    } else {
        Box::new(text)
    })
}

struct Unpacking<R>(R);

impl<R: Read> Read for Unpacking<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => io::Error::other(Damage::Cut),
            // What zstd says of damage has no kind of its own.
            ErrorKind::InvalidInput | ErrorKind::InvalidData | ErrorKind::Other => io::Error::other(Damage::Bytes),
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
        write!(f, "a damaged packed file")
    }
}

impl Error for Damage {}
