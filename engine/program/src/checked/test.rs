//! Tests in rule files.

use diagnostics::Span;
use values::Value;

use super::{Fact, ParameterId, RelId};

/// A case that a lawyer wrote down. Records are not loaded; what is given takes their place.
#[derive(Clone, Debug)]
pub struct Test {
    /// What it is called.
    pub title: String,
    /// Values of parameters in this case.
    pub parameters: Vec<(ParameterId, Value)>,
    /// Relations that are complete everywhere in this case. All others with records are complete nowhere.
    pub complete: Vec<RelId>,
    /// The facts of the case.
    pub given: Vec<Fact>,
    /// What must come of it.
    pub expectations: Vec<Expectation>,
    /// The text of its doc comments.
    pub doc: String,
    /// The title in its `.test`.
    pub span: Span,
}

/// What must come of a case.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// What is expected of the tuples.
    pub outcome: Outcome,
    /// The relation.
    pub relation: RelId,
    /// One per column; `None` for `_`.
    pub args: Vec<Option<Value>>,
    /// Names of which each must occur in the reason: relations, labels of rules, norms, elements.
    pub because: Vec<(String, Span)>,
    /// Where it stands.
    pub span: Span,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Outcome; 7] =
        [Self::Clue, Self::NoClue, Self::Conditional, Self::Undetermined, Self::Refer, Self::Fact, Self::NoFact];

    /// As written in a test.
    pub fn words(self) -> &'static str {
        match self {
            Self::Clue => "clue",
            Self::NoClue => "no clue",
            Self::Conditional => "conditional",
            Self::Undetermined => "undetermined",
            Self::Refer => "refer",
            Self::Fact => "fact",
            Self::NoFact => "no fact",
        }
    }
}

/// What is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `clue`: some tuple that fits is a clue.
    Clue,
    /// `no clue`: none that fits is one, nor conditional, nor undetermined.
    NoClue,
    /// `conditional`: not a clue, but one if the findings were made.
    Conditional,
    /// `undetermined`: neither, but perhaps one if the missing data were there.
    Undetermined,
    /// `refer`: rules conflict, and neither rank nor date decides.
    Refer,
    /// `fact`: some tuple that fits holds.
    Fact,
    /// `no fact`: none that fits holds.
    NoFact,
}
