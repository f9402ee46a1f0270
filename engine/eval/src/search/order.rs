//! Which goal a search takes next.

use super::{Search, Slot};
use crate::goal::{Goal, GoalKind};
use crate::plan::{binds, can_flow, can_take, is_bound};

/// What a search is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Derivations. Matches and ranges are taken in text order, rows and values in output order, everything else as soon as it can be
    /// decided: the first solution is the least, compared premise by premise in text order. A goal that computes without
    /// result does not hold.
    Proof,
    /// The longest fulfilled prefix of a body. Goals are taken in text order as far as their variables have values; one
    /// that computes without result does not hold.
    Prefix,
    /// Bindings under which a computation fails. Goals that can fail are taken last; one that fails is passed over and
    /// gives no variable a value, and so are the goals that then lack one.
    Faults,
}

/// The goal to take next; `None` where none is left that can be decided.
///
/// Which goals are ready depends on what has failed, so the order is found on the way.
pub(super) fn next(search: &Search<'_>) -> Option<usize> {
    let known = search.slots.iter().map(|slot| *slot != Slot::Free).collect::<Vec<_>>();
    let goals = &search.goals.goals;
    let open = || (0..goals.len()).filter(|goal| !search.taken[*goal]);
    let is_match = |goal: &usize| matches!(goals[*goal].kind, GoalKind::Match { .. });
    let ready = open().filter(|goal| match search.purpose {
        // A derivation's computations have results, so a match may come first and the computation agree with it.
        Purpose::Proof | Purpose::Prefix if is_match(goal) => true,
        purpose => match &goals[*goal].kind {
            GoalKind::Counter { variable, .. } => can_count(search, *variable, &known),
            GoalKind::Composite { variable, parts } if purpose != Purpose::Faults => can_flow(*variable, parts, &known),
            _ => can_take(search.goals, *goal, &known),
        },
    });
    let best = ready.min_by_key(|goal| rank(&goals[*goal], &known, search.purpose));
    // `p(x, x + 1)`, `[x, x + 1]`: only the match or composite itself can bind `x`.
    let has_value = |goal: &usize| match &goals[*goal].kind {
        GoalKind::Composite { variable, .. } => known[*variable as usize],
        _ => is_match(goal),
    };
    best.or_else(|| open().filter(has_value).find(|goal| supplies(search, *goal)))
}

/// A counter's number is known for a binding, and in a derivation a binding for its number.
fn can_count(search: &Search<'_>, variable: u32, known: &[bool]) -> bool {
    let Some(numbered) = &search.goals.numbered else { return true };
    known[variable as usize] || numbered.variables.iter().all(|variable| known[*variable as usize])
}

/// Whether a match waits for computed arguments that read nothing but what open matches can supply. Otherwise the
/// computation reads something that a failure left without a value, and the match cannot be decided either.
fn supplies(search: &Search<'_>, goal: usize) -> bool {
    let goals = &search.goals.goals;
    let supplied = |variable: u32| {
        let open = (0..goals.len()).filter(|goal| !search.taken[*goal]).map(|goal| &goals[goal]);
        let mut matches = open.filter(|goal| matches!(goal.kind, GoalKind::Match { .. } | GoalKind::Composite { .. }));
        search.slots[variable as usize] != Slot::Free || matches.any(|goal| binds(goal).any(|bound| bound == variable))
    };
    let waits_for = |temporary: &u32| search.slots[*temporary as usize] == Slot::Free;
    goals[goal].needs.iter().filter(|temporary| waits_for(temporary)).all(|temporary| {
        let mut definitions = goals.iter().filter(|goal| binds(goal).any(|bound| bound == *temporary));
        let definition = definitions.find(|goal| matches!(goal.kind, GoalKind::Define { .. }));
        definition.is_some_and(|goal| goal.needs.iter().all(|variable| supplied(*variable)))
    })
}

/// Smaller is taken earlier; equals are taken in text order.
fn rank(goal: &Goal, known: &[bool], purpose: Purpose) -> (u8, usize) {
    match (&goal.kind, purpose) {
        // What the question says about parts of the head is there from the start.
        (GoalKind::Composite { variable, .. }, Purpose::Prefix)
            if goal.literal == usize::MAX && known[*variable as usize] =>
        {
            (0, 0)
        }
        (_, Purpose::Prefix) => (1 + u8::from(goal.literal == usize::MAX), 0),
        (GoalKind::Match { .. } | GoalKind::Generate { .. }, Purpose::Proof) => (1, 0),
        (GoalKind::Match { args, .. }, Purpose::Faults) => (1, args.iter().filter(|arg| !is_bound(arg, known)).count()),
        (_, Purpose::Faults) if goal.can_fail() => (2, 0),
        _ => (0, 0),
    }
}
