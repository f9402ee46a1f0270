//! The extent of string literals.

use crate::strings::is_quote;

/// How many bytes of `rest` belong to the string that `quote` opened in front of it, and whether it is closed.
///
/// A string may span lines. One that does, and whose closing quote is directly followed by a letter or digit, was not
/// closed: that quote opens the next string, since no word follows a string anywhere. A string that is not closed ends
/// with its line, or at a full-width quote before that. `unclosed` is set once the end of the text was reached in vain:
/// from then on nothing is looked for beyond the line, which keeps the time linear.
pub(super) fn extent(rest: &str, quote: char, unclosed: &mut bool) -> (usize, bool) {
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    if quote != '"' {
        return closing(line, is_quote).map_or((line.len(), false), |end| (end, true));
    }
    let end = closing(if *unclosed { line } else { rest }, |c| c == '"');
    *unclosed |= end.is_none();
    match end {
        Some(end) if end <= line.len() || !rest[end..].starts_with(char::is_alphanumeric) => (end, true),
        _ => line.rfind(['”', '＂']).map_or((line.len(), false), |at| (at + '”'.len_utf8(), true)),
    }
}

/// First byte behind the closing quote.
fn closing(rest: &str, closes: impl Fn(char) -> bool) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if closes(c) {
            return Some(at + c.len_utf8());
        }
    }
    None
}
