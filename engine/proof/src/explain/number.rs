//! From steps to numbered nodes: each has its number by what it says alone, so any number of threads may write them.

use std::cmp::Ordering;
use std::ops::Range;

use eval::{Found, Origin, Solution};
use rayon::prelude::*;
use values::{Code, Primitive, Value};

use super::ground::{Ground, Taken};
use super::steps::Steps;
use super::{Explainer, FactId, MANY};
use crate::dominating::replaced;
use crate::{Derivation, Node, NodeId};

/// Marks what refers to a step until the step has a number.
const STEP: NodeId = 1 << (NodeId::BITS - 1);

/// Steps that one thread writes at once.
const CHUNK: usize = 1 << 11;

/// The step of a fact, as nodes refer to it that have no number themselves.
pub(super) fn reference(steps: &Steps, fact: FactId) -> Option<NodeId> {
    steps.place(fact).map(of_step)
}

/// The same, of a step with this number.
pub(super) fn of_step(place: usize) -> NodeId {
    place | STEP
}

/// Where a step stands in the order of nodes, as far as two numbers can say: the first is made of stratum, round, what comes later within it,
/// and relation, the second of the beginnings of the first values. Of two that differ the lesser one comes first.
type Place = (u64, u64);

impl Explainer<'_> {
    /// Numbers the steps that have no node yet: by stratum, then round, so that premises come before conclusions; then by relation and
    /// values, since the order of rows must not show.
    pub(super) fn number(&self, steps: &mut Steps, derivation: &mut Derivation) {
        let order = self.order(steps);
        if order.is_empty() {
            return;
        }
        let mut drafts = match order.len() <= CHUNK {
            true => vec![self.draft(&order, steps)],
            false => order.par_chunks(CHUNK).map(|chunk| self.draft(chunk, steps)).collect(),
        };
        let mut bases = Vec::with_capacity(drafts.len());
        let before = steps.told + derivation.nodes.len();
        let mut base = before;
        for (chunk, draft) in order.chunks(CHUNK).zip(&drafts) {
            for (step, node) in chunk.iter().zip(&draft.conclusions) {
                steps.steps[*step].node = Some(base + node);
            }
            bases.push(base);
            base += draft.nodes.nodes.len();
        }
        let steps = &*steps;
        match &mut drafts[..] {
            [only] => settle(&mut only.nodes.nodes, steps, bases[0]),
            many => {
                let many = many.par_iter_mut().zip(&bases);
                many.for_each(|(draft, base)| settle(&mut draft.nodes.nodes, steps, *base));
            }
        }
        derivation.nodes.reserve(base - before);
        for (draft, base) in drafts.into_iter().zip(bases) {
            derivation.nodes.extend(draft.nodes.nodes);
            derivation
                .replaced
                .extend(draft.nodes.replaced.into_iter().map(|(node, replaced)| (base + node, replaced)));
        }
    }

    /// A node for a fact's step. All that it rests on has nodes.
    pub(super) fn node(&self, fact: FactId, steps: &Steps, derivation: &mut Derivation) -> NodeId {
        let place = steps.place(fact).unwrap_or_else(|| unreachable!("the fact has a step"));
        let mut draft = self.draft(&[place], steps);
        let base = derivation.nodes.len();
        settle(&mut draft.nodes.nodes, steps, base);
        derivation.nodes.extend(draft.nodes.nodes);
        derivation.replaced.extend(draft.nodes.replaced.into_iter().map(|(node, replaced)| (base + node, replaced)));
        base + draft.conclusions[0]
    }

    fn order(&self, steps: &Steps) -> Vec<usize> {
        let numbers: Range<usize> = 0..steps.steps.len();
        let open = |number: &usize| steps.steps[*number].node.is_none();
        let place = |number: usize| (self.place(steps.steps[number].fact), number as u32);
        let compare = |(a, one): &(Place, u32), (b, other): &(Place, u32)| {
            let fact = |number: u32| steps.steps[number as usize].fact;
            a.cmp(b).then_with(|| self.compare(fact(*one), fact(*other)))
        };
        let mut order = match numbers.len() < MANY {
            true => numbers.filter(open).map(place).collect::<Vec<_>>(),
            false => numbers.into_par_iter().filter(open).map(place).collect(),
        };
        if order.len() < MANY {
            order.sort_unstable_by(compare)
        } else {
            order.par_sort_unstable_by(compare)
        }
        order.into_iter().map(|(_, number)| number as usize).collect()
    }

    fn compare(&self, one: FactId, other: FactId) -> Ordering {
        let by_height = (self.height(one), one.0).cmp(&(self.height(other), other.0));
        by_height.then_with(|| self.lookup.compare_rows(one.0, one.1, other.1))
    }

    fn place(&self, fact: FactId) -> Place {
        let (stratum, round, then) = self.height(fact);
        let most = |value: usize, bits: u32| value.min((1 << bits) - 1) as u64;
        let (stratum, relation) = (most(stratum, 12), most(fact.0.0 as usize, 18));
        // What stands behind a number that is cut says nothing.
        let rest = if stratum < (1 << 12) - 1 { u64::from(round) << 20 | u64::from(then) << 18 | relation } else { 0 };
        (stratum << 52 | rest, self.beginnings(fact))
    }

    /// Stratum, round, and within a round: what clauses gave, what that implies, what repeats either.
    fn height(&self, fact: FactId) -> (usize, u32, u8) {
        let (round, then) = match self.origin(fact) {
            Origin::Record(_) | Origin::Given(_) => (0, 0),
            Origin::Derived { round, .. } => (round, 0),
            Origin::Implied { round } => (round, 1),
            Origin::Repeated { round } => (round, 2),
        };
        (self.model.stratum_of[fact.0.0 as usize], round, then)
    }

    /// What of the first two values decides the order in most cases.
    fn beginnings(&self, (relation, row): FactId) -> u64 {
        let columns = &self.model.program.relation(relation).columns;
        let beginning = |at: usize| match columns.get(at) {
            Some(column) => self.beginning(column.primitive, self.lookup.code(relation, row, at)),
            None => (0, false),
        };
        match columns.first() {
            Some(column) if column.primitive == Primitive::Symbol => {
                let text = self.model.dictionary.text(self.lookup.code(relation, row, 0)).as_bytes();
                let mut first = [0; 8];
                first.iter_mut().zip(text).for_each(|(to, byte)| *to = *byte);
                u64::from_be_bytes(first)
            }
            _ => match beginning(0) {
                (first, true) => u64::from(first) << 32 | u64::from(beginning(1).0),
                (first, false) => u64::from(first) << 32,
            },
        }
    }

    /// The beginning of a value, of two that differ the lesser one for the lesser value; and whether it is all of the value.
    fn beginning(&self, primitive: Primitive, code: Code) -> (u32, bool) {
        let cut = |value: u64| (value.min(u32::MAX.into()) as u32, value < u32::MAX.into());
        match primitive {
            Primitive::Date => (code, true),
            Primitive::Number | Primitive::Unsigned => match self.model.dictionary.decode(primitive, code) {
                Value::Number(n) => {
                    let (value, whole) = cut(n.saturating_add(1 << 31).max(0) as u64);
                    (value, whole && value > 0)
                }
                Value::Unsigned(n) => cut(n),
                _ => (0, false),
            },
            Primitive::Symbol => {
                let text = self.model.dictionary.text(code).as_bytes();
                let mut first = [0; 4];
                first.iter_mut().zip(text).for_each(|(to, byte)| *to = *byte);
                (u32::from_be_bytes(first), false)
            }
            _ => (0, false),
        }
    }

    /// The nodes of steps in this order; they refer to steps, and to each other by their place among them.
    fn draft(&self, order: &[usize], steps: &Steps) -> Draft {
        let mut draft = Draft { nodes: Derivation::default(), conclusions: Vec::with_capacity(order.len()) };
        draft.nodes.nodes.reserve(order.len());
        let (mut found, mut solution) = (Found::default(), Solution::default());
        for step in order {
            let (step, nodes) = (&steps.steps[*step], &mut draft.nodes);
            let fact = step.fact;
            let node = match &step.ground {
                Ground::Rows(Taken { clause, rows }) => {
                    if let Some(atoms) = &self.about(*clause).atoms {
                        let tuple = self.model.relation(fact.0).rows().row(fact.1);
                        atoms.replay(tuple, rows, &mut found, &mut solution);
                    }
                    let taken = (*clause, &solution, None);
                    self.concluded(fact, taken, (steps, steps.used(step, rows.len())), nodes)
                }
                Ground::Match(found) => self.conclusion(fact, found, steps, nodes),
                Ground::Chain(pairs) => self.implied(fact, pairs, steps, nodes),
                Ground::Repeats(other) => {
                    let (relation, args, of) = (fact.0, self.values(fact), reference(steps, *other));
                    nodes.push(Node::Repeated { relation, args, of })
                }
                Ground::None => self.leaf(fact, nodes),
            };
            if let Some(replaced) = replaced(self.model, &self.lookup, fact.0, fact.1) {
                nodes.replaced.insert(node, replaced);
            }
            draft.conclusions.push(node);
        }
        draft
    }
}

/// Nodes without numbers.
struct Draft {
    nodes: Derivation,
    /// By step: the node that concludes it.
    conclusions: Vec<NodeId>,
}

/// Gives what `nodes` refer to its number; the first of them has the number `base`.
fn settle(nodes: &mut [Node], steps: &Steps, base: usize) {
    let number = |id: NodeId| match id & STEP {
        0 => base + id,
        _ => steps.node_at(id ^ STEP).unwrap_or_else(|| unreachable!("all steps have been numbered")),
    };
    nodes.iter_mut().for_each(|node| node.renumber(&number));
}
