//! From a goal to a step.

use program::checked::RelId;

use super::{Access, AggregateStep, Count, Join, Key, Pack, Probe, Rows, Setting, StepKind, Unpack, is_bound};
use crate::expression::Expression;
use crate::goal::{Arg, GoalKind, Goals, Parts};

/// The step that takes `goal` where `known` variables are bound; those that it binds become known. `first`: it is the
/// first one.
pub(super) fn step(
    goal: usize,
    kind: &GoalKind,
    known: &mut [bool],
    first: bool,
    rows: &dyn Fn(usize, RelId) -> Rows,
    setting: &Setting<'_>,
) -> StepKind {
    match kind {
        GoalKind::Match { relation, args } => {
            let mut probe = probe(*relation, rows(goal, *relation), args, known);
            // What only constants restrict is looked for once, in the rows of one round or in a firing that comes once: an index
            // would cost more.
            let once = first && setting.delta.is_none_or(|delta| delta == goal);
            if once && probe.key.iter().all(|key| matches!(key, Key::Constant(_))) {
                probe.access = Access::Scan;
            }
            StepKind::Join(join(probe, args, known))
        }
        GoalKind::Absent { relation, args } => StepKind::Absent(probe(*relation, Rows::All, args, known)),
        GoalKind::Equal { left, right, .. } => {
            for (side, other) in [(left, right), (right, left)] {
                if let Expression::Variable(variable) = side
                    && !std::mem::replace(&mut known[*variable as usize], true)
                {
                    return StepKind::Assign { variable: *variable, expression: other.clone() };
                }
            }
            StepKind::Filter(goal)
        }
        GoalKind::Define { variable, expression } => match std::mem::replace(&mut known[*variable as usize], true) {
            true => StepKind::Filter(goal),
            false => StepKind::Assign { variable: *variable, expression: expression.clone() },
        },
        GoalKind::Compare { .. } | GoalKind::Text { .. } | GoalKind::Never => StepKind::Filter(goal),
        GoalKind::Generate { variable, args, .. } => {
            known[*variable as usize] = true;
            StepKind::Generate { variable: *variable, args: args.clone() }
        }
        GoalKind::Aggregate { .. } => StepKind::Aggregate(AggregateStep::new(goal, kind, known, setting)),
        GoalKind::Composite { variable, parts } => match std::mem::replace(&mut known[*variable as usize], true) {
            true => StepKind::Unpack(unpack(*variable, parts, known)),
            false => StepKind::Pack(pack(*variable, parts)),
        },
        GoalKind::Ordinal { variable, of } => {
            known[*variable as usize] = true;
            StepKind::Ordinal { variable: *variable, of: *of }
        }
        GoalKind::Counter { .. } => unreachable!("all counters of a clause are one step"),
    }
}

/// The step that gives all counters of a clause their numbers; `None` where they have them.
pub(super) fn count(goals: &Goals, known: &mut [bool]) -> Option<StepKind> {
    let counters = goals.goals.iter().filter_map(|goal| match &goal.kind {
        GoalKind::Counter { variable, operand, .. } => Some((*variable, *operand)),
        _ => None,
    });
    let counters = counters.collect::<Vec<_>>();
    let ranges = goals.goals.iter().filter_map(|goal| match &goal.kind {
        GoalKind::Generate { variable, .. } => Some(*variable),
        _ => None,
    });
    let key = (0..goals.named).chain(ranges).filter(|variable| known[*variable as usize]).collect();
    let mut new = counters.iter().map(|(variable, _)| !std::mem::replace(&mut known[*variable as usize], true));
    new.next()?.then_some(())?;
    new.for_each(drop);
    Some(StepKind::Count(Count { key, counters }))
}

fn pack(variable: u32, parts: &Parts) -> Pack {
    let Parts { shape, branch, sought, .. } = *parts;
    let fields = parts.fields.iter().map(|field| match field {
        Arg::Constant(_, code) => Key::Constant(*code),
        Arg::Variable(variable) => Key::Variable(*variable),
        Arg::Any => unreachable!("a value with a field that may be anything is not made"),
    });
    Pack { variable, shape, branch, fields: fields.collect(), sought }
}

