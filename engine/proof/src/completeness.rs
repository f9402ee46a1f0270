//! Where a relation is declared complete.

use eval::{Lookup, Model};
use program::checked::{Complete, RelId};
use values::{Date, Value};

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
