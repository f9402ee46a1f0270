//! The programs that a path of the command line stands for.

use std::collections::BTreeSet;
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

/// What a program includes.
#[derive(Debug, Clone, Default)]
pub struct Inclusion {
    /// The key of its main file.
    pub key: String,
    /// The keys of the files it includes.
    pub includes: Vec<String>,
    /// True where it is a program of its own: named on the command line, or by a project.
    pub named: bool,
}

/// The keys of programs that were found below a folder but are parts of others. Of files that include each other the first
/// counts as a program.
pub fn included<'i>(programs: impl Iterator<Item = &'i Inclusion> + Clone) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    for program in programs.clone() {
        if !parts.contains(&program.key) {
            let others = program.includes.iter().filter(|key| **key != program.key);
            parts.extend(others.cloned());
        }
    }
    for program in programs.filter(|program| program.named) {
        parts.remove(&program.key);
    }
    parts
}

#[cfg(test)]
mod tests;
