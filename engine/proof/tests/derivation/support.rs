//! From the text of a program to its model and to questions about it.

use diagnostics::{Files, Lang};
use eval::{Limits, Model, Records, Unwatched};
use program::checked::{Program, RelId};
use program::{LoadError, Loaded, Loader};
use proof::{Locators, Question, RecordPlace};
use values::{Dictionary, Value};

/// No text to include, no place of a record.
pub struct Nothing;

impl Loader for Nothing {
    fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

impl Locators for Nothing {
    fn places(&self, _relation: RelId, _row: u32) -> Vec<RecordPlace> {
        Vec::new()
    }
}

pub fn check(text: &str) -> Program {
    let mut files = Files::default();
    let main = files.add("test.dl", text);
    let checked = program::check(&mut files, main, &mut Nothing);
    let messages = checked.diagnostics.iter().map(|found| found.message(Lang::En)).collect::<Vec<_>>();
    checked.program.unwrap_or_else(|| panic!("{messages:?}"))
}

/// The model without records.
pub fn model(program: &Program) -> Model<'_> {
    model_over(program, &[])
}

/// The model over pairs of numbers for the relation `records`, if there is one.
pub fn model_over<'p>(program: &'p Program, pairs: &[[i64; 2]]) -> Model<'p> {
    let mut dictionary = Dictionary::new(program.shapes.clone());
    let loaded = program.find("records");
    let records = program.relation_ids().map(|id| {
        let mut records = Records::empty(program.relation(id).columns.len());
        for pair in pairs.iter().filter(|_| Some(id) == loaded) {
            records.len += 1;
            let codes = pair.map(|n| dictionary.encode(&Value::Number(n)));
            records.columns.iter_mut().zip(codes).for_each(|(column, code)| column.push(code));
        }
        records
    });
    let records = records.collect();
    match eval::evaluate(program, dictionary, records, &Limits::default(), &Unwatched) {
        Ok(model) => model,
        Err(halt) => panic!("{halt:?}"),
    }
}

/// A question about facts of numbers.
pub fn ask(model: &Model<'_>, relation: &str, args: &[Option<i64>]) -> Question {
    let args = args.iter().map(|arg| arg.map(Value::Number)).collect();
    Question { relation: model.program.find(relation).expect("the relation is declared"), args }
}
