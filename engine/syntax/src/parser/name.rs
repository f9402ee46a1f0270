//! Names.

use crate::SyntaxKind::*;
use crate::parser::{Parsed, Parser, expected};

impl Parser<'_> {
    /// A plain name. A reserved word is reported and taken as one.
    pub(super) fn identifier(&mut self) -> Parsed {
        match self.kind() {
            IDENT => self.bump(),
            kind if kind.is_reserved() => {
                self.reserved_word();
                self.bump_as(IDENT);
            }
            _ => return self.unexpected(expected::NAME),
        }
        Ok(())
    }

    /// name = identifier { `.` identifier }; a word behind a dot may be one that is also a directive
    pub(super) fn name(&mut self) -> Parsed {
        self.node(NAME, |p| {
            p.identifier()?;
            while p.is(DOT) && p.is_name_behind_dot() {
                p.bump();
                p.bump_as(IDENT);
            }
            Ok(())
        })
    }

    /// A type.
    pub(super) fn type_name(&mut self) -> Parsed {
        match self.kind() {
            kind if kind == IDENT || kind.is_reserved() => self.name(),
            _ => self.unexpected(expected::TYPE),
        }
    }

    /// True if the token behind the current dot can go on a name: `c.input(x)` is an atom.
    pub(super) fn is_name_behind_dot(&self) -> bool {
        matches!(self.nth(1), IDENT | INPUT | OUTPUT | PRINTSIZE)
    }
}
