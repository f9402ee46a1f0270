//! What a test expects, compared with what came.

use std::collections::BTreeSet;

use eval::{Lookup, Model};
use program::checked::{Expectation, Outcome, Program};
use proof::{OpenKind, OpenTuple, Question, grades, open_tuples, refers};

use crate::reasons;

/// Whether an expectation is met.
#[derive(Debug)]
pub struct Verdict {
    /// What came of the tuples: the strongest of what they are.
    pub found: Found,
    /// True where that is what was expected.
    pub as_expected: bool,
    /// The names behind `because` that do not occur in the reason; none where something else than expected came.
    pub missing: Vec<String>,
}

impl Verdict {
    /// True where everything is as expected.
    pub fn holds(&self) -> bool {
        self.as_expected && self.missing.is_empty()
    }
}

/// What a tuple is. The less, the stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// A clue.
    Clue,
    /// A fact, but no clue.
    Fact,
    /// A conclusion of rules that conflict, and nothing decides between them.
    Refer,
    /// It would be a fact if certain findings were made.
    Conditional,
    /// It might be a fact if certain data were there.
    Undetermined,
    /// None of these.
    Nothing,
}

/// What the model says of an expectation. `written` is the program before the law was compiled.
pub fn judge(model: &Model<'_>, written: &Program, expectation: &Expectation) -> Verdict {
    let question = Question { relation: expectation.relation, args: expectation.args.clone() };
    let found = match expectation.outcome {
        Outcome::Refer if is_referred(model, &question) => Found::Refer,
        _ => found(model, written, &question),
    };
    let as_expected = match expectation.outcome {
        Outcome::Clue => found == Found::Clue,
        Outcome::NoClue => matches!(found, Found::Fact | Found::Refer | Found::Nothing),
        Outcome::Conditional => found == Found::Conditional,
        Outcome::Undetermined => found == Found::Undetermined,
        Outcome::Refer => found == Found::Refer,
        Outcome::Fact => found <= Found::Fact,
        Outcome::NoFact => found > Found::Fact,
    };
    let mut missing = Vec::new();
    if as_expected && !expectation.because.is_empty() {
        missing = unnamed(expectation, &reasons::reasons(model, written, &question, found));
    }
    Verdict { found, as_expected, missing }
}

/// The names that do not occur in the reason that has most of them.
fn unnamed(expectation: &Expectation, reasons: &[BTreeSet<String>]) -> Vec<String> {
    let names = || expectation.because.iter().map(|(name, _)| name.clone());
    let missing = reasons.iter().map(|reason| names().filter(|name| !reason.contains(name)).collect::<Vec<_>>());
    missing.min_by_key(Vec::len).unwrap_or_else(|| names().collect())
}

/// The strongest of what the tuples that fit are.
pub(crate) fn found(model: &Model<'_>, written: &Program, question: &Question) -> Found {
    let rows = rows(model, question);
    if !rows.is_empty() {
        // Pairs that others imply have no rows, and no grade.
        let rows = rows.into_iter().filter(|row| *row < model.relation(question.relation).len()).collect::<Vec<_>>();
        let is_clue = grades(model, question.relation, &rows).iter().any(Option::is_some);
        return if is_clue { Found::Clue } else { Found::Fact };
    }
    if is_referred(model, question) {
        return Found::Refer;
    }
    let kind = open_tuples(model, written, question, usize::MAX).iter().map(|open: &OpenTuple| open.kind).min();
    match kind {
        Some(OpenKind::Findings) => Found::Conditional,
        Some(OpenKind::Data) => Found::Undetermined,
        None => Found::Nothing,
    }
}

/// The rows of the facts that fit.
fn rows(model: &Model<'_>, question: &Question) -> Vec<u32> {
    let bound = question.args.iter().enumerate().filter_map(|(column, value)| Some((column, value.clone()?)));
    let (columns, values): (Vec<_>, Vec<_>) = bound.unzip();
    let Some(codes) = model.codes(&values) else { return Vec::new() };
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    lookup.facts(question.relation, &columns, &codes, usize::MAX)
}

fn is_referred(model: &Model<'_>, question: &Question) -> bool {
    refers(model).iter().any(|refer| reasons::is_about(refer, question))
}
