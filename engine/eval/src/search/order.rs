//! Which goal a search takes next.

use super::{Search, Slot};
use crate::goal::{Goal, GoalKind};
use crate::plan::{can_take, is_bound};

/// What a search is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Derivations. Matches are taken in text order and rows in output order, everything else as soon as it can be
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
    let ready = open().filter(|goal| can_take(search.goals, *goal, &search.needs[*goal], &known));
    let best = ready.min_by_key(|goal| rank(&goals[*goal], &known, search.purpose));
    // `p(x, x + 1)`: only the match itself can bind `x`.
    best.or_else(|| open().find(|goal| matches!(goals[*goal].kind, GoalKind::Match { .. })))
}

/// Smaller is taken earlier; equals are taken in text order.
fn rank(goal: &Goal, known: &[bool], purpose: Purpose) -> (u8, usize) {
    match (&goal.kind, purpose) {
        (_, Purpose::Prefix) => (0, 0),
        (GoalKind::Match { .. }, Purpose::Proof) => (1, 0),
        (GoalKind::Match { args, .. }, Purpose::Faults) => (1, args.iter().filter(|arg| !is_bound(arg, known)).count()),
        (_, Purpose::Faults) if goal.can_fail() => (2, 0),
        _ => (0, 0),
    }
}
