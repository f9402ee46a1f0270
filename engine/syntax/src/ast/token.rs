//! Tokens.

use diagnostics::{FileId, Span};

use crate::SyntaxKind;
use crate::ast::node::token_span;
use crate::strings::{characters, unescape};
use crate::tree::SyntaxToken;

/// A token with its text and place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Token(pub(crate) SyntaxToken);

impl Token {
    /// What it is. A full-width sign has the kind of the half-width one.
    pub fn kind(&self) -> SyntaxKind {
        self.0.kind()
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        self.0.text()
    }

    /// Where it stands.
    pub fn span(&self, file: FileId) -> Span {
        token_span(&self.0, file)
    }

    /// What stands between the quotes of a string or date, escapes resolved; `None` for any other kind.
    /// An unknown escape, which was reported, stays as it is written.
    pub fn string_value(&self) -> Option<String> {
        match self.kind() {
            SyntaxKind::STRING => Some(unescape(self.text())),
            SyntaxKind::DATE => Some(unescape(&self.text()[1..])),
            _ => None,
        }
    }

    /// The characters of [`Token::string_value`] of a string, each with the byte of the token at which it is written; none for
    /// any other kind.
    pub fn string_chars(&self) -> Vec<(u32, char)> {
        let chars = if self.kind() == SyntaxKind::STRING { characters(self.text()) } else { Vec::new() };
        chars.into_iter().map(|(at, c)| (at as u32, c)).collect()
    }
}
