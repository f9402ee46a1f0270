//! The parts of a macro's body.

use diagnostics::Span;

use crate::token::Token;

/// A part of a macro's body.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) piece: Piece,
    /// A blank stands in front of it.
    pub(crate) blank: bool,
    /// `##` stands in front of it.
    pub(crate) pasted: bool,
}

/// What a part is.
#[derive(Debug)]
pub(crate) enum Piece {
    /// A token that stays.
    Token(Token),
    /// An argument, its macros replaced first.
    Expanded(usize),
    /// An argument as given: it stands beside `##`.
    Given(usize),
    /// `#x`: an argument as a string.
    Quoted(usize, Span),
}
