//! A program with its records, and its model.

use std::path::Path;
use std::time::{Duration, Instant};

use diagnostics::{Diagnostic, Files, Lang};
use eval::{Halt, Model};
use program::checked::{Program, RelId};
use program::{LoadError, Loaded, Loader};
use proof::{Locators, RecordPlace, RecordUnit};
use values::Dictionary;

/// A program and where its records are.
pub struct Stored {
    /// The texts.
    pub files: Files,
    /// The program.
    pub program: Program,
    /// The time it took to read the records.
    pub load: Duration,
    records: sources::Records,
    columns: Vec<eval::Records>,
    dictionary: std::cell::RefCell<Option<Dictionary>>,
}

struct NoIncludes;

impl Loader for NoIncludes {
    fn load(&mut self, _: Option<&str>, _: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

impl Stored {
    /// Checks a rule file that includes nothing, and reads the records it asks for.
    pub fn load(program: &str, folder: &str) -> Result<Stored, String> {
        let text = std::fs::read_to_string(program).map_err(|error| format!("{program}: {error}"))?;
        let mut files = Files::default();
        let main = files.add(program, &text);
        let checked = program::check(&mut files, main, &mut NoIncludes);
        let Some(program) = checked.program else { return Err(told(&checked.diagnostics)) };
        let start = Instant::now();
        let mut dictionary = Dictionary::new(program.shapes.clone());
        let options = sources::Options {
            folder: Path::new(folder),
            collect_rejects: false,
            missing_is_empty: false,
            follow_links: false,
            digests: false,
        };
        let loaded = sources::load(&program, &options, &mut std::io::empty(), &mut sources::NoTables, &mut dictionary);
        let mut records = loaded.map_err(|found| told(&found))?;
        let columns = records.relations.iter_mut().map(|loaded| {
            let len = loaded.len();
            eval::Records { columns: std::mem::take(&mut loaded.columns), len }
        });
        let columns = columns.collect();
        let dictionary = std::cell::RefCell::new(Some(dictionary));
        Ok(Stored { files, program, load: start.elapsed(), records, columns, dictionary })
    }

    /// The model, once, and how long it took.
    pub fn evaluate(&self) -> Result<(Model<'_>, Duration), String> {
        let start = Instant::now();
        let dictionary = self.dictionary.take().ok_or("evaluated before")?;
        let limits = eval::Limits::default();
        let model = eval::evaluate(&self.program, dictionary, self.columns.clone(), &limits, &eval::Unwatched);
        match model {
            Ok(model) => Ok((model, start.elapsed())),
            Err(Halt::Wrong(found) | Halt::Limit(found)) => Err(told(&[*found])),
            Err(Halt::Interrupted) => Err("interrupted".to_string()),
        }
    }

    /// Where the records stand.
    pub fn places(&self) -> Places<'_> {
        Places(&self.records)
    }
}

fn told(found: &[Diagnostic]) -> String {
    found.iter().map(|found| found.message(Lang::En)).collect::<Vec<_>>().join("\n")
}

/// Where records stand.
pub struct Places<'r>(&'r sources::Records);

impl Locators for Places<'_> {
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace> {
        let place = |locator: sources::Locator| RecordPlace {
            file: self.0.sources[locator.source as usize].name.clone(),
            unit: RecordUnit::Row,
            number: i64::from(locator.row),
        };
        self.0.relations[relation.0 as usize].locators(row).map(place).collect()
    }
}
