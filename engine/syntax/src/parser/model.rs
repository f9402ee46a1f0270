//! Models.

use crate::SyntaxKind::*;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// model = `.model` name [string] `{` { candidate | element } `}`
    pub(super) fn model(&mut self) -> Parsed {
        self.bump();
        self.name()?;
        self.eat(STRING);
        self.block(|p| match p.kind() {
            _ if p.is_word("candidate") => p.node(CANDIDATE, |p| {
                p.bump();
                p.name()?;
                p.columns()
            }),
            _ if p.is_word("element") => p.node(MODEL_ELEMENT, Self::element),
            _ => p.unexpected(expected::MODEL_PART),
        })
    }

    /// element = `element` identifier (string | `=` name)
    fn element(&mut self) -> Parsed {
        self.bump();
        self.identifier()?;
        match self.kind() {
            STRING => self.string(),
            EQ => {
                self.bump();
                self.tight_name()
            }
            _ => self.unexpected(expected::ELEMENT_TEXT),
        }
    }
}
