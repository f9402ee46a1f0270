//! Candidates of a match by way of a later match.
//!
//! Text order may put a match with nothing bound in front of one that is nearly decided: `big(x), rel(x, c)` with `c`
//! given. Every solution fits both, so the rows of `rel` say which `x` to look for in `big`.

use std::collections::BTreeSet;

use program::checked::RelId;
use values::Code;

use super::enter::bound_key;
use super::{Search, Slot};
use crate::{Arg, GoalKind};

/// Below this many rows a detour does not pay.
const MANY: u64 = 64;

/// The rows for `goal` that agree with what is bound and with some row of the most restricting later match. `None` where
/// there is no such match or the rows are few anyway.
pub(super) fn restricted(search: &Search<'_>, goal: usize) -> Option<Vec<u32>> {
    let (relation, args) = matched(search, goal)?;
    let (columns, key) = bound_key(search, args)?;
    if columns.len() == args.len() {
        return None;
    }
    let range = search.range(goal, relation);
    let cost = search.lookup.cost(relation, &columns, &key, range.clone());
    if cost <= MANY {
        return None;
    }
    let open = (0..search.taken.len()).filter(|goal| !search.taken[*goal]);
    let detour = open.filter_map(|later| Detour::by(search, args, later)).min_by_key(|detour| detour.cost)?;
    if detour.cost.saturating_mul(4) > cost {
        return None;
    }
    let known = || columns.iter().copied().zip(key.iter().copied());
    let mut found = Vec::new();
    for codes in detour.codes(search) {
        let mut bound = known().chain(detour.shared.iter().map(|(column, _)| *column).zip(codes)).collect::<Vec<_>>();
        bound.sort_unstable();
        let (columns, key): (Vec<_>, Vec<_>) = bound.into_iter().unzip();
        found.extend(search.lookup.rows(relation, &columns, &key, range.clone()));
    }
    Some(found)
}

fn matched<'s>(search: &Search<'s>, goal: usize) -> Option<(RelId, &'s [Arg])> {
    match &search.goals.goals[goal].kind {
        GoalKind::Match { relation, args } => Some((*relation, args)),
        _ => None,
    }
}

/// A later match of which something is bound.
struct Detour {
    goal: usize,
    relation: RelId,
    columns: Vec<usize>,
    key: Vec<Code>,
    /// Columns of the match at hand that share a free variable with it, each with the column there.
    shared: Vec<(usize, usize)>,
    /// How many rows have to be looked at.
    cost: u64,
}

impl Detour {
    fn by(search: &Search<'_>, args: &[Arg], goal: usize) -> Option<Detour> {
        let (relation, other) = matched(search, goal)?;
        let mut shared = Vec::new();
        for (column, arg) in args.iter().enumerate() {
            let Arg::Variable(variable) = arg else { continue };
            let place = other.iter().position(|arg| matches!(arg, Arg::Variable(same) if same == variable));
            if search.slots[*variable as usize] == Slot::Free {
                shared.extend(place.map(|place| (column, place)));
            }
        }
        let (columns, key) = bound_key(search, other)?;
        if columns.is_empty() || shared.is_empty() {
            return None;
        }
        let cost = search.lookup.cost(relation, &columns, &key, search.range(goal, relation));
        Some(Detour { goal, relation, columns, key, shared, cost })
    }

    /// What the shared columns may hold.
    fn codes(&self, search: &Search<'_>) -> BTreeSet<Vec<Code>> {
        let rows = search.lookup.rows(self.relation, &self.columns, &self.key, search.range(self.goal, self.relation));
        let codes =
            |row: &u32| self.shared.iter().map(|(_, at)| search.lookup.code(self.relation, *row, *at)).collect();
        rows.iter().map(codes).collect()
    }
}
