//! Every derivation of a fact, one after the other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use program::checked::Law;

use super::chain::Given;
use super::graph::Bounds;
use super::steps::Step;
use super::told::{Chosen, Known};
use super::{Explainer, FactId, Ground, Limits, Steps};
use crate::{Derivation, NodeId};

impl Explainer<'_> {
    /// Adds up to `room` derivations of an asked fact beyond the canonical one, whose steps have nodes. True where there are, or may be, more.
    ///
    /// A derivation has one way to each fact and no circle. Those come first that differ from the canonical way at the fewest facts, and among them
    /// those that differ nearest to the conclusion (limited discrepancy search: Harvey and Ginsberg, IJCAI 1995).
    pub(super) fn every(
        &self,
        fact: FactId,
        steps: &Steps,
        limits: &Limits,
        room: usize,
        derivation: &mut Derivation,
    ) -> bool {
        let mut every = Every {
            explainer: self,
            depth: limits.depth,
            ways: BTreeMap::new(),
            bounds: Bounds::USUAL,
            known: self.known(steps),
            told: derivation.answers.iter().copied().collect(),
            complete: true,
            effort: EFFORT,
        };
        let end = derivation.answers.len() + room;
        for discrepancies in 1.. {
            let (any, full) = every.with(fact, discrepancies, end, derivation);
            if full || every.effort == 0 {
                return true;
            }
            if !any {
                break;
            }
        }
        !every.complete
    }

    /// The nodes of canonical steps.
    fn known(&self, steps: &Steps) -> Known {
        let known = |step: &Step| {
            let folded = matches!(step.ground, Ground::None) && !self.is_base(step.fact);
            let rests_on = self.rests_on(step.fact, &step.ground);
            let below = rests_on.iter().filter_map(|premise| steps.node(*premise)).collect();
            Some(((step.fact, if folded { FOLDED } else { 0 }, below), step.node?))
        };
        steps.steps.iter().filter_map(known).collect()
    }

    /// All ways to a fact in one step, the canonical one first. False where the bounds left some out.
    fn ways(&self, fact: FactId, bounds: &mut Bounds) -> (Vec<Ground>, bool) {
        let mut ways = vec![self.ground(fact)];
        let (matches, mut complete) = self.told_matches(fact, bounds);
        let others = matches.into_iter().filter(|one| !matches!(&ways[0], Ground::Match(known) if known == one));
        let others = others.map(Ground::Match).collect::<Vec<_>>();
        ways.extend(others);
        if self.model.program.relation(fact.0).law == Law::Equivalence {
            let (chains, all) = self.chains(fact, bounds);
            complete &= all;
            let others = chains.into_iter().filter(|chain| !matches!(&ways[0], Ground::Chain(known) if known == chain));
            let others = others.map(Ground::Chain).collect::<Vec<_>>();
            ways.extend(others);
        }
        (ways, complete)
    }

    /// The ways over given pairs from one value to another that meet no value twice, short ones first; of a value with itself each pair that
    /// holds it. False where some are left out.
    fn chains(&self, fact: FactId, bounds: &mut Bounds) -> (Vec<Vec<Given>>, bool) {
        let (relation, tuple) = (fact.0, self.lookup.tuple(fact.0, fact.1));
        let (from, to) = (tuple[0], tuple[1]);
        let (mut found, mut complete) = (Vec::new(), true);
        let mut open = VecDeque::from([(from, Vec::new(), BTreeSet::from([from]))]);
        let mut visited = 0;
        while let Some((at, chain, met)) = open.pop_front() {
            let (pairs, all) = self.given_pairs(relation, at, bounds);
            complete &= all;
            for pair in pairs {
                let turned = pair[0] != at;
                let next = if turned { pair[0] } else { pair[1] };
                let Some(row) = self.row_of_pair(relation, pair).filter(|row| *row != fact.1) else { continue };
                let chain = chain.iter().copied().chain([(row, turned && from != to)]).collect::<Vec<_>>();
                if next == to || from == to {
                    found.push(chain);
                } else if !met.contains(&next) {
                    visited += 1;
                    if visited > CHAINS_MAX {
                        return (found, false);
                    }
                    let met = met.iter().copied().chain([next]).collect();
                    open.push_back((next, chain, met));
                }
            }
            if from == to {
                break;
            }
        }
        (found, complete)
    }
}

/// Ways over pairs that are begun.
const CHAINS_MAX: usize = 10_000;
/// Choices of ways for facts, about a second.
const EFFORT: u64 = 2_000_000;
/// In place of the number of a way: what the fact rests on is left out.
const FOLDED: usize = usize::MAX;

