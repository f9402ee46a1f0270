//! Blocks: parts between braces without separators.

use diagnostics::Diagnostic;
use diagnostics::catalogue::UNCLOSED_BLOCK;

use crate::SyntaxKind::*;
use crate::parser::term::is_constant;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// block = `{` { part } `}`. Commas, semicolons and full stops may stand between the parts. An error in one part does
    /// not touch those that start a later line.
    pub(super) fn block(&mut self, mut part: impl FnMut(&mut Self) -> Parsed) -> Parsed {
        if !self.is(L_BRACE) {
            return self.expect(L_BRACE);
        }
        let opener = self.at;
        self.nested(|p| {
            p.bump();
            p.skip_separators();
            while !p.block_ends(opener) {
                let start = p.at;
                let parsed = part(p);
                if p.at == start {
                    p.leaf(ERROR)?;
                }
                if parsed.is_err() {
                    p.recover_in_block(opener);
                }
                p.skip_separators();
            }
            p.close_block(opener);
            Ok(())
        })
    }

    fn close_block(&mut self, opener: usize) {
        if self.tokens.group(opener).partner == Some(self.at) {
            self.bump();
            return;
        }
        self.report_here(|p| Diagnostic::new(&UNCLOSED_BLOCK, p.span(opener)));
    }

    fn skip_separators(&mut self) {
        while matches!(self.kind(), COMMA | SEMICOLON | DOT) && !self.tokens.is_range_dot(self.at) {
            self.bump();
        }
    }

    /// A block that is not closed ends where an item starts.
    fn block_ends(&self, opener: usize) -> bool {
        match self.tokens.group(opener).partner {
            Some(close) => self.at >= close,
            None => self.is(EOF) || self.is(R_BRACE) || self.item_starts(),
        }
    }

    fn recover_in_block(&mut self, opener: usize) {
        self.skip(|p| p.block_ends(opener) || p.tokens.first_on_line(p.at) || p.is(R_BRACE) && p.closes());
    }

    /// Puts the two dots of `..` into the tree if they stand here.
    pub(super) fn eat_range(&mut self) -> bool {
        let found = self.is(DOT) && self.nth(1) == DOT && self.tokens.touches_next(self.at);
        if found {
            self.bump();
            self.bump();
        }
        found
    }

    /// constant = [`-`] number | string | date
    pub(super) fn signed_constant(&mut self) -> Parsed {
        match self.kind() {
            MINUS => self.node(UNARY, |p| {
                p.bump();
                p.constant()
            }),
            _ => self.constant(),
        }
    }

    fn constant(&mut self) -> Parsed {
        match is_constant(self.kind()) {
            true => self.leaf(CONSTANT),
            false => self.unexpected(expected::CONSTANT),
        }
    }

    /// interval = date `..` [date] | date
    pub(super) fn date_or_interval(&mut self) -> Parsed {
        let start = self.checkpoint();
        let is_interval = self.nth(1) == DOT && self.nth(2) == DOT && self.tokens.touches_next(self.at + 1);
        if !is_interval {
            return self.leaf(CONSTANT);
        }
        self.node_from(start, INTERVAL, |p| {
            p.bump();
            p.eat_range();
            p.eat(DATE);
            Ok(())
        })
    }

    /// A name whose dots touch their neighbours: a full stop may stand behind it.
    pub(super) fn tight_name(&mut self) -> Parsed {
        self.node(NAME, |p| {
            p.identifier()?;
            while p.is(DOT) && p.nth(1) == IDENT && p.tokens.touches_next(p.at - 1) && p.tokens.touches_next(p.at) {
                p.bump();
                p.bump();
            }
            Ok(())
        })
    }

    /// columns = `(` { identifier `,` } `)`
    pub(super) fn columns(&mut self) -> Parsed {
        self.node(COLUMN_LIST, |p| p.list(L_PAREN, Self::identifier))
    }
}
