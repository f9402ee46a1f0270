//! Which records carry a fact: sets of records that give it and of which none can be left out.
//!
//! What rules match counts, not what they find absent or count up: absences and groups are told beside each set. Over rules
//! with neither, a set alone gives the fact, and without one of its records it does not (the minimal witness basis of Buneman, Khanna and Tan, 2001).

mod beside;
mod search;

use diagnostics::Span;
use eval::{Model, Origin, Quantity};
use program::checked::{RelId, Term, VarId};
use values::Value;

use crate::explain::graph::{Bounds, Graph, View};
use crate::explain::{Explainer, FactId};
use crate::{Locators, Question, RecordPlace};
use search::{Found, Search};

/// What carries a fact.
#[derive(Debug)]
pub struct Witnesses {
    /// The fact.
    pub fact: (RelId, Vec<Value>),
    /// Every record and fact of the program text that occurs in a set.
    pub bases: Vec<Base>,
    /// The sets, the smaller ones first.
    pub sets: Vec<WitnessSet>,
    /// Those of [`bases`](Self::bases) without which there is no derivation at all, ascending.
    pub in_every: Vec<usize>,
    /// True where there are, or may be, further sets.
    pub more: bool,
    /// True where the search gave up: what is in every derivation was then judged by the derivations that were looked at.
    pub gave_up: bool,
}

/// A record or a fact of the program text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// Its relation.
    pub relation: RelId,
    /// Its values.
    pub args: Vec<Value>,
    /// Every row that gives it; empty where none does.
    pub places: Vec<RecordPlace>,
    /// Where the program text states it.
    pub given: Option<Span>,
}

/// Records that together give the fact.
#[derive(Debug)]
pub struct WitnessSet {
    /// Numbers in [`Witnesses::bases`], ascending.
    pub bases: Vec<usize>,
    /// False where the search gave up before it was known that none of them can be left out.
    pub minimal: bool,
    /// What the derivation from them finds absent.
    pub absences: Vec<AbsentBeside>,
    /// What the derivation from them counts up.
    pub groups: Vec<GroupBeside>,
}

/// A negated premise of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsentBeside {
    /// Index of the rule that has it.
    pub rule: usize,
    /// Which disjunct of the rule.
    pub alternative: u32,
    /// The literal ([`program::checked::Literal::index`]).
    pub literal: u32,
    /// The relation that must not hold such a tuple.
    pub relation: RelId,
    /// Which; `None` for a column that may hold anything.
    pub pattern: Vec<Option<Value>>,
}

/// An aggregate of a derivation.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupBeside {
    /// Index of the rule that has it.
    pub rule: usize,
    /// Which disjunct of the rule.
    pub alternative: u32,
    /// The function.
    pub op: &'static str,
    /// The group: variables bound outside.
    pub group: Vec<(VarId, Value)>,
    /// The result.
    pub value: Quantity,
    /// How many contributions it has.
    pub members: usize,
    /// The records and facts of the text that the canonical derivations of the contributions rest on.
    pub bases: Vec<Base>,
}

/// What carries each fact that fits `question`, in output order: at most `facts` facts, of each at most `sets` sets. True where there are more facts.
pub fn witnesses(
    model: &Model<'_>,
    locators: &dyn Locators,
    question: &Question,
    facts: usize,
    sets: usize,
) -> (Vec<Witnesses>, bool) {
    let explainer = Explainer::new(model, locators);
    let (asked, total) = explainer.fitting(question, (0, facts));
    let more = (asked.len() as u64) < total;
    (asked.into_iter().map(|row| of_fact(&explainer, (question.relation, row), sets)).collect(), more)
}

fn of_fact(explainer: &Explainer<'_>, fact: FactId, limit: usize) -> Witnesses {
    let graph = explainer.graph(fact, View::Compiled, Bounds::USUAL);
    let mut search = Search::new(&graph);
    let mut found = search.sets(limit);
    let in_every = search.in_every(&found);
    let gave_up = search.gave_up() || !graph.complete;
    let more = found.len() > limit || gave_up;
    let ordered = |set: &Found| {
        (set.bases.len(), set.bases.iter().map(|key| base_values(explainer, &graph, *key)).collect::<Vec<_>>())
    };
    found.sort_by_cached_key(ordered);
    found.truncate(limit);
    let mut keys = found.iter().flat_map(|set| set.bases.iter().copied()).collect::<Vec<_>>();
    keys.sort_by_cached_key(|key| base_values(explainer, &graph, *key));
    keys.dedup();
    let number = |key: &usize| keys.iter().position(|known| known == key);
    let numbers = |set: &mut dyn Iterator<Item = &usize>| {
        let mut numbers = set.filter_map(number).collect::<Vec<_>>();
        numbers.sort_unstable();
        numbers
    };
    let sets = found.iter().map(|set| {
        let (absences, groups) = beside::beside(explainer, &graph, &set.proof);
        WitnessSet { bases: numbers(&mut set.bases.iter()), minimal: set.minimal, absences, groups }
    });
    Witnesses {
        fact: (fact.0, explainer.values(fact)),
        sets: sets.collect(),
        in_every: numbers(&mut in_every.iter()),
        bases: keys.iter().filter_map(|key| Some(base(explainer, graph.fact(explainer, *key)?))).collect(),
        more,
        gave_up,
    }
}

fn base_values(explainer: &Explainer<'_>, graph: &Graph, key: usize) -> Option<(RelId, Vec<Value>)> {
    graph.fact(explainer, key).map(|fact| (fact.0, explainer.values(fact)))
}

/// A record or fact of the text with its places.
fn base(explainer: &Explainer<'_>, fact: FactId) -> Base {
    let (relation, args) = (fact.0, explainer.values(fact));
    let model = explainer.model;
    let (places, given) = match explainer.origin(fact) {
        Origin::Record(number) => (explainer.locators.places(relation, number), stated(model, relation, &args)),
        Origin::Given(fact) => (Vec::new(), Some(model.program.facts[fact].span)),
        _ => (Vec::new(), None),
    };
    Base { relation, args, places, given }
}

/// Where the program text states a tuple in so many words; a value that is computed there is not looked at.
pub(crate) fn stated(model: &Model<'_>, relation: RelId, args: &[Value]) -> Option<Span> {
    let mut facts = model.program.facts.iter().filter(|fact| fact.atom.relation == relation);
    let says = |(term, arg): (&Term, &Value)| matches!(term, Term::Constant(value) if value == arg);
    facts.find(|fact| fact.atom.args.iter().zip(args).all(says)).map(|fact| fact.span)
}
