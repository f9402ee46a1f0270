//! Directives that declare nothing.

use crate::SyntaxKind::{self, COMMA, EQ, STRING};
use crate::ast::annotation::documented;
use crate::ast::node::{children, node, token, token_of, tokens};
use crate::ast::{Name, Token};

node! {
    /// `.input R, S(key = value)`, and the same with `.output`, `.printsize`, `.limitsize`
    IoDirective = IO_DIRECTIVE
}

impl IoDirective {
    /// The directive: of kind `INPUT_DIR`, `OUTPUT_DIR`, `PRINTSIZE_DIR` or `LIMITSIZE_DIR`.
    pub fn directive(&self) -> Option<Token> {
        token(&self.0, SyntaxKind::is_directive)
    }

    /// The relations, to each of which all parameters apply.
    pub fn relations(&self) -> Vec<Name> {
        children(&self.0)
    }

    /// The parameters, in text order.
    pub fn parameters(&self) -> Vec<Parameter> {
        children(&self.0)
    }
}

node! {
    /// `key = value`
    Parameter = PARAMETER
}

impl Parameter {
    /// The key; may be a reserved word.
    pub fn key(&self) -> Option<Token> {
        token(&self.0, |kind| !kind.is_trivia() && kind != EQ)
    }

    /// The value: of kind `STRING`, `IDENT`, `INTEGER`, `UNSIGNED`, `TRUE` or `FALSE`.
    pub fn value(&self) -> Option<Token> {
        let parts = tokens(&self.0, |kind| !kind.is_trivia() && kind != COMMA);
        parts.into_iter().skip_while(|part| part.kind() != EQ).nth(1)
    }
}

node! {
    /// `.pragma "key" "value"`
    Pragma = PRAGMA
}

impl Pragma {
    /// The key, a string.
    pub fn key(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }

    /// The value, a string, if there is one.
    pub fn value(&self) -> Option<Token> {
        tokens(&self.0, |kind| kind == STRING).into_iter().nth(1)
    }
}

node! {
    /// `.include "path"`
    Include = INCLUDE
}

impl Include {
    /// The path, a string.
    pub fn path(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }
}

node! {
    /// `.once`
    Once = ONCE
}

documented!(IoDirective, Pragma, Include, Once);
