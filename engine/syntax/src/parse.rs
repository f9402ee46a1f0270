//! The public entry.

use diagnostics::catalogue::TEXT_TOO_LONG;
use diagnostics::{Diagnostic, FileId, Span};

use crate::ast::Program;
use crate::lexer::lex;
use crate::parser::tree_of;
use crate::tree::SyntaxNode;

/// Places are 32-bit numbers, and a program is written by people: records belong into files of their own.
const TEXT_BYTES_MAX: usize = 256 << 20;

/// A parsed text.
#[derive(Clone, Debug)]
pub struct Parse {
    green: rowan::GreenNode,
    /// The syntax errors, in text order, and warnings about doc comments and annotations that belong to nothing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parse {
    /// The typed view of the whole tree.
    pub fn program(&self) -> Program {
        Program(self.tree())
    }

    pub(crate) fn tree(&self) -> SyntaxNode {
        SyntaxNode::new_root(self.green.clone())
    }
}

/// Parses `text`. Never fails: what does not fit is in the tree as it stands, and reported. A text of more than 256 MiB
/// is reported and read as an empty one.
pub fn parse(file: FileId, text: &str) -> Parse {
    let too_long = text.len() > TEXT_BYTES_MAX;
    let text = if too_long { "" } else { text };
    let (lexemes, lexical) = lex(file, text);
    let (green, syntactic) = tree_of(file, text, &lexemes);
    let mut diagnostics = lexical;
    diagnostics.extend(syntactic);
    diagnostics.sort_by_key(Diagnostic::order);
    if too_long {
        let start = Span { file, start: 0, end: 0 };
        diagnostics.push(Diagnostic::new(&TEXT_TOO_LONG, start).arg("limit", TEXT_BYTES_MAX));
    }
    Parse { green, diagnostics }
}
