//! What all typed nodes have in common.

use diagnostics::{FileId, Span};
use rowan::TextRange;

use crate::SyntaxKind;
use crate::ast::Token;
use crate::tree::{SyntaxNode, SyntaxToken};

/// A typed view of a node.
pub(crate) trait Node: Sized {
    /// The view of `node`, if it is of a fitting kind.
    fn cast(node: SyntaxNode) -> Option<Self>;

    /// The node itself.
    fn syntax(&self) -> &SyntaxNode;
}

/// The first child of this type.
pub(crate) fn child<N: Node>(node: &SyntaxNode) -> Option<N> {
    node.children().find_map(N::cast)
}

/// All children of this type, in text order.
pub(crate) fn children<N: Node>(node: &SyntaxNode) -> Vec<N> {
    node.children().filter_map(N::cast).collect()
}

/// The tokens directly under `node` for which `wanted` holds.
pub(crate) fn tokens(node: &SyntaxNode, wanted: impl Fn(SyntaxKind) -> bool) -> Vec<Token> {
    node.children_with_tokens().filter_map(|part| part.into_token()).filter(|t| wanted(t.kind())).map(Token).collect()
}

/// The first token directly under `node` for which `wanted` holds.
pub(crate) fn token(node: &SyntaxNode, wanted: impl Fn(SyntaxKind) -> bool) -> Option<Token> {
    node.children_with_tokens().filter_map(|part| part.into_token()).find(|t| wanted(t.kind())).map(Token)
}

/// The first token directly under `node` of this kind.
pub(crate) fn token_of(node: &SyntaxNode, kind: SyntaxKind) -> Option<Token> {
    token(node, |found| found == kind)
}

/// The place of `node` without the doc comments and annotations in front of it.
pub(crate) fn node_span(node: &SyntaxNode, file: FileId) -> Span {
    let start = node
        .children_with_tokens()
        .find(|part| !part.kind().is_trivia() && part.kind() != SyntaxKind::ANNOTATION)
        .map_or(node.text_range().start(), |part| part.text_range().start());
    span_of(TextRange::new(start, node.text_range().end()), file)
}

/// The place of `token`.
pub(crate) fn token_span(token: &SyntaxToken, file: FileId) -> Span {
    span_of(token.text_range(), file)
}

fn span_of(range: TextRange, file: FileId) -> Span {
    Span { file, start: range.start().into(), end: range.end().into() }
}

/// Declares the typed view of one kind of node.
macro_rules! node {
    ($(#[$doc:meta])* $name:ident = $kind:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(pub(crate) crate::tree::SyntaxNode);

        impl crate::ast::node::Node for $name {
            fn cast(node: crate::tree::SyntaxNode) -> Option<Self> {
                (node.kind() == crate::SyntaxKind::$kind).then_some(Self(node))
            }

            fn syntax(&self) -> &crate::tree::SyntaxNode {
                &self.0
            }
        }

        impl $name {
            /// Its place, without the doc comments and annotations in front of it.
            pub fn span(&self, file: diagnostics::FileId) -> diagnostics::Span {
                crate::ast::node::node_span(&self.0, file)
            }

            /// Its source text, comments included.
            pub fn text(&self) -> String {
                self.0.text().to_string()
            }
        }
    };
}

/// Declares a choice between typed views, one variant each.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident($node:ident),)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant($node),)*
        }

        impl crate::ast::node::Node for $name {
            fn cast(node: crate::tree::SyntaxNode) -> Option<Self> {
                $(if let Some(found) = <$node as crate::ast::node::Node>::cast(node.clone()) {
                    return Some(Self::$variant(found));
                })*
                None
            }

            fn syntax(&self) -> &crate::tree::SyntaxNode {
                match self {
                    $(Self::$variant(found) => found.syntax(),)*
                }
            }
        }

        impl $name {
            /// Its place, without the doc comments and annotations in front of it.
            pub fn span(&self, file: diagnostics::FileId) -> diagnostics::Span {
                crate::ast::node::node_span(crate::ast::node::Node::syntax(self), file)
            }

            /// Its source text, comments included.
            pub fn text(&self) -> String {
                crate::ast::node::Node::syntax(self).text().to_string()
            }
        }
    };
}

pub(crate) use {choice, node};
