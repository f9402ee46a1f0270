//! Sets of records that suffice and of which none can be left out.

use std::collections::{BTreeSet, VecDeque};

use crate::explain::graph::{Graph, Way};
use crate::explain::least::Least;

/// A set that suffices.
pub(super) struct Found {
    /// Keys of records and facts of the text.
    pub bases: BTreeSet<usize>,
    /// True where it is known that none of them can be left out.
    pub minimal: bool,
    /// The derivation from them.
    pub proof: Least,
}

/// A search in the graph of all derivations of one fact.
pub(super) struct Search<'g> {
    graph: &'g Graph,
    /// Bases in every derivation that can be seen to be so: the only way of the only way ...
    forced: BTreeSet<usize>,
    effort: u64,
    /// Sets of records to be left out were too many to be tried.
    crowded: bool,
}

/// Steps of the search for one fact's sets, about a second.
const EFFORT: u64 = 50_000_000;

impl<'g> Search<'g> {
    pub fn new(graph: &'g Graph) -> Self {
        Self { graph, forced: forced(graph), effort: EFFORT, crowded: false }
    }

    /// True where nothing more can be found.
    pub fn gave_up(&self) -> bool {
        self.effort == 0 || self.crowded
    }

    /// Up to `limit` sets and, where there are more, one more.
    ///
    /// By a tree of hitting sets (Reiter, Artificial Intelligence 32:1, 1987): whatever set is not known yet lacks something of each that is, so leaving
    /// out one record of a known set after the other finds all of them.
    pub fn sets(&mut self, limit: usize) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut seen = BTreeSet::from([BTreeSet::new()]);
        let mut open = VecDeque::from([BTreeSet::new()]);
        while let Some(without) = open.pop_front() {
            let known = found.iter().position(|set| set.bases.is_disjoint(&without));
            let number = match known {
                Some(number) => number,
                None => {
                    let Some(set) = self.minimal(&without) else { continue };
                    found.push(set);
                    found.len() - 1
                }
            };
            if found.len() > limit || self.effort == 0 {
                break;
            }
            for base in found[number].bases.iter().filter(|base| !self.forced.contains(base)) {
                let mut without = without.clone();
                without.insert(*base);
                self.crowded |= seen.len() >= OPEN_MAX;
                if !self.crowded && seen.insert(without.clone()) {
                    open.push_back(without);
                }
            }
        }
        found
    }

    /// The bases that every derivation rests on; some may be missing where the search gave up.
    pub fn in_every(&mut self, found: &[Found]) -> BTreeSet<usize> {
        let mut sets = found.iter().map(|set| &set.bases);
        let first = sets.next().cloned().unwrap_or_default();
        let common = sets.fold(first, |common, set| common.intersection(set).copied().collect());
        common
            .into_iter()
            .filter(|base| {
                self.forced.contains(base) || self.proof(&|other| other != *base).is_none() && self.effort > 0
            })
            .collect()
    }

    /// A set without these.
    fn minimal(&mut self, without: &BTreeSet<usize>) -> Option<Found> {
        let mut proof = self.proof(&|base| !without.contains(&base))?;
        let mut bases = bases(self.graph, &proof);
        let mut candidates = bases.difference(&self.forced).copied().collect::<Vec<_>>();
        while let Some(base) = candidates.pop() {
            if let Some(smaller) = self.proof(&|other| other != base && bases.contains(&other)) {
                proof = smaller;
                bases = self::bases(self.graph, &proof);
                candidates.retain(|candidate| bases.contains(candidate));
            }
        }
        Some(Found { bases, minimal: self.effort > 0, proof })
    }

    /// The derivation whose tree has the fewest leaves among those that rest on allowed bases alone.
    fn proof(&mut self, allowed: &dyn Fn(usize) -> bool) -> Option<Least> {
        let cost = |way: &Way| u64::from(way.premises.is_empty());
        self.graph.least(&cost, allowed, &mut self.effort)
    }
}

/// Sets of records to be left out that are tried.
const OPEN_MAX: usize = 10_000;

/// The bases that a proof rests on.
fn bases(graph: &Graph, proof: &Least) -> BTreeSet<usize> {
    let is_base = |key: &usize| proof.by[*key].is_some_and(|way| graph.is_base(way));
    proof.needed(graph).into_iter().filter(is_base).collect()
}

/// The bases that the fact rests on by ways that have no alternative.
fn forced(graph: &Graph) -> BTreeSet<usize> {
    let mut first = Vec::with_capacity(graph.counts.len());
    let mut next = 0;
    for count in &graph.counts {
        first.push(next);
        next += count;
    }
    let (mut seen, mut open, mut forced) = (BTreeSet::from([0]), vec![0], BTreeSet::new());
    while let Some(key) = open.pop() {
        if graph.counts[key] != 1 {
            continue;
        }
        if graph.is_base(first[key]) {
            forced.insert(key);
        }
        open.extend(graph.ways[first[key]].premises.iter().filter(|premise| seen.insert(**premise)));
    }
    forced
}
