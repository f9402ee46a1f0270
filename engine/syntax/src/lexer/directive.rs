//! Dots and directives.

use crate::SyntaxKind::{self, DOT, ONCE_DIR, UNKNOWN_DIRECTIVE};
use crate::kind::DIRECTIVES;

/// What the dot between `before` and `after` begins, and how many bytes of `after` belong to it.
///
/// A known word directly followed by a blank makes a directive anywhere. At the start of a line so do a known word at
/// the end of the line, which is reported, and an unknown word followed by a blank.
pub(super) fn behind_dot(before: &str, after: &str) -> (SyntaxKind, usize) {
    let len = after.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '?')).unwrap_or(after.len());
    let (word, follower) = (&after[..len], after[len..].chars().next());
    let known = DIRECTIVES.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    let blank_follows = follower.is_some_and(is_blank);
    match known {
        Some(ONCE_DIR) => (ONCE_DIR, len),
        Some(kind) if blank_follows => (kind, len),
        Some(kind) if first_on_line(before) && matches!(follower, None | Some('\n')) => (kind, len),
        None if !word.is_empty() && !word.starts_with(char::is_numeric) && blank_follows && first_on_line(before) => {
            (UNKNOWN_DIRECTIVE, len)
        }
        _ => (DOT, 0),
    }
}

/// What must follow a directive: any blank but a line feed.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{b}' | '\u{c}')
}

fn first_on_line(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t', '\r', '\u{b}', '\u{c}', '\u{3000}', '\u{feff}']);
    before.is_empty() || before.ends_with('\n')
}
