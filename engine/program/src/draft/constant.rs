//! Constants as written.

use syntax::{SyntaxKind, ast};

use super::build::Builder;
use super::{Constant, Term};

impl Builder<'_> {
    pub(super) fn constant(&mut self, constant: &ast::Constant) -> Term {
        let span = constant.span(self.file);
        let Some(token) = constant.token().filter(|token| token.kind() != SyntaxKind::MALFORMED_NUMBER) else {
            return Term::Broken { inside: Vec::new(), span };
        };
        let text = token.string_value().unwrap_or_else(|| token.text().to_owned());
        Term::Constant(Constant { kind: token.kind(), text, negative: false, node: self.node(), span })
    }
}

impl Constant {
    /// True where a minus sign in front of it can be made part of it.
    pub(crate) fn takes_sign(&self) -> bool {
        matches!(self.kind, SyntaxKind::INTEGER | SyntaxKind::FLOAT | SyntaxKind::DECIMAL | SyntaxKind::IPV4)
    }
}
