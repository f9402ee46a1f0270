//! Bodies and their literals.

use diagnostics::Text;
use diagnostics::catalogue::{DISJUNCTION_IN_AGGREGATE, FOREIGN_SIGN};

use crate::SyntaxKind::{self, *};
use crate::parser::term::starts_term;
use crate::parser::{Parsed, Parser, expected};

/// What a body stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// A rule.
    FullStop,
    /// Parentheses, opened at this token.
    Paren(usize),
    /// The braces of an aggregate, opened at this token.
    Brace(usize),
}

impl Ending {
    fn expected(self) -> Text {
        match self {
            Ending::FullStop => expected::RULE_END,
            Ending::Paren(_) => expected::PAREN_BODY_END,
            Ending::Brace(_) => expected::AGGREGATE_END,
        }
    }

    fn closes(self, kind: SyntaxKind) -> bool {
        match self {
            Ending::FullStop => kind == DOT,
            Ending::Paren(_) => kind == R_PAREN,
            Ending::Brace(_) => kind == R_BRACE,
        }
    }
}

impl Parser<'_> {
    /// body = conjunction { `;` conjunction }, up to what ends it, which is left. Fails where the end was not found.
    pub(super) fn body(&mut self, ending: Ending) -> Parsed {
        self.node(BODY, |p| {
            loop {
                p.node(CONJUNCTION, |p| p.conjunction(ending))?;
                if !p.is(SEMICOLON) {
                    break Ok(());
                }
                if p.in_aggregates > 0 {
                    p.report(&DISJUNCTION_IN_AGGREGATE, p.span(p.at), |d| d);
                }
                p.bump();
            }
        })
    }

    /// conjunction = literal { `,` literal }. An error in one literal does not touch the others.
    fn conjunction(&mut self, ending: Ending) -> Parsed {
        loop {
            if self.literal().is_err() {
                self.recover(&[COMMA, SEMICOLON]);
            } else if !self.is(COMMA) && !self.is(SEMICOLON) && !ending.closes(self.kind()) {
                if ending == Ending::FullStop && (self.exception_follows() || self.item_starts()) {
                    return Ok(());
                }
                self.missing_sign(ending);
            }
            let goes_on = self.eat(COMMA) || self.literal_follows_on_its_own_line();
            if !goes_on {
                break;
            }
        }
        match self.is(SEMICOLON) || ending.closes(self.kind()) || self.item_starts() {
            true => Ok(()),
            false => self.unexpected(ending.expected()),
        }
    }

    /// Behind a literal stands neither a sign nor the end.
    fn missing_sign(&mut self, ending: Ending) {
        match ending {
            _ if self.exception_follows() => self.misplaced_exception(),
            Ending::FullStop => {
                let _reported = self.unexpected(ending.expected());
            }
            Ending::Paren(opener) | Ending::Brace(opener) => self.unexpected_in(ending.expected(), opener),
        }
        if !self.literal_follows_on_its_own_line() {
            self.recover(&[COMMA, SEMICOLON]);
        }
    }

    /// True at an atom that starts a line within a rule: the comma in front of it was forgotten.
    fn literal_follows_on_its_own_line(&self) -> bool {
        self.is(IDENT) && self.nth(1) == L_PAREN && self.tokens.first_on_line(self.at) && !self.item_starts()
    }

    /// literal = `!` literal | `not` atom [within] | `true` | `false` | test | `(` body `)` | atom | comparison
    pub(super) fn literal(&mut self) -> Parsed {
        match self.kind() {
            NOT => self.nested(|p| {
                p.node(NEGATION, |p| {
                    p.bump();
                    p.literal()
                })
            }),
            TRUE | FALSE => self.leaf(TRUTH),
            MATCH | CONTAINS => self.node(TEST, |p| {
                p.bump();
                p.arguments(Self::call_argument)
            }),
            L_PAREN if !self.operator_follows_group(self.at) => self.paren_body(),
            IDENT if self.is_negation() => self.not_literal(),
            IDENT if self.exception_follows() => self.exception_among_literals(),
            IDENT if self.is_atom() => self.atom(),
            kind if kind.is_reserved() && !starts_term(kind) && self.nth(1) == L_PAREN => self.atom(),
            kind if starts_term(kind) => self.comparison(),
            _ => self.unexpected(expected::LITERAL),
        }
    }

    fn paren_body(&mut self) -> Parsed {
        self.nested(|p| {
            p.node(PAREN_BODY, |p| {
                let opener = p.at;
                p.bump();
                if p.body(Ending::Paren(opener)).is_err() {
                    p.recover(&[]);
                }
                p.expect(R_PAREN)
            })
        })
    }

    /// comparison = term operator term provisos
    fn comparison(&mut self) -> Parsed {
        self.node(COMPARISON, |p| {
            p.term()?;
            p.comparison_operator()?;
            p.term()?;
            p.provisos()
        })
    }

    fn comparison_operator(&mut self) -> Parsed {
        if !is_comparison(self.kind()) {
            return match self.grouped_number() {
                Some(span) => self.foreign_number(span),
                None => self.unexpected(expected::COMPARISON),
            };
        }
        let foreign = match (self.kind(), self.nth(1)) {
            (EQ, EQ) => Some(EQ),
            (EQ, LT) => Some(LE),
            (EQ, GT) => Some(GE),
            (LT, GT) => Some(NE),
            _ => None,
        };
        match foreign.filter(|_| self.tokens.touches_next(self.at)) {
            Some(meant) => self.foreign_operator(meant),
            None => self.bump(),
        }
        Ok(())
    }

    /// Two signs that other languages write for `meant`.
    fn foreign_operator(&mut self, meant: SyntaxKind) {
        let span = self.span(self.at).to(self.span(self.at + 1));
        let found = format!("{}{}", self.tokens.text(self.at), self.tokens.text(self.at + 1));
        let sign = meant.fixed_text().unwrap_or_default();
        self.report(&FOREIGN_SIGN, span, |d| d.arg("found", found).arg("sign", sign));
        self.bump_as(meant);
        let _error = self.leaf(ERROR);
    }

    /// True at a name whose arguments no operator follows; `f(x) < y` is a comparison.
    pub(super) fn is_atom(&self) -> bool {
        match self.nth(1) {
            L_PAREN => !self.operator_follows_group(self.at + 1),
            DOT => matches!(self.nth(2), IDENT | INPUT | OUTPUT | PRINTSIZE),
            _ => false,
        }
    }

    /// True if the bracket at `opener` is closed and an operator of a term or comparison stands behind it.
    pub(super) fn operator_follows_group(&self, opener: usize) -> bool {
        let close = self.tokens.group(opener).partner;
        close
            .map(|close| self.tokens.kind(close + 1))
            .is_some_and(|kind| is_comparison(kind) || kind.precedence().is_some())
    }
}

pub(super) fn is_comparison(kind: SyntaxKind) -> bool {
    matches!(kind, EQ | NE | LT | LE | GT | GE)
}
