//! From the text of a program, with what its declarations say of openness and conflicts, to the tuples of its relations.

use diagnostics::{Diagnostic, Files, Lang, Span};
use eval::{Limits, Records, Unwatched};
use program::checked::{
    Complete, Input, InputFormat, Precedence, PrecedenceForm, Program, Purpose, RecordSource, RelId,
};
use program::{LoadError, Loaded, Loader};
use std::borrow::Cow;
use values::Dictionary;

struct NoFiles;

impl Loader for NoFiles {
    fn load(&mut self, _from: Option<&str>, _path: &str) -> Result<Loaded, LoadError> {
        Err(LoadError::Missing)
    }
}

/// A program before the legal layer. Facts in the text of relations with `.input` stand for records.
pub struct Case {
    program: Program,
}

impl Case {
    pub fn new(text: &str) -> Case {
        let mut files = Files::default();
        let main = files.add("test.dl", text);
        let checked = program::check(&mut files, main, &mut NoFiles);
        let messages = checked.diagnostics.iter().map(|found| found.message(Lang::En)).collect::<Vec<_>>();
        Case { program: checked.program.unwrap_or_else(|| panic!("{messages:?}\n{text}")) }
    }

    fn id(&self, name: &str) -> RelId {
        self.program.find(name).unwrap_or_else(|| panic!("{name} is not declared"))
    }

    fn columns(&self, relation: RelId, names: &[&str]) -> Vec<usize> {
        let columns = &self.program.relation(relation).columns;
        names.iter().map(|name| columns.iter().position(|column| column.name == *name).expect("a column")).collect()
    }

    fn nowhere() -> Span {
        Span { file: diagnostics::FileId(0), start: 0, end: 0 }
    }

    /// `.complete relation`
    pub fn everywhere(mut self, relation: &str) -> Case {
        let id = self.id(relation);
        let complete = Complete::Everywhere { span: Self::nowhere() };
        self.program.relations[id.0 as usize].openness.complete = Some(complete);
        self
    }

    /// `.complete relation by (places, day)`, with declarations in the relation `declared`.
    pub fn declared(mut self, relation: &str, places: &[&str], day: Option<&str>, declared: &str) -> Case {
        let (id, declared) = (self.id(relation), self.id(declared));
        let (places, day) = (self.columns(id, places), day.map(|day| self.columns(id, &[day])[0]));
        let complete = Complete::Declared { places, day, declared, span: Self::nowhere() };
        self.program.relations[id.0 as usize].openness.complete = Some(complete);
        self.program.relations[declared.0 as usize].purpose = Purpose::Declarations(id);
        self
    }

    /// `.finding` with so many keys.
    pub fn finding(mut self, relation: &str, keys: usize) -> Case {
        let id = self.id(relation);
        self.program.relations[id.0 as usize].openness.finding = Some(keys);
        self
    }

    /// `.expect relation(key)`
    pub fn expected(mut self, relation: &str, key: &[&str]) -> Case {
        let id = self.id(relation);
        let key = self.columns(id, key);
        self.program.relations[id.0 as usize].openness.expected = Some(key);
        self
    }

    /// `@[conflict = (columns)]`
    pub fn conflict(mut self, relation: &str, columns: &[&str]) -> Case {
        let id = self.id(relation);
        let columns = self.columns(id, columns);
        self.program.relations[id.0 as usize].conflict = Some(columns);
        self
    }

    /// `@[overrides = over]`, `@[special_to = over]`
    pub fn precedence(mut self, rule: &str, form: PrecedenceForm, over: &str) -> Case {
        let place = |label: &str| self.program.rules.iter().position(|rule| rule.label == label).expect("a rule");
        let (rule, over) = (place(rule), place(over));
        self.program.rules[rule].precedences.push(Precedence { over, form, span: Self::nowhere() });
        self
    }

    /// `.input relation`
    pub fn input(mut self, relation: &str) -> Case {
        let id = self.id(relation);
        self.program.inputs.push(Input {
            relation: id,
            source: RecordSource::Stdin,
            format: InputFormat::Json { records: String::new() },
            columns: None,
            conversions: Default::default(),
            row: None,
            skip_blank: Vec::new(),
            span: Self::nowhere(),
        });
        self
    }

    pub fn compile(&self) -> Result<Program, Vec<Diagnostic>> {
        law::compile(&self.program).map(Cow::into_owned)
    }

    /// The messages of the layer's refusal.
    pub fn refusal(&self) -> Vec<String> {
        let found = self.compile().expect_err("the program is refused");
        found.iter().map(|found| format!("{} {}", found.code(), found.message(Lang::En))).collect()
    }

    /// The program evaluated in plain rules.
    pub fn run(&self) -> Outcome {
        let compiled = self.compile();
        let program = compiled.unwrap_or_else(|found| panic!("{:?}", found[0].message(Lang::En)));
        let records = program.relations.iter().map(|relation| Records::empty(relation.columns.len())).collect();
        let dictionary = Dictionary::new(program.shapes.clone());
        let model = eval::evaluate(&program, dictionary, records, &Limits::default(), &Unwatched);
        let model = model.unwrap_or_else(|halt| panic!("{halt:?}"));
        let tuple = |relation, row| {
            let values = model.values(relation, row);
            values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        };
        let tuples =
            |id| (program.relation(id).name.clone(), model.sorted(id).into_iter().map(|row| tuple(id, row)).collect());
        Outcome { relations: program.relation_ids().map(tuples).collect() }
    }
}

/// Tuples by relation, in value order.
pub struct Outcome {
    relations: Vec<(String, Vec<String>)>,
}

impl Outcome {
    /// The tuples of the relation with this name; none where there is no such relation.
    pub fn of(&self, name: &str) -> Vec<&str> {
        let found = self.relations.iter().filter(|(other, _)| other == name).flat_map(|(_, tuples)| tuples);
        found.map(String::as_str).collect()
    }
}
