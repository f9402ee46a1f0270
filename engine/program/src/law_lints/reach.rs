//! The first few relations that others lead to or rest on, for messages that name them.

use std::collections::BTreeSet;

use crate::checked::{Program, RelId};

/// So many are named.
pub(crate) const NAMED: usize = 5;

/// For each relation some of `ends` that it leads to along `ways`, itself included: the first ones. `ways` are pairs from and to; `order` has
/// each group of relations behind those that they lead to.
fn ends(count: usize, ways: &[(RelId, RelId)], order: &[Vec<RelId>], ends: &BTreeSet<RelId>) -> Vec<BTreeSet<RelId>> {
    let mut next = vec![Vec::new(); count];
    ways.iter().for_each(|(from, to)| next[from.0 as usize].push(*to));
    let mut found = vec![BTreeSet::new(); count];
    for group in order {
        let mut all: BTreeSet<RelId> = group.iter().copied().filter(|id| ends.contains(id)).collect();
        for id in group {
            next[id.0 as usize].iter().for_each(|to| all.extend(found[to.0 as usize].iter().copied()));
        }
        let first = all.into_iter().take(NAMED).collect::<BTreeSet<_>>();
        group.iter().for_each(|id| found[id.0 as usize].clone_from(&first));
    }
    found
}

/// For each relation the first of `bases` that it rests on.
pub(crate) fn below(program: &Program, ways: &[(RelId, RelId)], bases: &BTreeSet<RelId>) -> Vec<BTreeSet<RelId>> {
    let order = program.strata.iter().map(|stratum| stratum.relations.clone()).collect::<Vec<_>>();
    ends(program.relations.len(), ways, &order, bases)
}

/// For each relation the first of `conclusions` that rest on it.
pub(crate) fn above(program: &Program, ways: &[(RelId, RelId)], conclusions: &BTreeSet<RelId>) -> Vec<BTreeSet<RelId>> {
    let order = program.strata.iter().rev().map(|stratum| stratum.relations.clone()).collect::<Vec<_>>();
    let back = ways.iter().map(|(head, body)| (*body, *head)).collect::<Vec<_>>();
    ends(program.relations.len(), &back, &order, conclusions)
}
