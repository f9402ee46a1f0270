//! Going on behind an error.

use crate::SyntaxKind::{self, *};
use crate::parser::Parser;

impl Parser<'_> {
    /// Skips up to a token of one of the kinds in `until`, or to where something larger ends: a full stop, a bracket
    /// that closes an open one, `:-`, or the start of an item. An error found there is a consequence of the one before.
    pub(super) fn recover(&mut self, until: &[SyntaxKind]) {
        self.skip(|p| until.contains(&p.kind()) || p.is(IF) || p.ends_rule() || p.closes());
        self.reported_at = Some(self.at);
    }

    /// Skips the rest of an item, its full stop included.
    pub(super) fn skip_item(&mut self) {
        self.skip(|p| p.ends_rule() || p.is(R_BRACE) && p.closes());
        self.eat(DOT);
    }

    /// True where a new item starts: at a directive, at the end of the text, and at a line that starts with a name or
    /// annotation and is not indented more than the current item.
    pub(super) fn item_starts(&self) -> bool {
        match self.kind() {
            EOF | UNKNOWN_DIRECTIVE => true,
            kind if kind.is_directive() => true,
            IDENT => self.outdented(),
            AT => self.outdented() && self.nth(1) == L_BRACKET,
            _ => false,
        }
    }

    fn outdented(&self) -> bool {
        self.tokens.first_on_line(self.at) && self.tokens.column(self.at) <= self.item_column
    }

    fn ends_rule(&self) -> bool {
        match self.kind() {
            DOT => !(self.nth(1) == IDENT && self.tokens.touches_next(self.at) || self.tokens.is_range_dot(self.at)),
            _ => self.item_starts(),
        }
    }

    /// True at a bracket that closes one in front of it.
    pub(super) fn closes(&self) -> bool {
        matches!(self.kind(), R_PAREN | R_BRACKET | R_BRACE) && self.tokens.group(self.at).partner.is_some()
    }

    /// Skips up to where `stop` holds. Brackets that fit together are skipped with all between them.
    pub(super) fn skip(&mut self, stop: impl Fn(&Self) -> bool) {
        if stop(self) {
            return;
        }
        let skipped = self.node(ERROR, |p| {
            while !stop(p) {
                let partner = p.tokens.group(p.at).partner.filter(|partner| *partner > p.at);
                let behind = partner.unwrap_or(p.at) + 1;
                while p.at < behind && !p.is(EOF) {
                    p.bump();
                }
            }
            Ok(())
        });
        debug_assert!(skipped.is_ok());
    }
}
