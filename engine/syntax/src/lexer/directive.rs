//! Dots and directives.

use crate::SyntaxKind::{self, DOT, ONCE_DIR, UNKNOWN_DIRECTIVE};
use crate::kind::DIRECTIVES;

/// What the dot between `before` and `after` begins, and how many bytes of `after` belong to it.
///
/// A known word directly followed by a blank makes a directive anywhere. At the start of a line so do a known word at
/// the end of the line, which is reported, and an unknown word followed by a blank. The words of the legal layer are
/// also names in programs of others: behind something on the same line they need a name or a string behind them.
pub(super) fn behind_dot(before: &str, after: &str) -> (SyntaxKind, usize) {
    let len = after.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '?')).unwrap_or(after.len());
    let (word, follower) = (&after[..len], after[len..].chars().next());
    let known = DIRECTIVES.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    let blank_follows = follower.is_some_and(is_blank);
    match known {
        Some(ONCE_DIR) => (ONCE_DIR, len),
        Some(kind) if kind.is_legal_directive() => {
            let begins = blank_follows && (first_on_line(before) || stands_between_items(before, &after[len..]));
            if begins { (kind, len) } else { (DOT, 0) }
        }
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

/// True where no name goes on, as in `c.test (x)`, and no rule begins, as in `p(1).test (x).`
fn stands_between_items(before: &str, behind: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '?');
    let starts_word = |c: char| c.is_alphabetic() || matches!(c, '_' | '?' | '"' | '“' | '”' | '＂');
    !before.trim_end_matches(is_blank).ends_with(is_name)
        && behind.trim_start_matches(is_blank).starts_with(starts_word)
}

fn first_on_line(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t', '\r', '\u{b}', '\u{c}', '\u{3000}', '\u{feff}']);
    before.is_empty() || before.ends_with('\n')
}
