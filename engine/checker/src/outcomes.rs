//! What is derived, as plain data.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Candidate, Grade, ModelId, Program, RelId};
use values::Value;

use crate::rows::Kind;

/// The tuples of a relation.
pub type Tuples = BTreeSet<Vec<Value>>;

/// For each tuple of a clue the best grade of the rules that conclude it.
pub type Grades = BTreeMap<(RelId, Vec<Value>), Grade>;

/// All that a program says over its records.
#[derive(Debug, Default)]
pub struct Model {
    /// For each relation the tuples that hold.
    pub relations: Vec<Tuples>,
    /// For each relation the tuples that do not hold and are open, as far as somebody asks for them.
    pub open: Vec<BTreeSet<OpenTuple>>,
    /// For each relation the conflicts between conclusions that nothing decides.
    pub refer: Vec<BTreeSet<Refer>>,
    /// For each tuple that a clue rule concludes, the best grade of such rules.
    pub grades: Grades,
    /// For each model and candidate what comes of it, in this order.
    pub outcomes: Vec<Outcome>,
}

/// A tuple that may hold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenTuple {
    /// One per column; `None` where the value is not known.
    pub values: Vec<Option<Value>>,
    /// What is missing: 1 a finding, 2 data.
    pub kind: Kind,
}

/// Conclusions that conflict though nothing decides between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Refer {
    /// The values of the columns of the conflict.
    pub key: Vec<Value>,
    /// The labels of both rules, in text order.
    pub rules: [String; 2],
}

/// What comes of a candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The model that asks about it.
    pub model: ModelId,
    /// The values of the columns that identify it.
    pub candidate: Vec<Value>,
    /// What comes of it.
    pub verdict: Verdict,
}

/// What comes of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A clue, of this grade.
    Clue(Grade),
    /// A clue if findings are made that are not made yet.
    Conditional,
    /// Perhaps a clue if data were there.
    Undetermined,
    /// No clue.
    None,
}

/// The outcomes of all candidates of all models.
pub fn outcomes(
    program: &Program,
    relations: &[Tuples],
    open: &[BTreeSet<OpenTuple>],
    grades: &Grades,
) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for (model, asked) in (0..).map(ModelId).zip(&program.models) {
        let Some(Candidate { relation, columns }) = &asked.candidate else { continue };
        let names: Vec<&str> = columns.iter().map(|at| &*program.relation(*relation).columns[*at].name).collect();
        let (mut sure, mut at_best) = (Patterns::default(), Patterns::default());
        for clue in clues(program, model) {
            let at = |name: &&str| program.relation(clue).columns.iter().position(|column| column.name == **name);
            let linked: Vec<Option<usize>> = names.iter().map(at).collect();
            for tuple in &relations[clue.0 as usize] {
                // records, and what rules conclude that give no clue, are none
                let Some(grade) = grades.get(&(clue, tuple.clone())) else { continue };
                sure.add(linked.iter().map(|at| at.map(|at| tuple[at].clone())).collect(), *grade);
            }
            for tuple in &open[clue.0 as usize] {
                at_best.add(linked.iter().map(|at| at.and_then(|at| tuple.values[at].clone())).collect(), tuple.kind);
            }
        }
        let pick = |tuple: &Vec<Value>| columns.iter().map(|column| tuple[*column].clone()).collect();
        let candidates: Tuples = relations[relation.0 as usize].iter().map(pick).collect();
        outcomes.extend(candidates.into_iter().map(|candidate| {
            let verdict = match (sure.least(&candidate), at_best.least(&candidate)) {
                (Some(grade), _) => Verdict::Clue(grade),
                (None, Some(1)) => Verdict::Conditional,
                (None, Some(_)) => Verdict::Undetermined,
                (None, None) => Verdict::None,
            };
            Outcome { model, candidate, verdict }
        }));
    }
    outcomes
}

/// The clues of a model.
fn clues(program: &Program, model: ModelId) -> BTreeSet<RelId> {
    let rules = program.rules.iter().filter(|rule| rule.clue.is_some() && rule.model == Some(model));
    rules.flat_map(|rule| rule.heads.iter().map(|head| head.relation)).collect()
}

/// What is said of candidates, some of whose values may be left out: by which are not, the values, the least that is said.
struct Patterns<T>(BTreeMap<Vec<usize>, BTreeMap<Vec<Value>, T>>);

impl<T> Default for Patterns<T> {
    fn default() -> Self {
        Patterns(BTreeMap::new())
    }
}

impl<T: Copy + Ord> Patterns<T> {
    fn add(&mut self, pattern: Vec<Option<Value>>, said: T) {
        let known = (0..pattern.len()).filter(|at| pattern[*at].is_some()).collect();
        let values = pattern.into_iter().flatten().collect();
        let least = self.0.entry(known).or_default().entry(values).or_insert(said);
        *least = said.min(*least);
    }

    fn least(&self, candidate: &[Value]) -> Option<T> {
        let of = |(known, values): (&Vec<usize>, &BTreeMap<Vec<Value>, T>)| {
            values.get(&known.iter().map(|at| candidate[*at].clone()).collect::<Vec<Value>>()).copied()
        };
        self.0.iter().filter_map(of).min()
    }
}
