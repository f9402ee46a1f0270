//! The steps of a derivation before they are numbered, level by level below the facts asked about.
//!
//! Facts are put into order rather than hashed: in a large model each look at another place costs more than all that is done there.

use eval::Found;
use rayon::prelude::*;

use super::ground::Ground;
use super::{Explainer, FactId, MANY};
use crate::NodeId;

/// One step.
pub(crate) struct Step {
    /// The fact.
    pub(crate) fact: FactId,
    /// How it was concluded.
    pub(crate) ground: Ground,
    /// Its node, once there is one.
    pub(super) node: Option<NodeId>,
    /// Where the steps that it rests on begin in [`Steps::used`].
    used: u32,
}

/// The steps of all facts of a derivation.
#[derive(Default)]
pub(crate) struct Steps {
    pub(crate) steps: Vec<Step>,
    /// The nodes of steps that were forgotten but for them; the numbers of these steps come before those of all others.
    forgotten: Vec<NodeId>,
    /// The nodes that belong to forgotten steps: their numbers come first.
    pub(super) told: usize,
    /// The steps that each rests on, side by side.
    used: Vec<u32>,
    /// Facts with the numbers of their steps, in runs that ascend, each more than twice as long as the next.
    runs: Vec<Vec<(FactId, u32)>>,
}

/// A fact that is wanted, and where in [`Steps::used`] the number of its step belongs.
type Wanted = (FactId, u32);

/// It belongs nowhere: the fact is asked about.
const ASKED: u32 = u32::MAX;

impl Steps {
    /// The number of a fact's step.
    pub(super) fn place(&self, fact: FactId) -> Option<usize> {
        let in_run =
            |run: &Vec<(FactId, u32)>| run.binary_search_by_key(&fact, |(fact, _)| *fact).ok().map(|at| run[at].1);
        self.runs.iter().find_map(in_run).map(|place| place as usize)
    }

    /// The node of a fact.
    pub(super) fn node(&self, fact: FactId) -> Option<NodeId> {
        self.node_at(self.place(fact)?)
    }

    /// The node of the step with this number.
    pub(super) fn node_at(&self, place: usize) -> Option<NodeId> {
        match self.forgotten.get(place) {
            Some(node) => Some(*node),
            None => self.steps[place - self.forgotten.len()].node,
        }
    }

    /// Forgets all steps, which have nodes, but for these; `nodes` is how many nodes there are with theirs.
    pub(super) fn forget(&mut self, nodes: usize) {
        self.forgotten.extend(self.steps.drain(..).filter_map(|step| step.node));
        self.used.clear();
        self.told = nodes;
    }

    /// The number that the next step gets.
    fn next(&self) -> usize {
        self.forgotten.len() + self.steps.len()
    }

    /// Adds a step of a fact that has none; by a match, if by a clause.
    pub(super) fn push(&mut self, fact: FactId, ground: Ground) {
        let place = self.next() as u32;
        self.steps.push(Step { fact, ground, node: None, used: 0 });
        self.add_run(vec![(fact, place)]);
    }

    /// Gives a step its node.
    pub(super) fn set_node(&mut self, fact: FactId, node: NodeId) {
        if let Some(place) = self.place(fact) {
            self.steps[place - self.forgotten.len()].node = Some(node);
        }
    }

    /// The steps that the first so many premises of a step are.
    pub(super) fn used(&self, step: &Step, count: usize) -> &[u32] {
        &self.used[step.used as usize..step.used as usize + count]
    }

    /// Notes the steps of what is wanted. The facts that have none yet get the next numbers; they are handed back, ascending.
    fn number(&mut self, mut wanted: Vec<Wanted>) -> Vec<FactId> {
        if wanted.len() < MANY {
            wanted.sort_unstable()
        } else {
            wanted.par_sort_unstable()
        }
        let mut cursors = vec![0; self.runs.len()];
        let mut new: Vec<FactId> = Vec::new();
        for (fact, slot) in wanted {
            let mut known = || cursors.iter_mut().zip(&self.runs).find_map(|(cursor, run)| ahead(run, cursor, fact));
            let place = match new.last() {
                Some(last) if *last == fact => (self.next() + new.len() - 1) as u32,
                _ => known().unwrap_or_else(|| {
                    new.push(fact);
                    (self.next() + new.len() - 1) as u32
                }),
            };
            if slot != ASKED {
                self.used[slot as usize] = place;
            }
        }
        new
    }

