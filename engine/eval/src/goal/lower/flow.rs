//! What goals wait for, and where values come from.

use super::Lowering;
use crate::goal::{Arg, GoalKind, Goals, reads, variables};
use crate::{Expression, Goal};

impl Lowering<'_> {
    pub(super) fn finish(mut self, head: Vec<Arg>) -> Goals {
        let mut goals = std::mem::take(&mut self.goals);
        for goal in &mut goals {
            let needs = &mut goal.needs;
            match &goal.kind {
                GoalKind::Match { args, .. } => needs.extend(self.waits(args)),
                GoalKind::Composite { parts, .. } => needs.extend(self.waits(&parts.fields)),
                GoalKind::Define { expression, .. } => expression.variables(&mut |variable| needs.push(variable)),
                kind => reads(kind, &mut |variable| needs.push(variable)),
            }
        }
        let matched = matched(&goals, self.types.len());
        let counted = if self.counters > 0 { counted(&goals, &matched) } else { vec![false; self.types.len()] };
        let Lowering { types, named, round, generated, .. } = self;
        Goals { goals, types, named, head, round, generated, matched, counted, numbered: None }
    }

    /// The computed variables among arguments, also inside composites.
    pub(in crate::goal) fn waits(&self, args: &[Arg]) -> Vec<u32> {
        let waits = variables(args).flat_map(|variable| {
            let itself = self.computed[variable as usize].then_some(variable);
            itself.into_iter().chain(self.inside.get(&variable).into_iter().flatten().copied())
        });
        waits.collect()
    }
}

/// The variables of matches, and of composites that come from matches.
fn matched(goals: &[Goal], variables_all: usize) -> Vec<bool> {
    let mut matched = vec![false; variables_all];
    for goal in goals {
        if let GoalKind::Match { args, .. } = &goal.kind {
            variables(args).for_each(|variable| matched[variable as usize] = true);
        }
    }
    loop {
        let mut changed = false;
        for goal in goals.iter().rev() {
            if let GoalKind::Composite { variable, parts } = &goal.kind
                && matched[*variable as usize]
            {
                for field in variables(&parts.fields) {
                    changed |= !std::mem::replace(&mut matched[field as usize], true);
                }
            }
        }
        if !changed {
            return matched;
        }
    }
}

/// The variables whose values depend on numbers of the counter.
fn counted(goals: &[Goal], matched: &[bool]) -> Vec<bool> {
    let mut counted = vec![false; matched.len()];
    loop {
        let mut changed = false;
        for goal in goals {
            for variable in defines(&goal.kind).filter(|variable| !matched[*variable as usize]) {
                let mut depends = matches!(goal.kind, GoalKind::Counter { .. });
                reads(&goal.kind, &mut |read| depends |= read != variable && counted[read as usize]);
                changed |= depends && !std::mem::replace(&mut counted[variable as usize], true);
            }
        }
        if !changed {
            return counted;
        }
    }
}

/// The variables that a goal which is no match may give a value.
fn defines(kind: &GoalKind) -> Box<dyn Iterator<Item = u32> + '_> {
    match kind {
        GoalKind::Define { variable, .. }
        | GoalKind::Generate { variable, .. }
        | GoalKind::Ordinal { variable, .. }
        | GoalKind::Composite { variable, .. }
        | GoalKind::Counter { variable, .. } => Box::new(std::iter::once(*variable)),
        GoalKind::Aggregate { variable, aggregate } => {
            Box::new(aggregate.witnesses.iter().copied().chain(std::iter::once(*variable)))
        }
        GoalKind::Equal { left, right, .. } => Box::new([left, right].into_iter().filter_map(|side| match side {
            Expression::Variable(variable) => Some(*variable),
            _ => None,
        })),
        _ => Box::new(std::iter::empty()),
    }
}
