//! The name that was probably meant, as words.

use diagnostics::nearest;

/// Words for the nearest of `known` names, to be put behind a message: empty if none is near.
pub fn suggestion<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    nearest(word, known).map(|name| format!(" (`{name}`?)")).unwrap_or_default()
}
