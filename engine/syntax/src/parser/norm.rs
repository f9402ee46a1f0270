//! Norms and policies.

use diagnostics::Diagnostic;
use diagnostics::catalogue::ENTRY_WITHOUT_COLON;

use crate::SyntaxKind::*;
use crate::parser::term::is_constant;
use crate::parser::{Parsed, Parser, Reported, expected};

impl Parser<'_> {
    /// norm = `.norm` name `{` { entry | version } `}`
    pub(super) fn norm(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        self.block(|p| match p.is_word("version") && p.nth(1) == L_BRACE {
            true => p.version(),
            false => p.entry(),
        })
    }

    /// version = `version` `{` { entry } `}`
    fn version(&mut self) -> Parsed {
        self.node(NORM_VERSION, |p| {
            p.bump();
            p.block(Self::entry)
        })
    }

    /// policy = `.policy` name `{` { entry } `}`
    pub(super) fn policy(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        self.block(Self::entry)
    }

    /// entry = word `:` value
    fn entry(&mut self) -> Parsed {
        if !self.is(IDENT) && !self.kind().is_reserved() {
            return self.unexpected(expected::ENTRY);
        }
        self.node(ENTRY, |p| {
            p.bump_as(IDENT);
            if !p.eat(COLON) {
                let key = p.at - 1;
                let word = p.tokens.text(key);
                p.report_here(|p| Diagnostic::new(&ENTRY_WITHOUT_COLON, p.span(key)).arg("key", word));
                return Err(Reported);
            }
            p.node(ENTRY_VALUE, Self::entry_value)
        })
    }

    /// value = word [number] | interval | date [`against` string] | `[` { constant `,` } `]` | constant
    fn entry_value(&mut self) -> Parsed {
        match self.kind() {
            IDENT if self.nth(1) != COLON => {
                self.bump();
                match self.kind() {
                    INTEGER => self.signed_constant(),
                    _ => Ok(()),
                }
            }
            kind if kind.is_reserved() => {
                self.bump_as(IDENT);
                Ok(())
            }
            DATE => {
                self.date_or_interval()?;
                match self.is_word("against") && self.nth(1) == STRING {
                    true => {
                        self.bump();
                        self.bump();
                        Ok(())
                    }
                    false => Ok(()),
                }
            }
            L_BRACKET => self.list(L_BRACKET, Self::signed_constant),
            kind if kind == MINUS || is_constant(kind) => self.signed_constant(),
            _ => self.unexpected(expected::ENTRY_VALUE),
        }
    }
}
