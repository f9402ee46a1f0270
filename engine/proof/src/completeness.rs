//! Where a relation is declared complete.

use std::collections::BTreeSet;

use eval::{Lookup, Model};
use program::checked::{Complete, Program, Purpose, RelId};
use values::{Date, Value};

/// The relations below `relation` on whose completeness its own rests: those with records that its rules reach, itself among them.
/// Ascending.
pub fn bases(program: &Program, relation: RelId) -> Vec<RelId> {
    let has_records = |id: &RelId| program.inputs.iter().any(|input| input.relation == *id);
    let is_declared = |id: &RelId| program.relation(*id).purpose == Purpose::Declared;
    let is_finding = |id: &RelId| program.relation(*id).openness.finding.is_some();
    let below = below(program, relation).into_iter();
    below.filter(|id| has_records(id) && is_declared(id) && !is_finding(id)).collect()
}

/// The relations that the rules of `relation` reach, itself among them.
pub fn below(program: &Program, relation: RelId) -> BTreeSet<RelId> {
    let (mut open, mut seen) = (vec![relation], BTreeSet::from([relation]));
    while let Some(reached) = open.pop() {
        for rule in program.rules.iter().filter(|rule| rule.heads.iter().any(|head| head.relation == reached)) {
            rule.body.atoms(&mut |read| {
                if seen.insert(read.atom.relation) {
                    open.push(read.atom.relation);
                }
            });
        }
    }
    seen
}

/// A place, and perhaps a period, for which a relation must be complete: values by the relation's columns. What is not known is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// The place: column and value.
    pub place: Vec<(usize, Value)>,
    /// The first and the last day.
    pub period: Option<(Date, Date)>,
}

/// Whether the declarations of a relation for the place of `extent` together cover its period. Several of them may do so one after the other.
pub fn covers(model: &Model<'_>, lookup: &Lookup<'_>, relation: RelId, extent: &Extent) -> bool {
    let (places, day, declared) = match &model.program.relation(relation).openness.complete {
        None => return false,
        Some(Complete::Everywhere { .. }) => return true,
        Some(Complete::Declared { places, day, declared, .. }) => (places, *day, *declared),
    };
    let wanted = places.iter().map(|place| extent.place.iter().find(|(column, _)| column == place));
    let Some(wanted) = wanted.map(|found| found.map(|(_, value)| value.clone())).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let columns = (0..places.len()).collect::<Vec<_>>();
    let rows = model.codes(&wanted).map(|codes| lookup.facts(declared, &columns, &codes, usize::MAX));
    let rows = rows.unwrap_or_default().into_iter().map(|row| model.values(declared, row)).collect::<Vec<_>>();
    match (day, extent.period) {
        (None, _) => !rows.is_empty(),
        (Some(_), None) => false,
        (Some(_), Some((from, to))) => covered(&rows, places.len(), from, to),
    }
}

fn covered(rows: &[Vec<Value>], at: usize, from: Date, to: Date) -> bool {
    let interval = |row: &Vec<Value>| match (&row[at], &row[at + 1]) {
        (Value::Date(first), Value::Date(last)) => Some((*first, *last)),
        _ => None,
    };
    let mut intervals = rows.iter().filter_map(interval).collect::<Vec<_>>();
    intervals.sort_unstable();
    // The first day that nothing covers yet.
    let mut next = Some(from);
    for (first, last) in intervals {
        match next {
            Some(day) if first <= day && day <= last => next = last.add_days(1).ok(),
            _ => {}
        }
    }
    next.is_none_or(|day| day > to)
}
