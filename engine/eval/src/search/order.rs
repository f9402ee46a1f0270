//! In which order a search takes its goals.

use crate::goal::{Goal, GoalKind, Goals};
use crate::plan::{binds, can_take, is_bound};

/// What a search is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Derivations. Matches are taken in text order and rows in output order, everything else as soon as it can be
    /// decided: the first solution is the least, compared premise by premise in text order. A goal that computes without
    /// result does not hold.
    Proof,
    /// Bindings under which a computation fails. Goals that can fail are taken last; one that fails leaves its variable
    /// undefined, and goals that read an undefined variable are passed over.
    Faults,
}

/// The order for `purpose` where the variables in `bound` have values.
pub(super) fn order(goals: &Goals, bound: &[bool], purpose: Purpose) -> Vec<usize> {
    let needs = goals.goals.iter().map(|goal| goal.needs(&goals.computed)).collect::<Vec<_>>();
    let mut known = bound.to_vec();
    let mut rest = (0..goals.goals.len()).collect::<Vec<_>>();
    let mut order = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        let ready = |position: &usize| {
            let goal = rest[*position];
            can_take(&goals.goals[goal], &needs[goal], &known)
        };
        let best =
            (0..rest.len()).filter(ready).min_by_key(|position| rank(&goals.goals[rest[*position]], &known, purpose));
        // Everything is grounded, so something is always ready; in doubt the first in the text.
        let goal = rest.remove(best.unwrap_or(0));
        binds(&goals.goals[goal]).for_each(|variable| known[variable as usize] = true);
        order.push(goal);
    }
    order
}

/// Smaller is taken earlier; equals are taken in text order.
fn rank(goal: &Goal, known: &[bool], purpose: Purpose) -> (u8, usize) {
    match (&goal.kind, purpose) {
        (GoalKind::Match { .. }, Purpose::Proof) => (1, 0),
        (GoalKind::Match { args, .. }, Purpose::Faults) => (1, args.iter().filter(|arg| !is_bound(arg, known)).count()),
        (_, Purpose::Faults) if goal.can_fail() => (2, 0),
        _ => (0, 0),
    }
}
