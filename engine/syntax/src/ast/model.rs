//! Models.

use crate::SyntaxKind::{EQ, IDENT, STRING};
use crate::ast::annotation::documented;
use crate::ast::completeness::columns;
use crate::ast::node::{child, children, node, token_of, tokens};
use crate::ast::{Name, Token};

node! {
    /// `.model M "title" {...}`
    ModelDecl = MODEL_DECL
}

impl ModelDecl {
    /// Its name.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// Its title, a string.
    pub fn title(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }

    /// Over what it is evaluated, in text order.
    pub fn candidates(&self) -> Vec<Candidate> {
        children(&self.0)
    }

    /// Its elements, in text order.
    pub fn elements(&self) -> Vec<ModelElement> {
        children(&self.0)
    }
}

documented!(ModelDecl);

node! {
    /// `candidate p(k)`
    Candidate = CANDIDATE
}

impl Candidate {
    /// The relation.
    pub fn relation(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The columns that identify a candidate.
    pub fn columns(&self) -> Vec<Token> {
        columns(&self.0)
    }
}

node! {
    /// `element a "..."` or `element a = M.b`
    ModelElement = MODEL_ELEMENT
}

impl ModelElement {
    /// Its name within the model.
    pub fn key(&self) -> Option<Token> {
        tokens(&self.0, |kind| kind == IDENT).into_iter().nth(1)
    }

    /// What it says, a string; `None` for one of another model.
    pub fn wording(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }

    /// The element of another model that it is.
    pub fn shared(&self) -> Option<Name> {
        token_of(&self.0, EQ).and_then(|_| child(&self.0))
    }
}
