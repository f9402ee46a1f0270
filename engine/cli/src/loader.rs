//! Included files, found in the file system.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use diagnostics::Lang;
use program::{LoadError, Loaded, Loader};

use crate::text_file::{TextError, read_text, shown_path};

/// Finds included files beside the including one, then in the `-I` folders.
pub struct FileLoader<'a> {
    main: &'a Path,
    folders: &'a [PathBuf],
    lang: Lang,
    /// The path by which each file read so far was reached, by its key.
    paths: BTreeMap<String, PathBuf>,
}

impl<'a> FileLoader<'a> {
    /// A loader for what the program `main` includes.
    pub fn new(main: &'a Path, folders: &'a [PathBuf], lang: Lang) -> Self {
        Self { main, folders, lang, paths: BTreeMap::new() }
    }

    /// The keys of all files that were read.
    pub fn keys(self) -> impl Iterator<Item = String> {
        self.paths.into_keys()
    }

    /// The paths of all files that were read.
    pub fn paths(self) -> impl Iterator<Item = PathBuf> {
        self.paths.into_values()
    }

    fn read(&self, path: &Path) -> Result<String, LoadError> {
        read_text(path).map_err(|error| match error {
            TextError::Missing => LoadError::Missing,
            other => LoadError::Unreadable(other.reason(self.lang)),
        })
    }
}

/// What tells files apart however they are named.
pub fn key(path: &Path) -> String {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}

impl Loader for FileLoader<'_> {
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let including = from.and_then(|key| self.paths.get(key)).map_or(self.main, PathBuf::as_path);
        let beside = including.parent().unwrap_or(Path::new("")).join(path);
        let places = std::iter::once(beside).chain(self.folders.iter().map(|folder| folder.join(path)));
        for place in places {
            match self.read(&place) {
                Err(LoadError::Missing) => {}
                Err(error) => return Err(error),
                Ok(text) => {
                    let (name, key) = (shown_path(&place), key(&place));
                    self.paths.insert(key.clone(), place);
                    return Ok(Loaded { name, key, text });
                }
            }
        }
        Err(LoadError::Missing)
    }
}
