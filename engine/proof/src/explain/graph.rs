//! Every way in which a fact, and whatever it may rest on, can be concluded: a directed hypergraph.
//!
//! The rounds say nothing here: a way may rest on facts that were concluded later, or on the fact itself. A proof is a
//! choice of one way for each fact without circles.

mod expand;

use std::collections::{BTreeMap, BTreeSet};

use eval::{GoalKind, Origin};
use program::checked::RelId;
use values::Code;

use super::{Explainer, FactId, Ground, Match};

/// Something that is concluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    /// A fact.
    Fact(FactId),
    /// A pair of an equivalence, so far as a rule, a record or the program text gives it.
    Given(RelId, Code, Code),
    /// That given pairs of an equivalence lead from the first value to the second one, another.
    Chain(RelId, Code, Code),
}

/// One step to a conclusion.
pub(crate) struct Way {
    /// A number in [`Graph::keys`].
    pub conclusion: usize,
    /// Numbers of what it rests on, each once.
    pub premises: Vec<usize>,
    /// How it was made; of a record or a fact of the text `None`, and of what stands only within this graph as well.
    pub ground: Ground,
}

/// Where the search for ways ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// So many ways.
    pub ways: usize,
    /// So many choices among rows.
    pub choices: u64,
}

impl Bounds {
    /// About a second of search.
    pub const USUAL: Bounds = Bounds { ways: 200_000, choices: 5_000_000 };
}

/// What the proofs of one fact can be made of.
pub(crate) struct Graph {
    /// What is concluded; the fact asked about has number 0.
    pub keys: Vec<Key>,
    /// By conclusion; of each, the canonical one first, then by rule in source order, least premises first.
    pub ways: Vec<Way>,
    /// By key: the ways that rest on it.
    pub users: Vec<Vec<usize>>,
    /// By key: how many ways lead to it.
    pub counts: Vec<usize>,
    /// False where the bounds left ways out.
    pub complete: bool,
}

impl Graph {
    /// True for a way that rests on nothing: of a record or a fact of the program text.
    pub fn is_base(&self, way: usize) -> bool {
        self.ways[way].premises.is_empty() && matches!(self.ways[way].ground, Ground::None)
    }

    /// The fact that a key stands for.
    pub fn fact(&self, explainer: &Explainer<'_>, key: usize) -> Option<FactId> {
        match self.keys[key] {
            Key::Fact(fact) => Some(fact),
            Key::Given(relation, a, b) => Some((relation, explainer.row_of_pair(relation, [a, b])?)),
            Key::Chain(..) => None,
        }
    }
}

/// Which steps are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// The rules as the law was compiled, each by the facts that its literals match; what an aggregate counts is no premise.
    Compiled,
    /// The rules as they are told; what an aggregate counts is a premise.
    Told,
}

impl Explainer<'_> {
    /// The ways to `asked` and to all that they rest on, nearest first. The canonical proof is among them whatever the bounds.
    pub(crate) fn graph(&self, asked: FactId, view: View, bounds: Bounds) -> Graph {
        let seeds = self.canonical_facts(asked, view);
        let mut builder = Builder { explainer: self, view, bounds, seeds, numbers: BTreeMap::new(), keys: Vec::new() };
        builder.number(Key::Fact(asked));
        let mut graph =
            Graph { keys: Vec::new(), ways: Vec::new(), users: Vec::new(), counts: Vec::new(), complete: true };
        let mut next = 0;
        while let Some(key) = builder.keys.get(next).copied() {
            let (found, complete) = builder.expand(key);
            graph.complete &= complete;
            let mut count = 0;
            for (rests_on, ground) in found {
                let mut premises = rests_on.into_iter().map(|key| builder.number(key)).collect::<Vec<_>>();
                premises.sort_unstable();
                premises.dedup();
                // What rests on itself proves nothing.
                if !premises.contains(&next) {
                    graph.ways.push(Way { conclusion: next, premises, ground });
                    count += 1;
                }
            }
            graph.counts.push(count);
            next += 1;
        }
        graph.keys = builder.keys;
        graph.users = vec![Vec::new(); graph.keys.len()];
        for (number, way) in graph.ways.iter().enumerate() {
            for premise in &way.premises {
                graph.users[*premise].push(number);
            }
        }
        graph
    }
}

impl Explainer<'_> {
    /// The facts of the canonical proof.
    fn canonical_facts(&self, asked: FactId, view: View) -> BTreeSet<FactId> {
        let (mut seen, mut open) = (BTreeSet::from([asked]), vec![asked]);
        while let Some(fact) = open.pop() {
            let rests_on = match self.canonical_ground(fact, view) {
                Ground::None => Vec::new(),
                Ground::Match(found) => self.premises(&found, view),
                Ground::Chain(links) => links.into_iter().map(|(row, _)| (fact.0, row)).collect(),
                Ground::Repeats(other) => vec![other],
                Ground::Rows(taken) => self.facts_taken(&taken).collect(),
            };
            open.extend(rests_on.into_iter().filter(|premise| seen.insert(*premise)));
        }
        seen
    }

    /// The canonical way to a fact.
    fn canonical_ground(&self, fact: FactId, view: View) -> Ground {
        match self.origin(fact) {
            Origin::Derived { clause, round } if view == View::Compiled => {
                let solution = self.canonical(fact, clause, round);
                solution.map_or(Ground::None, |solution| Ground::Match(Match { clause, solution, claim: None }))
            }
            _ => self.ground(fact),
        }
    }

    /// The facts that a match rests on.
    fn premises(&self, found: &Match, view: View) -> Vec<FactId> {
        if view == View::Told {
            return self.facts_used(found.clause, &found.solution);
        }
        let goals = self.model.goals[found.clause].goals.iter().zip(&found.solution.rows);
        let matched = goals.filter_map(|(goal, row)| match &goal.kind {
            GoalKind::Match { relation, .. } => Some((*relation, (*row)?)),
            _ => None,
        });
        matched.collect()
    }
}

struct Builder<'e, 'm> {
    explainer: &'e Explainer<'m>,
    view: View,
    /// What is left of them.
    bounds: Bounds,
    /// The facts of the canonical proof.
    seeds: BTreeSet<FactId>,
    numbers: BTreeMap<Key, usize>,
    keys: Vec<Key>,
}

impl Builder<'_, '_> {
    fn number(&mut self, key: Key) -> usize {
        let next = self.keys.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.keys.push(key);
        }
        number
    }
}
