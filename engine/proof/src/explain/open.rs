//! Why a tuple is open: what nobody has found out yet, rule by rule.

mod memo;
mod points;

use std::collections::BTreeSet;

use eval::{GoalKind, Model, Origin, Solution};
use program::checked::{LawRole, Program, Purpose, RelId, Role, Rule, VarId};
use values::Value;

pub(crate) use self::memo::Memo;
use self::points::Points;
use super::{Explainer, FactId, Locators};
use crate::{Question, RecordPlace};

/// A tuple that does not hold, but might if what is open were known.
#[derive(Debug)]
pub struct OpenTuple {
    /// Its relation.
    pub relation: RelId,
    /// Its values; `None` for those that are not known.
    pub pattern: Vec<Option<Value>>,
    /// What has to be known.
    pub kind: OpenKind,
    /// The rule that gave it first.
    pub case: OpenCase,
}

/// What has to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenKind {
    /// Findings alone: the tuple is conditional.
    Findings,
    /// Data as well: the tuple is undetermined.
    Data,
}

/// A rule that could give an open tuple.
#[derive(Debug)]
pub struct OpenCase {
    /// Index of the rule in the model's program.
    pub rule: usize,
    /// Which disjunct of the rule.
    pub alternative: u32,
    /// The variables that have a value.
    pub bindings: Vec<(VarId, Value)>,
    /// Everything that is open, also below other open tuples that it rests on; in the order of the rules' text, each point once.
    pub points: Vec<OpenPoint>,
}

/// Something that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPoint {
    /// The relation of which a tuple is missing, or the absence of one is not known.
    pub relation: RelId,
    /// Which one; `None` for columns that may hold anything.
    pub pattern: Vec<Option<Value>>,
    /// Why it is open.
    pub reason: OpenReason,
    /// Those who made other findings of the relation, or other declarations about the records: whom one might ask. Ascending, each once.
    pub people: Vec<String>,
    /// The files that the records, or the declarations of their completeness, come from, as the program names them.
    pub files: Vec<String>,
}

/// Why something is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenReason {
    /// Nobody has made this finding.
    NoFinding,
    /// Findings contradict each other: these.
    Contradiction(Vec<Vec<Value>>),
    /// A value that each key should have is missing.
    Expected,
    /// That there is none says nothing: records below are not declared complete for this place and period (names of columns, first and
    /// perhaps last value; none where the rule asks for all).
    Incomplete {
        /// The relation of the records.
        base: RelId,
        /// For what they would have to be complete.
        within: Vec<(String, Value, Option<Value>)>,
        /// True where the program has no declaration of completeness for the relation at all.
        undeclared: bool,
    },
}

impl OpenReason {
    /// What has to be known.
    pub fn kind(&self) -> OpenKind {
        match self {
            Self::NoFinding | Self::Contradiction(_) => OpenKind::Findings,
            Self::Expected | Self::Incomplete { .. } => OpenKind::Data,
        }
    }
}

/// The open tuples of a relation that fit `question`, in output order; at most `limit`. `written` is the program before the law was compiled.
/// Of each tuple the rule that gave it first is told.
pub fn open_tuples(model: &Model<'_>, written: &Program, question: &Question, limit: usize) -> Vec<OpenTuple> {
    Explainer::new(model, &Nowhere).open_tuples(written, question, limit)
}

/// The relations that hold open tuples of `relation`, each with the columns whose values it does not know.
pub(crate) fn open_variants(program: &Program, relation: RelId) -> Vec<(RelId, &[usize])> {
    let variant = |id: RelId| match &program.relation(id).purpose {
        Purpose::Open { of, unknown } if *of == relation => Some((id, &unknown[..])),
        _ => None,
    };
    program.relation_ids().filter_map(variant).collect()
}

/// No record has a place: of models without records, and of what is told without them.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

impl Locators for Nowhere {
    fn places(&self, _: RelId, _: u32) -> Vec<RecordPlace> {
        Vec::new()
    }
}

type OpenRow = (FactId, Vec<Option<Value>>, OpenKind);

