//! What is in a file: its format, columns with their types, and a declaration that reads it.
//!
//! Only samples are looked at, whatever the size of the file: the beginning, and further pieces where the file can be entered in the
//! middle. A guess is made by the code that loads records, so it holds for everything that was looked at.

mod column;
mod declaration;
mod guess;
mod json;
mod names;
mod sample;
mod tables;
mod text;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Conversion, InputFormat};
use values::Primitive;

use crate::read::{Damage, Failure, damaged, magic, open_file, with_reason};
use crate::table::Tables;

pub use self::declaration::declaration;

/// What was found in a file.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// How its records are written, as an `.input` says it.
    pub format: InputFormat,
    /// How it is packed.
    pub packed: Option<Packed>,
    /// Its size on the disk.
    pub bytes: u64,
    /// Records that were looked at.
    pub rows: u64,
    /// True where these are all there are.
    pub whole: bool,
    /// Rows among those that were looked at that cannot be read whatever the types: another number of fields than the header, bytes that are no text.
    pub broken: u64,
    /// The fields, in the order of the file.
    pub columns: Vec<Inspected>,
    /// Further tables of the file.
    pub others: Vec<String>,
    /// The name proposed for the relation: that of the table, or of the file.
    pub name: String,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// gzip
    Gzip,
    /// zstd
    Zstd,
}

/// A field of the records.
#[derive(Clone, Debug)]
pub struct Inspected {
    /// Its name in the file; of a field inside of a JSON object the way to it (a JSON Pointer); empty where it has none.
    pub field: String,
    /// The name proposed for the relation's column.
    pub column: String,
    /// The type that holds all its values.
    pub primitive: Primitive,
    /// What is done with its cells before.
    pub conversions: Vec<Conversion>,
    /// Why a type that most values have was not chosen, or why the field is left out.
    pub remark: Option<Remark>,
    /// Cells without content.
    pub empty: u64,
    /// The first different values, as they stand; cut where they are long.
    pub samples: Vec<String>,
}

/// What there is to say about a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// All values that are there have this type, but some cells are empty.
    Empty(Primitive),
    /// Digits that name something: they begin with 0, or are too long for a quantity.
    Identity,
    /// Days of which nobody can tell whether the month or the day stands first.
    AmbiguousDay,
    /// Left out: other fields have the same name, or it has none, or one that no mapping can write.
    Unnamed,
    /// Left out: some records do not have it, or have `null` or another kind of value there.
    Partial,
    /// Left out: a list or an object.
    Nested,
    /// Left out: cells that are no values, such as failed formulas.
    Faults(u64),
}

impl Inspected {
    /// Whether the declaration reads it.
    pub fn is_read(&self) -> bool {
        let left_out = [Remark::Unnamed, Remark::Partial, Remark::Nested];
        !self.remark.as_ref().is_some_and(|remark| left_out.contains(remark) || matches!(remark, Remark::Faults(_)))
    }
}

/// Looks into a file. Of a database the table called `wanted` is looked at, of a workbook that sheet; without one the first table, and the only
/// sheet.
///
/// # Errors
/// Where the file cannot be read, is damaged at its beginning, is of no known format, or has no such table.
pub fn inspect(path: &Path, wanted: Option<&str>, tables: &mut dyn Tables) -> Result<Inspection, Box<Diagnostic>> {
    let told = |failure| told(failure, path);
    let mut file = open_file(path, u64::MAX).map_err(told)?;
    let head = head(&mut file).map_err(|error| told(Failure::Io(error)))?;
    let bytes = file.metadata().map_or(0, |metadata| metadata.len());
    let stem = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = stem.split('.').find(|part| !part.is_empty()).unwrap_or("records").to_owned();
    let mut found = match Kind::of(&head) {
        Kind::Sqlite => tables::sqlite(path, wanted),
        Kind::Workbook => tables::workbook(file, wanted, tables),
        Kind::Parquet => tables::parquet(file, tables),
        Kind::Text(packed) => text_or_json(file, packed),
    }
    .map_err(told)?;
    if found.name.is_empty() {
        found.name = stem;
    }
    if found.columns.is_empty() {
        return Err(Box::new(Diagnostic::unplaced(&catalogue::NO_RECORDS_INSIDE).arg("file", path.display())));
    }
    found.bytes = bytes;
    names::give(&mut found);
    Ok(found)
}

enum Kind {
    Sqlite,
    Workbook,
    Parquet,
    Text(Option<Packed>),
}

impl Kind {
    /// By the first bytes, whatever the file is called.
    fn of(head: &[u8]) -> Kind {
        let kinds: [(&[u8], Kind); 6] = [
            (magic::SQLITE, Kind::Sqlite),
            (magic::PARQUET, Kind::Parquet),
            (magic::ZIP, Kind::Workbook),
            (magic::OLE, Kind::Workbook),
            (magic::GZIP, Kind::Text(Some(Packed::Gzip))),
            (magic::ZSTD, Kind::Text(Some(Packed::Zstd))),
        ];
        let kind = kinds.into_iter().find(|(magic, _)| head.starts_with(magic));
        kind.map_or(Kind::Text(None), |(_, kind)| kind)
    }
}

/// The first bytes; the file stands at its beginning again afterwards.
fn head(file: &mut File) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.by_ref().take(16).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(head)
}

fn text_or_json(file: File, packed: Option<Packed>) -> Result<Inspection, Failure> {
    let sample = sample::take(file, packed)?;
    let mut found = match json::form(&sample.pieces[0]) {
        Some(form) => json::inspect(form, &sample)?,
        None => text::inspect(&sample),
    };
    found.packed = packed;
    Ok(found)
}

/// What is said about a file that cannot be looked into.
fn told(failure: Failure, path: &Path) -> Box<Diagnostic> {
    let told = match failure {
        Failure::Told(told) | Failure::Foreign(told) | Failure::NothingFits(told) => *told,
        Failure::Table(told) | Failure::Lost(told) => *told,
        Failure::Io(error) => match Damage::of(&error) {
            Some(damage) => damaged(damage),
            None => with_reason(Diagnostic::unplaced(&catalogue::UNREADABLE_SAMPLE), &error),
        },
        Failure::TooLarge => Diagnostic::unplaced(&catalogue::UNREADABLE_SAMPLE),
    };
    Box::new(told.arg("file", path.display()))
}
