//! What differs between two models of one program.

use std::collections::BTreeMap;

use eval::Model;
use program::checked::{Grade, ModelId, Program, RelId};
use proof::Standing;
use values::Value;

use crate::clue;

/// A fact by its values.
pub type Fact = (RelId, Vec<Value>);

/// What a model says, as far as it is compared.
pub struct State {
    facts: BTreeMap<Fact, Option<Grade>>,
    /// By model of the program: how each candidate stands.
    candidates: Vec<(ModelId, BTreeMap<Vec<Value>, Standing>)>,
}

/// What differs.
pub struct Changes {
    /// Facts that are there no more.
    pub lost: Vec<(Fact, Option<Grade>)>,
    /// Facts that are new.
    pub gained: Vec<(Fact, Option<Grade>)>,
    /// Clues of another grade: the one before and the one after.
    pub regraded: Vec<(Fact, Option<Grade>, Option<Grade>)>,
    /// Candidates that stand differently, by model: before and after; `None` where it is no candidate.
    pub candidates: Vec<Candidate>,
}

/// A candidate that stands differently.
pub struct Candidate {
    /// Of which model of the program.
    pub model: ModelId,
    /// What identifies it.
    pub key: Vec<Value>,
    /// How it stood.
    pub before: Option<Standing>,
    /// How it stands.
    pub after: Option<Standing>,
}

impl State {
    /// The facts of these relations with their grades, and the candidates.
    pub fn of(model: &Model<'_>, written: &Program, relations: &[RelId]) -> State {
        let mut facts = BTreeMap::new();
        for relation in relations {
            let rows = model.facts_in_order(*relation).map(|fact| (*relation, model.decode(*relation, &fact)));
            facts.extend(rows.zip(clue::grades(model, *relation)));
        }
        let candidates = proof::outcomes(model, written);
        let candidates = candidates.into_iter().map(|of| (of.model, of.candidates.into_iter().collect()));
        State { facts, candidates: candidates.collect() }
    }
}

impl Changes {
    /// What is different in `after`.
    pub fn between(before: &State, after: &State) -> Changes {
        let missing = |one: &State, other: &State| {
            let gone = one.facts.iter().filter(|(fact, _)| !other.facts.contains_key(*fact));
            gone.map(|(fact, grade)| (fact.clone(), *grade)).collect::<Vec<_>>()
        };
        let regraded = before.facts.iter().filter_map(|(fact, grade)| {
            let now = after.facts.get(fact)?;
            (now != grade).then(|| (fact.clone(), *grade, *now))
        });
        let mut candidates = Vec::new();
        for ((model, one), (_, other)) in before.candidates.iter().zip(&after.candidates) {
            let mut keys = one.keys().chain(other.keys()).collect::<Vec<_>>();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                let (before, after) = (one.get(key).copied(), other.get(key).copied());
                if before != after {
                    candidates.push(Candidate { model: *model, key: key.clone(), before, after });
                }
            }
        }
        let (lost, gained) = (missing(before, after), missing(after, before));
        Changes { lost, gained, regraded: regraded.collect(), candidates }
    }
}
