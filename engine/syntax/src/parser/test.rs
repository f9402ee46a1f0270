//! Tests of models.

use diagnostics::catalogue::UNKNOWN_OUTCOME;

use crate::SyntaxKind::*;
use crate::lexer::shortened;
use crate::parser::{Parsed, Parser, expected};

/// What a test may expect.
const OUTCOMES: &[&str] = &["clue", "no clue", "conditional", "undetermined", "refer", "fact", "no fact"];

impl Parser<'_> {
    /// test = `.test` string `{` { statement } `}`
    pub(super) fn test(&mut self) -> Parsed {
        self.bump();
        self.string()?;
        self.block(Self::test_statement)
    }

    /// statement = `as_of` date | `param` identifier `=` constant | `complete` name | `given` atom { `,` atom } | expectation
    fn test_statement(&mut self) -> Parsed {
        if !self.is(IDENT) {
            return self.unexpected(expected::TEST_STATEMENT);
        }
        match self.tokens.text(self.at) {
            "as_of" => self.node(TEST_AS_OF, |p| {
                p.bump();
                match p.eat(DATE) {
                    true => Ok(()),
                    false => p.unexpected(expected::DATE),
                }
            }),
            "param" => self.node(TEST_PARAM, |p| {
                p.bump();
                p.tight_name()?;
                p.expect(EQ)?;
                p.signed_constant()
            }),
            "complete" => self.node(TEST_COMPLETE, |p| {
                p.bump();
                p.tight_name()
            }),
            "given" => self.node(TEST_GIVEN, |p| {
                p.bump();
                p.atom()?;
                while p.is(COMMA) && p.nth(1) == IDENT && matches!(p.nth(2), L_PAREN | DOT) {
                    p.bump();
                    p.atom()?;
                }
                Ok(())
            }),
            "expect" => self.node(TEST_EXPECT, Self::expectation),
            _ => self.unexpected(expected::TEST_STATEMENT),
        }
    }

    /// expectation = `expect` outcome atom [`because` name { `,` name }]
    fn expectation(&mut self) -> Parsed {
        self.bump();
        self.outcome()?;
        self.atom()?;
        if !self.is_word("because") {
            return Ok(());
        }
        self.bump();
        self.tight_name()?;
        while self.is(COMMA) && self.nth(1) == IDENT && !self.statement_starts(self.at + 1) {
            self.bump();
            self.tight_name()?;
        }
        Ok(())
    }

    /// outcome = the words up to the atom
    fn outcome(&mut self) -> Parsed {
        let first = self.at;
        let mut words: Vec<&str> = Vec::new();
        while self.is(IDENT) && !matches!(self.nth(1), L_PAREN | DOT) {
            words.push(self.tokens.text(self.at));
            self.bump();
        }
        if words.is_empty() {
            return self.unexpected(expected::OUTCOME);
        }
        let words = words.join(" ");
        if !OUTCOMES.contains(&words.as_str()) {
            let span = self.span(first).to(self.span(self.at - 1));
            self.report(&UNKNOWN_OUTCOME, span, |d| d.arg("words", shortened(&words)).list("known", OUTCOMES));
        }
        Ok(())
    }

    /// True at a statement behind a comma that could go on a list of names.
    fn statement_starts(&self, at: usize) -> bool {
        matches!(self.tokens.text(at), "as_of" | "param" | "complete" | "given" | "expect")
            && matches!(self.tokens.kind(at + 1), IDENT | DATE)
    }
}
