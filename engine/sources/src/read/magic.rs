//! First bytes by which formats are recognised, whatever a file is called.

/// RFC 1952.
pub(crate) const GZIP: &[u8] = b"\x1f\x8b";
/// RFC 8878.
pub(crate) const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
/// A database of SQLite 3.
pub(crate) const SQLITE: &[u8] = b"SQLite format 3\0";
/// A Parquet file.
pub(crate) const PARQUET: &[u8] = b"PAR1";
/// A ZIP archive: most workbooks are one.
pub(crate) const ZIP: &[u8] = b"PK\x03\x04";
/// A compound file: a workbook before 2007, or one with a password.
pub(crate) const OLE: &[u8] = b"\xd0\xcf\x11\xe0";
