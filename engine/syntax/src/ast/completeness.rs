//! What records are complete, who finds what, and carve-outs from elsewhere.

use crate::SyntaxKind::{COLUMN_LIST, IDENT, STRING};
use crate::ast::annotation::documented;
use crate::ast::declaration::attributes;
use crate::ast::node::{child, children, node, token_of, tokens};
use crate::ast::{Attribute, Name, Token, Unless};
use crate::tree::SyntaxNode;

node! {
    /// `.complete p by (place, day) from "file"`
    CompleteDecl = COMPLETE_DECL
}

impl CompleteDecl {
    /// The relation.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The columns that carry place and day; empty where the relation is complete everywhere.
    pub fn columns(&self) -> Vec<Token> {
        columns(&self.0)
    }

    /// The file of the declarations, a string.
    pub fn file(&self) -> Option<Token> {
        token_of(&self.0, STRING)
    }
}

node! {
    /// `.finding f(k: T) : U`
    FindingDecl = FINDING_DECL
}

impl FindingDecl {
    /// Its name.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The keys, in order.
    pub fn attributes(&self) -> Vec<Attribute> {
        attributes(&self.0)
    }

    /// The type of what is found.
    pub fn type_name(&self) -> Option<Name> {
        children(&self.0).into_iter().nth(1)
    }
}

node! {
    /// `.expect p(k)`
    ExpectDecl = EXPECT_DECL
}

impl ExpectDecl {
    /// The relation.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }

    /// The columns of its key.
    pub fn columns(&self) -> Vec<Token> {
        columns(&self.0)
    }
}

node! {
    /// `.except rule unless p(x)`
    ExceptDecl = EXCEPT_DECL
}

impl ExceptDecl {
    /// The label of the rule.
    pub fn rule(&self) -> Option<Name> {
        child(&self.0)
    }

    /// When the rule does not apply.
    pub fn exception(&self) -> Option<Unless> {
        child(&self.0)
    }
}

documented!(CompleteDecl, FindingDecl, ExpectDecl, ExceptDecl);

/// The columns in the list under `node`.
pub(crate) fn columns(node: &SyntaxNode) -> Vec<Token> {
    let list = node.children().find(|part| part.kind() == COLUMN_LIST);
    list.map_or_else(Vec::new, |list| tokens(&list, |kind| kind == IDENT))
}
