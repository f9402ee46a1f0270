//! Text of unknown length and content, made fit for a message.

/// Characters of a found text that a message shows.
const MESSAGE_CHARS: usize = 60;
/// Characters of a found text that the file of rejects keeps: enough to find the cell again, not a second copy of the data.
const REJECT_CHARS: usize = 500;

/// `text` for a message: one line, control characters escaped so that no record can steer a terminal.
pub(crate) fn for_message(text: &str) -> String {
    let visible = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    cut(text, MESSAGE_CHARS).chars().map(visible).collect()
}

/// `text` for the file of rejects: as it is, cut where it is very long.
pub(crate) fn for_reject(text: &str) -> String {
    cut(text, REJECT_CHARS)
}

fn cut(text: &str, chars: usize) -> String {
    match text.char_indices().nth(chars) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_characters_and_escapes_controls() {
        assert_eq!(for_message("a\u{1b}[31m\n"), "a\\u{1b}[31m\\n");
        assert_eq!(for_message(&"租".repeat(61)), "租".repeat(60) + "…");
        assert_eq!(for_message(&"租".repeat(60)), "租".repeat(60));
        assert_eq!(for_reject("a\nb"), "a\nb");
    }
}
