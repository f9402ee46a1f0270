//! Declarations of types, lattices and functors.

use crate::SyntaxKind::*;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// type declaration = `.type` identifier [`<:` type | `=` definition]
    ///                  | (`.number_type` | `.symbol_type`) identifier
    pub(super) fn type_declaration(&mut self) -> Parsed {
        let defines = self.is(TYPE_DIR);
        self.bump();
        self.identifier()?;
        match self.kind() {
            SUBTYPE if defines => self.node(SUBSET_TYPE, |p| {
                p.bump();
                p.type_name()
            }),
            EQ if defines => self.type_definition(),
            _ => Ok(()),
        }
    }

    /// definition = record | branch { `|` branch } | type { `|` type }
    fn type_definition(&mut self) -> Parsed {
        let start = self.checkpoint();
        self.bump();
        match self.kind() {
            L_BRACKET => self.node_from(start, RECORD_TYPE, |p| p.attributes(L_BRACKET, Self::attribute)),
            AT if self.nth(1) == L_BRACKET => self.node_from(start, ADT_TYPE, Self::branches),
            _ if self.nth(1) == L_BRACE => self.node_from(start, ADT_TYPE, Self::branches),
            kind if kind == IDENT || kind.is_reserved() => self.node_from(start, UNION_TYPE, |p| {
                p.type_name()?;
                while p.eat(PIPE) {
                    p.type_name()?;
                }
                Ok(())
            }),
            _ => self.unexpected(expected::TYPE_DEFINITION),
        }
    }

    fn branches(&mut self) -> Parsed {
        self.branch_declaration()?;
        while self.eat(PIPE) {
            self.branch_declaration()?;
        }
        Ok(())
    }

    /// branch = documents identifier `{` attributes `}`
    fn branch_declaration(&mut self) -> Parsed {
        self.write_up_to_docs();
        let start = self.builder.checkpoint();
        self.documents();
        self.node_from(start, BRANCH_DECL, |p| {
            p.identifier()?;
            p.attributes(L_BRACE, Self::attribute)
        })
    }

    /// lattice = `.lattice` identifier `<` `>` `{` identifier `->` term { `,` ... } `}`
    pub(super) fn lattice(&mut self) -> Parsed {
        self.bump();
        self.identifier()?;
        self.expect(LT)?;
        self.expect(GT)?;
        self.list(L_BRACE, |p| {
            p.node(LATTICE_ENTRY, |p| {
                p.identifier()?;
                p.expect(ARROW)?;
                p.term()
            })
        })
    }

    /// functor = `.functor` identifier `(` [identifier `:`] type ... `)` `:` type [`stateful`]
    pub(super) fn functor(&mut self) -> Parsed {
        self.bump();
        self.identifier()?;
        self.attributes(L_PAREN, |p| match p.nth(1) {
            COLON => p.attribute(),
            _ => p.type_name(),
        })?;
        self.expect(COLON)?;
        self.type_name()?;
        self.eat(STATEFUL);
        Ok(())
    }
}
