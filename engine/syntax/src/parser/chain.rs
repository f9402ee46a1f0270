//! Operators of terms.

use rowan::Checkpoint;

use crate::SyntaxKind::{self, *};
use crate::parser::{Parsed, Parser};

impl SyntaxKind {
    /// How tightly a binary operator binds; `None` for everything else.
    pub(super) fn precedence(self) -> Option<u8> {
        Some(match self {
            LOR => 0,
            LXOR => 1,
            LAND => 2,
            BOR => 3,
            BXOR => 4,
            BAND => 5,
            BSHL | BSHR | BSHRU => 6,
            PLUS | MINUS => 7,
            STAR | SLASH | PERCENT => 8,
            CARET => POWER,
            _ => return None,
        })
    }
}

/// `^` binds more tightly than the signs in front of a term.
const POWER: u8 = 9;

impl Parser<'_> {
    /// term = operand { operator operand }
    ///
    /// Operators of one precedence in a row make one node, however many. The nodes that are not finished wait on a stack of
    /// their own, in rising precedence.
    pub(super) fn term(&mut self) -> Parsed {
        let mut chains: Vec<(u8, Checkpoint)> = Vec::new();
        let mut start = self.checkpoint();
        let mut parsed = self.signed();
        while let Some(precedence) = self.kind().precedence().filter(|_| parsed.is_ok()) {
            while let Some((_, chain_start)) = chains.pop_if(|(open, _)| *open > precedence) {
                self.builder.finish_node();
                start = chain_start;
            }
            if chains.last().is_none_or(|(open, _)| *open < precedence) {
                self.builder.start_node_at(start, crate::parser::raw(CHAIN));
                chains.push((precedence, start));
            }
            self.bump();
            start = self.checkpoint();
            parsed = self.signed();
        }
        for _ in chains {
            self.builder.finish_node();
        }
        parsed
    }

    /// operand = (`-` | `bnot` | `lnot`) operand | power
    fn signed(&mut self) -> Parsed {
        if !matches!(self.kind(), MINUS | BNOT | LNOT) {
            return self.power();
        }
        self.nested(|p| {
            p.node(UNARY, |p| {
                p.bump();
                p.signed()
            })
        })
    }

    /// power = primary [`^` operand { `^` operand }]
    fn power(&mut self) -> Parsed {
        let start = self.checkpoint();
        self.primary()?;
        if !self.is(CARET) {
            return Ok(());
        }
        self.node_from(start, CHAIN, |p| {
            while p.eat(CARET) {
                match p.kind() {
                    MINUS | BNOT | LNOT => p.signed()?,
                    _ => p.primary()?,
                }
            }
            Ok(())
        })
    }
}
