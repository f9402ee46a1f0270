//! What the law adds to a derivation: norms in force, exceptions that were considered, and on what it is known that nothing is missing.

use std::collections::BTreeSet;

use eval::{Arg, Expression, Goal, GoalKind, Goals, Side, Solution};
use program::checked::{AbsentForm, Beneath, LawRole, NormId, Program, Purpose, RelId, Role};
use values::{Date, Value};

use super::BodyNodes;
use crate::explain::number::reference;
use crate::explain::{Explainer, FactId};
use crate::why_not::attempts;
use crate::{Exception, Known, Node, NodeId, Premise, Question};

/// Choices that are tried to say why an exception is not met. There may be many exceptions, and none was asked about.
const STEPS_MAX: u64 = 100_000;

impl Explainer<'_> {
    /// The declarations behind the goals of one literal that say what is complete, in the order of relations and rows: those within the
    /// days that are complete without interruption which concern the days asked for.
    pub(super) fn declarations(
        &self,
        goals: &Goals,
        solution: &Solution,
        is_about_it: &dyn Fn(usize) -> bool,
    ) -> Vec<FactId> {
        let mut found = BTreeSet::new();
        let (mut complete, mut days) = (Vec::new(), Vec::new());
        for (goal, row) in goals.goals.iter().zip(&solution.rows).filter(|(goal, _)| is_about_it(goal.literal)) {
            match (&goal.kind, row) {
                (GoalKind::Match { relation, .. }, Some(row)) => complete.push((*relation, *row)),
                (GoalKind::Compare { left: Side::Value(left), right: Side::Value(right), .. }, _) => {
                    days.extend([left, right].into_iter().filter_map(|side| self.day_of(side, goals, solution)));
                }
                _ => {}
            }
        }
        // Of a period and the complete days around it, the period's own are in the middle.
        days.sort_unstable();
        let period = if let [_, first, last, _] = days[..] { Some((first, last)) } else { None };
        for fact in complete {
            match &self.model.program.relation(fact.0).purpose {
                Purpose::Declarations(_) => drop(found.insert(fact)),
                _ => found.extend(self.declarations_below(fact, period)),
            }
        }
        found.into_iter().collect()
    }

    fn day_of(&self, expression: &Expression, goals: &Goals, solution: &Solution) -> Option<Date> {
        let value = |variable: u32| self.value(&solution.slots[variable as usize], goals.types[variable as usize]);
        let bound = |variable: u32| value(variable).unwrap_or(Value::Number(0));
        match expression.value(&bound, self.lookup.dictionary()) {
            Ok(Value::Date(day)) => Some(day),
            _ => None,
        }
    }

    /// The declarations of the place and within the days of a fact (place, from, to) that concern a period.
    fn declarations_below(&self, fact: FactId, period: Option<(Date, Date)>) -> Vec<FactId> {
        let Some(declared) = declarations_of(self.model.program, fact.0) else { return Vec::new() };
        let mut place = self.lookup.tuple(fact.0, fact.1);
        let span = self.values(fact).split_off(place.len().saturating_sub(2));
        let [Value::Date(from), Value::Date(to)] = span[..] else { return Vec::new() };
        place.truncate(place.len() - 2);
        let columns = (0..place.len()).collect::<Vec<_>>();
        let concerns = |row: &u32| match self.values((declared, *row))[place.len()..] {
            [Value::Date(first), Value::Date(last), ..] => {
                from <= first && last <= to && period.is_none_or(|(start, end)| first <= end && start <= last)
            }
            _ => false,
        };
        let rows = self.lookup.facts(declared, &columns, &place, usize::MAX);
        rows.into_iter().filter(concerns).map(|row| (declared, row)).collect()
    }
}

/// The declarations from which a relation of the law is made.
fn declarations_of(program: &Program, relation: RelId) -> Option<RelId> {
    let is_it = |id: &RelId| matches!(program.relation(*id).purpose, Purpose::Declarations(_));
    Beneath::of(program).all(relation).into_iter().find(is_it)
}

/// The findings that a relation of the law repeats as far as nobody contradicts them.
fn finding_behind(program: &Program, relation: RelId) -> Option<RelId> {
    match program.relation(relation).purpose {
        Purpose::Settled(finding) => Some(finding),
        _ => None,
    }
}

impl Explainer<'_> {
    /// The fact that somebody wrote where the law repeats it.
    pub(super) fn written(&self, fact: FactId) -> FactId {
        let Some(finding) = finding_behind(self.model.program, fact.0) else { return fact };
        let row = self.model.relation(finding).find(&self.lookup.tuple(fact.0, fact.1));
        row.map_or(fact, |row| (finding, row))
    }

    /// The relation that somebody wrote where the law asks for another one in its place.
    pub(crate) fn finding_behind(&self, relation: RelId) -> RelId {
        finding_behind(self.model.program, relation).unwrap_or(relation)
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
        let relation = finding_behind(self.explainer.model.program, *relation).unwrap_or(*relation);
        Some(self.derivation.push(Node::Absence { relation, pattern, known, exception, premises }))
    }

    fn exception(&self, form: AbsentForm, relation: RelId, pattern: &[Option<Value>]) -> Exception {
        let question = Question { relation, args: pattern.to_vec() };
        Exception { form, attempts: attempts(self.explainer.model, &self.explainer.lookup, &question, STEPS_MAX) }
    }

    /// What the literals with this index say about completeness.
    pub(super) fn known(&self, index: u32, literal: &impl Fn(usize) -> (u32, Role)) -> Known {
        let is =
            |role: LawRole, position: usize| position != usize::MAX && literal(position) == (index, Role::Law(role));
        let goals = &self.goals.goals;
        let nothing_open = goals.iter().any(|goal| is(LawRole::NotOpen, goal.literal));
        let is_about_it = |position: usize| is(LawRole::Complete, position);
        let declared = self.explainer.declarations(self.goals, self.solution, &is_about_it);
        let declared = declared.iter().filter_map(|fact| reference(self.steps, *fact)).collect::<Vec<_>>();
        Known { declared, nothing_open }
    }

    /// The version of a norm that is in force on the day that a goal compares with its time.
    pub(super) fn in_force(&mut self, norm: NormId, goal: &Goal) -> Option<NodeId> {
        let (day, behind) = self.day(goal)?;
        let version = self.explainer.model.program.norm(norm).version_on(day)?;
        let premises = behind.into_iter().collect();
        Some(self.derivation.push(Node::InForce { norm, version, day, premises }))
    }

    /// Whether the last premise says already that the norm is in force.
    pub(super) fn is_told(&self, norm: NormId, index: u32, premises: &[Premise]) -> bool {
        premises.last().is_some_and(|last| {
            let told = self.derivation.nodes.get(last.node);
            last.literal == Some(index) && matches!(told, Some(Node::InForce { norm: told, .. }) if *told == norm)
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
