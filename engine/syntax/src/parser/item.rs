//! The program and its items.

use diagnostics::Diagnostic;
use diagnostics::catalogue::{DIRECTIVE_WITHOUT_BLANK, UNKNOWN_DIRECTIVE as UNKNOWN, USELESS_ANNOTATION};
use rowan::Checkpoint;

use crate::SyntaxKind::*;
use crate::kind::DIRECTIVES;
use crate::lexer::{known_directives, shortened};
use crate::parser::{Parsed, Parser, Reported, expected};

impl Parser<'_> {
    /// program = inner documents, items
    pub(super) fn program(&mut self) {
        self.inner_documents();
        while !self.is(EOF) {
            self.items();
            if !self.is(EOF) {
                let _reported = self.unexpected(expected::ITEM);
                let _error = self.leaf(ERROR);
            }
        }
        self.write_trivia();
    }

    /// Items up to the end of the text or to a `}` that closes a component.
    pub(super) fn items(&mut self) {
        while !(self.is(EOF) || self.is(R_BRACE) && self.closes()) {
            let (start, column) = (self.at, self.item_column);
            self.item_column = self.tokens.column(self.at);
            if self.documented_item().is_err() {
                self.skip_item();
            }
            self.item_column = column;
            if self.at == start {
                let _error = self.leaf(ERROR);
            }
        }
        self.write_trivia();
    }

    /// item = documents, (declaration | directive | rule | fact)
    fn documented_item(&mut self) -> Parsed {
        self.write_up_to_docs();
        let start = self.builder.checkpoint();
        let first = self.at;
        self.documents();
        if self.at > first && matches!(self.kind(), EOF | R_BRACE) {
            let span = self.span(first).to(self.span(self.at - 1));
            self.diagnostics.push(Diagnostic::new(&USELESS_ANNOTATION, span));
            return Ok(());
        }
        self.item(start)
    }

    fn item(&mut self, start: Checkpoint) -> Parsed {
        match self.kind() {
            DECL_DIR => self.declaration(start),
            TYPE_DIR | NUMBER_TYPE_DIR | SYMBOL_TYPE_DIR => self.node_from(start, TYPE_DECL, Self::type_declaration),
            LATTICE_DIR => self.node_from(start, LATTICE_DECL, Self::lattice),
            FUNCTOR_DIR => self.node_from(start, FUNCTOR_DECL, Self::functor),
            INPUT_DIR | OUTPUT_DIR | PRINTSIZE_DIR | LIMITSIZE_DIR => {
                self.node_from(start, IO_DIRECTIVE, Self::io_directive)
            }
            PRAGMA_DIR => self.node_from(start, PRAGMA, Self::pragma),
            INCLUDE_DIR => self.node_from(start, INCLUDE, Self::include),
            ONCE_DIR => self.node_from(start, ONCE, |p| {
                p.bump();
                Ok(())
            }),
            COMP_DIR => self.node_from(start, COMPONENT, Self::component),
            INIT_DIR => self.node_from(start, INIT, Self::init),
            OVERRIDE_DIR => self.node_from(start, OVERRIDE, Self::override_directive),
            NORM_DIR => self.node_from(start, NORM_DECL, Self::norm),
            POLICY_DIR => self.node_from(start, POLICY_DECL, Self::policy),
            PARAM_DIR => self.node_from(start, PARAM_DECL, Self::param),
            MODEL_DIR => self.node_from(start, MODEL_DECL, Self::model),
            COMPLETE_DIR => self.node_from(start, COMPLETE_DECL, Self::complete),
            FINDING_DIR => self.node_from(start, FINDING_DECL, Self::finding),
            EXPECT_DIR => self.node_from(start, EXPECT_DECL, Self::expect_directive),
            EXCEPT_DIR => self.node_from(start, EXCEPT_DECL, Self::except),
            TEST_DIR => self.node_from(start, TEST_DECL, Self::test),
            PLAN_DIR => {
                let _reported = self.unexpected(expected::PLAN_PLACE);
                self.plan()
            }
            UNKNOWN_DIRECTIVE => self.unknown_directive(),
            DOT if self.is_misspelt_directive() => self.misspelt_directive(),
            IDENT => self.rule(start),
            kind if kind.is_reserved() && self.nth(1) == L_PAREN => self.rule(start),
            _ => self.unexpected(expected::ITEM),
        }
    }

    /// The lexer has reported it: its line is skipped with the indented lines behind it.
    fn unknown_directive(&mut self) -> Parsed {
        let _error = self.leaf(ERROR);
        Err(Reported)
    }

    fn is_misspelt_directive(&self) -> bool {
        let word = self.nth(1);
        self.tokens.first_on_line(self.at) && self.tokens.touches_next(self.at) && (word == IDENT || word.is_reserved())
    }

    /// A dot and a word where an item starts, not followed by the blank that makes them a directive.
    fn misspelt_directive(&mut self) -> Parsed {
        let word = self.tokens.text(self.at + 1);
        let span = self.span(self.at).to(self.span(self.at + 1));
        let fill = |d: Diagnostic| d.arg("word", format!(".{}", shortened(word)));
        if DIRECTIVES.iter().any(|(known, _)| *known == word) {
            self.report(&DIRECTIVE_WITHOUT_BLANK, span, fill);
        } else {
            self.report(&UNKNOWN, span, |d| fill(d).list("known", known_directives()));
        }
        self.node(ERROR, |p| {
            p.bump();
            p.bump();
            Err(Reported)
        })
    }
}
