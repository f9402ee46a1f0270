//! Which facts rest on given records.

use std::collections::{BTreeMap, BTreeSet};

use eval::Model;
use program::checked::RelId;
use values::Value;

use crate::Nowhere;
use crate::explain::graph::{Bounds, View};
use crate::explain::{Explainer, FactId, Steps};
use crate::witnesses::stated;

/// A record, asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its relation.
    pub relation: RelId,
    /// Its values.
    pub args: Vec<Value>,
    /// False where the same is recorded elsewhere too, so that it does not go with this record.
    pub alone: bool,
}

/// A fact that rests on records asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting {
    /// Its relation.
    pub relation: RelId,
    /// Its values.
    pub args: Vec<Value>,
    /// Whether every derivation of it rests on them; `None` where there are too many to tell.
    pub in_every: Option<bool>,
}

/// The facts of `relations`, in output order, whose canonical derivation rests on one of `records`: by what its rules match, and by what they count up.
pub fn resting(model: &Model<'_>, records: &[Record], relations: &[RelId]) -> Vec<Resting> {
    let explainer = Explainer::new(model, &Nowhere);
    let all = |relation: &RelId| {
        let rows = explainer.lookup.facts(*relation, &[], &[], usize::MAX);
        rows.into_iter().map(|row| (*relation, row)).collect::<Vec<_>>()
    };
    let asked = relations.iter().flat_map(all).collect::<Vec<_>>();
    let row = |record: &Record| {
        let row = model.relation(record.relation).find(&model.codes(&record.args)?)?;
        let stays = !record.alone || stated(model, record.relation, &record.args).is_some();
        Some(((record.relation, row), !stays))
    };
    let bases = records.iter().filter_map(row).collect::<BTreeMap<FactId, bool>>();
    let above = above(&explainer, explainer.steps_below(&asked, None), bases.keys().copied().collect());
    let gone = bases.into_iter().filter(|(_, alone)| *alone).map(|(fact, _)| fact).collect::<BTreeSet<_>>();
    let resting = asked.into_iter().filter(|fact| above.contains(fact));
    let resting = resting.map(|fact| Resting {
        relation: fact.0,
        args: explainer.values(fact),
        in_every: in_every(&explainer, fact, &gone),
    });
    resting.collect()
}

/// The facts among `steps` that rest on `bases`, themselves included.
fn above(explainer: &Explainer<'_>, steps: Steps, bases: Vec<FactId>) -> BTreeSet<FactId> {
    let mut users = BTreeMap::<FactId, Vec<FactId>>::new();
    for step in &steps.steps {
        for premise in explainer.rests_on(step.fact, &step.ground) {
            users.entry(premise).or_default().push(step.fact);
        }
    }
    let (mut above, mut open) = (bases.iter().copied().collect::<BTreeSet<_>>(), bases);
    while let Some(fact) = open.pop() {
        let of = users.get(&fact).into_iter().flatten();
        open.extend(of.copied().filter(|user| above.insert(*user)));
    }
    above
}

/// Whether a fact has no derivation without the records that are gone.
fn in_every(explainer: &Explainer<'_>, fact: FactId, gone: &BTreeSet<FactId>) -> Option<bool> {
    if gone.is_empty() {
        return Some(false);
    }
    let graph = explainer.graph(fact, View::Told, Bounds::USUAL);
    let mut effort = EFFORT;
    let stays = |key: usize| graph.fact(explainer, key).is_none_or(|fact| !gone.contains(&fact));
    match graph.least(&|_| 1, &stays, &mut effort) {
        Some(_) => Some(false),
        None => (graph.complete && effort > 0).then_some(true),
    }
}

/// Steps of the search for a derivation without the records.
const EFFORT: u64 = 50_000_000;
