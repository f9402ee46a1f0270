//! The answer in one sentence.

use proof::{Node, NodeId};

use super::{Teller, say};
use crate::phrase::fill;
use crate::text::Edge;
use crate::wrap;

/// Premises that one sentence names.
const PREMISES_MAX: usize = 8;

impl Teller<'_> {
    /// The conclusion with the articles that it applies and the premises that carry it.
    pub(super) fn summary(&mut self, answer: NodeId) {
        let conclusion = self.conclusion(answer);
        let premises = self.carrying(answer);
        let (shown, rest) = premises.split_at(premises.len().min(PREMISES_MAX));
        let mut said = shown.iter().map(|id| self.sentences.of(*id)).collect::<Vec<_>>();
        if !rest.is_empty() {
            said.push(fill(say::MORE_PREMISES, self.lang, &[("count", &rest.len().to_string())]));
        }
        let premises = said.join(say::NEXT.get(self.lang));
        let text = if premises.is_empty() { say::BARE } else { say::SENTENCE };
        let sentence = fill(text, self.lang, &[("conclusion", &conclusion), ("premises", &premises)]);
        wrap(&mut self.out, &capitalized(&sentence), self.width, "", "");
    }

    /// The conclusion with its articles; of a record, where it stands.
    fn conclusion(&self, answer: NodeId) -> String {
        let sentence = self.sentences.of(answer);
        if let Node::Record { .. } | Node::Given { .. } = &self.derivation().nodes[answer] {
            let source = self.sentences.steps.grounds(answer).join("");
            return fill(say::SOURCED, self.lang, &[("sentence", &sentence), ("source", &source)]);
        }
        match &self.articles(answer)[..] {
            [] => sentence,
            articles => {
                let norms = articles.join(say::LIST.get(self.lang));
                fill(say::ACCORDING, self.lang, &[("conclusion", &sentence), ("norms", &norms)])
            }
        }
    }

    /// The premises that carry a conclusion: what is itself concluded or found by a person, absences, comparisons and aggregates; records
    /// only where there is nothing else.
    fn carrying(&self, answer: NodeId) -> Vec<NodeId> {
        let premises = self.sentences.steps.below(&Edge::root(answer));
        let nodes = premises.iter().filter_map(Edge::node).collect::<Vec<_>>();
        let carries = |id: &NodeId| match &self.derivation().nodes[*id] {
            Node::Record { relation, .. } | Node::Given { relation, .. } => {
                self.program().relation(*relation).openness.finding.is_some()
            }
            Node::Computation { .. } | Node::Parameter { .. } | Node::InForce { .. } | Node::Precedence { .. } => false,
            _ => true,
        };
        let carrying = nodes.iter().copied().filter(carries).collect::<Vec<_>>();
        if carrying.is_empty() { nodes } else { carrying }
    }
}

/// With a capital letter where it begins with a Latin one and is no atom of a relation.
fn capitalized(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let first_word = sentence.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
    match chars.next() {
        Some(first) if sentence[first_word.len()..].starts_with(' ') => {
            first.to_ascii_uppercase().to_string() + chars.as_str()
        }
        _ => sentence.to_owned(),
    }
}
