//! A long derivation in parts, so that nobody has to hold all of it.

use super::{Explainer, FactId, Limits, Steps};
use crate::{Derivation, NodeId};

/// Facts asked about whose steps are found together. Borders depend on the question alone, and with them the numbers of nodes.
const FACTS: usize = 1 << 12;

/// The facts that fit one question or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub(super) facts: Vec<FactId>,
    /// How many that fit were passed over.
    pub(super) before: u64,
    /// How many fit, those beyond the limit among them.
    pub total: u64,
}

impl Asked {
    /// True where facts fit that stand behind the limit.
    pub fn is_cut(&self) -> bool {
        self.before + (self.facts.len() as u64) < self.total
    }
}

/// Some nodes of a derivation, of which all before were in other parts.
#[derive(Debug)]
pub struct Part {
    /// The number of the first of its nodes.
    pub first: NodeId,
    /// Its nodes. They and the answers refer to all nodes by their numbers in the whole.
    pub derivation: Derivation,
}

/// The parts of a derivation, one after the other: what many facts rest on is told in the first part that needs it, and of what has been told
/// only its number is kept.
pub struct Parts<'e, 'm> {
    explainer: &'e Explainer<'m>,
    asked: Asked,
    limits: Limits,
    /// How many of the facts asked about were answered.
    answered: usize,
    steps: Steps,
}

impl<'m> Explainer<'m> {
    /// The derivations of these facts in parts. Where every derivation is asked for, or some down to a depth, it is one part.
    pub fn parts(&self, asked: Asked, limits: &Limits) -> Parts<'_, 'm> {
        Parts { explainer: self, asked, limits: *limits, answered: 0, steps: Steps::default() }
    }
}

impl Iterator for Parts<'_, '_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let rest = &self.asked.facts[self.answered..];
        if rest.is_empty() {
            return None;
        }
        if self.limits.all || self.limits.depth.is_some() {
            self.answered = self.asked.facts.len();
            return Some(Part { first: 0, derivation: self.explainer.whole(&self.asked, &self.limits) });
        }
        let facts = &rest[..rest.len().min(FACTS)];
        self.answered += facts.len();
        let (mut derivation, first) = (Derivation::default(), self.steps.told);
        self.explainer.add_below(&mut self.steps, facts, None);
        self.explainer.number(&mut self.steps, &mut derivation);
        derivation.answers.extend(facts.iter().filter_map(|fact| self.steps.node(*fact)));
        derivation.more = self.asked.is_cut();
        derivation.total = self.asked.total;
        self.steps.forget(first + derivation.nodes.len());
        Some(Part { first, derivation })
    }
}
