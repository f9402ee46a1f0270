//! Relations and strata.

use diagnostics::Span;
use values::Primitive;

use super::Annotation;

/// Number of a relation in [`super::Program::relations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelId(pub u32);

/// A declared relation.
#[derive(Debug)]
pub struct Relation {
    /// Its name as declared.
    pub name: String,
    /// Its columns; none for a nullary relation.
    pub columns: Vec<Column>,
    /// The text of its doc comments, lines joined by `\n`.
    pub doc: String,
    /// Its `@[..]` annotations.
    pub annotations: Vec<Annotation>,
    /// The best grade among its rules marked `@[clue = ..]`; `None` where it is no clue.
    pub clue: Option<Grade>,
    /// The name in its `.decl`.
    pub span: Span,
}

/// One column of a relation.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The type as declared (a subset type's or alias's own name).
    pub type_name: String,
    /// What that type rests on.
    pub primitive: Primitive,
}

/// How strong a clue is. `A < B < C`: the best grade is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A norm is violated on the record.
    A,
    /// An indicator pattern that needs inquiry.
    B,
    /// A hint about data quality.
    C,
}

impl Grade {
    /// `A`, `B` or `C`.
    pub fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// One strongly connected component of relations.
#[derive(Debug)]
pub struct Stratum {
    /// Its relations, ascending.
    pub relations: Vec<RelId>,
    /// True where a rule of it reads a relation of it, i.e. where rounds go on until nothing is new.
    pub recursive: bool,
}
