//! From a question to the derivations of every fact that fits.

mod about;
mod chain;
mod every;
pub(crate) mod graph;
mod ground;
pub(crate) mod least;
mod nodes;
mod number;
pub(crate) mod open;
mod parts;
mod precedence;
mod shortest;
mod steps;
#[cfg(test)]
mod tests;
mod told;

use std::ops::Deref;
use std::sync::{Mutex, OnceLock, PoisonError};

use eval::{Lookup, Model, Origin, Slot};
use program::checked::RelId;
use rayon::prelude::*;
use values::{Code, Decoder, Primitive, Value};

use self::about::About;
pub(crate) use self::ground::{Ground, Match, unify};
pub use self::parts::{Asked, Part, Parts};
pub(crate) use self::steps::Steps;
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
pub trait Locators: Sync {
    /// Every place of the record with this row number among the records of its relation, in the order of loading.
    fn places(&self, relation: RelId, row: u32) -> Vec<RecordPlace>;

    /// The SHA-256 of the source of this name; `None` where nobody computed it.
    fn digest(&self, file: &str) -> Option<String> {
        let _ = file;
        None
    }
}

/// The derivations of every fact that fits `question`, in output order. No answers where none does.
pub fn explain(model: &Model<'_>, locators: &dyn Locators, question: &Question, limits: &Limits) -> Derivation {
    Explainer::new(model, locators).explain(question, limits)
}

/// Of every fact that fits `question`, in output order, the derivation whose tree has the fewest steps, a conclusion that is used twice counted twice.
/// Among equals the one whose ways come first, the canonical ones before others. At most `answers` facts.
pub fn shortest(model: &Model<'_>, locators: &dyn Locators, question: &Question, answers: usize) -> Derivation {
    let explainer = Explainer::new(model, locators);
    let (asked, total) = explainer.fitting(question, (0, answers));
    let mut derivation = Derivation { more: (asked.len() as u64) < total, total, ..Derivation::default() };
    for row in asked {
        let node = explainer.shortest((question.relation, row), &mut derivation);
        derivation.answers.extend(node);
    }
    derivation
}

/// Questions, or facts of a level, from which on several threads share them.
pub(crate) const MANY: usize = 512;

/// A fact by its place in the model.
pub(crate) type FactId = (RelId, u32);

/// Answers questions about one model. What it has learned about finding rows serves the next question.
pub struct Explainer<'m> {
    pub(crate) model: &'m Model<'m>,
    pub(crate) lookup: Held<'m>,
    pub(crate) locators: &'m dyn Locators,
    /// One for all steps, which share parts of composites.
    decoder: Mutex<Decoder<'m>>,
    /// By clause.
    clauses: Vec<OnceLock<About<'m>>>,
}

/// A lookup of its own, or one that is kept elsewhere.
pub(crate) enum Held<'m> {
    Own(Box<Lookup<'m>>),
    Lent(&'m Lookup<'m>),
}

impl<'m> Deref for Held<'m> {
    type Target = Lookup<'m>;

    fn deref(&self) -> &Lookup<'m> {
        match self {
            Self::Own(lookup) => lookup,
            Self::Lent(lookup) => lookup,
        }
    }
}

impl<'m> Explainer<'m> {
    /// For questions about `model`, whose records stand where `locators` says.
    pub fn new(model: &'m Model<'m>, locators: &'m dyn Locators) -> Self {
        let lookup = Lookup::new(&model.relations, &model.dictionary);
        Self::with(model, Held::Own(Box::new(lookup)), locators)
    }

    /// With a lookup that has been asked before, perhaps.
    pub(crate) fn with(model: &'m Model<'m>, lookup: Held<'m>, locators: &'m dyn Locators) -> Self {
        let clauses = model.goals.iter().map(|_| OnceLock::new()).collect();
        Self { model, lookup, locators, decoder: Mutex::new(Decoder::new(&model.dictionary)), clauses }
    }

