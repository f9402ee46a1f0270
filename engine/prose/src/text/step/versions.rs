//! Results under the law of two days, and conclusions that exclude each other.

use program::checked::{LawRole, Purpose, RelId};
use proof::{Beaten, Because, Node, NodeId, Premise};
use values::Value;

use super::{Steps, say};
use crate::fact::shortened;
use crate::fill;

impl Steps<'_> {
    /// A fact. A result under the law of one day is told as the conclusion that it would give.
    pub(crate) fn fact(&self, id: NodeId, relation: RelId, args: &[Value]) -> String {
        let program = self.model.program;
        let shown = self.shown_relation(id, relation);
        let columns = program.relation(shown).columns.len();
        shortened(shown, args.iter().take(columns).map(Some), program)
    }

    /// The relation as which a fact is shown.
    pub(crate) fn shown_relation(&self, id: NodeId, relation: RelId) -> RelId {
        self.concluded(id).unwrap_or(relation)
    }

    /// The relation that the rule of a hidden fact concludes.
    fn concluded(&self, id: NodeId) -> Option<RelId> {
        let program = self.model.program;
        let Node::Fact { relation, rule, .. } = &self.derivation.nodes[id] else { return None };
        if program.relation(*relation).purpose != Purpose::Hidden {
            return None;
        }
        let rule = &program.rules[*rule];
        let alike = program.rules.iter().filter(|other| other.span == rule.span && other.label == rule.label);
        let mut heads = alike.flat_map(|other| &other.heads).map(|head| head.relation);
        heads.find(|head| program.relation(*head).purpose == Purpose::Declared)
    }

    /// What stands before a premise that the law asks for.
    pub(super) fn lead_of_law(&self, rule: usize, alternative: u32, premise: &Premise) -> Option<String> {
        match (premise.role, &self.derivation.nodes[premise.node]) {
            (None, Node::Record { .. } | Node::Given { .. } | Node::Fact { .. } | Node::Implied { .. }) => {
                let applies = self.rules.is_condition(rule, alternative, premise.literal?);
                applies.then(|| say::PROVISO_APPLIES.get(self.lang).to_string())
            }
            (Some(LawRole::Version), Node::Fact { args, .. }) => {
                let day = args.last().map(Value::to_string).unwrap_or_default();
                Some(fill(say::LAW_OF, self.lang, &[("day", &day)]))
            }
            _ => None,
        }
    }

    /// Whether a premise only says which of the two days is meant, which stands before the whole step.
    pub(super) fn chooses_a_day(&self, rule: usize, alternative: u32, premise: &Premise) -> bool {
        let literals = self.rules.literals(rule, alternative).iter();
        let mut own = literals.filter(|signed| Some(signed.literal.index) == premise.literal);
        let is_equation = matches!(self.derivation.nodes[premise.node], Node::Comparison { .. });
        is_equation && own.any(|signed| self.rules.source(signed.literal.span).starts_with("@["))
    }

    /// A line for each conclusion that did not prevail.
    pub(super) fn beaten(&self, relation: RelId, beaten: &[Beaten]) -> Vec<String> {
        let line = |Beaten { rule, args, because }: &Beaten| {
            let rule = self.rules.rule(*rule);
            let fact = shortened(relation, args.iter().map(Some), self.model.program);
            let because = match because {
                Because::Overrides => say::BY_OVERRIDE,
                Because::Special => say::BY_SPECIAL,
                Because::Rank => say::BY_RANK,
                Because::Date => say::BY_DATE,
                Because::Unknown => say::BY_UNKNOWN,
            };
            let values = [
                ("rule", rule.label.clone()),
                ("place", self.rules.place(rule.span)),
                ("fact", fact),
                ("because", because.get(self.lang).to_string()),
            ];
            fill(say::BEATEN, self.lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        };
        beaten.iter().map(line).collect()
    }
}
