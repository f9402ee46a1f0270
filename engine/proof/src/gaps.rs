//! By how much a comparison fails, and for which facts by least.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use eval::{Arg, Expression, GoalKind, Goals, Lookup, Model, Purpose, Quantity, Search, Side, Slot};
use program::checked::{Comparison, RelId, VarId};
use values::{Ratio, Value};

use crate::near::Best;
use crate::why_not::{Tried, asked_slots};
use crate::{Attempt, Distance};

/// A comparison that fails.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The operator.
    pub op: Comparison,
    /// Left side.
    pub left: Quantity,
    /// Right side.
    pub right: Quantity,
    /// How far apart they are.
    pub distance: Distance,
    /// The values of the rule's variables there.
    pub bindings: Vec<(VarId, Value)>,
    /// The facts that gave the compared variables their values, each once, by relation and row; in the order of the premises.
    pub facts: Vec<(RelId, u32)>,
}

/// Choices made in search of bindings under which a comparison fails by less.
const STEPS_MAX: u64 = 200_000;

/// The comparison that stands in the way of an attempt, under the bindings that were told; `None` where it is no comparison.
pub(crate) fn gap(model: &Model<'_>, attempt: &Attempt) -> Option<Gap> {
    let Tried { clause, goal, slots, .. } = &attempt.tried;
    of_slots(model, *clause, (*goal)?, slots, &[])
}

/// The bindings of an attempt's premises under which its comparison fails by least, nearest first, at most `max`; of equally near ones the
/// first in output order of the premises. True where the search gave up: there may be nearer ones.
pub(crate) fn nearest(model: &Model<'_>, lookup: &Lookup<'_>, attempt: &Attempt, max: usize) -> (Vec<Gap>, bool) {
    let Tried { clause, question, goal: Some(goal), .. } = &attempt.tried else { return (Vec::new(), false) };
    let goals = &model.goals[*clause];
    if max == 0 || sides(&goals.goals[*goal].kind).is_none() {
        return (Vec::new(), false);
    }
    let Some(slots) = asked_slots(model, *clause, question) else { return (Vec::new(), false) };
    let mut best = Best::new(max);
    let mut seen = BTreeSet::new();
    let mut failing = |slots: &[Slot], rows: &[Option<u32>]| {
        let Some(gap) = of_slots(model, *clause, *goal, slots, rows) else { return };
        let key = (gap.facts.clone(), gap.left.to_string(), gap.right.to_string());
        if gap.distance.size() <= best.bound() && seen.insert(key) {
            // The search goes through the bindings in output order.
            best.take(gap.distance.size(), gap, |_, _| Ordering::Less);
        }
    };
    let ends = |relation: RelId| model.relation(relation).len();
    let search = Search::new(goals, Purpose::Prefix, lookup, &ends, slots).with_limit(STEPS_MAX);
    let mut search = search.watching(*goal, &mut failing);
    while search.advance() {}
    let gave_up = search.gave_up();
    drop(search);
    (best.into_items().collect(), gave_up)
}

type Sides<'g> = (Comparison, &'g Expression, &'g Expression, bool);

/// The sides of a comparison, and whether they are compared as exact ratios.
fn sides(kind: &GoalKind) -> Option<Sides<'_>> {
    match kind {
        GoalKind::Equal { left, right, .. } => Some((Comparison::Equal, left, right, false)),
        GoalKind::Compare { op, left: Side::Value(left), right: Side::Value(right), .. } => {
            Some((*op, left, right, false))
        }
        GoalKind::Compare { op, left, right, .. } => {
            let (Side::Value(left) | Side::Ratio(left), Side::Value(right) | Side::Ratio(right)) = (left, right);
            Some((*op, left, right, true))
        }
        _ => None,
    }
}

fn of_slots(model: &Model<'_>, clause: usize, goal: usize, slots: &[Slot], rows: &[Option<u32>]) -> Option<Gap> {
    let goals = &model.goals[clause];
    let (op, left, right, exact) = sides(&goals.goals[goal].kind)?;
    let value = |variable: u32| slots.get(variable as usize)?.value(goals.types[variable as usize], &model.dictionary);
    let mut known = true;
    let mut variables = Vec::new();
    for side in [left, right] {
        side.variables(&mut |variable| {
            known &= value(variable).is_some();
            variables.push(variable);
        });
    }
    if !known {
        return None;
    }
    let value_of = |variable: u32| value(variable).unwrap_or(Value::Number(0));
    let (left, right, distance) = match exact {
        true => {
            let ratio = |side: &Expression| side.ratio(&value_of, &model.dictionary).ok();
            let (left, right): (Ratio, Ratio) = (ratio(left)?, ratio(right)?);
            let distance = Distance::of_ratios(&left, &right);
            (Quantity::Ratio(left), Quantity::Ratio(right), distance)
        }
        false => {
            let of = |side: &Expression| side.value(&value_of, &model.dictionary).ok();
            let (left, right) = (of(left)?, of(right)?);
            let distance = Distance::between(&left, &right);
            (left.into(), right.into(), distance)
        }
    };
    let named = model.program.rules[model.clauses[clause].rule].variables.len() as u32;
    let bindings = (0..named).filter_map(|id| Some((VarId(id), value(id)?))).collect();
    Some(Gap { op, left, right, distance, bindings, facts: behind(goals, &variables, rows) })
}

/// The rows of the matches in which the variables stand, or those from which they were computed.
fn behind(goals: &Goals, variables: &[u32], rows: &[Option<u32>]) -> Vec<(RelId, u32)> {
    let mut wanted = variables.to_vec();
    let mut next = 0;
    while let Some(variable) = wanted.get(next).copied() {
        next += 1;
        for goal in &goals.goals {
            let expression = match &goal.kind {
                GoalKind::Define { variable: defined, expression } if *defined == variable => expression,
                GoalKind::Equal { left: Expression::Variable(defined), right, .. } if *defined == variable => right,
                GoalKind::Equal { left, right: Expression::Variable(defined), .. } if *defined == variable => left,
                _ => continue,
            };
            expression.variables(&mut |read| {
                if !wanted.contains(&read) {
                    wanted.push(read);
                }
            });
        }
    }
    let mut facts = Vec::new();
    for (goal, row) in goals.goals.iter().zip(rows) {
        let (GoalKind::Match { relation, args }, Some(row)) = (&goal.kind, row) else { continue };
        let gives = args.iter().any(|arg| matches!(arg, Arg::Variable(variable) if wanted.contains(variable)));
        if gives && !facts.contains(&(*relation, *row)) {
            facts.push((*relation, *row));
        }
    }
    facts
}
