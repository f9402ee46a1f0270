//! The tokens of a text behind the name of a macro.

use syntax::{Lexis, Scan};

use crate::source::Source;
use crate::token::{Token, is_blank};

/// Reads a text token by token, up to its end or the next line that begins with `#`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'s> {
    pub(crate) source: &'s Source,
    pub(crate) scan: Scan,
}

impl Reader<'_> {
    /// The next token.
    pub(crate) fn next(&mut self) -> Option<Token> {
        let mut blank = false;
        let mut ahead = self.scan;
        while let Some((lexis, range)) = ahead.next(&self.source.text) {
            match lexis {
                Lexis::Hash => return None,
                lexis if is_blank(lexis) => blank = true,
                lexis => {
                    self.scan = ahead;
                    let token = Token::new(lexis, &self.source.text[range.clone()], self.source.written(range));
                    return Some(Token { blank, ..token });
                }
            }
        }
        None
    }

    /// True where `(` comes next.
    pub(crate) fn opens(&self) -> bool {
        let mut ahead = *self;
        ahead.next().is_some_and(|token| token.is("("))
    }
}
