//! Reporting.

use diagnostics::catalogue::{EXPECTED, MISSING_FULL_STOP, NESTING_TOO_DEEP, RESERVED_WORD};
use diagnostics::{Diagnostic, Entry, Span, Text};

use crate::SyntaxKind::{self, EOF};
use crate::lexer::shortened;
use crate::parser::{Parsed, Parser, Reported};

/// Nobody writes deeper by hand; what recurses over a tree can rely on it.
const NESTING_MAX: usize = 500;

const END_OF_TEXT: Text = Text { en: "the end of the text", zh: "文本末尾" };
const OPENED_HERE: Text = Text { en: "opened here", zh: "在此打开" };

impl Parser<'_> {
    /// Puts the current token into the tree if it is of `kind`, which has a fixed text; else reports that it is missing.
    pub(super) fn expect(&mut self, kind: SyntaxKind) -> Parsed {
        if self.eat(kind) {
            return Ok(());
        }
        let sign = kind.fixed_text().unwrap_or_default();
        self.report_here(|p| p.found(Diagnostic::new(&EXPECTED, p.span(p.at))).arg("expected", format!("`{sign}`")));
        Err(Reported)
    }

    /// Reports that the current token is none of what is `expected`.
    pub(super) fn unexpected(&mut self, expected: Text) -> Parsed {
        self.report_here(|p| p.found(Diagnostic::new(&EXPECTED, p.span(p.at))).words("expected", expected));
        Err(Reported)
    }

    /// The same for a list or body that was opened at the token `opener`.
    pub(super) fn unexpected_in(&mut self, expected: Text, opener: usize) {
        self.report_here(|p| {
            let found = p.found(Diagnostic::new(&EXPECTED, p.span(p.at)));
            found.words("expected", expected).related(p.span(opener), OPENED_HERE)
        });
    }

    /// Reports that the full stop is missing behind the last token.
    pub(super) fn missing_full_stop(&mut self) {
        let end = self.at.checked_sub(1).map_or(0, |last| self.tokens.range(last).1);
        self.report_here(|p| Diagnostic::new(&MISSING_FULL_STOP, Span { file: p.file, start: end, end }));
    }

    /// Reports that the current token is a reserved word, which is then read as a name.
    pub(super) fn reserved_word(&mut self) {
        self.report_here(|p| Diagnostic::new(&RESERVED_WORD, p.span(p.at)).arg("word", p.tokens.text(p.at)));
    }

    /// Runs `inner` one level deeper, or reports that this is too deep.
    pub(super) fn nested(&mut self, inner: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth == NESTING_MAX {
            self.report_here(|p| Diagnostic::new(&NESTING_TOO_DEEP, p.span(p.at)).arg("limit", NESTING_MAX));
            return Err(Reported);
        }
        self.depth += 1;
        let parsed = inner(self);
        self.depth -= 1;
        parsed
    }

    /// Reports an error that does not stop reading.
    pub(super) fn report(&mut self, entry: &'static Entry, span: Span, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.diagnostics.push(fill(Diagnostic::new(entry, span)));
    }

    pub(super) fn span(&self, at: usize) -> Span {
        let (start, end) = self.tokens.range(at);
        Span { file: self.file, start, end }
    }

    /// Reports an error at the current token, unless one has been reported there or directly before it: then this one
    /// is its consequence.
    pub(super) fn report_here(&mut self, diagnostic: impl FnOnce(&Self) -> Diagnostic) {
        if self.reported_at == Some(self.at) {
            return;
        }
        self.reported_at = Some(self.at);
        if !self.tokens.behind_lexical_error(self.at) {
            let diagnostic = diagnostic(self);
            self.diagnostics.push(diagnostic);
        }
    }

    fn found(&self, diagnostic: Diagnostic) -> Diagnostic {
        if self.is(EOF) {
            return diagnostic.words("found", END_OF_TEXT);
        }
        diagnostic.arg("found", format!("`{}`", shortened(self.tokens.text(self.at))))
    }
}
