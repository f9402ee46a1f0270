//! From a question to the derivations of every fact that fits.

mod chain;
mod every;
pub(crate) mod graph;
pub(crate) mod least;
mod nodes;
pub(crate) mod open;
mod precedence;
mod shortest;
mod told;

use std::cell::RefCell;
use std::collections::BTreeMap;

use eval::{Arg, Bindings, Ends, GoalKind, Goals, Lookup, Model, Origin, Purpose, Search, Slot, Solution};
use program::checked::{Law, RelId};
use values::{Decoder, Primitive, Value};

use self::chain::Given;
use crate::{Derivation, RecordPlace};

/// Which facts are asked about.
#[derive(Debug, Clone)]
pub struct Question {
    /// The relation.
    pub relation: RelId,
    /// One per column; `None` for `_`.
    pub args: Vec<Option<Value>>,
}

/// How much is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Every derivation of each fact asked about: the canonical one, then those that differ from the canonical way at few facts, near the conclusion.
    /// A derivation concludes each fact in one way; it may rest on facts that were concluded later, as long as that is no circle.
    pub all: bool,
    /// Conclusions this far below the facts asked about, at least one step, are named without their premises.
    pub depth: Option<usize>,
    /// At most this many answers.
    pub answers: usize,
}

/// Where records stand; answered by whoever loaded them.
pub trait Locators {
    /// Every place of the record with this row number among the records of its relation, in the order of loading.
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace>;
}

/// The derivations of every fact that fits `question`, in output order. No answers where none does.
pub fn explain(model: &Model<'_>, locators: &dyn Locators, question: &Question, limits: &Limits) -> Derivation {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let decoder = RefCell::new(Decoder::new(&model.dictionary));
    let explainer = Explainer { model, lookup: &lookup, locators, decoder };
    let mut asked = explainer.fitting(question, limits.answers.saturating_add(1));
    let mut more = asked.len() > limits.answers;
    asked.truncate(limits.answers);
    let asked = asked.into_iter().map(|row| (question.relation, row)).collect::<Vec<_>>();
    let limits = &Limits { depth: limits.depth.map(|depth| depth.max(1)), ..*limits };
    let mut steps = explainer.steps_below(&asked, limits.depth);
    let mut derivation = explainer.nodes(&mut steps);
    for fact in asked {
        derivation.answers.extend(steps[&fact].node);
        if limits.all {
            let room = limits.answers.saturating_sub(derivation.answers.len());
            more |= explainer.every(fact, &steps, limits, room, &mut derivation);
        }
    }
    derivation.more = more;
    derivation
}

/// Of every fact that fits `question`, in output order, the derivation whose tree has the fewest steps, a conclusion that is used twice counted twice.
/// Among equals the one whose ways come first, the canonical ones before others. At most `answers` facts.
pub fn shortest(model: &Model<'_>, locators: &dyn Locators, question: &Question, answers: usize) -> Derivation {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let decoder = RefCell::new(Decoder::new(&model.dictionary));
    let explainer = Explainer { model, lookup: &lookup, locators, decoder };
    let mut asked = explainer.fitting(question, answers.saturating_add(1));
    let mut derivation = Derivation { more: asked.len() > answers, ..Derivation::default() };
    asked.truncate(answers);
    for row in asked {
        let node = explainer.shortest((question.relation, row), &mut derivation);
        derivation.answers.extend(node);
    }
    derivation
}

/// A fact by its place in the model.
pub(crate) type FactId = (RelId, u32);

/// One step of a derivation before it has a number.
pub(crate) struct Step {
    /// How it was concluded.
    pub ground: Ground,
    /// Its node, once there is one.
    node: Option<usize>,
}

/// How a fact was concluded.
#[derive(Debug, Clone)]
pub(crate) enum Ground {
    /// It was not, or what it rests on is left out.
    None,
    /// By its clause.
    Match(Match),
    /// By given pairs of its equivalence.
    Chain(Vec<Given>),
    /// By this row of the relation that is watched.
    Repeats(FactId),
}

