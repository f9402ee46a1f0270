//! Annotations and doc comments.

use crate::SyntaxKind::{self, ANNOTATION_VALUE, AT_NOT, INNER_DOC, OUTER_DOC};
use crate::ast::Token;
use crate::ast::node::{children, node, token, tokens};
use crate::tree::SyntaxNode;

node! {
    /// `@[key]`, `@[key = tokens]` or `@[key(tokens)]`; the inner form begins with `@!`.
    Annotation = ANNOTATION
}

impl Annotation {
    /// Its one word, which may be a reserved one.
    pub fn key(&self) -> Option<Token> {
        token(&self.0, |kind| kind == SyntaxKind::IDENT || kind.is_reserved())
    }

    /// True for the inner form, which belongs to what surrounds it.
    pub fn is_inner(&self) -> bool {
        token(&self.0, |kind| kind == AT_NOT).is_some()
    }

    /// The text of the value as written: what stands behind `=`, or the brackets behind the key with what is between
    /// them. `None` if there is a key only.
    pub fn value(&self) -> Option<String> {
        self.value_node().map(|value| value.text().to_string())
    }

    /// The tokens of the value without blanks and comments.
    pub fn value_tokens(&self) -> Vec<Token> {
        self.value_node().map_or_else(Vec::new, |value| tokens(&value, |kind| !kind.is_trivia()))
    }

    fn value_node(&self) -> Option<SyntaxNode> {
        self.0.children().find(|part| part.kind() == ANNOTATION_VALUE)
    }
}

/// The annotations that belong to `node`.
pub(crate) fn annotations(node: &SyntaxNode) -> Vec<Annotation> {
    children(node)
}

/// The doc comments that belong to `node`, line by line; one blank behind the slashes is not part of a line.
pub(crate) fn docs(node: &SyntaxNode) -> String {
    merged(tokens(node, |kind| matches!(kind, OUTER_DOC | INNER_DOC)))
}

/// The text of doc comments, line by line.
pub(crate) fn merged(docs: Vec<Token>) -> String {
    let lines = docs.iter().map(|line| {
        let text = line.text()[3..].trim_end_matches('\r');
        text.strip_prefix(' ').unwrap_or(text).to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Gives typed nodes `docs` and `annotations`.
macro_rules! documented {
    ($($name:ident),* $(,)?) => {
        $(impl $name {
            /// Its doc comments, merged; empty if there are none.
            pub fn docs(&self) -> String {
                crate::ast::annotation::docs(crate::ast::node::Node::syntax(self))
            }

            /// Its annotations, in text order.
            pub fn annotations(&self) -> Vec<crate::ast::Annotation> {
                crate::ast::annotation::annotations(crate::ast::node::Node::syntax(self))
            }
        })*
    };
}

pub(crate) use documented;