struct Every<'e, 'm> {
    explainer: &'e Explainer<'m>,
    depth: Option<usize>,
    ways: BTreeMap<FactId, Rc<Vec<Ground>>>,
    bounds: Bounds,
    known: Known,
    told: BTreeSet<NodeId>,
    complete: bool,
    effort: u64,
}

/// A fact that a way is chosen for.
struct Choice {
    fact: FactId,
    depth: usize,
    /// It stands in a chain of pairs, so that no chain may lead to it.
    link: bool,
    /// The way chosen; `None` where all have been tried.
    way: Option<usize>,
    /// How many facts had been met before its premises were.
    met: usize,
}

impl Every<'_, '_> {
    /// Adds the derivations that differ from the canonical ways at so many facts, until there are `end` answers. Whether any choice differs at so
    /// many, and whether some were left for want of room.
    fn with(&mut self, asked: FactId, discrepancies: usize, end: usize, derivation: &mut Derivation) -> (bool, bool) {
        let (mut any, mut left) = (false, discrepancies);
        let mut choices = vec![Choice { fact: asked, depth: 0, link: false, way: None, met: 0 }];
        let mut met = BTreeSet::from([asked]);
        let mut at = 0;
        // Whether the choice at `at` is new, or to be changed.
        let mut forward = true;
        loop {
            self.effort = self.effort.saturating_sub(1);
            if self.effort == 0 {
                return (any, false);
            }
            if forward && at == choices.len() {
                if left == 0 {
                    any = true;
                    let chosen = self.chosen(&choices);
                    if let Some(node) = self.explainer.tell(asked, &chosen, &mut self.known, derivation)
                        && self.told.insert(node)
                    {
                        if derivation.answers.len() == end {
                            return (any, true);
                        }
                        derivation.answers.push(node);
                    }
                }
                forward = false;
            }
            if !forward {
                let Some(before) = at.checked_sub(1) else { return (any, false) };
                at = before;
                let keep = choices[at].met;
                for choice in choices.drain(keep..) {
                    met.remove(&choice.fact);
                }
                left += usize::from(choices[at].way.is_some_and(|way| way != 0 && way != FOLDED));
            }
            choices[at].met = choices.len();
            let next = self.next_way(&choices[at], forward, left);
            choices[at].way = next;
            forward = next.is_some();
            if let Some(way) = next {
                left -= usize::from(way != 0 && way != FOLDED);
                self.meet(at, way, &mut choices, &mut met);
                at += 1;
            }
        }
    }

    /// The way to try next: those that differ from the canonical one first, then that one.
    fn next_way(&mut self, choice: &Choice, first: bool, left: usize) -> Option<usize> {
        if self.depth.is_some_and(|depth| choice.depth >= depth) && !self.explainer.is_base(choice.fact) {
            return first.then_some(FOLDED);
        }
        let before = if first { None } else { choice.way };
        if before == Some(0) {
            return None;
        }
        if left == 0 {
            return Some(0);
        }
        let ways = self.ways_of(choice.fact);
        let fits = |way: &usize| !(choice.link && matches!(ways[*way], Ground::Chain(_)));
        let from = before.map_or(1, |way| way + 1);
        Some((from..ways.len()).find(fits).unwrap_or(0))
    }

    fn ways_of(&mut self, fact: FactId) -> Rc<Vec<Ground>> {
        if let Some(ways) = self.ways.get(&fact) {
            return Rc::clone(ways);
        }
        let (ways, complete) = self.explainer.ways(fact, &mut self.bounds);
        self.complete &= complete;
        let ways = Rc::new(ways);
        self.ways.insert(fact, Rc::clone(&ways));
        ways
    }

    fn ground(&mut self, fact: FactId, way: usize) -> Ground {
        match way {
            FOLDED => Ground::None,
            0 => match self.ways.get(&fact) {
                Some(ways) => ways[0].clone(),
                None => self.explainer.ground(fact),
            },
            way => self.ways_of(fact)[way].clone(),
        }
    }

    /// Adds what a way rests on to what has to be chosen.
    fn meet(&mut self, at: usize, way: usize, choices: &mut Vec<Choice>, met: &mut BTreeSet<FactId>) {
        let (fact, depth) = (choices[at].fact, choices[at].depth + 1);
        let ground = self.ground(fact, way);
        let link = matches!(ground, Ground::Chain(_));
        for premise in self.explainer.rests_on(fact, &ground) {
            if met.insert(premise) {
                choices.push(Choice { fact: premise, depth, link, way: None, met: 0 });
            }
        }
    }

    fn chosen(&mut self, choices: &[Choice]) -> Chosen {
        let way = |choice: &Choice| (choice.fact, choice.way.unwrap_or(0));
        let ways = choices.iter().map(way).collect::<Vec<_>>();
        ways.into_iter().map(|(fact, way)| (fact, (way, self.ground(fact, way)))).collect()
    }
}
