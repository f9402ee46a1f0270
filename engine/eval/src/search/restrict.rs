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
const MANY: usize = 64;

/// The rows for `goal` that agree with what is bound and with some row of the most restricting later match. `None` where
/// there is no such match or the rows are few anyway.
pub(super) fn restricted(search: &Search<'_>, goal: usize) -> Option<Vec<u32>> {
    let (relation, args) = matched(search, goal)?;
    let (columns, key) = bound_key(search, args)?;
    let range = search.range(goal, relation);
    let count = match columns.is_empty() {
        true if search.lookup.relation(relation).implied().is_some() => usize::MAX,
        true => range.len(),
        false => search.lookup.rows(relation, &columns, &key, range.clone()).len(),
    };
    if count <= MANY {
        return None;
    }
    let open = (0..search.taken.len()).filter(|goal| !search.taken[*goal]);
    let later = open.filter_map(|later| detour(search, args, later));
    let (shared, rows) = later.min_by_key(|(_, rows)| rows.len())?;
    if rows.len().saturating_mul(4) > count {
        return None;
    }
    let mut found = BTreeSet::new();
    for codes in rows {
        let mut bound = columns.iter().zip(&key).map(|(column, code)| (*column, *code)).collect::<Vec<_>>();
        bound.extend(shared.iter().copied().zip(codes));
        bound.sort_unstable();
        let (columns, key): (Vec<_>, Vec<_>) = bound.into_iter().unzip();
        found.extend(search.lookup.rows(relation, &columns, &key, range.clone()));
    }
    Some(found.into_iter().collect())
}

fn matched<'s>(search: &Search<'s>, goal: usize) -> Option<(RelId, &'s [Arg])> {
    match &search.goals.goals[goal].kind {
        GoalKind::Match { relation, args } => Some((*relation, args)),
        _ => None,
    }
}

/// The columns of `args` that share a free variable with a later match of which something is bound, and the codes these
/// columns may hold.
fn detour(search: &Search<'_>, args: &[Arg], later: usize) -> Option<(Vec<usize>, BTreeSet<Vec<Code>>)> {
    let (relation, other) = matched(search, later)?;
    let (columns, key) = bound_key(search, other)?;
    let mut shared = Vec::new();
    for (column, arg) in args.iter().enumerate() {
        let Arg::Variable(variable) = arg else { continue };
        let place = other.iter().position(|arg| matches!(arg, Arg::Variable(same) if same == variable));
        if search.slots[*variable as usize] == Slot::Free {
            shared.extend(place.map(|place| (column, place)));
        }
    }
    if columns.is_empty() || shared.is_empty() {
        return None;
    }
    let rows = search.lookup.rows(relation, &columns, &key, search.range(later, relation));
    let codes = |row: &u32| shared.iter().map(|(_, place)| search.lookup.code(relation, *row, *place)).collect();
    Some((shared.iter().map(|(column, _)| *column).collect(), rows.iter().map(codes).collect()))
}
