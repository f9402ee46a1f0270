//! A program text through the checks and through both evaluators.

use std::collections::{BTreeMap, BTreeSet};

use checker::Halt;
use diagnostics::{Diagnostic, FileId, Files};
use eval::{Limits, Model, Unwatched};
use program::checked::Program;
use program::{LoadError, Loaded, Loader};
use values::{Dictionary, Value};

/// The tuples of every relation, by name.
pub type Relations = BTreeMap<String, BTreeSet<Vec<Value>>>;

/// Rows loaded from elsewhere, by relation number; repeats count once.
pub type Rows = Vec<Vec<Vec<Value>>>;

/// A program text and what the checks say about it.
pub struct Checked {
    /// The texts: the main program, then what it includes.
    pub files: Files,
    /// The program, unless it has errors.
    pub program: Option<Program>,
    /// Errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks the program `text`, named `main.dl`; `included` are the texts it may include, by name.
pub fn check_with(text: &str, included: &BTreeMap<String, String>) -> Checked {
    let mut files = Files::default();
    let main: FileId = files.add("main.dl", text);
    let program::Checked { program, diagnostics } = program::check(&mut files, main, &mut Texts(included));
    Checked { files, program, diagnostics }
}

/// Checks a program that includes nothing.
pub fn check(text: &str) -> Checked {
    check_with(text, &BTreeMap::new())
}

/// The program of a text that has no errors.
///
/// # Panics
/// With the errors, if it has some.
pub fn accepted(text: &str) -> Program {
    let checked = check(text);
    let told = checked.diagnostics.iter().map(|found| told(&checked.files, found)).collect::<Vec<_>>();
    checked.program.unwrap_or_else(|| panic!("refused:\n{}\n{text}", told.join("\n")))
}

/// One line about a diagnostic: place, code and English message.
pub fn told(files: &Files, found: &Diagnostic) -> String {
    let message = found.message(diagnostics::Lang::En);
    match found.span {
        Some(span) => {
            let place = files.place(span);
            format!("{}:{}:{} {} {message}", files.name(span), place.line, place.column, found.code())
        }
        None => format!("- {} {message}", found.code()),
    }
}

/// The main evaluator's model over `rows`.
///
/// # Errors
/// As [`eval::evaluate`].
///
/// # Panics
/// Where the run ends for another reason than a rule that fails: nothing limits it.
pub fn evaluate<'p>(program: &'p Program, rows: &Rows) -> Result<Model<'p>, Diagnostic> {
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let records = rows.iter().zip(&program.relations).map(|(rows, relation)| {
        let mut records = eval::Records::empty(relation.columns.len());
        let mut seen = BTreeSet::new();
        for row in rows.iter().filter(|row| seen.insert(*row)) {
            records.len += 1;
            records.columns.iter_mut().zip(row).for_each(|(column, value)| column.push(dictionary.encode(value)));
        }
        records
    });
    let records = records.collect();
    match eval::evaluate(program, dictionary, records, &Limits::default(), &Unwatched) {
        Ok(model) => Ok(model),
        Err(eval::Halt::Wrong(diagnostic)) => Err(*diagnostic),
        Err(other) => panic!("{other:?}"),
    }
}

/// The relations of a model.
pub fn relations(model: &Model<'_>) -> Relations {
    let tuples = |id| model.facts_in_order(id).map(|fact| model.decode(id, &fact)).collect();
    model.program.relation_ids().map(|id| (model.program.relation(id).name.clone(), tuples(id))).collect()
}

/// The relations as the reference evaluator derives them.
///
/// # Errors
/// As [`checker::derive`].
pub fn reference(program: &Program, rows: &Rows) -> Result<Relations, Halt> {
    let model = checker::derive(program, rows, Some(2_000_000))?;
    Ok(program.relations.iter().map(|relation| relation.name.clone()).zip(model.relations).collect())
}

/// Rows in output order, cells as the dialect prints them.
pub fn printed(relations: &Relations) -> BTreeMap<String, Vec<Vec<String>>> {
    let row = |row: &Vec<Value>| row.iter().map(Value::to_string).collect();
    relations.iter().map(|(name, rows)| (name.clone(), rows.iter().map(row).collect())).collect()
}

/// Texts by name; `.include "x"` finds the text named `x` wherever it stands.
struct Texts<'a>(&'a BTreeMap<String, String>);

impl Loader for Texts<'_> {
    fn load(&mut self, _from: Option<&str>, path: &str) -> Result<Loaded, LoadError> {
        let text = self.0.get(path).ok_or(LoadError::Missing)?;
        Ok(Loaded { name: path.to_string(), key: path.to_string(), text: text.clone() })
    }
}
