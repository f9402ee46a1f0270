//! The folder of a report: what is there before, and what of it goes.

use std::fs;
use std::path::{Path, PathBuf};

use diagnostics::{Diagnostic, catalogue};
use ledger::is_clue_id;

use crate::exit::Failure;

/// What the first page of a report says about who wrote it.
const MARK: &str = "<meta name=\"generator\" content=\"syllogist report\">";

/// The files of an earlier report in this folder that a new one might not have.
///
/// # Errors
/// A folder that holds something else: its files are nobody's to replace.
pub fn existing(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(Vec::new()) };
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().to_string()).collect::<Vec<_>>();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let first = fs::read_to_string(folder.join("index.html")).unwrap_or_default();
    if !first.contains(MARK) {
        let other = Diagnostic::unplaced(&catalogue::NO_REPORT_FOLDER).arg("folder", folder.display());
        return Err(Failure::usage(other));
    }
    let lists = names.iter().filter(|name| is_list(name)).map(|name| folder.join(name));
    let inside = |name: &str| fs::read_dir(folder.join(name)).into_iter().flatten().flatten().map(|entry| entry.path());
    let pages = ["proofs", "open"].into_iter().flat_map(inside);
    Ok(lists.chain(pages.filter(|path| is_proof(path))).collect())
}

/// `clues-12.html`, `open-1.html`
fn is_list(name: &str) -> bool {
    let number = name.strip_suffix(".html").and_then(|name| name.strip_prefix("clues-").or(name.strip_prefix("open-")));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `13d9a3267081ec86.html`
fn is_proof(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(".html").is_some_and(is_clue_id)
}

/// Removes pages of the earlier report that the new one does not have. What cannot be removed is linked from nowhere.
pub fn remove_others(old: &[PathBuf], new: &[PathBuf]) {
    let new = new.iter().collect::<std::collections::BTreeSet<_>>();
    for path in old.iter().filter(|path| !new.contains(path)) {
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_a_report_are_ever_removed() {
        for name in ["clues-1.html", "open-12.html"] {
            assert!(is_list(name), "{name}");
        }
        for name in ["clues-.html", "clues-1.txt", "notes.html", "open-a.html", "index.html"] {
            assert!(!is_list(name), "{name}");
        }
        assert!(is_proof(Path::new("proofs/13d9a3267081ec86.html")));
        assert!(!is_proof(Path::new("proofs/mine.html")) && !is_proof(Path::new("proofs/13d9a3267081ec86")));
    }
}