fn unpack(of: u32, parts: &Parts, known: &mut [bool]) -> Unpack {
    let Parts { shape, branch, .. } = *parts;
    let mut step = Unpack { of, shape, branch, keys: Vec::new(), outputs: Vec::new(), same: Vec::new() };
    for (at, field) in parts.fields.iter().enumerate() {
        match field {
            Arg::Any => {}
            Arg::Constant(_, code) => step.keys.push((at, Key::Constant(*code))),
            Arg::Variable(variable) => match step.outputs.iter().find(|(_, new)| new == variable) {
                Some((first, _)) => step.same.push((*first, at)),
                None if known[*variable as usize] => step.keys.push((at, Key::Variable(*variable))),
                None => step.outputs.push((at, *variable)),
            },
        }
    }
    step.outputs.iter().for_each(|(_, variable)| known[*variable as usize] = true);
    step
}

fn probe(relation: RelId, rows: Rows, args: &[Arg], known: &[bool]) -> Probe {
    let bound = args.iter().enumerate().filter_map(|(column, arg)| match arg {
        Arg::Constant(_, code) => Some((column, Key::Constant(*code))),
        Arg::Variable(variable) if is_bound(arg, known) => Some((column, Key::Variable(*variable))),
        _ => None,
    });
    let (columns, key): (Vec<_>, Vec<_>) = bound.unzip();
    let access = if columns.is_empty() {
        Access::Scan
    } else if columns.len() == args.len() {
        Access::Member
    } else {
        Access::Index
    };
    Probe { relation, rows, access, arity: args.len(), columns, key }
}

fn join(probe: Probe, args: &[Arg], known: &mut [bool]) -> Join {
    let (mut outputs, mut same) = (Vec::<(usize, u32)>::new(), Vec::new());
    for (column, arg) in args.iter().enumerate() {
        let Arg::Variable(variable) = arg else { continue };
        match outputs.iter().find(|(_, new)| new == variable) {
            Some((first, _)) => same.push((*first, column)),
            None if !known[*variable as usize] => outputs.push((column, *variable)),
            None => {}
        }
    }
    outputs.iter().for_each(|(_, variable)| known[*variable as usize] = true);
    Join { probe, outputs, same, exists: false }
}

/// Unites a join that gives one variable with the matches behind it that could have given it too, conditions between them
/// left aside. Relations that still grow have no lists in order.
pub(super) fn unite(steps: Vec<StepKind>, setting: &Setting<'_>) -> Vec<StepKind> {
    let finished = |join: &Join| !(setting.growing)(join.probe.relation);
    let mut done: Vec<StepKind> = Vec::with_capacity(steps.len());
    for step in steps {
        let before = done.iter().rposition(|step| !matches!(step, StepKind::Filter(_)));
        match (before.map(|before| &mut done[before]), step) {
            (Some(known), StepKind::Join(other)) if finished(&other) && fits(known, &other, &finished) => {
                add(known, other);
            }
            (_, step) => done.push(step),
        }
    }
    done
}

fn fits(known: &StepKind, other: &Join, finished: &dyn Fn(&Join) -> bool) -> bool {
    match known {
        StepKind::Join(proposer) => finished(proposer) && could_propose(proposer, other),
        StepKind::Intersect(proposers) => could_propose(&proposers[0], other),
        _ => false,
    }
}

fn add(known: &mut StepKind, other: Join) {
    let mut joins = match std::mem::replace(known, StepKind::Intersect(Vec::new())) {
        StepKind::Join(proposer) => vec![proposer],
        StepKind::Intersect(proposers) => proposers,
        _ => unreachable!("nothing else fits"),
    };
    let variable = joins[0].outputs[0].1;
    joins.push(as_proposer(other, variable));
    *known = StepKind::Intersect(joins);
}

/// A join by index that gives one variable and has no column to spare, and a match whose whole tuple is known once that
/// variable is.
fn could_propose(proposer: &Join, other: &Join) -> bool {
    let [(_, variable)] = proposer.outputs[..] else { return false };
    let reads = |key: &&Key| **key == Key::Variable(variable);
    proposer.probe.access == Access::Index
        && proposer.probe.columns.len() + 1 == proposer.probe.arity
        && proposer.same.is_empty()
        && other.probe.access == Access::Member
        && other.probe.key.iter().filter(reads).count() == 1
        && other.probe.columns.len() > 1
}

/// The match with `variable` as its output.
fn as_proposer(mut other: Join, variable: u32) -> Join {
    let Some(at) = other.probe.key.iter().position(|key| *key == Key::Variable(variable)) else { return other };
    other.probe.key.remove(at);
    let column = other.probe.columns.remove(at);
    other.probe.access = Access::Index;
    other.outputs = vec![(column, variable)];
    other
}
