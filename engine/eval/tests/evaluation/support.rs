//! From the text of a program to its model.

use diagnostics::{Files, Lang};
use eval::{Halt, Limits, Model, Records, Unwatched};
use program::checked::Program;
use program::{LoadError, Loaded, Loader};
use values::Dictionary;

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

pub fn check(text: &str) -> Program {
    let mut files = Files::default();
    let main = files.add("test.dl", text);
    let checked = program::check(&mut files, main, &mut NoFiles);
    let messages = checked.diagnostics.iter().map(|found| found.message(Lang::En)).collect::<Vec<_>>();
    checked.program.unwrap_or_else(|| panic!("{messages:?}\n{text}"))
}

pub fn evaluate(program: &Program) -> Result<Model<'_>, Halt> {
    let records = program.relations.iter().map(|relation| Records::empty(relation.columns.len())).collect();
    let dictionary = Dictionary::new(program.shapes.clone());
    eval::evaluate(program, dictionary, records, &Limits::default(), &Unwatched)
}

pub fn model(program: &Program) -> Model<'_> {
    evaluate(program).unwrap_or_else(|halt| panic!("{halt:?}"))
}

/// Code and message of the failure that ends the run.
pub fn failure(text: &str) -> String {
    match evaluate(&check(text)).err() {
        Some(Halt::Wrong(found)) => format!("{} {}", found.code(), found.message(Lang::En)),
        other => format!("{other:?}"),
    }
}
