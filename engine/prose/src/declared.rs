//! Declarations of completeness, read from their tuples.

use program::checked::{Complete, Program, Purpose, RelId};
use values::Value;

/// What a declaration of completeness says.
pub(crate) struct Declaration {
    /// The relation that is complete.
    pub(crate) of: RelId,
    /// Where: names of columns with values.
    pub(crate) place: Vec<(String, String)>,
    /// The first and the last day.
    pub(crate) period: Option<(String, String)>,
    /// Who said so.
    pub(crate) by: String,
    /// When.
    pub(crate) on: String,
}

/// A tuple of a relation of declarations; `None` for other relations.
pub(crate) fn declaration(relation: RelId, args: &[Value], program: &Program) -> Option<Declaration> {
    let Purpose::Declarations(of) = program.relation(relation).purpose else { return None };
    let Some(Complete::Declared { places, day, .. }) = &program.relation(of).openness.complete else { return None };
    let mut values = args.iter().map(Value::to_string);
    let columns = &program.relation(of).columns;
    let place = places.iter().filter_map(|at| Some((columns[*at].name.clone(), values.next()?))).collect();
    let period = if day.is_some() { Some((values.next()?, values.next()?)) } else { None };
    Some(Declaration { of, place, period, by: values.next()?, on: values.next()? })
}
