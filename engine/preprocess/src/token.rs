//! Tokens of macros and of what is given to them.

use std::ops::Range;
use std::rc::Rc;

use diagnostics::Span;
use syntax::{Lexis, Scan};

use crate::source::Source;

/// A token that takes part in macro expansion. Blanks and comments are none.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) lexis: Lexis,
    pub(crate) text: Rc<str>,
    /// Where it was written.
    pub(crate) written: Span,
    /// True where a blank, a line break or a comment stands in front of it.
    pub(crate) blank: bool,
    /// True for a name that is not replaced any more: it came up while its own macro was being replaced.
    pub(crate) settled: bool,
}

impl Token {
    pub(crate) fn new(lexis: Lexis, text: &str, written: Span) -> Self {
        Self { lexis, text: text.into(), written, blank: false, settled: false }
    }

    pub(crate) fn is(&self, text: &str) -> bool {
        &*self.text == text
    }

    pub(crate) fn is_word(&self) -> bool {
        self.lexis == Lexis::Word
    }
}

/// The tokens of a range of `source`, comments and blanks left out.
pub(crate) fn tokens(source: &Source, range: Range<usize>) -> Vec<Token> {
    let text = &source.text[..range.end];
    let mut scan = Scan::default();
    scan.skip_to(range.start);
    let mut tokens = Vec::new();
    let mut blank = false;
    while let Some((lexis, range)) = scan.next(text) {
        if is_blank(lexis) {
            blank = true;
            continue;
        }
        let token = Token::new(lexis, &text[range.clone()], source.written(range));
        tokens.push(Token { blank: std::mem::take(&mut blank), ..token });
    }
    tokens
}

pub(crate) fn is_blank(lexis: Lexis) -> bool {
    matches!(lexis, Lexis::Blank | Lexis::LineComment | Lexis::BlockComment(_))
}

/// The smallest range that holds all of `tokens`, which stand in one text; `None` where there are none.
pub(crate) fn extent(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.written.to(tokens.last()?.written))
}

/// The tokens as they are written, runs of blanks as one.
pub(crate) fn spelling(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        if token.blank && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}