impl Explainer<'_> {
    /// As [`open_tuples`].
    pub fn open_tuples(&self, written: &Program, question: &Question, limit: usize) -> Vec<OpenTuple> {
        let mut found = self.open_rows(question);
        found.truncate(limit);
        let memo = Memo::default();
        let tuple = |(fact, pattern, kind)| {
            let case = self.open_case(fact, written, &memo)?;
            Some(OpenTuple { relation: question.relation, pattern, kind, case })
        };
        found.into_iter().filter_map(tuple).collect()
    }

    /// The rows of open tuples that fit; what is unknown fits everything. In output order, known values first.
    fn open_rows(&self, question: &Question) -> Vec<OpenRow> {
        let mut found = Vec::<OpenRow>::new();
        for (variant, unknown) in open_variants(self.model.program, question.relation) {
            let asked = question.args.iter().enumerate().filter(|(column, _)| !unknown.contains(column));
            let mut args = asked.map(|(_, value)| value.clone()).collect::<Vec<_>>();
            args.push(None);
            for row in self.all_fitting(&Question { relation: variant, args }) {
                let mut values = self.values((variant, row));
                let kind = if values.pop() == Some(Value::Number(1)) { OpenKind::Findings } else { OpenKind::Data };
                let mut known = values.into_iter();
                let value = |column: usize| if unknown.contains(&column) { None } else { known.next() };
                let pattern = (0..question.args.len()).map(value).collect::<Vec<_>>();
                found.push(((variant, row), pattern, kind));
            }
        }
        found.sort_by(|(_, a, kind), (_, b, other)| by_known(a, b).then(kind.cmp(other)));
        found
    }

    pub(crate) fn open_case(&self, fact: FactId, written: &Program, memo: &Memo) -> Option<OpenCase> {
        let Origin::Derived { clause: number, round } = self.origin(fact) else { return None };
        let clause = &self.model.clauses[number];
        let mut points = Points::new(self, written, memo);
        let mut waiting = vec![(fact, Vec::new(), number, round)];
        let mut seen = BTreeSet::from([(fact, Vec::new())]);
        let mut bindings = Vec::new();
        while let Some((fact, known, number, round)) = waiting.pop() {
            let Some(solution) = self.canonical(fact, number, round) else { continue };
            let values = points.with_known(number, self.bindings(number, &solution), &known);
            let below = points.add(number, &solution, &values);
            if bindings.is_empty() {
                bindings = values;
            }
            // The first one is told next.
            for (below, known) in below.into_iter().rev().filter(|below| seen.insert(below.clone())) {
                if let Origin::Derived { clause, round } = self.origin(below) {
                    waiting.push((below, known, clause, round));
                }
            }
        }
        let points = specific(points.found);
        Some(OpenCase { rule: clause.rule, alternative: clause.alternative, bindings, points })
    }

    fn bindings(&self, clause: usize, solution: &Solution) -> Vec<(VarId, Value)> {
        let types = &self.model.goals[clause].types;
        let rule: &Rule = &self.model.program.rules[self.model.clauses[clause].rule];
        let value = |id: u32| self.value(&solution.slots[id as usize], types[id as usize]);
        (0..rule.variables.len() as u32).filter_map(|id| Some((VarId(id), value(id)?))).collect()
    }

    /// The open tuple, or the fact of what the law needs besides, that the literal at this position matched.
    fn matched(&self, clause: usize, position: usize, solution: &Solution) -> Option<FactId> {
        let goal = self.model.goals[clause].matched_by(position)?;
        let GoalKind::Match { relation, .. } = &self.model.goals[clause].goals[goal].kind else { return None };
        Some((*relation, solution.rows[goal]?))
    }

    fn is_open(&self, clause: usize, position: usize) -> bool {
        self.model.clauses[clause].literals[position].literal.role == Role::Law(LawRole::Open)
    }
}

/// Without points that only say less than others: of a key that is known here, a rule below may know nothing.
fn specific(points: Vec<OpenPoint>) -> Vec<OpenPoint> {
    let says_less = |point: &OpenPoint, other: &OpenPoint| {
        let mut columns = point.pattern.iter().zip(&other.pattern);
        let fits = columns.all(|(value, other)| value.is_none() || value == other);
        fits && point.relation == other.relation && point.reason == other.reason && point.pattern != other.pattern
    };
    let is_told = |point: &&OpenPoint| !points.iter().any(|other| says_less(point, other));
    points.iter().filter(is_told).cloned().collect()
}

/// Output order, what is not known behind what is.
fn by_known(a: &[Option<Value>], b: &[Option<Value>]) -> std::cmp::Ordering {
    let key = |value: &Option<Value>| (value.is_none(), value.clone());
    a.iter().map(key).cmp(b.iter().map(key))
}
