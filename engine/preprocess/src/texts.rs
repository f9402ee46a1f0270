//! The texts a program includes, each read once.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Files, Span, catalogue};

use crate::loader::{LoadError, Loader};

/// Inclusions in one program: a file that includes another twice, which includes a third twice, ... grows without bounds.
const INCLUSIONS_MAX: usize = 10_000;

/// The texts that a program includes, found by a [`Loader`].
pub struct Texts<'l> {
    loader: &'l mut dyn Loader,
    main: FileId,
    keys: BTreeMap<FileId, String>,
    known: BTreeMap<String, FileId>,
    inclusions: usize,
}

impl<'l> Texts<'l> {
    /// The texts of the program whose main text is `main`.
    pub fn new(main: FileId, loader: &'l mut dyn Loader) -> Self {
        Self { loader, main, keys: BTreeMap::new(), known: BTreeMap::new(), inclusions: 0 }
    }

    /// The text that `path`, written at `at`, names. It is added to `files` when it is asked for the first time.
    ///
    /// # Errors
    /// The diagnostic: it is missing or cannot be read, or there are too many inclusions, which is said once (`None` after
    /// that).
    pub fn find(&mut self, files: &mut Files, path: &str, at: Span) -> Result<FileId, Option<Box<Diagnostic>>> {
        self.inclusions += 1;
        if self.inclusions > INCLUSIONS_MAX {
            let error = Diagnostic::new(&catalogue::TOO_MANY_INCLUSIONS, at).arg("limit", INCLUSIONS_MAX);
            return Err((self.inclusions == INCLUSIONS_MAX + 1).then(|| Box::new(error)));
        }
        let from = self.keys.get(&at.file).map(String::as_str);
        let loaded = self.loader.load(from, path).map_err(|error| Some(Box::new(unloaded(error, path, at))))?;
        if let Some(known) = self.known.get(&loaded.key) {
            return Ok(*known);
        }
        if loaded.name == files.get(self.main).name {
            return Ok(self.main);
        }
        let file = files.add(loaded.name, loaded.text);
        self.keys.insert(file, loaded.key.clone());
        self.known.insert(loaded.key, file);
        Ok(file)
    }
}

fn unloaded(error: LoadError, path: &str, at: Span) -> Diagnostic {
    match error {
        LoadError::Missing => Diagnostic::new(&catalogue::MISSING_INCLUDE, at).arg("path", path),
        LoadError::Unreadable(reason) => {
            Diagnostic::new(&catalogue::UNREADABLE_INCLUDE, at).arg("path", path).arg("reason", reason)
        }
    }
}
