//! Numbers as people write them and the language does not: `1,000` and `70%`.

use diagnostics::catalogue::MALFORMED_NUMBER;
use diagnostics::{Diagnostic, Span};

use crate::SyntaxKind::*;
use crate::lexer::shortened;
use crate::parser::{Parsed, Parser, Reported};

impl Parser<'_> {
    /// The number with grouping commas that the token in front of the current one belongs to. It was read as several
    /// literals.
    pub(super) fn grouped_number(&self) -> Option<Span> {
        let last = self.at.checked_sub(1)?;
        let mut first = last;
        while first >= 2 && self.is_group(first) {
            first -= 2;
        }
        let mut end = last;
        while self.is_group(end + 2) {
            end += 2;
        }
        (self.tokens.kind(first) == INTEGER && end > first).then(|| self.span(first).to(self.span(end)))
    }

    /// The number in front of a percent sign behind which no operand follows.
    pub(super) fn percentage(&self) -> Option<Span> {
        let number = self.at.checked_sub(2)?;
        let is_number = matches!(self.tokens.kind(number), INTEGER | FLOAT | DECIMAL | UNSIGNED);
        let is_percentage = is_number && self.tokens.kind(number + 1) == PERCENT && self.tokens.touches_next(number);
        is_percentage.then(|| self.span(number).to(self.span(number + 1)))
    }

    /// Reports a number in a form of other languages instead of what is missing behind it.
    pub(super) fn foreign_number(&mut self, span: Span) -> Parsed {
        let told = self.diagnostics.last().is_some_and(|last| last.span == Some(span));
        if !told {
            self.report_here(|p| Diagnostic::new(&MALFORMED_NUMBER, span).arg("text", shortened(p.text(span))));
        }
        Err(Reported)
    }

    /// True at three digits that a comma joins with a number in front of it.
    fn is_group(&self, at: usize) -> bool {
        let joined = |at| self.tokens.touches_next(at);
        at >= 2
            && self.tokens.kind(at) == INTEGER
            && self.tokens.text(at).len() == 3
            && self.tokens.kind(at - 1) == COMMA
            && self.tokens.kind(at - 2) == INTEGER
            && joined(at - 2)
            && joined(at - 1)
    }

    fn text(&self, span: Span) -> &str {
        self.tokens.between(span.start, span.end)
    }
}