    /// Adds the steps of facts that have just been numbered; what they rest on is wanted next.
    fn add(&mut self, facts: Vec<FactId>, grounds: Vec<Grounds>) -> Vec<Wanted> {
        let run = (self.next() as u32..).zip(&facts).map(|(place, fact)| (*fact, place)).collect::<Vec<_>>();
        let mut wanted = Vec::with_capacity(grounds.iter().map(|chunk| chunk.below.len()).sum());
        let mut facts = facts.into_iter();
        for Grounds { grounds, below } in grounds {
            let mut used = wanted.len() as u32 + self.used.len() as u32;
            wanted.extend(below.into_iter().zip(used..));
            for ((ground, count), fact) in grounds.into_iter().zip(&mut facts) {
                self.steps.push(Step { fact, ground, node: None, used });
                used += count;
            }
        }
        self.used.resize(self.used.len() + wanted.len(), 0);
        self.add_run(run);
        wanted
    }

    fn add_run(&mut self, mut run: Vec<(FactId, u32)>) {
        while let Some(before) = self.runs.pop() {
            if before.len() > 2 * run.len() {
                self.runs.push(before);
                break;
            }
            run.extend(before);
            // Two runs, which a sort by merging takes as they are.
            run.sort();
        }
        self.runs.push(run);
    }
}

/// The number that a fact has in a run, from the cursor on, which moves to it.
fn ahead(run: &[(FactId, u32)], cursor: &mut usize, fact: FactId) -> Option<u32> {
    let mut step = 1;
    while run.get(*cursor + step).is_some_and(|(other, _)| *other < fact) {
        *cursor += step;
        step *= 2;
    }
    let end = run.len().min(*cursor + step + 1);
    *cursor += run[*cursor..end].partition_point(|(other, _)| *other < fact);
    run.get(*cursor).filter(|(other, _)| *other == fact).map(|(_, place)| *place)
}

/// How some facts were concluded.
struct Grounds {
    /// By fact, with the number of facts that it rests on.
    grounds: Vec<(Ground, u32)>,
    /// Those, side by side.
    below: Vec<FactId>,
}

impl Explainer<'_> {
    /// Adds the canonical steps of `facts` and of all they rest on, down to `depth`.
    pub(super) fn add_below(&self, steps: &mut Steps, facts: &[FactId], depth: Option<usize>) {
        let mut wanted = facts.iter().map(|fact| (*fact, ASKED)).collect();
        for distance in 0.. {
            // In the order of rows: those that lie side by side are looked for one after the other.
            let level = steps.number(wanted);
            if level.is_empty() {
                break;
            }
            let folded = depth.is_some_and(|depth| distance >= depth);
            let grounds = match level.len() < MANY {
                true => vec![self.grounds(&level, folded)],
                false => level.par_chunks(MANY).map(|facts| self.grounds(facts, folded)).collect(),
            };
            wanted = steps.add(level, grounds);
        }
    }

    /// The canonical steps of `facts` and of all they rest on, down to `depth`.
    pub(crate) fn steps_below(&self, facts: &[FactId], depth: Option<usize>) -> Steps {
        let mut steps = Steps::default();
        self.add_below(&mut steps, facts, depth);
        steps
    }

    fn grounds(&self, facts: &[FactId], folded: bool) -> Grounds {
        let (mut below, mut found) = (Vec::with_capacity(2 * facts.len()), Found::default());
        let ground = |fact: &FactId| {
            let before = below.len();
            let ground = if folded { Ground::None } else { self.ground_fast(*fact, &mut found) };
            match &ground {
                Ground::None => {}
                Ground::Rows(taken) => below.extend(self.facts_taken(taken)),
                Ground::Match(found) => below.extend(self.facts_used(found.clause, &found.solution)),
                Ground::Chain(pairs) => below.extend(pairs.iter().map(|(row, _)| (fact.0, *row))),
                Ground::Repeats(other) => below.push(*other),
            }
            (ground, (below.len() - before) as u32)
        };
        let grounds = facts.iter().map(ground).collect();
        Grounds { grounds, below }
    }
}
