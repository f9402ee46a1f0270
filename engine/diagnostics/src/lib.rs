//! Diagnostics as data: a code, a place, both languages, and a way out.
//!
//! A [`Diagnostic`] says nothing about how it is shown; the command line (and later the language
//! server and web pages) are views of it. Every code is one file under `catalogue/`, holding the
//! message, the explanation and an example in Chinese and English.

pub mod catalogue;
mod diagnostic;
mod entry;
mod files;
mod nearest;
mod text;

pub use diagnostic::{Arg, Diagnostic, Related};
pub use entry::{Entry, Example, Severity};
pub use files::{FileId, Files, Piece, Place, Presumed, SourceFile, Span};
pub use nearest::nearest;
pub use text::{Lang, Text};
