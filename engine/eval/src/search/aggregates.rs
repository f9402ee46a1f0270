//! Aggregates in a search.

use std::collections::BTreeSet;

use program::checked;
use values::Value;

use super::{Ends, Purpose, Search, Slot, Solution};
use crate::aggregate::{count, fold};
use crate::{AggregateGoal, Fault, Lookup};

/// One contribution to an aggregate.
#[derive(Debug)]
pub struct Contribution {
    /// How the aggregate's body is fulfilled.
    pub solution: Solution,
    /// The target's value; 1 for `count`.
    pub value: Value,
}

/// The contributions to an aggregate for the group that `slots` give, over rows below `ends`; for derivations in output order
/// of the rows matched.
///
/// # Errors
/// A computation in the body that fails for a binding which no other goal of the body rules out.
pub fn contributions(
    aggregate: &AggregateGoal,
    lookup: &Lookup<'_>,
    ends: Ends<'_>,
    slots: &[Slot],
    purpose: Purpose,
) -> Result<Vec<Contribution>, Fault> {
    let mut inside = vec![Slot::Free; aggregate.body.types.len()];
    for variable in &aggregate.injected {
        inside[*variable as usize] = slots[*variable as usize].clone();
    }
    let mut search = Search::new(&aggregate.body, purpose, lookup, ends, inside);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    // Of several failures the one with the least binding, whatever the order of rows.
    let mut failure: Option<(Vec<Option<Value>>, Fault)> = None;
    while search.advance() {
        if let Some(fault) = search.faults().first() {
            let binding = (0..aggregate.body.named).map(|variable| search.value(variable)).collect::<Vec<_>>();
            if failure.as_ref().is_none_or(|(least, _)| binding < *least) {
                failure = Some((binding, fault.clone()));
            }
            continue;
        }
        if aggregate.contribution == checked::Contribution::Assignment {
            let key =
                aggregate.local.iter().map(|variable| search.slots[*variable as usize].clone()).collect::<Vec<_>>();
            if !seen.insert(key) {
                continue;
            }
        }
        let value = match aggregate.target {
            Some(target) => search.value(target).unwrap_or_else(|| unreachable!("the target is computed last")),
            None => Value::Number(1),
        };
        found.push(Contribution { solution: search.solution(), value });
    }
    match failure {
        Some((_, fault)) => Err(fault),
        None => Ok(found),
    }
}

/// The aggregate's value for the current group with, for each distinct choice of witnesses, the variables' values. None where it has no
/// value.
pub(super) fn aggregate_values(
    search: &Search<'_>,
    variable: u32,
    aggregate: &AggregateGoal,
) -> Result<Vec<Vec<(u32, Slot)>>, Fault> {
    let contributions = contributions(aggregate, search.lookup, search.ends, &search.slots, search.purpose)?;
    let targets = contributions.iter().map(|contribution| contribution.value.clone()).collect();
    let Some(value) = fold(aggregate, targets)? else { return Ok(Vec::new()) };
    let slot = Slot::bound(value.clone(), search.lookup.dictionary());
    let tuple = |solution: &Solution| {
        let witnesses = aggregate.witnesses.iter().map(|witness| (*witness, solution.slots[*witness as usize].clone()));
        std::iter::once((variable, slot.clone())).chain(witnesses).collect::<Vec<_>>()
    };
    if aggregate.attaining().is_empty() {
        let count = Slot::bound(count(contributions.len()), search.lookup.dictionary());
        let count = aggregate.witnesses.iter().map(|witness| (*witness, count.clone()));
        return Ok(vec![std::iter::once((variable, slot)).chain(count).collect()]);
    }
    let attaining = contributions.iter().filter(|contribution| contribution.value == value);
    let mut seen = BTreeSet::new();
    let tuples = attaining.map(|contribution| tuple(&contribution.solution));
    Ok(tuples.filter(|tuple| seen.insert(tuple.clone())).collect())
}
