//! The law's negation, exceptions and provisos: `not`, `unless`, `within`, `but`, `when`. All five are words that may
//! name other things.

use diagnostics::Diagnostic;
use diagnostics::catalogue::{MISPLACED_EXCEPTION, ONE_ATOM, WITHIN_WITHOUT_PARENTHESES};

use crate::SyntaxKind::{self, *};
use crate::parser::body::is_comparison;
use crate::parser::{Parsed, Parser, Reported, expected};

impl Parser<'_> {
    /// True at `not` in front of what it negates; `not(x)`, `not < 3` and `not.p(x)` are something else.
    pub(super) fn is_negation(&self) -> bool {
        self.is_word("not") && (starts_operand(self.nth(1)) || self.is_group_of_literals(self.at + 1))
    }

    /// not literal = `not` atom [within]
    pub(super) fn not_literal(&mut self) -> Parsed {
        self.node(NOT_LITERAL, |p| {
            p.conditional_atom()?;
            p.within()
        })
    }

    /// True at `unless` in front of an exception.
    pub(super) fn exception_follows(&self) -> bool {
        self.is_word("unless") && (starts_operand(self.nth(1)) || self.is_group_of_literals(self.at + 1))
    }

    /// exceptions = { `unless` atom [within] }, up to the full stop
    pub(super) fn exceptions(&mut self) -> Parsed {
        if !self.exception_follows() {
            return Ok(());
        }
        while self.exception_follows() {
            self.exception()?;
        }
        match self.is(DOT) || self.item_starts() {
            true => Ok(()),
            false => self.unexpected(expected::EXCEPTION_END),
        }
    }

    /// exception = `unless` atom [within]
    pub(super) fn exception(&mut self) -> Parsed {
        self.node(UNLESS, |p| {
            p.conditional_atom()?;
            p.within()
        })
    }

    /// A subsumption has no exceptions.
    pub(super) fn no_exception(&mut self) -> Parsed {
        if self.exception_follows() {
            self.misplaced_exception();
        }
        self.exceptions()
    }

    pub(super) fn misplaced_exception(&mut self) {
        self.report(&MISPLACED_EXCEPTION, self.span(self.at), |d| d);
    }

    /// An exception behind a comma; the literal in it is read as if it stood alone.
    pub(super) fn exception_among_literals(&mut self) -> Parsed {
        self.misplaced_exception();
        self.leaf(ERROR)?;
        self.nested(Self::literal)
    }

    /// provisos = { `but` term `when` atom }
    pub(super) fn provisos(&mut self) -> Parsed {
        while self.is_word("but") && !self.item_starts() {
            self.node(PROVISO, |p| {
                p.bump();
                p.term()?;
                if !p.is_word("when") {
                    return p.unexpected(expected::WHEN);
                }
                p.conditional_atom()
            })?;
        }
        Ok(())
    }

    /// The current word and the one atom behind it. Another literal is reported and read.
    fn conditional_atom(&mut self) -> Parsed {
        let word = self.at;
        self.bump();
        if !self.is_other_literal() {
            return self.atom();
        }
        let text = self.tokens.text(word);
        self.report(&ONE_ATOM, self.span(word), |d| d.arg("word", text));
        self.nested(Self::literal)
    }

    fn is_other_literal(&self) -> bool {
        match self.kind() {
            NOT | TRUE | FALSE | MATCH | CONTAINS | L_PAREN => true,
            IDENT if self.is_negation() => true,
            IDENT if self.nth(1) == L_PAREN => self.operator_follows_group(self.at + 1),
            IDENT => is_comparison(self.nth(1)) || self.nth(1).precedence().is_some(),
            kind => is_literal_constant(kind),
        }
    }

    /// True at a parenthesis behind a blank that holds what cannot be arguments: literals instead of terms.
    fn is_group_of_literals(&self, opener: usize) -> bool {
        let Some(close) = self.tokens.group(opener).partner.filter(|_| self.tokens.kind(opener) == L_PAREN) else {
            return false;
        };
        if self.tokens.touches_next(opener - 1) {
            return false;
        }
        let mut at = opener + 1;
        let mut only_atoms = at < close;
        while at < close {
            let kind = self.tokens.kind(at);
            if matches!(kind, NOT | SEMICOLON) || is_comparison(kind) {
                return true;
            }
            let is_atom = kind == IDENT && self.tokens.kind(at + 1) == L_PAREN;
            at = self.tokens.group(at + usize::from(is_atom)).partner.filter(|partner| *partner > at).unwrap_or(at) + 1;
            only_atoms &= is_atom && matches!(self.tokens.kind(at), COMMA | R_PAREN);
            at += usize::from(self.tokens.kind(at) == COMMA);
        }
        only_atoms
    }

    /// within = `within` `(` { column `:` term [`..` term] `,` } `)`
    fn within(&mut self) -> Parsed {
        if !self.is_word("within") || self.item_starts() {
            return Ok(());
        }
        self.node(WITHIN, |p| {
            p.bump();
            if !p.is(L_PAREN) {
                p.report_here(|p| Diagnostic::new(&WITHIN_WITHOUT_PARENTHESES, p.span(p.at - 1)));
                return Err(Reported);
            }
            p.list(L_PAREN, |p| p.node(EXTENT, Self::extent))
        })
    }

    fn extent(&mut self) -> Parsed {
        self.identifier()?;
        self.expect(COLON)?;
        self.term()?;
        match self.eat_range() {
            true => self.term(),
            false => Ok(()),
        }
    }
}

fn starts_operand(kind: SyntaxKind) -> bool {
    matches!(kind, IDENT | NOT | TRUE | FALSE | MATCH | CONTAINS) || is_literal_constant(kind)
}

fn is_literal_constant(kind: SyntaxKind) -> bool {
    matches!(kind, INTEGER | UNSIGNED | FLOAT | DECIMAL | STRING | DATE)
}
