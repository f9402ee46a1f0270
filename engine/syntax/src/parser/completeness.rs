//! What records are complete, who finds what, and carve-outs from elsewhere.

use crate::SyntaxKind::*;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// complete = `.complete` name [`by` columns] [`from` string]
    pub(super) fn complete(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        if self.is_word("by") && !self.item_starts() {
            self.bump();
            self.columns()?;
        }
        if self.is_word("from") && !self.item_starts() {
            self.bump();
            self.string()?;
        }
        Ok(())
    }

    /// finding = `.finding` name attributes `:` type
    pub(super) fn finding(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        self.attributes(L_PAREN, Self::attribute)?;
        self.expect(COLON)?;
        self.type_name()
    }

    /// expect = `.expect` name columns
    pub(super) fn expect_directive(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        self.columns()
    }

    /// except = `.except` name `unless` atom [within]
    pub(super) fn except(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        match self.exception_follows() {
            true => self.exception(),
            false => self.unexpected(expected::UNLESS),
        }
    }
}
