//! Names.

use crate::SyntaxKind::IDENT;
use crate::ast::Token;
use crate::ast::node::{node, tokens};

node! {
    /// A name, perhaps qualified: identifiers joined by dots.
    Name = NAME
}

impl Name {
    /// The identifiers; none only behind a syntax error.
    pub fn parts(&self) -> Vec<Token> {
        tokens(&self.0, |kind| kind == IDENT)
    }

    /// The identifiers joined by dots, without blanks and comments.
    pub fn dotted(&self) -> String {
        let parts = self.parts();
        parts.iter().map(Token::text).collect::<Vec<_>>().join(".")
    }
}
