//! How large a workbook is when unpacked.

use std::io::{self, Read, Seek};

use diagnostics::{Diagnostic, catalogue};
use sources::TableError;
use zip::ZipArchive;

use crate::faults::damaged;

/// Bytes of all parts of a workbook together. A full sheet of a million rows and eight columns has about a third of it.
const UNPACKED_BYTES_MAX: u64 = 1 << 30;

/// Whether an archive may be unpacked: by what it says itself, and then, since that may be untrue, by unpacking each part as far as
/// it said.
///
/// # Errors
/// Where it is too large, or no archive.
pub(crate) fn check(file: impl Read + Seek) -> Result<(), TableError> {
    check_within(UNPACKED_BYTES_MAX, file)
}

fn check_within(limit: u64, file: impl Read + Seek) -> Result<(), TableError> {
    let mut archive = ZipArchive::new(file).map_err(damaged)?;
    let mut total: u64 = 0;
    for part in 0..archive.len() {
        total = total.saturating_add(archive.by_index_raw(part).map_err(damaged)?.size());
    }
    if total > limit {
        let large = Diagnostic::unplaced(&catalogue::WORKBOOK_TOO_LARGE).arg("size", total);
        return Err(large.arg("limit", limit).into());
    }
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(damaged)?;
        let (said, name) = (part.size(), part.name().map_err(damaged)?.into_owned());
        let found = io::copy(&mut part.take(said + 1), &mut io::sink()).map_err(damaged)?;
        if found > said {
            return Err(damaged(format!("its part `{name}` is larger than it says")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use diagnostics::Lang;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// An archive with one part of so many zeros.
    fn zeros(count: usize) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
        archive.write_all(&vec![0; count]).unwrap();
        archive.finish().unwrap().into_inner()
    }

    fn told(limit: u64, bytes: &[u8]) -> String {
        match check_within(limit, Cursor::new(bytes)) {
            Err(TableError::Told(told)) => format!("{} {}", told.code(), told.message(Lang::En)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_too_large_is_not_unpacked() {
        let bomb = zeros(2_000_000);
        assert!(bomb.len() < 5_000, "{}", bomb.len());
        check_within(2_000_000, Cursor::new(&bomb)).unwrap();
        let large = "SY0463 the workbook `{file}` has 2000000 bytes when unpacked, more than the 1999999 that are read";
        assert_eq!(told(1_999_999, &bomb), large);
    }

    #[test]
    fn what_lies_about_its_size_is_damaged() {
        let mut bomb = zeros(2_000_000);
        // 2,000,000 as the archive says it, once before the part and once at the end.
        let said = 2_000_000_u32.to_le_bytes();
        let at = (0..bomb.len() - 4).filter(|at| bomb[*at..*at + 4] == said).collect::<Vec<_>>();
        assert!(!at.is_empty());
        for at in at {
            bomb[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
        }
        assert!(told(1_000, &bomb).starts_with("SY0462 "), "{}", told(1_000, &bomb));
    }
}
