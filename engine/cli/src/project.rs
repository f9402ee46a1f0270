//! What `PROGRAM` on the command line means: a rule file, or a project.

mod file;

use std::path::{Path, PathBuf};

use diagnostics::{Diagnostic, FileId, Files, Lang, Span, catalogue};
use program::DeclaredInput;

use crate::exit::Failure;
use crate::parameters::Setting;
use crate::text_file::{TextError, read_text, shown_path};

/// The name of a project file.
pub const PROJECT_FILE: &str = "syllogist.toml";

/// A program with what its project says about it.
#[derive(Debug, Clone)]
pub struct Project {
    /// The project file; `None` for a rule file alone.
    pub file: Option<PathBuf>,
    /// The main rule file.
    pub program: PathBuf,
    /// The folder of the records.
    pub facts: PathBuf,
    /// The relations whose tables are printed, each with its place in the project file; `None`: all `.output` relations
    /// and all clues.
    pub show: Option<Vec<(String, Span)>>,
    /// The language.
    pub lang: Option<Lang>,
    /// Values of parameters, in order; several of one name are readings to be compared.
    pub parameters: Vec<Setting>,
    /// Sources of records beside those of the program.
    pub inputs: Vec<DeclaredInput>,
    /// Where databases are: name and address.
    pub connections: Vec<(String, String)>,
}

impl Project {
    /// The project that a path of the command line stands for.
    pub fn open(path: &Path, files: &mut Files, lang: Lang) -> Result<Project, Failure> {
        if path.is_dir() {
            let file = path.join(PROJECT_FILE);
            if file.exists() {
                return file::read(&file, files, lang);
            }
            return Err(Failure::usage(Diagnostic::unplaced(&catalogue::NO_PROJECT).arg("path", path.display())));
        }
        if !path.exists() {
            return Err(Failure::usage(Diagnostic::unplaced(&catalogue::MISSING_PROGRAM).arg("path", path.display())));
        }
        let facts = path.parent().unwrap_or(Path::new("")).to_owned();
        let program = path.to_owned();
        Ok(Project {
            file: None,
            program,
            facts,
            show: None,
            lang: None,
            parameters: Vec::new(),
            inputs: Vec::new(),
            connections: Vec::new(),
        })
    }

    /// Reads the main rule file.
    pub fn read_program(&self, files: &mut Files, lang: Lang) -> Result<FileId, Failure> {
        match read_text(&self.program) {
            Ok(text) => Ok(files.add(shown_path(&self.program), text)),
            Err(error) => Err(Failure::wrong(unreadable(&self.program, &error, lang))),
        }
    }
}

/// The message for a rule or project file without a text.
fn unreadable(path: &Path, error: &TextError, lang: Lang) -> Diagnostic {
    Diagnostic::unplaced(&catalogue::UNREADABLE_PROGRAM).arg("path", shown_path(path)).arg("reason", error.reason(lang))
}

#[cfg(test)]
mod tests;
