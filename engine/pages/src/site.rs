//! The parts of a report: a folder of pages that need no server and no network.
//!
//! `index.html` counts, `clues-N.html` list the clues, `open-N.html` the candidates that are conditional or undetermined with what to ask
//! whom, `sources.html` what became of every row that was read; `proofs/ID.html` is the page of a clue ([`crate::Proofs`]), `open/ID.html` that
//! of an open candidate ([`crate::why_not_page`]). All names are relative. Nothing in it depends on when or where it was written.

mod clues;
mod frame;
mod index;
mod open;
mod sources;

use diagnostics::{Files, Lang};
use eval::Model;
use program::checked::{Grade, ModelId, Program, RelId};
use proof::ModelOutcomes;
use values::Value;

pub use self::clues::{clue_pages, clues};
pub use self::index::index;
pub use self::open::{open, open_pages};
pub use self::sources::sources;

/// What a report is about.
pub struct Report<'r> {
    /// What it is called: the program.
    pub title: &'r str,
    /// The language in which it opens; it holds both.
    pub lang: Lang,
    /// The model.
    pub model: &'r Model<'r>,
    /// The program as written.
    pub written: &'r Program,
    /// Its texts.
    pub files: &'r Files,
    /// The values of parameters that were set.
    pub parameters: Vec<(String, String)>,
    /// How the candidates stand.
    pub outcomes: &'r [ModelOutcomes],
    /// The id of a candidate of a model: the name of its page.
    pub candidate_id: &'r (dyn Fn(ModelId, &[Value]) -> String + Sync),
    /// The clues, those of one relation and grade beside each other.
    pub clues: Vec<Listed>,
    /// The articles that clues rest on and that nobody compared with their source, in English and in Chinese.
    pub unverified: [Vec<String>; 2],
    /// What became of the rows of each source.
    pub sources: Vec<Source>,
    /// The rows that could not be read.
    pub rejects: Vec<Rejected>,
}

/// A clue in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its grade.
    pub grade: Grade,
    /// Its relation.
    pub relation: RelId,
    /// Its values.
    pub args: Vec<Value>,
}

/// What became of the rows of a source: `read = facts + repeats + blank + rejected`.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name as the program gives it.
    pub name: String,
    /// The relation it fills.
    pub relation: String,
    /// There is no such file, and it was read as an empty one.
    pub missing: bool,
    /// Read, facts, repeats, blank, rejected.
    pub counts: [u32; 5],
}

/// A row that could not be read.
#[derive(Debug, Clone)]
pub struct Rejected {
    /// The source's name.
    pub source: String,
    /// The row.
    pub row: u32,
    /// The column whose cell is at fault, if one is.
    pub column: Option<String>,
    /// Why, in English and in Chinese.
    pub reason: [String; 2],
    /// The cell or row as found.
    pub text: String,
}

/// The files that all pages of a report share: name within the report, content.
pub fn assets() -> [(&'static str, String); 4] {
    [
        ("assets/page.css", crate::page::style().to_string()),
        ("assets/page.js", crate::page::script()),
        ("assets/site.css", include_str!("../assets/site.css").to_string()),
        ("assets/site.js", include_str!("../assets/site.js").to_string()),
    ]
}
