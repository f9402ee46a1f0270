//! Annotations, and doc comments beside them.

use diagnostics::catalogue::UNBALANCED_ANNOTATION;

use crate::SyntaxKind::{self, *};
use crate::parser::{Parsed, Parser, Reported, expected};

impl Parser<'_> {
    /// documents = { doc comment | `@[` ... `]` }, into the node that is open
    pub(super) fn documents(&mut self) {
        self.write_docs();
        while self.is(AT) && self.nth(1) == L_BRACKET {
            self.annotation();
            self.write_docs();
        }
    }

    /// inner documents = { inner doc comment | `@![` ... `]` }, into the node that is open
    pub(super) fn inner_documents(&mut self) {
        self.write_inner_docs();
        while self.is(AT_NOT) && self.nth(1) == L_BRACKET {
            self.annotation();
            self.write_inner_docs();
        }
    }

    /// annotation = (`@` | `@!`) `[` key [`=` tokens | group] `]`
    fn annotation(&mut self) {
        let _reported = self.node(ANNOTATION, |p| {
            let Some(close) = p.tokens.group(p.at + 1).partner else { return p.unclosed_annotation() };
            p.report_unpaired(close);
            p.bump();
            p.bump();
            p.annotation_content(close).or_else(|_| p.skip_to(close))?;
            p.bump();
            Ok(())
        });
    }

    fn annotation_content(&mut self, close: usize) -> Parsed {
        if !self.is(IDENT) && !self.kind().is_reserved() {
            return self.unexpected(expected::KEY);
        }
        self.bump();
        if self.at == close {
            return Ok(());
        }
        if !self.eat(EQ) && !matches!(self.kind(), L_PAREN | L_BRACE | L_BRACKET) {
            return self.unexpected(expected::ANNOTATION_END);
        }
        self.node(ANNOTATION_VALUE, |p| p.bump_to(close))
    }

    /// Without its closing bracket an annotation ends with its line.
    fn unclosed_annotation(&mut self) -> Parsed {
        self.report(&UNBALANCED_ANNOTATION, self.span(self.at + 1), |d| d);
        self.bump();
        self.bump();
        while !self.tokens.first_on_line(self.at) {
            self.bump();
        }
        Err(Reported)
    }

    fn report_unpaired(&mut self, close: usize) {
        let is_bracket =
            |kind: SyntaxKind| matches!(kind, L_PAREN | R_PAREN | L_BRACKET | R_BRACKET | L_BRACE | R_BRACE);
        let unpaired = (self.at + 1..close)
            .find(|at| is_bracket(self.tokens.kind(*at)) && self.tokens.group(*at).partner.is_none());
        if let Some(at) = unpaired {
            self.report(&UNBALANCED_ANNOTATION, self.span(at), |d| d);
        }
    }

    fn skip_to(&mut self, close: usize) -> Parsed {
        self.node(ERROR, |p| p.bump_to(close))
    }

    fn bump_to(&mut self, end: usize) -> Parsed {
        while self.at < end {
            self.bump();
        }
        Ok(())
    }
}
