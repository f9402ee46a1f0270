//! Lines of a text, each with what it is, so that the same account can be read as text and unfolded step by step.

use eval::{Model, Origin};
use program::checked::{NormId, RelId, VarId};
use values::Value;

use crate::wrap;

/// A line of a text, perhaps broken into several.
pub(crate) struct Line {
    /// What stands before it, and before its continuation.
    pub(crate) lead: [String; 2],
    /// `None` where only steps need it.
    pub(crate) text: Option<String>,
    pub(crate) shown: Shown,
}

/// What a line is among steps.
pub(crate) enum Shown {
    /// Nothing: only the text needs it.
    Not,
    /// A note of the last step of this depth.
    Note(usize),
    /// A step.
    Step(Mark),
    /// What is told in the part of this number is below the last step of this depth.
    See { depth: usize, part: usize },
}

/// A step that begins with a line.
pub(crate) struct Mark {
    /// 0 for what is asked, or for a part that others refer to.
    pub(crate) depth: usize,
    /// The number of the part that it begins.
    pub(crate) part: Option<usize>,
    pub(crate) kind: ReasonKind,
    pub(crate) said: String,
    /// What the line says besides.
    pub(crate) note: Option<String>,
    pub(crate) about: About,
}

/// What a step of a why-not is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonKind {
    /// A fact that does not hold: the one asked about, or a premise that is missing.
    Lacking,
    /// A fact that is conditional or undetermined.
    Open,
    /// A rule that could give it.
    Attempt,
    /// A premise that holds.
    Holds,
    /// The first premise that fails.
    Fails,
    /// What comes near to a premise that fails.
    Near,
    /// A fact that stands in the way, or that gave a compared value.
    Ground,
    /// Something that somebody would have to find out.
    Point,
    /// The elements of a model.
    Elements,
    /// An element that is met.
    Met,
    /// An element that is open.
    OpenElement,
    /// An element that is not met.
    NotMet,
}

/// What a step is about, besides its words.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum About {
    /// Nothing.
    #[default]
    Words,
    /// A rule with the versions of the norms that it cites and the values of its variables.
    Rule {
        /// Its index in the program of the model.
        rule: usize,
        /// Norms and versions.
        norms: Vec<(NormId, usize)>,
        /// Variables that have a value.
        bindings: Vec<(VarId, Value)>,
    },
    /// A record.
    Record {
        /// Its relation.
        relation: RelId,
        /// Its row.
        row: u32,
    },
}

impl About {
    /// The row of a record; facts from elsewhere are told by their words alone.
    pub(crate) fn row(model: &Model<'_>, relation: RelId, row: Option<u32>) -> Self {
        match row {
            Some(row) if matches!(model.origin(relation, row), Origin::Record(_)) => Self::Record { relation, row },
            _ => Self::Words,
        }
    }
}

impl Line {
    pub(crate) fn new(text: String, [first, rest]: [&str; 2], shown: Shown) -> Self {
        Self { lead: [first.to_string(), rest.to_string()], text: Some(text), shown }
    }

    /// A step that the text does not tell.
    pub(crate) fn unwritten(mark: Mark) -> Self {
        Self { lead: Default::default(), text: None, shown: Shown::Step(mark) }
    }

    pub(crate) fn empty() -> Self {
        Self::new(String::new(), [""; 2], Shown::Not)
    }
}

impl Mark {
    pub(crate) fn new(depth: usize, kind: ReasonKind, said: String) -> Self {
        Self { depth, part: None, kind, said, note: None, about: About::Words }
    }

    pub(crate) fn about(self, about: About) -> Self {
        Self { about, ..self }
    }
}

/// The text, in lines of at most `width` columns.
pub(crate) fn text_of(lines: &[Line], width: usize) -> String {
    let mut out = String::new();
    for Line { lead: [first, rest], text, .. } in lines {
        if let Some(text) = text {
            wrap(&mut out, text, width, first, rest);
        }
    }
    out
}