/// What a conclusion rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// The clause whose premises are told.
    pub clause: usize,
    /// How they are fulfilled.
    pub solution: Solution,
    /// Where rules of the relation may conflict: what its rule claims, which prevailed.
    pub claim: Option<FactId>,
}

/// The steps of all facts of a derivation.
pub(crate) type Steps = BTreeMap<FactId, Step>;

pub(crate) struct Explainer<'m> {
    pub(crate) model: &'m Model<'m>,
    pub(crate) lookup: &'m Lookup<'m>,
    pub(crate) locators: &'m dyn Locators,
    /// One for all steps, which share parts of composites.
    pub(crate) decoder: RefCell<Decoder<'m>>,
}

impl Explainer<'_> {
    /// The value of a slot, if it is bound to one of this type.
    pub(crate) fn value(&self, slot: &Slot, primitive: Primitive) -> Option<Value> {
        match slot {
            Slot::Code(code) => Some(self.decoder.borrow_mut().decode(primitive, *code)),
            slot => slot.value(primitive, &self.model.dictionary),
        }
    }

    pub(crate) fn fitting(&self, question: &Question, limit: usize) -> Vec<u32> {
        let bound = question.args.iter().enumerate().filter_map(|(column, value)| Some((column, value.clone()?)));
        let (columns, values): (Vec<_>, Vec<_>) = bound.unzip();
        let codes = self.model.codes(&values);
        codes.map_or_else(Vec::new, |codes| self.lookup.facts(question.relation, &columns, &codes, limit))
    }

    /// Where a fact comes from; one that is implied without a row is so since its stratum's end.
    pub(crate) fn origin(&self, (relation, row): FactId) -> Origin {
        match row < self.model.relation(relation).len() {
            true => self.model.origin(relation, row),
            false => Origin::Implied { round: u32::MAX },
        }
    }

    /// True for a record or a fact of the program text.
    pub(crate) fn is_base(&self, fact: FactId) -> bool {
        matches!(self.origin(fact), Origin::Record(_) | Origin::Given(_))
    }

    /// The values of a fact.
    pub(crate) fn values(&self, (relation, row): FactId) -> Vec<Value> {
        let columns = &self.model.program.relation(relation).columns;
        let mut decoder = self.decoder.borrow_mut();
        let codes = self.lookup.tuple(relation, row).into_iter().zip(columns);
        codes.map(|(code, column)| decoder.decode(column.primitive, code)).collect()
    }

    /// The canonical steps of `facts` and of all they rest on, level by level, down to `depth`.
    pub(crate) fn steps_below(&self, facts: &[FactId], depth: Option<usize>) -> Steps {
        let mut steps = Steps::new();
        let mut level = facts.to_vec();
        for distance in 0.. {
            let mut next = Vec::new();
            for fact in level {
                if steps.contains_key(&fact) {
                    continue;
                }
                let folded = depth.is_some_and(|depth| distance >= depth);
                let ground = if folded { Ground::None } else { self.ground(fact) };
                match &ground {
                    Ground::None => {}
                    Ground::Match(found) => next.extend(self.facts_used(found.clause, &found.solution)),
                    Ground::Chain(pairs) => next.extend(pairs.iter().map(|(row, _)| (fact.0, *row))),
                    Ground::Repeats(other) => next.push(*other),
                }
                steps.insert(fact, Step { ground, node: None });
            }
            if next.is_empty() {
                break;
            }
            level = next;
        }
        steps
    }

    fn ground(&self, fact: FactId) -> Ground {
        match self.origin(fact) {
            Origin::Record(_) | Origin::Given(_) => Ground::None,
            Origin::Derived { clause, round } => {
                let found = self.canonical(fact, clause, round);
                found.map_or(Ground::None, |solution| Ground::Match(self.prevailing(clause, solution)))
            }
            Origin::Implied { round } => Ground::Chain(self.chain(fact, round)),
            Origin::Repeated { .. } => self.repeated(fact).map_or(Ground::None, Ground::Repeats),
        }
    }

    /// The fact of the watched relation that a tuple behind the number of a round repeats.
    fn repeated(&self, (relation, row): FactId) -> Option<FactId> {
        let Law::DeltaOf(watched) = self.model.program.relation(relation).law else { return None };
        let tuple = self.lookup.tuple(relation, row);
        self.model.relation(watched).find(&tuple[1..]).map(|row| (watched, row))
    }

    /// The least match of the fact's clause over what was known before its round.
    fn canonical(&self, (relation, row): FactId, clause: usize, round: u32) -> Option<Solution> {
        let found = self.matches(clause, (relation, row), &|other| self.known_before(relation, round, other), 1).pop();
        assert!(found.is_some(), "a fact without a derivation: relation {relation:?} row {row}");
        found
    }

    /// How many rows of `other` a firing in this round of `relation`'s stratum could see.
    fn known_before(&self, relation: RelId, round: u32, other: RelId) -> u32 {
        let stratum = |id: RelId| self.model.stratum_of[id.0 as usize];
        match stratum(other) == stratum(relation) {
            true if round < 2 => 0,
            true => self.model.relation(other).rows_before(round),
            false => self.model.relation(other).len(),
        }
    }

    /// Up to `limit` matches of a clause whose head is the fact, least first.
    fn matches(&self, clause: usize, (relation, row): FactId, ends: Ends<'_>, limit: usize) -> Vec<Solution> {
        let goals = &self.model.goals[clause];
        let args = self.lookup.tuple(relation, row).into_iter().map(|code| Some(Slot::Code(code)));
        let round = if let Origin::Derived { round, .. } = self.origin((relation, row)) { round } else { 1 };
        let Some(slots) = unify(goals, args, goals.unbound(round, &self.model.dictionary)) else { return Vec::new() };
        let mut search = Search::new(goals, Purpose::Proof, self.lookup, ends, slots);
        if let Some((goal, first)) = self.recent(clause, relation, row) {
            search = search.with_recent(goal, first);
        }
        let mut found = Vec::new();
        while found.len() < limit && search.advance() {
            found.push(search.solution());
        }
        found
    }

    /// A fact of a later round rests on one of the round before, or it would have been there earlier. Where a clause reads
    /// its own stratum once, that match is the one, and only the rows of that round need be tried. The second round has all
    /// before it for new.
    fn recent(&self, clause: usize, relation: RelId, row: u32) -> Option<(usize, u32)> {
        let Origin::Derived { clause: first, round: round @ 3.. } = self.origin((relation, row)) else {
            return None;
        };
        let stratum = |id: RelId| self.model.stratum_of[id.0 as usize];
        let own = self.model.goals[clause].goals.iter().enumerate().filter_map(|(goal, kind)| match &kind.kind {
            GoalKind::Match { relation: read, .. } if stratum(*read) == stratum(relation) => Some((goal, *read)),
            _ => None,
        });
        match own.collect::<Vec<_>>()[..] {
            [(goal, read)] if clause == first => Some((goal, self.model.relation(read).rows_before(round - 1))),
            _ => None,
        }
    }
}

/// `slots` with the values that make the head equal the given arguments; `None` where it cannot be.
pub(crate) fn unify(goals: &Goals, args: impl Iterator<Item = Option<Slot>>, mut slots: Bindings) -> Option<Bindings> {
    for (arg, slot) in goals.head.iter().zip(args) {
        let Some(slot) = slot else { continue };
        match arg {
            Arg::Constant(_, code) if slot != Slot::Code(*code) => return None,
            Arg::Constant(..) | Arg::Any => {}
            Arg::Variable(variable) => match &slots[*variable as usize] {
                Slot::Free => slots[*variable as usize] = slot,
                bound if *bound == slot => {}
                _ => return None,
            },
        }
    }
    Some(slots)
}
