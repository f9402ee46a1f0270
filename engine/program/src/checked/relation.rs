//! Relations and strata.

use diagnostics::Span;
use values::Primitive;

use super::{Annotation, Openness, Templates};

/// Number of a relation in [`super::Program::relations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelId(pub u32);

/// A declared relation.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its name as declared.
    pub name: String,
    /// Its columns; none for a nullary relation.
    pub columns: Vec<Column>,
    /// The text of its doc comments, lines joined by `\n`.
    pub doc: String,
    /// Its `@[..]` annotations.
    pub annotations: Vec<Annotation>,
    /// What its facts mean in words.
    pub templates: Templates,
    /// The best grade among its rules marked `@[clue = ..]`; `None` where it is no clue.
    pub clue: Option<Grade>,
    /// What else holds of its tuples.
    pub law: Law,
    /// `.limitsize R(n = N)`: its stratum's rounds end as soon as it holds so many tuples at the end of a round.
    pub limit: Option<u64>,
    /// What is said of tuples that are not there.
    pub openness: Openness,
    /// Conclusions that agree in these columns and differ in another one conflict: `@[conflict = (..)]`. Rules' precedences, ranks and
    /// dates of norms decide between them.
    pub conflict: Option<Vec<usize>>,
    /// What it is for.
    pub purpose: Purpose,
    /// The name in its `.decl`.
    pub span: Span,
}

impl Relation {
    /// A relation of which nothing more is said.
    pub fn new(name: String, columns: Vec<Column>, span: Span) -> Relation {
        Relation {
            name,
            columns,
            doc: String::new(),
            annotations: Vec::new(),
            templates: Templates::default(),
            clue: None,
            law: Law::Set,
            limit: None,
            openness: Openness::default(),
            conflict: None,
            purpose: Purpose::Declared,
            span,
        }
    }
}

/// What a relation is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody declared it.
    #[default]
    Declared,
    /// Declarations of completeness of this relation, see [`super::Complete::Declared`].
    Declarations(RelId),
    /// `p?`: tuples of this relation that are open. Its columns are those of the relation without `unknown`, then the kind: 1 a finding,
    /// 2 data.
    Open {
        /// The relation.
        of: RelId,
        /// Columns whose value is not known, ascending.
        unknown: Vec<usize>,
    },
    /// Findings of this relation that nobody contradicts; same columns.
    Settled(RelId),
    /// Conflicts between conclusions of this relation that nothing decides: the columns of the conflict, then the labels of both rules.
    Refer(RelId),
    /// What the legal layer needs besides; never shown.
    Hidden,
}

/// What a relation makes of the tuples that its rules give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Law {
    /// They are its tuples.
    #[default]
    Set,
    /// `eqrel`: the reflexive, symmetric and transitive closure over the values that occur. Two columns of one type.
    Equivalence,
    /// `choice-domain`: of the tuples that agree in the columns of a key, the first is kept. One or more keys, each a list of columns.
    /// Facts of records and text come first in their order; candidates of a firing are taken in value order.
    Choice(Vec<Vec<usize>>),
    /// Rules of [`super::Program::subsumptions`] delete its dominated tuples.
    Subsumption,
    /// `.decl D = debug_delta(R)`: for each round of R's stratum, numbered as `recursive_iteration_cnt()` does, the tuples of R that were new in
    /// it, behind the round's number (unsigned); facts and records are new in round 0. Its stratum is R's or a later one, and no rule has it as a head.
    DeltaOf(RelId),
}

/// One column of a relation.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
pub struct Stratum {
    /// Its relations, ascending.
    pub relations: Vec<RelId>,
    /// True where a rule of it reads a relation of it, i.e. where rounds go on until nothing is new.
    pub recursive: bool,
}
