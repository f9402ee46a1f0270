//! The text that the preprocessor makes.

use std::ops::Range;

use diagnostics::{Piece, Span};

use crate::source::Source;
use crate::token::Token;

/// A text in the making, with the places of its parts.
#[derive(Debug, Default)]
pub(crate) struct Output {
    pub(crate) text: String,
    pub(crate) pieces: Vec<Piece>,
}

impl Output {
    /// Adds a range of a written text as it is.
    pub(crate) fn copy(&mut self, source: &Source, range: Range<usize>) {
        for part in source.parts(range).filter(|part| !part.is_empty()) {
            let written = source.written(part.clone());
            let start = self.text.len() as u32;
            let last = self.pieces.last_mut().filter(|last| {
                let goes_on = last.written.file == written.file && last.written.end == written.start;
                last.used.is_none() && goes_on && start - last.start == last.written.end - last.written.start
            });
            match last {
                Some(last) => last.written.end = written.end,
                None => self.pieces.push(Piece { start, written, used: None }),
            }
            self.text.push_str(&source.text[part]);
        }
    }

    /// Adds what the macro used at `used` became.
    pub(crate) fn expansion(&mut self, tokens: &[Token], used: Span) {
        for token in tokens {
            if token.blank || sticks(&self.text, &token.text) {
                self.text.push(' ');
            }
            let start = self.text.len() as u32;
            self.pieces.push(Piece { start, written: token.written, used: Some(used) });
            self.text.push_str(&token.text);
        }
    }

    /// Keeps what follows an expansion from becoming one token with its end.
    pub(crate) fn part(&mut self, follower: &str) {
        if sticks(&self.text, follower) {
            self.text.push(' ');
        }
    }
}

/// True where the end of `before` and the beginning of `behind` could be read as one token.
fn sticks(before: &str, behind: &str) -> bool {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '?' | '"');
    let in_sign =
        |c: char| !c.is_whitespace() && !in_word(c) && !matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';');
    match (before.chars().next_back(), behind.chars().next()) {
        (Some(last), Some(first)) => {
            in_word(last) && in_word(first) || in_sign(last) && in_sign(first) && last != '.' && first != '.'
        }
        _ => false,
    }
}
