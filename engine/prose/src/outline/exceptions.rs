//! Exceptions as a tree: a rule, what it does not apply to, the rules that say so, their exceptions.

use std::collections::BTreeSet;

use program::checked::{AbsentForm, Literal, PrecedenceForm, RelId, Rule};

use super::{Outline, say};
use crate::fact::safe;

/// What stands on the way from a rule to the exception of an exception.
type Above = Vec<usize>;

impl Outline<'_> {
    /// What a rule does not apply to, with the rules that say so and their exceptions, and the rules over which it prevails.
    pub(super) fn exceptions(&mut self, level: usize, number: usize) {
        self.below(level, number, &mut Vec::new());
    }

    /// Recursive over exceptions of exceptions: they form no circle, and a rule above itself would not be told again.
    fn below(&mut self, level: usize, number: usize, above: &mut Above) {
        let rule = &self.program.rules[number];
        for precedence in &rule.precedences {
            let text = match precedence.form {
                PrecedenceForm::Overrides => say::OVERRIDES,
                PrecedenceForm::Special => say::SPECIAL,
            };
            let other = safe(&self.program.rules[precedence.over].label);
            self.line(level, &self.filled(text, &[("rule", &other)]));
        }
        above.push(number);
        for Considered { literal, relation, text } in considered(rule) {
            let source = self.files.snippet(literal.span).split_whitespace().collect::<Vec<_>>().join(" ");
            let source = source.strip_prefix("unless ").unwrap_or(&source);
            self.line(level, &self.filled(text, &[("exception", &safe(source))]));
            self.sources(level + 1, relation);
            for rule in self.rules(|rule| rule.heads.iter().any(|head| head.relation == relation)) {
                if above.contains(&rule) {
                    let label = safe(&self.program.rules[rule].label);
                    self.line(level + 1, &self.filled(say::ABOVE, &[("rule", &label)]));
                } else {
                    self.rule_line(level + 1, rule);
                    self.below(level + 2, rule, above);
                }
            }
        }
        above.pop();
    }

    fn sources(&mut self, level: usize, relation: RelId) {
        let inputs = self.program.inputs.iter().filter(|input| input.relation == relation);
        let files = inputs.map(|input| safe(input.source.name())).collect::<Vec<_>>();
        if !files.is_empty() {
            let files = files.join(say::LIST.get(self.lang));
            self.line(level, &self.filled(say::BY_RECORDS, &[("files", &files)]));
        }
    }

    /// The exceptions of rules that belong to no model.
    pub(super) fn other_exceptions(&mut self) {
        let told = self.told();
        let has_exceptions = |rule: &Rule| !considered(rule).is_empty() || !rule.precedences.is_empty();
        let others = self.rules(has_exceptions).into_iter().filter(|rule| !told.contains(rule)).collect::<Vec<_>>();
        if !others.is_empty() {
            self.heading(say::OTHERS, &[]);
        }
        others.into_iter().for_each(|rule| self.rule(1, rule));
    }

    /// The rules of models, and those of their exceptions.
    fn told(&self) -> BTreeSet<usize> {
        let of_model = |rule: &Rule| !rule.elements.is_empty() || rule.model.is_some() && rule.clue.is_some();
        let (mut open, mut told) = (self.rules(of_model), BTreeSet::new());
        while let Some(rule) = open.pop() {
            if told.insert(rule) {
                for Considered { relation, .. } in considered(&self.program.rules[rule]) {
                    open.extend(self.rules(|rule| rule.heads.iter().any(|head| head.relation == relation)));
                }
            }
        }
        told
    }
}

/// An exception or the condition of a proviso.
struct Considered<'p> {
    literal: &'p Literal,
    relation: RelId,
    text: diagnostics::Text,
}

/// Those of a rule, in text order; the condition of a proviso once.
fn considered(rule: &Rule) -> Vec<Considered<'_>> {
    let found = rule.exceptions().into_iter().map(|(literal, absent)| {
        let text = if absent.form == AbsentForm::Proviso { say::PROVISO } else { say::UNLESS };
        Considered { literal, relation: absent.atom.relation, text }
    });
    found.collect()
}
