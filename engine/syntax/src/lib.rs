//! Text to a lossless tree, and typed views of that tree. Knows no meaning.
//!
//! [`parse`] never fails: it returns a tree that holds every byte of the text, and the syntax errors as
//! [`diagnostics::Diagnostic`]s. The views in [`ast`] give the parts of the tree by name; numbers, names and types are
//! interpreted by whoever reads them.

pub mod ast;
mod kind;
mod lexer;
mod parse;
mod parser;
mod scan;
mod strings;
#[cfg(test)]
mod tests;
mod tree;

pub use kind::SyntaxKind;
pub use parse::{Parse, parse};
pub use scan::{Lexis, Scan};
