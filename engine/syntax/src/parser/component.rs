//! Components.

use crate::SyntaxKind::*;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// component = `.comp` component type [`:` component type { `,` ... }] `{` inner documents, items `}`
    pub(super) fn component(&mut self) -> Parsed {
        self.bump();
        self.component_type()?;
        if self.eat(COLON) {
            self.component_type()?;
            while self.eat(COMMA) {
                self.component_type()?;
            }
        }
        if !self.is(L_BRACE) {
            return self.expect(L_BRACE);
        }
        let opener = self.at;
        self.nested(|p| {
            p.bump();
            p.inner_documents();
            p.items();
            if !p.eat(R_BRACE) {
                p.unexpected_in(expected::COMPONENT_END, opener);
            }
            Ok(())
        })
    }

    /// component type = name [`<` type { `,` type } `>`]
    fn component_type(&mut self) -> Parsed {
        self.node(COMPONENT_TYPE, |p| {
            p.name()?;
            if !p.eat(LT) {
                return Ok(());
            }
            p.type_name()?;
            while p.eat(COMMA) {
                p.type_name()?;
            }
            match p.eat(GT) {
                true => Ok(()),
                false => p.unexpected(expected::ANGLE_LIST_END),
            }
        })
    }

    /// init = `.init` identifier `=` component type
    pub(super) fn init(&mut self) -> Parsed {
        self.bump();
        self.identifier()?;
        self.expect(EQ)?;
        self.component_type()
    }

    /// override = `.override` name
    pub(super) fn override_directive(&mut self) -> Parsed {
        self.bump();
        self.name()
    }
}
