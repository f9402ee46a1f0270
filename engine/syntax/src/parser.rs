//! Tokens to a tree, by recursive descent.
//!
//! One function a production. A production that meets an error reports it and returns [`Reported`]; the nearest list,
//! body or item in which reading can go on skips to where it goes on. Nesting is limited, chains and lists are loops.

mod annotation;
mod block;
mod body;
mod chain;
mod completeness;
mod component;
mod conditional;
mod declaration;
mod directive;
mod expected;
mod foreign_number;
mod groups;
mod item;
mod list;
mod model;
mod name;
mod norm;
mod param;
mod recovery;
mod report;
mod rule;
mod term;
mod test;
mod tokens;
mod trivia;
mod types;

use diagnostics::{Diagnostic, FileId};
use rowan::{Checkpoint, GreenNode, GreenNodeBuilder};

use crate::SyntaxKind;
use crate::lexer::Lexeme;
use crate::parser::tokens::Tokens;

/// The lossless tree of the tokens of `text`, and the syntax errors.
pub(crate) fn tree_of(file: FileId, text: &str, lexemes: &[Lexeme]) -> (GreenNode, Vec<Diagnostic>) {
    let mut parser = Parser {
        file,
        tokens: Tokens::new(text, lexemes),
        at: 0,
        written: 0,
        builder: GreenNodeBuilder::new(),
        diagnostics: Vec::new(),
        reported_at: None,
        depth: 0,
        item_column: 0,
        in_aggregates: 0,
    };
    parser.builder.start_node(raw(SyntaxKind::PROGRAM));
    parser.program();
    parser.builder.finish_node();
    (parser.builder.finish(), parser.diagnostics)
}

/// An error that has been reported: whoever can go on behind it does so.
#[derive(Clone, Copy, Debug)]
struct Reported;

type Parsed = Result<(), Reported>;

struct Parser<'t> {
    file: FileId,
    tokens: Tokens<'t>,
    /// The current token, not counting trivia.
    at: usize,
    /// How many lexemes, trivia included, are in the tree.
    written: usize,
    builder: GreenNodeBuilder<'static>,
    diagnostics: Vec<Diagnostic>,
    /// The token at which the last error was reported: one is enough.
    reported_at: Option<usize>,
    depth: usize,
    /// The column of the current item: what starts further to the right still belongs to it.
    item_column: u32,
    in_aggregates: usize,
}

impl Parser<'_> {
    fn kind(&self) -> SyntaxKind {
        self.tokens.kind(self.at)
    }

    /// The kind of the token `ahead` of the current one.
    fn nth(&self, ahead: usize) -> SyntaxKind {
        self.tokens.kind(self.at + ahead)
    }

    fn is(&self, kind: SyntaxKind) -> bool {
        self.kind() == kind
    }

    /// True at the word `text`, which is no reserved one.
    fn is_word(&self, text: &str) -> bool {
        self.is(SyntaxKind::IDENT) && self.tokens.text(self.at) == text
    }

    /// Puts the current token into the tree.
    fn bump(&mut self) {
        self.bump_as(self.kind());
    }

    /// Puts the current token into the tree as one of `kind`.
    fn bump_as(&mut self, kind: SyntaxKind) {
        if self.is(SyntaxKind::EOF) {
            return;
        }
        self.write_trivia();
        self.write_lexeme_as(kind);
        self.at += 1;
    }

    /// Puts the current token into the tree if it is of `kind`.
    fn eat(&mut self, kind: SyntaxKind) -> bool {
        let found = self.is(kind);
        if found {
            self.bump();
        }
        found
    }

    /// A node around what `parts` puts into the tree; trivia in front stay outside.
    fn node(&mut self, kind: SyntaxKind, parts: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        self.write_trivia();
        self.builder.start_node(raw(kind));
        let parsed = parts(self);
        self.builder.finish_node();
        parsed
    }

    /// A node that begins at `checkpoint`.
    fn node_from(
        &mut self,
        checkpoint: Checkpoint,
        kind: SyntaxKind,
        parts: impl FnOnce(&mut Self) -> Parsed,
    ) -> Parsed {
        self.builder.start_node_at(checkpoint, raw(kind));
        let parsed = parts(self);
        self.builder.finish_node();
        parsed
    }

    /// A node around the current token alone.
    fn leaf(&mut self, kind: SyntaxKind) -> Parsed {
        self.node(kind, |p| {
            p.bump();
            Ok(())
        })
    }

    /// The place in front of the current token, from which a node can begin later.
    fn checkpoint(&mut self) -> Checkpoint {
        self.write_trivia();
        self.builder.checkpoint()
    }
}

fn raw(kind: SyntaxKind) -> rowan::SyntaxKind {
    rowan::SyntaxKind(kind as u16)
}
