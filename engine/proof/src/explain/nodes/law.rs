//! What the law adds to a derivation: norms in force, exceptions that were considered, and on what it is known that nothing is missing.

use std::collections::BTreeSet;

use eval::{Arg, Expression, Goal, GoalKind, Side};
use program::checked::{AbsentForm, LawRole, NormId, Purpose, RelId, Role};
use values::{Date, Value};

use super::BodyNodes;
use crate::explain::{Explainer, FactId, Ground};
use crate::why_not::attempts;
use crate::{Exception, Known, Node, NodeId, Premise, Question};

/// Choices that are tried to say why an exception is not met. There may be many exceptions, and none was asked about.
const STEPS_MAX: u64 = 100_000;

impl Explainer<'_> {
    /// The declarations that a fact about completeness rests on, in the order of relations and rows.
    pub(super) fn declarations(&self, fact: FactId) -> Vec<FactId> {
        let (mut open, mut seen, mut found) = (vec![fact], BTreeSet::new(), BTreeSet::new());
        while let Some(fact) = open.pop() {
            let purpose = &self.model.program.relation(fact.0).purpose;
            match (purpose, self.ground(fact)) {
                (Purpose::Declarations(_), _) => {
                    found.insert(fact);
                }
                (_, Ground::Match(solution)) if seen.insert(fact) => {
                    open.extend(self.facts_used(self.clause_of(fact), &solution));
                }
                _ => {}
            }
        }
        found.into_iter().collect()
    }
}

impl BodyNodes<'_, '_> {
    /// That no tuple fits; of a literal of the law with its part in it, and on what it is known that nothing is missing.
    pub(super) fn absence(&mut self, goal: &Goal, law: Option<(LawRole, Known)>) -> Option<NodeId> {
        let GoalKind::Absent { relation, args } = &goal.kind else { return None };
        let premises = self.behind_all(args);
        let pattern = args.iter().map(|arg| match arg {
            Arg::Any => None,
            Arg::Variable(variable) => self.value(*variable),
            Arg::Constant(value, _) => Some(value.clone()),
        });
        let pattern = pattern.collect::<Vec<_>>();
        let form = match law {
            Some((LawRole::Exception, _)) => Some(AbsentForm::Unless),
            Some((LawRole::Proviso, _)) => Some(AbsentForm::Proviso),
            _ => None,
        };
        let exception = form.map(|form| self.exception(form, *relation, &pattern));
        let known = law.map(|(_, known)| known);
        Some(self.derivation.push(Node::Absence { relation: *relation, pattern, known, exception, premises }))
    }

    fn exception(&self, form: AbsentForm, relation: RelId, pattern: &[Option<Value>]) -> Exception {
        let question = Question { relation, args: pattern.to_vec() };
        Exception { form, attempts: attempts(self.explainer.model, self.explainer.lookup, &question, STEPS_MAX) }
    }

    /// What the literals with this index say about completeness.
    pub(super) fn known(&self, index: u32, literal: &impl Fn(usize) -> (u32, Role)) -> Known {
        let mut known = Known::default();
        for (goal, row) in self.goals.goals.iter().zip(&self.solution.rows) {
            if goal.literal == usize::MAX {
                continue;
            }
            match (literal(goal.literal), &goal.kind, row) {
                ((at, Role::Law(LawRole::NotOpen)), ..) if at == index => known.nothing_open = true,
                ((at, Role::Law(LawRole::Complete)), GoalKind::Match { relation, .. }, Some(row)) if at == index => {
                    let declarations = self.explainer.declarations((*relation, *row));
                    known.declared.extend(declarations.iter().filter_map(|fact| self.steps[fact].node));
                }
                _ => {}
            }
        }
        known.declared.sort_unstable();
        known.declared.dedup();
        known
    }

    /// The version of a norm that is in force on the day that a goal compares with its time.
    pub(super) fn in_force(&mut self, norm: NormId, goal: &Goal) -> Option<NodeId> {
        let (day, behind) = self.day(goal)?;
        let norms = &self.explainer.model.program.norm(norm).versions;
        let version = norms.iter().position(|version| version.in_force.holds(day))?;
        let premises = behind.into_iter().collect();
        Some(self.derivation.push(Node::InForce { norm, version, day, premises }))
    }

    /// Whether the last premise says already that the norm is in force.
    pub(super) fn is_told(&self, norm: NormId, index: u32, premises: &[Premise]) -> bool {
        premises.last().is_some_and(|last| {
            let told = &self.derivation.nodes[last.node];
            last.literal == Some(index) && matches!(told, Node::InForce { norm: told, .. } if *told == norm)
        })
    }

    /// The day in a comparison with a constant one, and the computation behind it.
    fn day(&mut self, goal: &Goal) -> Option<(Date, Option<NodeId>)> {
        let sides = match &goal.kind {
            GoalKind::Compare { left: Side::Value(left), right: Side::Value(right), .. }
            | GoalKind::Equal { left, right, .. } => [left, right],
            _ => return None,
        };
        let day = sides.into_iter().find(|side| !matches!(side, Expression::Constant(..)))?;
        let Value::Date(date) = self.evaluate(day) else { return None };
        Some((date, self.behind(day)))
    }
}
