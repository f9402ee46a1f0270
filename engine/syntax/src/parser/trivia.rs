//! Where blanks, comments and doc comments go in the tree.

use diagnostics::catalogue::USELESS_DOC_COMMENT;
use diagnostics::{Diagnostic, Span};

use crate::SyntaxKind::{self, INNER_DOC, OUTER_DOC};
use crate::parser::{Parser, raw};

impl Parser<'_> {
    /// Puts everything in front of the current token into the tree. Doc comments among it belong to nothing.
    pub(super) fn write_trivia(&mut self) {
        let mut useless: Option<Span> = None;
        while self.written < self.tokens.lexeme_number(self.at) {
            if self.pending_is(&[OUTER_DOC, INNER_DOC]) {
                let (start, end) = self.tokens.lexeme_range(self.written);
                let line = Span { file: self.file, start, end };
                useless = Some(useless.map_or(line, |first| first.to(line)));
            }
            self.write_lexeme();
        }
        self.diagnostics.extend(useless.map(|span| Diagnostic::new(&USELESS_DOC_COMMENT, span)));
    }

    /// Puts everything in front of the current token into the tree; doc comments belong to the node that is open.
    pub(super) fn write_docs(&mut self) {
        while self.written < self.tokens.lexeme_number(self.at) {
            self.write_lexeme();
        }
    }

    /// Puts what comes before the first outer doc comment in front of the current token into the tree.
    pub(super) fn write_up_to_docs(&mut self) {
        let ahead = self.written..self.tokens.lexeme_number(self.at);
        if !ahead.into_iter().any(|number| self.lexeme_is(number, &[OUTER_DOC])) {
            return self.write_trivia();
        }
        while !self.pending_is(&[OUTER_DOC]) {
            self.write_lexeme();
        }
    }

    /// Puts everything up to the last inner doc comment in front of the current token into the tree.
    pub(super) fn write_inner_docs(&mut self) {
        let ahead = self.written..self.tokens.lexeme_number(self.at);
        let last = ahead.into_iter().rev().find(|number| self.lexeme_is(*number, &[INNER_DOC]));
        while last.is_some_and(|last| self.written <= last) {
            self.write_lexeme();
        }
    }

    /// Puts the next lexeme into the tree as one of `kind`.
    pub(super) fn write_lexeme_as(&mut self, kind: SyntaxKind) {
        if let Some((_, text)) = self.tokens.lexeme(self.written) {
            self.builder.token(raw(kind), text);
            self.written += 1;
        }
    }

    fn write_lexeme(&mut self) {
        if let Some((kind, _)) = self.tokens.lexeme(self.written) {
            self.write_lexeme_as(kind);
        }
    }

    fn pending_is(&self, kinds: &[SyntaxKind]) -> bool {
        self.lexeme_is(self.written, kinds)
    }

    fn lexeme_is(&self, number: usize, kinds: &[SyntaxKind]) -> bool {
        self.tokens.lexeme(number).is_some_and(|(kind, _)| kinds.contains(&kind))
    }
}
