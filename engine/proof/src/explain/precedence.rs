//! Conflicting rules: which claim was beaten by what.

use std::cmp::Ordering;

use eval::{Origin, Solution};
use program::checked::{NormVersion, Program, RelId, Rule};
use values::Value;

use super::{Explainer, FactId, Ground, Match};
use crate::derivation::{Beaten, Because};
use crate::{Derivation, Node, NodeId, Question};

impl Explainer<'_> {
    /// What is told of a match: of a claim that prevailed, the premises of the claim.
    pub(super) fn prevailing(&self, clause: usize, solution: Solution) -> Match {
        let claim = self.about(clause).claims.and_then(|(goal, relation)| Some((relation, solution.rows[goal]?)));
        let of_claim = claim.and_then(|claim| match (self.ground(claim), claim) {
            (Ground::Match(found), claim) => Some(Match { claim: Some(claim), ..found }),
            _ => None,
        });
        of_claim.unwrap_or(Match { clause, solution, claim: None })
    }

    /// A node on the claims of other rules that this one prevailed over; `None` where there were none.
    pub(super) fn precedence(&self, relation: RelId, claim: FactId, derivation: &mut Derivation) -> Option<NodeId> {
        let beaten = self.rivals(relation, claim);
        (!beaten.is_empty()).then(|| {
            derivation.nodes.push(Node::Precedence { relation, beaten });
            derivation.nodes.len() - 1
        })
    }

    /// The claims that agree with this one in the columns of the conflict and differ elsewhere.
    fn rivals(&self, relation: RelId, claim: FactId) -> Vec<Beaten> {
        let model = self.model;
        let agreeing = model.program.relation(relation).conflict.clone().unwrap_or_default();
        let own = self.values(claim);
        let args = (0..own.len()).map(|column| own.get(column).cloned().filter(|_| agreeing.contains(&column)));
        let args = args.collect::<Vec<Option<Value>>>();
        let Origin::Derived { clause, .. } = self.origin(claim) else { return Vec::new() };
        let rule = model.clauses[clause].rule;
        let mut found = Vec::new();
        for clause in (0..model.clauses.len()).filter(|clause| model.clauses[*clause].head_relation() == relation) {
            let Some((_, claims)) = self.about(clause).claims.filter(|(_, claims)| *claims != claim.0) else {
                continue;
            };
            for row in self.all_fitting(&Question { relation: claims, args: args.clone() }) {
                let values = self.values((claims, row));
                if values != own {
                    let other = model.clauses[clause].rule;
                    let because = because(model.program, rule, other);
                    found.push(Beaten { rule: other, args: values, because });
                }
            }
        }
        found
    }
}

/// Why the first rule prevails over the second, as far as they and their norms say.
fn because(program: &Program, rule: usize, other: usize) -> Because {
    let (rule, other) = (&program.rules[rule], &program.rules[other]);
    let says = |key: &str| rule.annotations.iter().any(|said| said.key == key && said.value == other.label);
    if says("overrides") {
        return Because::Overrides;
    }
    if says("special_to") {
        return Because::Special;
    }
    let ranks = [rule, other].map(|rule| versions(program, rule).first().and_then(|version| version.rank));
    match ranks {
        [Some(a), Some(b)] if a.is_above(b) => Because::Rank,
        [a, b] if a.cmp(&b) == Ordering::Equal => Because::Date,
        _ => Because::Unknown,
    }
}

fn versions<'p>(program: &'p Program, rule: &Rule) -> &'p [NormVersion] {
    rule.cites.first().map(|norm| &program.norm(*norm).versions[..]).unwrap_or_default()
}
