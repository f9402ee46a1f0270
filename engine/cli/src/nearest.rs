//! The name that was probably meant, as words.

use diagnostics::nearest;
use program::checked::{Program, Purpose};

/// Words for the nearest of `known` names, to be put behind a message: empty if none is near.
pub fn suggestion<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    nearest(word, known).map(|name| format!(" (`{name}`?)")).unwrap_or_default()
}

/// The names of relations that somebody wrote.
pub fn declared_names(program: &Program) -> impl Iterator<Item = &str> {
    let declared = program.relations.iter().filter(|relation| relation.purpose == Purpose::Declared);
    declared.map(|relation| relation.name.as_str())
}
