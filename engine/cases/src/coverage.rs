//! Which rules fire in no case, and which exceptions no case meets.

use std::collections::BTreeSet;

use diagnostics::Span;
use eval::{Halt, Limits, Model, Watch};
use program::checked::{AbsentForm, Body, Literal, LiteralKind, PrecedenceForm, Program, Purpose, RelId, Rule};

use crate::Case;
use crate::case::written_rule;
use crate::probes;

/// What the cases of a program exercise.
#[derive(Debug)]
pub struct Coverage {
    exceptions: Vec<Exception>,
    fired: BTreeSet<usize>,
    /// Indices of `exceptions`.
    met: BTreeSet<usize>,
}

/// A place where a rule gives way to another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Index of its rule in the program as written.
    pub rule: usize,
    /// How it is written.
    pub form: ExceptionForm,
    /// Where it stands.
    pub span: Span,
}

/// How an exception is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExceptionForm {
    /// `unless p(..)`, also of an `.except`.
    Unless,
    /// `but v when p(..)`
    Proviso,
    /// `@[overrides = label]`, `@[special_to = label]`: the rule prevails over this one.
    Prevails {
        /// The other rule.
        over: usize,
    },
}

/// What no case exercises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncovered {
    /// Rules that have to do with the law (a clue, model, element or norm) and never fire: indices into the program as written.
    pub rules: Vec<usize>,
    /// How many rules have to do with the law.
    pub of_rules: usize,
    /// Other rules that never fire.
    pub others: usize,
    /// How many other rules there are.
    pub of_others: usize,
    /// Exceptions that are met in no case in which everything else holds.
    pub exceptions: Vec<Exception>,
    /// How many exceptions there are.
    pub of_exceptions: usize,
}

impl Coverage {
    /// Nothing is exercised yet.
    pub fn new(program: &Program) -> Coverage {
        let exceptions = program.rules.iter().enumerate().flat_map(|(number, rule)| exceptions(number, rule));
        Coverage { exceptions: exceptions.collect(), fired: BTreeSet::new(), met: BTreeSet::new() }
    }

    /// Adds what a case exercises.
    ///
    /// # Errors
    /// The end that `watch` asked for.
    pub fn add(&mut self, case: &Case, model: &Model<'_>, limits: &Limits, watch: &dyn Watch) -> Result<(), Halt> {
        self.fire(case, model);
        let is_asked = |(index, exception): &(usize, &Exception)| {
            exception.form == ExceptionForm::Unless && !self.met.contains(index)
        };
        let (indices, asked): (Vec<_>, Vec<_>) = self.exceptions.iter().enumerate().filter(is_asked).unzip();
        if !asked.is_empty() {
            let met = probes::met(case, &asked, limits, watch)?;
            self.met.extend(met.into_iter().map(|index| indices[index]));
        }
        Ok(())
    }

    /// What the firings of the clauses say.
    fn fire(&mut self, case: &Case, model: &Model<'_>) {
        let clauses = model.clauses.iter().zip(&model.profile.clauses).filter(|(_, profile)| profile.derived > 0);
        for (clause, _) in clauses {
            let rule = &model.program.rules[clause.rule];
            if let Some((loser, winner)) = lost(model.program, rule) {
                self.prevail(case, loser, winner);
            }
            let is_open = matches!(model.program.relation(clause.head_relation()).purpose, Purpose::Open { .. });
            let Some(written) = written_rule(&case.written, rule).filter(|_| !is_open) else { continue };
            self.fired.insert(written);
            // The comparison that gives a proviso's value stands where the proviso does.
            for signed in clause.literals.iter().filter(|signed| signed.positive) {
                let place = (written, ExceptionForm::Proviso, signed.literal.span);
                let is_it = |exception: &Exception| (exception.rule, exception.form, exception.span) == place;
                if let LiteralKind::Compare { .. } = signed.literal.kind {
                    self.met.extend(self.exceptions.iter().position(is_it));
                }
            }
        }
    }

    /// Claims of one rule met claims of another one, which prevailed.
    fn prevail(&mut self, case: &Case, loser: RelId, winner: RelId) {
        let claims = |relation: RelId| {
            let gives = |rule: &&Rule| rule.heads.iter().any(|head| head.relation == relation);
            case.compiled.rules.iter().find(gives).and_then(|rule| written_rule(&case.written, rule))
        };
        let (Some(loser), Some(winner)) = (claims(loser), claims(winner)) else { return };
        let form = ExceptionForm::Prevails { over: loser };
        let is_it = |exception: &Exception| exception.rule == winner && exception.form == form;
        self.met.extend(self.exceptions.iter().position(is_it));
    }

    /// What no case so far exercises.
    pub fn uncovered(&self, program: &Program) -> Uncovered {
        let concerns_law = |rule: &Rule| {
            rule.clue.is_some() || rule.model.is_some() || !rule.elements.is_empty() || !rule.norms.is_empty()
        };
        let (law, others): (Vec<_>, Vec<_>) =
            (0..program.rules.len()).partition(|number| concerns_law(&program.rules[*number]));
        let missed = |rules: &[usize]| rules.iter().copied().filter(|rule| !self.fired.contains(rule)).collect();
        let rules: Vec<usize> = missed(&law);
        let exceptions = self.exceptions.iter().enumerate().filter(|(index, _)| !self.met.contains(index));
        Uncovered {
            rules,
            of_rules: law.len(),
            others: (missed(&others) as Vec<usize>).len(),
            of_others: others.len(),
            exceptions: exceptions.map(|(_, exception)| exception.clone()).collect(),
            of_exceptions: self.exceptions.len(),
        }
    }
}

/// The claims that a rule of the legal layer says are lost, and those they are lost to.
fn lost(program: &Program, rule: &Rule) -> Option<(RelId, RelId)> {
    let Body::All(parts) = &rule.body else { return None };
    let mut atoms = parts.iter().filter_map(|part| match part {
        Body::Literal(Literal { kind: LiteralKind::Atom(atom), .. }) => Some(atom.relation),
        _ => None,
    });
    let is_hidden = |relation: RelId| program.relation(relation).purpose == Purpose::Hidden;
    let head = rule.heads.first().filter(|head| is_hidden(head.relation) && rule.label == "lost")?;
    let (loser, winner) = (atoms.next()?, atoms.next()?);
    (is_hidden(loser) && is_hidden(winner) && head.relation != loser).then_some((loser, winner))
}

/// The exceptions of a rule, in text order.
fn exceptions(number: usize, rule: &Rule) -> Vec<Exception> {
    let written = rule.exceptions().into_iter().map(|(literal, absent)| {
        let is_proviso = absent.form == AbsentForm::Proviso;
        let form = if is_proviso { ExceptionForm::Proviso } else { ExceptionForm::Unless };
        Exception { rule: number, form, span: literal.span }
    });
    let mut found = written.collect::<Vec<_>>();
    found.extend(rule.precedences.iter().map(|precedence| {
        let (PrecedenceForm::Overrides | PrecedenceForm::Special) = precedence.form;
        Exception { rule: number, form: ExceptionForm::Prevails { over: precedence.over }, span: precedence.span }
    }));
    found
}
