//! Where records end, found without reading them.

/// A search for the last end of a record in a growing piece of text that begins with a record.
pub(crate) struct Cut {
    /// The delimiter of a text whose fields may be quoted; otherwise records are lines.
    quoting: Option<u8>,
    /// What lies before was searched.
    at: usize,
    inside_quotes: bool,
    end: Option<usize>,
}

impl Cut {
    /// A search from `start` on; the byte before it is a line break.
    pub(crate) fn new(quoting: Option<u8>, start: usize) -> Self {
        Self { quoting, at: start, inside_quotes: false, end: None }
    }

    /// Searches what was appended to `text` since the last time. Gives the last known end; where the text has not `ended`,
    /// one that depends on what follows is not known.
    pub(crate) fn last_end(&mut self, text: &[u8], ended: bool) -> Option<usize> {
        match self.quoting {
            None => {
                let last = memchr::memrchr(b'\n', &text[self.at..]);
                self.end = last.map(|last| self.at + last + 1).or(self.end);
                self.at = text.len();
            }
            Some(delimiter) => while self.pass_quote(text, delimiter, ended) {},
        }
        self.end
    }

    /// Whether the text searched so far ends inside quotes.
    pub(crate) fn is_open(&self) -> bool {
        self.inside_quotes
    }

    /// Searches up to and with the next quote; false at the end.
    fn pass_quote(&mut self, text: &[u8], delimiter: u8, ended: bool) -> bool {
        let quote = memchr::memchr(b'"', &text[self.at..]).map(|next| self.at + next);
        if !self.inside_quotes {
            let unquoted = self.at..quote.unwrap_or(text.len());
            self.end = last_break(&text[unquoted.clone()], ended).map(|last| unquoted.start + last).or(self.end);
        }
        let Some(quote) = quote else {
            self.at = text.len();
            return false;
        };
        self.at = quote + 1;
        if !self.inside_quotes {
            // Elsewhere in a field a quote is a character like any other.
            self.inside_quotes = text[quote - 1] == delimiter || matches!(text[quote - 1], b'\r' | b'\n');
            return true;
        }
        match text.get(quote + 1) {
            Some(b'"') => self.at = quote + 2,
            None if !ended => {
                self.at = quote;
                return false;
            }
            _ => self.inside_quotes = false,
        }
        true
    }
}

/// Where the last line break of a piece without quotes ends. A carriage return at its end may be half a line break.
fn last_break(piece: &[u8], ended: bool) -> Option<usize> {
    let piece = if ended { piece } else { piece.strip_suffix(b"\r").unwrap_or(piece) };
    memchr::memrchr2(b'\r', b'\n', piece).map(|last| last + 1)
}
