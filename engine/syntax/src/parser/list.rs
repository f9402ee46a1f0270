//! Lists between brackets.

use diagnostics::Text;

use crate::SyntaxKind::{self, *};
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// A bracket, parts separated by commas, and the other bracket. An error in one part does not touch the others. If
    /// the list is not closed, it ends where something larger does, and this is reported.
    pub(super) fn list(&mut self, open: SyntaxKind, part: impl FnMut(&mut Self) -> Parsed) -> Parsed {
        let opener = self.at;
        if !self.is(open) {
            return self.expect(open);
        }
        self.nested(|p| {
            p.bump();
            p.parts(opener, part);
            Ok(())
        })
    }

    fn parts(&mut self, opener: usize, mut part: impl FnMut(&mut Self) -> Parsed) {
        let (close, end) = closing(self.tokens.kind(opener));
        if self.eat(close) {
            return;
        }
        loop {
            if part(self).is_err() {
                self.recover(&[COMMA]);
            } else if !self.is(COMMA) && !self.is(close) {
                self.unexpected_in(end, opener);
                self.recover(&[COMMA]);
            }
            if !self.eat(COMMA) {
                break;
            }
        }
        if !self.eat(close) {
            self.unexpected_in(end, opener);
        }
    }
}

fn closing(open: SyntaxKind) -> (SyntaxKind, Text) {
    match open {
        L_PAREN => (R_PAREN, expected::PAREN_LIST_END),
        L_BRACKET => (R_BRACKET, expected::BRACKET_LIST_END),
        _ => (R_BRACE, expected::BRACE_LIST_END),
    }
}
