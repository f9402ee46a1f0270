//! Declarations of relations, and lists of attributes.

use rowan::Checkpoint;

use crate::SyntaxKind::{self, *};
use crate::parser::{Parsed, Parser};

impl Parser<'_> {
    /// declaration = `.decl` name `=` `debug_delta` `(` name `)`
    ///             | `.decl` name { `,` name } attributes qualifiers
    pub(super) fn declaration(&mut self, start: Checkpoint) -> Parsed {
        match self.nth(2) {
            EQ => self.node_from(start, DEBUG_DELTA_DECL, Self::debug_delta),
            _ => self.node_from(start, RELATION_DECL, Self::relation),
        }
    }

    fn debug_delta(&mut self) -> Parsed {
        self.bump();
        self.identifier()?;
        self.expect(EQ)?;
        self.expect(DEBUG_DELTA)?;
        self.expect(L_PAREN)?;
        self.name()?;
        self.expect(R_PAREN)
    }

    fn relation(&mut self) -> Parsed {
        self.bump();
        self.identifier()?;
        while self.eat(COMMA) {
            self.identifier()?;
        }
        self.attributes(L_PAREN, Self::attribute)?;
        while is_qualifier(self.kind()) {
            self.bump();
        }
        if self.eat(CHOICE_DOMAIN) {
            self.choice_key()?;
            while self.eat(COMMA) {
                self.choice_key()?;
            }
            while is_qualifier(self.kind()) {
                self.bump();
            }
        }
        Ok(())
    }

    /// choice key = identifier | `(` identifier { `,` identifier } `)`
    fn choice_key(&mut self) -> Parsed {
        self.node(CHOICE_KEY, |p| match p.kind() {
            L_PAREN => p.list(L_PAREN, Self::identifier),
            _ => p.identifier(),
        })
    }

    /// attributes = bracket { attribute `,` } bracket
    pub(super) fn attributes(&mut self, open: SyntaxKind, mut attribute: impl FnMut(&mut Self) -> Parsed) -> Parsed {
        self.node(ATTRIBUTE_LIST, |p| {
            p.list(open, |p| {
                p.write_up_to_docs();
                let start = p.builder.checkpoint();
                p.documents();
                p.node_from(start, ATTRIBUTE, &mut attribute)
            })
        })
    }

    /// attribute = identifier `:` type [`<` `>`]
    pub(super) fn attribute(&mut self) -> Parsed {
        self.identifier()?;
        self.expect(COLON)?;
        self.type_name()?;
        if self.eat(LT) {
            self.expect(GT)?;
        }
        Ok(())
    }
}

fn is_qualifier(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        OVERRIDABLE
            | INLINE
            | NO_INLINE
            | MAGIC
            | NO_MAGIC
            | BRIE
            | BTREE
            | BTREE_DELETE
            | EQREL
            | INPUT
            | OUTPUT
            | PRINTSIZE
    )
}