    /// As [`explain`].
    pub fn explain(&self, question: &Question, limits: &Limits) -> Derivation {
        self.page(question, limits, 0)
    }

    /// As [`explain`], without the first `skip` facts.
    pub fn page(&self, question: &Question, limits: &Limits, skip: usize) -> Derivation {
        self.whole(&self.asked(question, skip, limits.answers), limits)
    }

    /// The facts that fit `question` behind the first `skip`, at most `limit`, in output order.
    pub fn asked(&self, question: &Question, skip: usize, limit: usize) -> Asked {
        let (rows, total) = self.fitting(question, (skip, limit));
        let facts = rows.into_iter().map(|row| (question.relation, row)).collect();
        Asked { facts, before: skip as u64, total }
    }

    /// The facts that fit `question` behind the first `skip`, at most `limit`, in output order, each as a question of its own, and how many fit.
    pub fn facts(&self, question: &Question, skip: usize, limit: usize) -> (Vec<Question>, u64) {
        let relation = question.relation;
        let (rows, total) = self.fitting(question, (skip, limit));
        let fact = |row| Question { relation, args: self.values((relation, row)).into_iter().map(Some).collect() };
        (rows.into_iter().map(fact).collect(), total)
    }

    /// The derivations of the facts that fit any of the questions, as one graph, in the order of the questions; a fact asked about twice is
    /// an answer once, and counts once. Of each question `limits.answers` at most. With it the questions that no fact fits, by number.
    pub fn explain_each(&self, questions: &[Question], limits: &Limits) -> (Derivation, Vec<usize>) {
        let (asked, in_vain) = self.asked_each(questions, limits.answers);
        (self.whole(&asked, limits), in_vain)
    }

    /// The facts that fit any of the questions, as [`Self::explain_each`] answers them.
    pub fn asked_each(&self, questions: &[Question], limit: usize) -> (Asked, Vec<usize>) {
        let (mut facts, mut in_vain, mut cut) = (Vec::new(), Vec::new(), Vec::new());
        for (number, fitting) in self.fitting_each(questions, limit).into_iter().enumerate() {
            let (fits, before) = (fitting.total(), facts.len());
            let relation = questions[number].relation;
            match fitting {
                Fitting::One(row) => facts.extend(row.map(|row| (relation, row))),
                Fitting::Page(rows, _) => facts.extend(rows.into_iter().map(|row| (relation, row))),
            }
            in_vain.extend(Some(number).filter(|_| fits == 0));
            cut.extend(Some(number).filter(|_| ((facts.len() - before) as u64) < fits));
        }
        let facts = distinct(facts);
        // Beyond the limit, too, questions may share facts.
        let beyond = cut.into_iter().flat_map(|number| {
            let question = &questions[number];
            self.all_fitting(question).into_iter().map(|row| (question.relation, row))
        });
        let mut all = beyond.collect::<Vec<_>>();
        if !all.is_empty() {
            all.extend(&facts);
            all = distinct(all);
        }
        let total = all.len().max(facts.len()) as u64;
        (Asked { facts, before: 0, total }, in_vain)
    }

    /// The derivations of these facts, as one graph.
    pub fn whole(&self, asked: &Asked, limits: &Limits) -> Derivation {
        let facts = &asked.facts;
        let limits = &Limits { depth: limits.depth.map(|depth| depth.max(1)), ..*limits };
        let (mut steps, mut derivation) = (Steps::default(), Derivation::default());
        self.add_below(&mut steps, facts, limits.depth);
        self.number(&mut steps, &mut derivation);
        for fact in facts {
            derivation.answers.extend(steps.node(*fact));
            if limits.all {
                let room = limits.answers.saturating_sub(derivation.answers.len());
                derivation.more |= self.every(*fact, &steps, limits, room, &mut derivation);
            }
        }
        derivation.more |= asked.is_cut();
        derivation.total = asked.total;
        derivation
    }

