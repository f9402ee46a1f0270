//! What is still read behind each step.

use super::{Join, Key, Probe, Step, StepKind};
use crate::goal::{GoalKind, Goals};

/// Walks backwards: drops outputs nobody reads and notes what stays alive behind each step.
pub(super) fn with_liveness(steps: Vec<StepKind>, goals: &Goals, bound: &[u32], wanted: &[u32]) -> Vec<Step> {
    let variables = goals.types.len();
    let mut defined = vec![usize::MAX; variables];
    bound.iter().for_each(|variable| defined[*variable as usize] = 0);
    for (position, step) in steps.iter().enumerate() {
        defines(step).for_each(|variable| defined[variable as usize] = position + 1);
    }
    let mut alive = vec![false; variables];
    wanted.iter().for_each(|variable| alive[*variable as usize] = true);
    let mut done = Vec::with_capacity(steps.len());
    for (position, mut kind) in steps.into_iter().enumerate().rev() {
        if let StepKind::Join(join) = &mut kind {
            let Join { outputs, exists, same, .. } = join;
            outputs.retain(|(_, variable)| alive[*variable as usize]);
            *exists = outputs.is_empty() && same.is_empty();
        }
        if let StepKind::Unpack(unpack) = &mut kind {
            let same = &unpack.same;
            let read = |field: usize| same.iter().any(|(first, _)| *first == field);
            unpack.outputs.retain(|(field, variable)| alive[*variable as usize] || read(*field));
        }
        let reaches = |variable: &usize| alive[*variable] && defined[*variable] <= position;
        let live = (0..variables).filter(reaches).map(|variable| variable as u32).collect();
        reads(&kind, goals, &mut |variable| alive[variable as usize] = true);
        done.push(Step { kind, live });
    }
    done.reverse();
    done
}

fn defines(step: &StepKind) -> Box<dyn Iterator<Item = u32> + '_> {
    match step {
        StepKind::Join(join) => Box::new(join.outputs.iter().map(|(_, variable)| *variable)),
        StepKind::Intersect(joins) => Box::new(joins[0].outputs.iter().map(|(_, variable)| *variable)),
        StepKind::Assign { variable, .. }
        | StepKind::Generate { variable, .. }
        | StepKind::Ordinal { variable, .. } => Box::new(std::iter::once(*variable)),
        StepKind::Pack(pack) => Box::new(std::iter::once(pack.variable)),
        StepKind::Unpack(unpack) => Box::new(unpack.outputs.iter().map(|(_, variable)| *variable)),
        StepKind::Count(count) => Box::new(count.counters.iter().map(|(variable, _)| *variable)),
        StepKind::Aggregate(step) => {
            Box::new(step.witnesses.iter().map(|(_, witness)| *witness).chain(std::iter::once(step.variable)))
        }
        StepKind::Absent(_) | StepKind::Filter(_) => Box::new(std::iter::empty()),
    }
}

fn reads(step: &StepKind, goals: &Goals, read: &mut dyn FnMut(u32)) {
    let mut key = |key: &Key| {
        if let Key::Variable(variable) = key {
            read(*variable);
        }
    };
    let mut probe = |probe: &Probe| probe.key.iter().for_each(&mut key);
    match step {
        StepKind::Join(join) => probe(&join.probe),
        StepKind::Intersect(joins) => joins.iter().for_each(|join| probe(&join.probe)),
        StepKind::Absent(absent) => probe(absent),
        StepKind::Pack(pack) => pack.fields.iter().for_each(key),
        StepKind::Unpack(unpack) => {
            unpack.keys.iter().for_each(|(_, field)| key(field));
            read(unpack.of);
        }
        StepKind::Ordinal { of, .. } => read(*of),
        StepKind::Count(count) => count.key.iter().copied().for_each(read),
        StepKind::Assign { expression, .. } => expression.variables(read),
        StepKind::Filter(goal) => crate::goal::reads(&goals.goals[*goal].kind, read),
        StepKind::Generate { args, .. } => args.iter().for_each(|arg| arg.variables(read)),
        StepKind::Aggregate(step) => {
            let GoalKind::Aggregate { aggregate, .. } = &goals.goals[step.goal].kind else {
                unreachable!("an aggregate's goal")
            };
            aggregate.injected.iter().copied().for_each(&mut *read);
            step.known_witnesses.iter().for_each(|(_, witness)| read(*witness));
        }
    }
}
