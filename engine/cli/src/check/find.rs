//! The programs that a path of the command line stands for.

use std::fs;
use std::path::{Path, PathBuf};

use diagnostics::{Diagnostic, catalogue};

use crate::exit::Failure;
use crate::project::PROJECT_FILE;

/// A program to be checked.
pub struct Found {
    /// Its rule file, or the folder of its project.
    pub path: PathBuf,
    /// True where it was named on the command line or by a project; a rule file found below a folder may be a part of another.
    pub named: bool,
}

/// The programs, in path order: the file or project itself, or everything below a folder that is neither. Hidden folders
/// and folders behind symbolic links are not entered.
pub fn programs(path: &Path) -> Result<Vec<Found>, Failure> {
    if !path.is_dir() || path.join(PROJECT_FILE).exists() {
        return Ok(vec![Found { path: path.to_owned(), named: true }]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        if folder.join(PROJECT_FILE).exists() {
            found.push(Found { path: folder.clone(), named: true });
        }
        // What cannot be read has no rules that could be checked.
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let kind = entry.file_type().ok().filter(|_| !hidden);
            if kind.is_some_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            } else if kind.is_some() && entry.path().extension().is_some_and(|extension| extension == "dl") {
                found.push(Found { path: entry.path(), named: false });
            }
        }
    }
    if found.is_empty() {
        return Err(Failure::usage(Diagnostic::unplaced(&catalogue::NO_RULE_FILES).arg("path", path.display())));
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}
