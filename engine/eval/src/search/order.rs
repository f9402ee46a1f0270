//! In which order a search takes its goals.

use crate::goal::{Goal, GoalKind, Goals};
use crate::plan::{binds, can_take};

/// An order of goals, and whether choices are made in output order.
#[derive(Debug, Clone)]
pub struct Order {
    pub(crate) goals: Vec<usize>,
    pub(crate) sorted: bool,
}

impl Order {
    /// Matches in text order, everything else as soon as it can be decided; rows in output order. The first solution is
    /// the least, compared premise by premise in text order.
    pub fn canonical(goals: &Goals, bound: &[bool]) -> Order {
        Order { goals: arrange(goals, bound, |_, _| 0), sorted: true }
    }

    /// Matches with the most bound columns first, goals that can fail last, so that every goal which does not need a
    /// failing computation is decided before it.
    pub(crate) fn careful(goals: &Goals, bound: &[bool]) -> Order {
        Order { goals: arrange(goals, bound, |goal, known| unbound_columns(goal, known)), sorted: false }
    }
}

/// Repeatedly: first the goals that only decide or compute and cannot fail, then a match, then those that can fail.
fn arrange(goals: &Goals, bound: &[bool], rank: impl Fn(&Goal, &[bool]) -> usize) -> Vec<usize> {
    let needs = goals.goals.iter().map(|goal| goal.needs(&goals.computed)).collect::<Vec<_>>();
    let mut known = bound.to_vec();
    known.resize(goals.types.len(), false);
    let mut rest = (0..goals.goals.len()).collect::<Vec<_>>();
    let mut order = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let ready = |goal: &usize| can_take(&goals.goals[*goal], &needs[*goal], &known);
        let class = |goal: &usize| match &goals.goals[*goal].kind {
            GoalKind::Match { .. } => 1,
            _ if goals.goals[*goal].can_fail() => 2,
            _ => 0,
        };
        let key = |position: &usize| {
            let goal = rest[*position];
            let class = class(&goal);
            (class, if class == 1 { rank(&goals.goals[goal], &known) } else { 0 })
        };
        let best = (0..rest.len()).filter(|position| ready(&rest[*position])).min_by_key(key);
        // What nothing can bind is checked to be absent; a goal of a body cut off by a failure is decided last.
        let goal = rest.remove(best.unwrap_or(0));
        binds(&goals.goals[goal]).for_each(|variable| known[variable as usize] = true);
        order.push(goal);
    }
    order
}

fn unbound_columns(goal: &Goal, known: &[bool]) -> usize {
    let GoalKind::Match { args, .. } = &goal.kind else { return 0 };
    args.iter().filter(|arg| !crate::plan::is_bound(arg, known)).count()
}
