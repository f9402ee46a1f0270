//! Which files a directive names.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use diagnostics::{Diagnostic, catalogue};

use crate::read::Failure;

/// A file with its name as the directive gives it or, where that is a pattern, as it was found.
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

/// The files that `name` stands for: itself, or all that fit it if it is a pattern (`*`, `?`), in the order of their names.
///
/// # Errors
/// Where no file fits a pattern. A file that does not exist is found out when it is opened.
pub(crate) fn files(folder: &Path, name: &str) -> Result<Vec<Found>, Failure> {
    let found = match name.contains(['*', '?']) {
        false => vec![Found { name: name.to_owned(), path: folder.join(name) }],
        true => fitting(folder, name)?,
    };
    Ok(found)
}

fn fitting(folder: &Path, pattern: &str) -> Result<Vec<Found>, Failure> {
    let whole = Path::new(&glob::Pattern::escape(&folder.display().to_string())).join(pattern);
    let options = glob::MatchOptions { require_literal_separator: true, ..glob::MatchOptions::new() };
    let paths = glob::glob_with(&whole.display().to_string(), options).map_err(|_| nothing_fits())?;
    let mut found = Vec::new();
    for path in paths {
        let path = path.map_err(|error| Failure::Io(error.into()))?;
        if path.is_dir() {
            continue;
        }
        let name = path.strip_prefix(folder).unwrap_or(&path).display().to_string();
        found.push(Found { name, path });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    if found.is_empty() { Err(nothing_fits()) } else { Ok(found) }
}

fn nothing_fits() -> Failure {
    Failure::NothingFits(Box::new(Diagnostic::unplaced(&catalogue::NO_FILE_FITS)))
}

/// Refuses a link that leads out of `folder`. A name that points out of it by itself (`../x`, `/x`) was meant so by whoever wrote
/// the rule; a link was not.
///
/// # Errors
/// Where the file is such a link, or nobody can say.
pub(crate) fn stays_inside(folder: &Path, Found { name, path }: &Found) -> Result<(), Failure> {
    let names_outside = Path::new(name).is_absolute() || name.split('/').any(|part| part == "..");
    let real = match std::fs::canonicalize(path) {
        Ok(real) => real,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let inside = std::fs::canonicalize(folder)?;
    if names_outside || real.starts_with(inside) {
        return Ok(());
    }
    let told = Diagnostic::unplaced(&catalogue::LINK_OUTSIDE).arg("target", real.display());
    Err(Failure::Table(Box::new(told)))
}