    /// Of the facts that fit, in output order, those on the page (the first so many skipped, at most so many), and how many fit.
    pub(crate) fn fitting(&self, question: &Question, page: (usize, usize)) -> (Vec<u32>, u64) {
        let bound = question.args.iter().enumerate().filter_map(|(column, value)| Some((column, value.clone()?)));
        let (columns, values): (Vec<_>, Vec<_>) = bound.unzip();
        let codes = self.model.codes(&values);
        codes.map_or_else(Default::default, |codes| self.lookup.page(question.relation, &columns, &codes, page))
    }

    /// For each question the facts that fit.
    fn fitting_each(&self, questions: &[Question], limit: usize) -> Vec<Fitting> {
        let page = |question: &Question| {
            let (rows, total) = self.fitting(question, (0, limit));
            Fitting::Page(rows, total)
        };
        if questions.len() < MANY {
            return questions.iter().map(page).collect();
        }
        // Facts that lie side by side are looked for one after the other.
        let code = |value: &Option<Value>| self.model.dictionary.find(value.as_ref()?);
        let key = |number: usize| {
            let question = &questions[number];
            (question.relation, question.args.iter().map(code).collect::<Vec<_>>(), number)
        };
        let mut order = (0..questions.len()).into_par_iter().map(key).collect::<Vec<_>>();
        order.par_sort_unstable();
        let fitting = |(relation, codes, number): (RelId, Vec<Option<Code>>, usize)| {
            let whole = if limit > 0 { codes.into_iter().collect::<Option<Vec<_>>>() } else { None };
            let fitting = match whole {
                Some(tuple) => Fitting::One(self.lookup.fact(relation, &tuple)),
                None => page(&questions[number]),
            };
            (number, fitting)
        };
        let mut found = order.into_par_iter().map(fitting).collect::<Vec<_>>();
        found.par_sort_unstable_by_key(|(number, _)| *number);
        found.into_iter().map(|(_, fitting)| fitting).collect()
    }

    /// All facts that fit, in output order.
    fn all_fitting(&self, question: &Question) -> Vec<u32> {
        self.fitting(question, (0, usize::MAX)).0
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
        let columns = self.model.program.relation(relation).columns.iter().enumerate();
        columns.map(|(at, column)| self.decode(column.primitive, self.lookup.code(relation, row, at))).collect()
    }

    /// The value of a slot, if it is bound to one of this type.
    pub(crate) fn value(&self, slot: &Slot, primitive: Primitive) -> Option<Value> {
        match slot {
            Slot::Code(code) => Some(self.decode(primitive, *code)),
            slot => slot.value(primitive, &self.model.dictionary),
        }
    }

    fn decode(&self, primitive: Primitive, code: Code) -> Value {
        match primitive {
            Primitive::Composite(_) => {
                self.decoder.lock().unwrap_or_else(PoisonError::into_inner).decode(primitive, code)
            }
            scalar => self.model.dictionary.decode(scalar, code),
        }
    }
}

/// What fits a question.
enum Fitting {
    /// The one fact that can.
    One(Option<u32>),
    /// The first facts, and how many there are.
    Page(Vec<u32>, u64),
}

impl Fitting {
    fn total(&self) -> u64 {
        match self {
            Self::One(row) => u64::from(row.is_some()),
            Self::Page(_, total) => *total,
        }
    }
}

/// Each fact where it stands first.
fn distinct(facts: Vec<FactId>) -> Vec<FactId> {
    let mut order = (0..).zip(&facts).map(|(at, fact)| (*fact, at)).collect::<Vec<(FactId, u32)>>();
    order.sort_unstable();
    order.dedup_by_key(|(fact, _)| *fact);
    let mut kept = vec![false; facts.len()];
    order.iter().for_each(|(_, at)| kept[*at as usize] = true);
    facts.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(fact, _)| fact).collect()
}
