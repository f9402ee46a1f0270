//! Directives that declare nothing.

use crate::SyntaxKind::*;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// directive = (`.input` | `.output` | `.printsize` | `.limitsize`) name { `,` name } [`(` parameters `)`]
    pub(super) fn io_directive(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        while self.eat(COMMA) {
            self.name()?;
        }
        match self.kind() {
            L_PAREN => self.list(L_PAREN, Self::parameter),
            _ => Ok(()),
        }
    }

    /// parameter = word `=` (string | identifier | whole number | `true` | `false`)
    fn parameter(&mut self) -> Parsed {
        self.node(PARAMETER, |p| {
            if !p.is(IDENT) && !p.kind().is_reserved() {
                return p.unexpected(expected::KEY);
            }
            p.bump();
            p.expect(EQ)?;
            if !matches!(p.kind(), STRING | IDENT | INTEGER | UNSIGNED | MALFORMED_NUMBER | TRUE | FALSE) {
                return p.unexpected(expected::PARAMETER_VALUE);
            }
            p.bump();
            Ok(())
        })
    }

    /// pragma = `.pragma` string [string]
    pub(super) fn pragma(&mut self) -> Parsed {
        self.bump();
        self.string()?;
        self.eat(STRING);
        Ok(())
    }

    /// include = `.include` string
    pub(super) fn include(&mut self) -> Parsed {
        self.bump();
        self.string()
    }

    /// plan = `.plan` number `:` `(` number { `,` number } `)` { `,` ... }
    pub(super) fn plan(&mut self) -> Parsed {
        self.node(PLAN, |p| {
            p.bump();
            p.plan_version()?;
            while p.eat(COMMA) {
                p.plan_version()?;
            }
            Ok(())
        })
    }

    fn plan_version(&mut self) -> Parsed {
        self.node(PLAN_VERSION, |p| {
            p.whole_number()?;
            p.expect(COLON)?;
            p.list(L_PAREN, Self::whole_number)
        })
    }

    fn whole_number(&mut self) -> Parsed {
        match self.eat(INTEGER) {
            true => Ok(()),
            false => self.unexpected(expected::NUMBER),
        }
    }

    pub(super) fn string(&mut self) -> Parsed {
        match self.eat(STRING) {
            true => Ok(()),
            false => self.unexpected(expected::STRING),
        }
    }
}
