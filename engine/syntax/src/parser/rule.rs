//! Rules, facts and atoms.

use rowan::Checkpoint;

use crate::SyntaxKind::*;
use crate::parser::body::Ending;
use crate::parser::{Parsed, Parser, Reported, expected};

impl Parser<'_> {
    /// rule = atom `.` | atom { `,` atom } `:-` body exceptions `.` [plan] | atom `<=` atom `:-` body `.` [plan]
    pub(super) fn rule(&mut self, start: Checkpoint) -> Parsed {
        let first = self.atom();
        match self.kind() {
            LE => self.node_from(start, SUBSUMPTION, |p| {
                first?;
                p.bump();
                p.atom()?;
                p.neck_and_body(Self::no_exception)
            }),
            _ => self.node_from(start, RULE, |p| {
                first?;
                p.heads_and_body()
            }),
        }
    }

    fn heads_and_body(&mut self) -> Parsed {
        let several = self.is(COMMA);
        while self.eat(COMMA) {
            self.atom()?;
        }
        if several || self.is(IF) {
            return self.neck_and_body(Self::exceptions);
        }
        match self.kind() {
            DOT => self.bump(),
            IDENT if self.exception_follows() => {
                self.misplaced_exception();
                return Err(Reported);
            }
            kind if kind == IDENT || self.item_starts() => self.missing_full_stop(),
            _ => return self.unexpected(expected::HEAD_END),
        }
        Ok(())
    }

    fn neck_and_body(&mut self, exceptions: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        self.expect(IF)?;
        self.inner_documents();
        self.body(Ending::FullStop)?;
        exceptions(self)?;
        if !self.eat(DOT) {
            self.missing_full_stop();
        }
        match self.kind() {
            PLAN_DIR => self.plan(),
            _ => Ok(()),
        }
    }

    /// atom = name `(` { [identifier `:`] term } `)`
    pub(super) fn atom(&mut self) -> Parsed {
        if !self.is(IDENT) && !self.kind().is_reserved() {
            return self.unexpected(expected::ATOM);
        }
        self.node(ATOM, |p| {
            p.name()?;
            p.arguments(Self::atom_argument)
        })
    }

    fn atom_argument(&mut self) -> Parsed {
        // `count :` begins an aggregate.
        if self.nth(1) == COLON && (self.is(IDENT) || self.kind().is_reserved() && !self.is(COUNT)) {
            self.identifier()?;
            self.bump();
        }
        self.term()
    }
}
