//! Programs and records from files.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use diagnostics::{Files, Lang};
use program::checked::Program;
use program::{Dialect, LoadError, Loaded, Loader};
use proof::Limits;
use values::Dictionary;

use crate::certified::Certifier;
use crate::drivers::FileTables;
use crate::engine::{self, Rows};

/// A program and its records.
pub struct Opened {
    /// The program as written.
    pub program: Program,
    /// Its texts.
    pub files: Files,
    /// By relation, its records.
    pub rows: Rows,
    /// How many rows are no records.
    pub rejected: u32,
    /// What the checks say about it.
    pub warnings: Vec<String>,
}

impl Opened {
    /// The program in this file, of which `dialect` says more, and the records that it takes from the folder. What it includes may also stand in the
    /// folder `include`.
    ///
    /// # Errors
    /// Where a text is wrong, or a record.
    pub fn new(program: &Path, facts: &Path, dialect: &Dialect, include: Option<PathBuf>) -> Result<Opened, String> {
        let text = std::fs::read_to_string(program).map_err(|error| error.to_string())?;
        let mut files = Files::default();
        let main = files.add(program.display().to_string(), text);
        let mut texts = Texts { main: program.to_path_buf(), include };
        let checked = program::check_dialect(&mut files, main, &mut texts, dialect);
        let warnings = checked.diagnostics.iter().map(|found| engine::told(&files, found)).collect::<Vec<_>>();
        let program = checked.program.ok_or_else(|| warnings.join("\n"))?;
        let (rows, rejected) = rows(&program, facts)?;
        Ok(Opened { program, files, rows, rejected, warnings })
    }

    /// The program in plain rules.
    ///
    /// # Errors
    /// Where the law is contradictory.
    pub fn compiled(&self) -> Result<Cow<'_, Program>, String> {
        law::compile(&self.program).map_err(|errors| format!("{} errors of the law", errors.len()))
    }

    /// Has the step checker look at the proof of every fact, at most so many of each relation. Gives the number of steps.
    ///
    /// # Errors
    /// The first proof that is rejected, or why there is none.
    pub fn certified(&self, answers: usize) -> Result<usize, String> {
        let compiled = self.compiled()?;
        let model = engine::evaluate(&compiled, &self.rows).map_err(|error| error.message(Lang::En))?;
        let certifier = Certifier::new(&model, &self.program, &self.files, &self.rows);
        certifier.every_proof(&model, &Limits { all: false, depth: None, answers })
    }
}

/// Texts relative to the including one, or to another folder.
struct Texts {
    main: PathBuf,
    include: Option<PathBuf>,
}

impl Loader for Texts {
    fn load(&mut self, from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let from = from.map_or(self.main.clone(), PathBuf::from);
        let file = from.parent().unwrap_or(Path::new("")).join(path);
        let file = if file.is_file() { file } else { self.include.as_ref().map_or(file, |folder| folder.join(path)) };
        let text = std::fs::read_to_string(&file).map_err(|_| LoadError::Missing)?;
        Ok(Loaded { name: path.to_string(), key: file.display().to_string(), text })
    }
}

/// The records of all `.input` directives. Every row is a fact, a repeat, blank or rejected.
fn rows(program: &Program, facts: &Path) -> Result<(Rows, u32), String> {
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let options = sources::Options {
        folder: facts,
        collect_rejects: true,
        missing_is_empty: false,
        follow_links: false,
        digests: false,
    };
    let records = sources::load(program, &options, &mut std::io::empty(), &mut FileTables, &mut dictionary);
    let records =
        records.map_err(|errors| errors.iter().map(|error| error.message(Lang::En)).collect::<Vec<_>>().join("\n"))?;
    for source in &records.sources {
        assert_eq!(source.read, source.facts + source.repeats + source.blank + source.rejected, "{}", source.name);
    }
    let rows = records.relations.iter().zip(&program.relations).map(|(loaded, relation)| {
        let row = |row: u32| {
            let codes = loaded.columns.iter().map(|column| column[row as usize]);
            codes.zip(&relation.columns).map(|(code, column)| dictionary.decode(column.primitive, code)).collect()
        };
        (0..loaded.len()).map(row).collect()
    });
    Ok((rows.collect(), records.sources.iter().map(|source| source.rejected).sum()))
}
