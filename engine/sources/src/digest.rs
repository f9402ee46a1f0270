//! By what it is recognised that a source is still the same.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read, Seek};

use sha2::{Digest as _, Sha256};

use crate::table::RowPlace;

/// SHA-256 (FIPS 180-4): of a file the hash of its bytes as they lie on the disk, which `sha256sum` shows too; of a database's
/// table that of its rows, see [`RowDigest`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Digest(pub [u8; 32]);

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// The digest of a whole file, which stands at its beginning again afterwards.
pub(crate) fn of_file(file: &mut File) -> io::Result<Digest> {
    let hash = Hashing::default();
    io::copy(&mut Digesting::new(&mut *file, &hash), &mut io::sink())?;
    file.rewind()?;
    Ok(hash.finish())
}

/// The digest of rows: for each one its place and then its cells as texts, in order; each text with its length in bytes before it (eight bytes,
/// lowest first), each row with its number of texts.
pub(crate) struct RowDigest(Sha256);

impl RowDigest {
    /// No rows.
    pub(crate) fn new() -> Self {
        Self(Sha256::new())
    }

    /// One more row.
    pub(crate) fn add(&mut self, place: RowPlace<'_>, cells: impl ExactSizeIterator<Item = impl AsRef<str>>) {
        self.0.update((cells.len() as u64 + 1).to_le_bytes());
        match place {
            RowPlace::Next => self.text(""),
            RowPlace::Number(number) => self.text(&number.to_string()),
            RowPlace::Key(key) => self.text(key),
        }
        cells.for_each(|cell| self.text(cell.as_ref()));
    }

    fn text(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    /// The digest of all rows.
    pub(crate) fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

/// The hash of what is being read.
#[derive(Default)]
pub(crate) struct Hashing(RefCell<Sha256>);

impl Hashing {
    /// The digest of everything that was read.
    pub(crate) fn finish(self) -> Digest {
        Digest(self.0.into_inner().finalize().into())
    }
}

/// A reader that digests what is read through it.
pub(crate) struct Digesting<'h, R> {
    inner: R,
    hash: &'h Hashing,
}

impl<'h, R> Digesting<'h, R> {
    /// Nothing was read yet.
    pub(crate) fn new(inner: R, hash: &'h Hashing) -> Self {
        Self { inner, hash }
    }
}

impl<R: Read> Read for Digesting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.hash.0.borrow_mut().update(&buffer[..count]);
        Ok(count)
    }
}
