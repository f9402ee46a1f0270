//! Supervision models: elements, and over what they are asked.

use diagnostics::Span;

use super::RelId;

/// Number of a model in [`super::Program::models`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModelId(pub u32);

/// A supervision model (监督模型).
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// What it catches, in words.
    pub title: String,
    /// What is asked about; none where the model does not say.
    pub candidate: Option<Candidate>,
    /// Its elements, in text order.
    pub elements: Vec<Element>,
    /// The text of its doc comments.
    pub doc: String,
    /// The name in its `.model`.
    pub span: Span,
}

/// The tuples that a model asks about.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The relation.
    pub relation: RelId,
    /// The columns that identify a candidate. A clue is one of the candidate with the same values in its columns of these names.
    pub columns: Vec<usize>,
}

/// One constituent of a violation (要件).
#[derive(Clone, Debug)]
pub struct Element {
    /// Its key within the model.
    pub key: String,
    /// What it says; for a shared element, what the other model says.
    pub text: String,
    /// The model and element that it is shared with: its rules are those of that one.
    pub shared: Option<ElementId>,
    /// Where it stands.
    pub span: Span,
}

/// An element of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId {
    /// The model.
    pub model: ModelId,
    /// An index into [`Model::elements`].
    pub element: u32,
}
