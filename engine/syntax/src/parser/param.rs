//! Parameters.

use crate::SyntaxKind::*;
use crate::parser::term::is_constant;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// parameter = `.param` name [attributes] `:` type [`{` { value } `}`]
    pub(super) fn param(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        if self.is(L_PAREN) {
            self.attributes(L_PAREN, Self::attribute)?;
        }
        self.expect(COLON)?;
        self.type_name()?;
        match self.is(L_BRACE) {
            true => self.block(Self::param_value),
            false => Ok(()),
        }
    }

    /// value = `(` { constant | interval | source `,` } `)` | constant [`,` source]
    fn param_value(&mut self) -> Parsed {
        match self.kind() {
            L_PAREN => self.node(PARAM_VALUE, |p| p.list(L_PAREN, Self::param_part)),
            kind if kind == MINUS || is_constant(kind) => self.node(PARAM_VALUE, |p| {
                p.param_part()?;
                if p.is(COMMA) && p.tokens.text(p.at + 1) == "source" && p.tokens.kind(p.at + 2) == COLON {
                    p.bump();
                    return p.source();
                }
                Ok(())
            }),
            _ => self.unexpected(expected::PARAM_VALUE),
        }
    }

    fn param_part(&mut self) -> Parsed {
        match self.kind() {
            DATE => self.date_or_interval(),
            _ if self.is_word("source") => self.source(),
            _ => self.signed_constant(),
        }
    }

    /// source = `source` `:` string
    fn source(&mut self) -> Parsed {
        self.bump();
        self.expect(COLON)?;
        self.string()
    }
}
