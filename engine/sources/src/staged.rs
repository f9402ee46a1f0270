//! Files that appear all together or not at all.

use std::collections::{BTreeSet, VecDeque};
use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use diagnostics::{Diagnostic, Text, catalogue};

use crate::read::with_reason;

/// Files in the making.
///
/// The life of a file: (1) [`write`](Self::write) writes it under a temporary name beside its place; (2)
/// [`commit`](Self::commit) moves it there, replacing what was there before; (3) dropped without (2), it is removed, and so
/// are the folders that were made for it.
#[derive(Debug)]
pub struct Staged {
    folder: PathBuf,
    /// In the order of writing. A report has tens of thousands.
    files: VecDeque<Waiting>,
    /// Their identities.
    taken: BTreeSet<PathBuf>,
    made: Vec<PathBuf>,
    /// The files that may not be replaced, each by its [`identity`].
    kept: BTreeSet<PathBuf>,
}

#[derive(Debug)]
struct Waiting {
    temporary: PathBuf,
    place: PathBuf,
    identity: PathBuf,
}

/// Temporary names tried for one file; all are taken only where a thousand runs were killed.
const NAMES_MAX: usize = 1000;

impl Staged {
    /// No files yet. `folder` is touched only when the first one is written.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            files: VecDeque::new(),
            taken: BTreeSet::new(),
            made: Vec::new(),
            kept: BTreeSet::new(),
        }
    }

    /// Keeps these files from being replaced, by whatever path, and through whatever link, they are reached.
    pub fn keeping(mut self, files: impl IntoIterator<Item = PathBuf>) -> Self {
        self.kept.extend(files.into_iter().map(|file| identity(&file)));
        self
    }

    /// Writes the file `name` (looked up in the folder unless absolute) with what `write` puts into it.
    ///
    /// # Errors
    /// A diagnostic where the file cannot be written, is a folder or device, was already written, or is one to be kept.
    /// Nothing is left of it then.
    pub fn write<T>(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
    ) -> Result<T, Box<Diagnostic>> {
        self.write_path(name, |path| {
            let mut out = BufWriter::new(OpenOptions::new().write(true).open(path)?);
            write(&mut out).and_then(|result| out.flush().map(|()| result))
        })
    }

    /// As [`write`](Self::write), for what can be written only by somebody who opens the file: `write` gets the path of an
    /// empty one.
    ///
    /// # Errors
    /// As there.
    pub fn write_path<T>(
        &mut self,
        name: &str,
        write: impl FnOnce(&Path) -> io::Result<T>,
    ) -> Result<T, Box<Diagnostic>> {
        let place = self.folder.join(name);
        let identity = identity(&place);
        if self.kept.contains(&identity) {
            return Err(Box::new(about(&place, Diagnostic::unplaced(&catalogue::OVERWRITES_SOURCE))));
        }
        if self.taken.contains(&identity) {
            return Err(Box::new(about(&place, Diagnostic::unplaced(&catalogue::WRITTEN_TWICE))));
        }
        if place.is_dir() {
            return Err(unwritable(&place, ErrorKind::IsADirectory.into()));
        }
        if place.exists() && !place.is_file() {
            // A file moved there would replace the device: `/dev/null` itself, for whoever may do that.
            let reason = Text { en: "it is a device or a pipe", zh: "它是设备或管道" };
            return Err(Box::new(
                about(&place, Diagnostic::unplaced(&catalogue::UNWRITABLE_OUTPUT)).words("reason", reason),
            ));
        }
        self.fill(&place, identity, write).map_err(|error| unwritable(&place, error))
    }

    /// Moves all files to their places and says where they are, in the order of writing.
    ///
    /// # Errors
    /// A diagnostic where one cannot be moved; those behind it are then removed.
    pub fn commit(mut self) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
        let mut places = Vec::with_capacity(self.files.len());
        while let Some(Waiting { temporary, place, .. }) = self.files.front() {
            fs::rename(temporary, place).map_err(|error| unwritable(place, error))?;
            places.extend(self.files.pop_front().map(|file| file.place));
        }
        Ok(places)
    }

    fn fill<T>(
        &mut self,
        place: &Path,
        identity: PathBuf,
        write: impl FnOnce(&Path) -> io::Result<T>,
    ) -> io::Result<T> {
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        self.make_folder(folder)?;
        let temporary = temporary_file(folder, self.files.len())?;
        self.taken.insert(identity.clone());
        self.files.push_back(Waiting { temporary: temporary.clone(), place: place.to_owned(), identity });
        let result = write(&temporary);
        if result.is_err() {
            self.discard_last();
        }
        result
    }

    /// The error that led here is the one to report.
    fn discard_last(&mut self) {
        let Some(Waiting { temporary, identity, .. }) = self.files.pop_back() else { return };
        self.taken.remove(&identity);
        let _ = fs::remove_file(temporary);
    }

    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<PathBuf> = folder
            .ancestors()
            .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
            .map(Path::to_owned)
            .collect();
        for path in missing.into_iter().rev() {
            fs::create_dir(&path)?;
            self.made.push(path);
        }
        Ok(())
    }
}

impl Drop for Staged {
    /// Errors cannot be reported here; what cannot be removed stays under its temporary name.
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(&file.temporary);
        }
        // A folder that holds a committed file is not empty and therefore stays.
        for folder in self.made.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// What tells files apart however they are named: the path without links, also of a file that does not exist yet.
fn identity(path: &Path) -> PathBuf {
    for known in path.ancestors() {
        let here = if known.as_os_str().is_empty() { Path::new(".") } else { known };
        let (Ok(mut real), Ok(rest)) = (fs::canonicalize(here), path.strip_prefix(known)) else { continue };
        for part in rest.components() {
            match part {
                Component::ParentDir => {
                    real.pop();
                }
                other => real.push(other),
            }
        }
        return real;
    }
    path.to_owned()
}

/// A new file in `folder`, numbered from `first` on.
fn temporary_file(folder: &Path, first: usize) -> io::Result<PathBuf> {
    for number in first..first + NAMES_MAX {
        let path = folder.join(format!(".syllogist-{number}.part"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            file => return file.map(|_| path),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn unwritable(place: &Path, error: io::Error) -> Box<Diagnostic> {
    Box::new(with_reason(about(place, Diagnostic::unplaced(&catalogue::UNWRITABLE_OUTPUT)), &error))
}

fn about(place: &Path, diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.arg("file", place.display())
}
