//! Where a fact stands that a why-not names, or what it was concluded from.

use eval::Origin;
use program::checked::RelId;
use proof::{Limits, Node, Question, explain};
use values::Value;

use super::instance::Instance;
use super::text::Teller;
use super::words as say;
use crate::citation::citation;
use crate::fill;
use crate::line::{Line, Shown};
use crate::places::places;

/// Facts named of a conclusion that stands in the way.
const FACTS_MAX: usize = 5;

impl Teller<'_> {
    /// Where a fact stands, or what it was concluded from: of the last step of this depth.
    pub(super) fn ground(&mut self, relation: RelId, found: &Instance, indent: &str, depth: usize) {
        let ground = self.place(relation, found.row).or_else(|| self.concluded(relation, &found.values));
        let line = |ground| Line::new(ground, [indent, &format!("{indent}  ")], Shown::Note(depth));
        self.out.extend(ground.map(line));
    }

    /// The rule that a fact was concluded by, and the facts it rests on.
    fn concluded(&self, relation: RelId, values: &[Value]) -> Option<String> {
        let question = Question { relation, args: values.iter().cloned().map(Some).collect() };
        let limits = Limits { all: false, depth: Some(1), answers: 1 };
        let derivation = explain(self.model, self.locators, &question, &limits);
        let Node::Fact { rule, alternative, premises, .. } = &derivation.nodes[*derivation.answers.first()?] else {
            return None;
        };
        let fact = |node: &Node| match node {
            Node::Record { relation, args, .. } | Node::Given { relation, args, .. } => {
                Some(self.fact(*relation, args))
            }
            Node::Fact { relation, args, .. } | Node::Implied { relation, args, .. } => {
                Some(self.fact(*relation, args))
            }
            _ => None,
        };
        let facts = premises.iter().filter_map(|premise| fact(&derivation.nodes[premise.node]));
        let mut facts = facts.collect::<Vec<_>>();
        if facts.len() > FACTS_MAX {
            facts.truncate(FACTS_MAX);
            facts.push("…".to_string());
        }
        let rule = citation(&self.rules, *rule, *alternative, self.lang);
        let text = if facts.is_empty() { say::CONCLUDED } else { say::CONCLUDED_FROM };
        Some(fill(text, self.lang, &[("rule", &rule), ("facts", &facts.join(say::LIST.get(self.lang)))]))
    }

    /// Where a record or a fact of the rules stands; `None` for conclusions.
    pub(super) fn place(&self, relation: RelId, row: Option<u32>) -> Option<String> {
        match self.model.origin(relation, row?) {
            Origin::Record(number) => Some(places(&self.locators.places(relation, number), self.lang)),
            Origin::Given(fact) => {
                let place = self.rules.place(self.model.program.facts[fact].span);
                Some(fill(say::GIVEN, self.lang, &[("place", &place)]))
            }
            Origin::Derived { .. } | Origin::Implied { .. } | Origin::Repeated { .. } => None,
        }
    }
}
