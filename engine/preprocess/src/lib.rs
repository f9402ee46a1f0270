//! The preprocessor: the lines of a program that begin with `#`, and macros.
//!
//! A text without them is left as it is. Of any other one [`preprocess`] makes a text that is parsed instead of it, and tells
//! [`diagnostics::Files`] where its parts were written, so that all that is shown of a place is the place in the text that a
//! person wrote. It follows C17, as far as the language has the same tokens: its own literals (`d"2021-01-01"`, `12.50m`) are
//! tokens, so that no macro named `d` or `m` reaches into them.
//!
//! What macros make is bounded; so are inclusions, in depth and number.

mod budget;
mod condition;
mod directive;
mod expand;
mod loader;
mod macros;
mod output;
mod source;
mod texts;
mod token;
mod unit;

use std::ops::Range;

use diagnostics::{Diagnostic, FileId, Files, Span};

pub use loader::{LoadError, Loaded, Loader};
pub use texts::Texts;

use crate::macros::{CONSTANTS, Macros};
use crate::unit::Unit;

/// Macros defined outside of the program, and whether lines that begin with `#` have a meaning.
#[derive(Debug)]
pub struct Preprocessor {
    macros: Macros,
    obeys: bool,
}

/// What came of a text.
#[derive(Debug)]
pub struct Preprocessed {
    /// The text to be parsed.
    pub file: FileId,
    /// What came from `#include`, inner ones before those that hold them.
    pub inclusions: Vec<Inclusion>,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// A part of a text that came from `#include`.
#[derive(Clone, Debug)]
pub struct Inclusion {
    /// The part.
    pub range: Range<u32>,
    /// The file's place in the `#include`.
    pub from: Span,
}

impl Preprocessor {
    /// With the macros of the language, and those of `definitions`: `NAME=VALUE` or `NAME`, separated by blanks. They are added
    /// to `files`, so that they have places.
    pub fn new(definitions: &str, files: &mut Files, found: &mut dyn FnMut(Diagnostic)) -> Self {
        let mut macros = Macros::new();
        for (name, text) in [("predefined", PREDEFINED), ("-M", definitions)] {
            if !text.trim().is_empty() {
                let file = files.add(name, text);
                macros.extend(macros::outside(file, text, found));
            }
        }
        Self { macros, obeys: true }
    }

    /// Without any: lines that begin with `#` are left out, but line markers count.
    pub fn off() -> Self {
        Self { macros: Macros::new(), obeys: false }
    }

    /// The text that is parsed instead of `file`, which itself is one where nothing is to be done. `outside` are the inclusions
    /// that led to it. A text that cannot be made is empty.
    pub fn preprocess(
        &self,
        files: &mut Files,
        file: FileId,
        texts: &mut Texts<'_>,
        outside: Vec<Span>,
    ) -> Preprocessed {
        if !self.changes(&files.get(file).text) {
            return Preprocessed { file, inclusions: Vec::new(), diagnostics: Vec::new() };
        }
        let mut unit = Unit::new(files, texts, file, self.macros.clone(), self.obeys);
        unit.outside = outside;
        let stopped = unit.run().err();
        let (mut output, inclusions, mut diagnostics) = (unit.output, unit.inclusions, unit.found);
        if let Some(stop) = stopped {
            diagnostics.extend(stop.0.map(|error| *error));
            output = output::Output::default();
        }
        let written = files.get(file);
        let file = match written.text == output.text {
            true => file,
            false => files.add_derived(written.name.clone(), output.text, output.pieces),
        };
        Preprocessed { file, inclusions, diagnostics }
    }

    /// True for a text that may hold something to be done.
    fn changes(&self, text: &str) -> bool {
        let holds = |name: &str| text.contains(name);
        let lines = text.contains('#') || self.obeys && source::has_splices(text);
        lines || CONSTANTS.iter().any(|name| holds(name)) || self.macros.keys().any(|name| holds(name))
    }
}

/// The macros that are always defined.
const PREDEFINED: &str = "RAM_DOMAIN_SIZE=64";
