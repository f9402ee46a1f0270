//! A test as a program of its own.

use std::sync::Arc;

use diagnostics::{Diagnostic, Span, Text, catalogue};
use eval::{Halt, Limits, Model, Records, Watch};
use program::checked::{
    Beneath, Body, Complete, Literal, LiteralKind, Parameter, ParameterId, ParameterValue, Program, Role, Rule, Test,
};
use values::Dictionary;

/// A program with the facts of one test in place of its records.
///
/// Relations with records are complete where the test says so, and nowhere else; parameters have the values that the rules and the test give
/// them.
#[derive(Debug)]
pub struct Case {
    /// The program of the case as written.
    pub written: Program,
    /// The same in plain rules.
    pub compiled: Program,
}

impl Case {
    /// The program of a test.
    ///
    /// # Errors
    /// A parameter on which an expectation depends has no value; what the legal layer refuses.
    pub fn new(program: &Program, test: &Test) -> Result<Case, Vec<Diagnostic>> {
        let mut written = program.clone();
        for (id, value) in &test.parameters {
            let value = value.clone();
            let (keys, source) = Default::default();
            let given = ParameterValue { keys, applies: None, value, source, span: test.span };
            let parameter = Parameter::clone(&written.parameters[id.0 as usize]);
            written.parameters[id.0 as usize] =
                Arc::new(Parameter { values: vec![given], replaced: true, ..parameter });
        }
        for (number, relation) in written.relations.iter_mut().enumerate() {
            let is_complete = test.complete.iter().any(|complete| complete.0 as usize == number);
            match &relation.openness.complete {
                _ if is_complete => relation.openness.complete = Some(Complete::Everywhere { span: test.span }),
                Some(Complete::Everywhere { .. }) => relation.openness.complete = None,
                _ => {}
            }
        }
        written.facts.extend(test.given.iter().cloned());
        // Of what other tests expect nobody asks what is open.
        written.tests = vec![test.clone()];
        without_values(&mut written, test)?;
        let compiled = law::compile(&written)?.into_owned();
        Ok(Case { written, compiled })
    }

    /// Its model.
    ///
    /// # Errors
    /// See [`eval::evaluate`].
    pub fn evaluate(&self, limits: &Limits, watch: &dyn Watch) -> Result<Model<'_>, Halt> {
        let empty = self.compiled.relations.iter().map(|relation| Records::empty(relation.columns.len()));
        let dictionary = Dictionary::new(self.compiled.shapes.clone());
        eval::evaluate(&self.compiled, dictionary, empty.collect(), limits, watch)
    }
}

/// The rule as written that a rule in plain form comes from, as an index.
pub(crate) fn written_rule(written: &Program, compiled: &Rule) -> Option<usize> {
    written.rules.iter().position(|rule| rule.span == compiled.span && rule.label == compiled.label)
}

/// Rules that read a parameter without a value give nothing. Where an expectation depends on one, the test is wrong.
fn without_values(program: &mut Program, test: &Test) -> Result<(), Vec<Diagnostic>> {
    let unset = program.unset_parameters();
    let reads = |rule: &Rule| rule.parameters().into_iter().find(|(id, _)| unset.contains(id));
    let silent = program.rules.iter().map(reads).collect::<Vec<Option<(ParameterId, Span)>>>();
    let mut errors = Vec::new();
    for expectation in &test.expectations {
        let below = Beneath::of(program).all(expectation.relation);
        let rules = program.rules.iter().zip(&silent);
        let mut rules = rules.filter(|(rule, _)| rule.heads.iter().any(|head| below.contains(&head.relation)));
        if let Some((id, span)) = rules.find_map(|(_, unset)| *unset) {
            const EXPECTED: Text = Text { en: "this expectation rests on it", zh: "这项预期以之为据" };
            let error = Diagnostic::new(&catalogue::UNSET_IN_TEST, span).arg("name", &program.parameter(id).name);
            errors.push(error.arg("test", &test.title).related(expectation.span, EXPECTED));
            break;
        }
    }
    for (rule, _) in program.rules.iter_mut().zip(&silent).filter(|(_, unset)| unset.is_some()) {
        let never = Literal { index: 0, kind: LiteralKind::Truth(false), role: Role::Written, span: rule.span };
        match &mut rule.body {
            Body::All(parts) => parts.insert(0, Body::Literal(never)),
            body => *body = Body::All(vec![Body::Literal(never), body.clone()]),
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}
