//! Rules, facts and what stands in bodies.

use diagnostics::Span;
use values::Primitive;

use super::{Grade, RelId, Term};

/// A rule as written: every head holds where the body does.
#[derive(Debug)]
pub struct Rule {
    /// One or more heads. Their arguments hold no wildcard.
    pub heads: Vec<Atom>,
    /// The body.
    pub body: Body,
    /// The rule's variables, in the order of first occurrence (heads first); a [`VarId`] is an index into it.
    /// A variable local to an aggregate has a number of its own, even if its name also occurs outside.
    pub variables: Vec<Variable>,
    /// What people call it: the value of `@[name = ..]` or `@[label = ..]`, otherwise the first head's relation and the
    /// ordinal among its rules, e.g. `lease#2`.
    pub label: String,
    /// Norms it cites: the values of its `@[norm = ..]` annotations, in order.
    pub norms: Vec<String>,
    /// The grade of its `@[clue = ..]`.
    pub clue: Option<Grade>,
    /// All its annotations.
    pub annotations: Vec<Annotation>,
    /// The text of its doc comments, lines joined by `\n`.
    pub doc: String,
    /// The orders of its `.plan`, by version as written; none where the plan is ignored. They change no result.
    pub plans: Vec<Plan>,
    /// The whole rule without annotations and doc comments.
    pub span: Span,
}

/// An order that the author of a recursive rule asks for: `0:(2, 1)` of a `.plan`. The rule has one head and no alternatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which of the rule's recursive atoms reads the previous round's rows: its number among the positive atoms whose
    /// relation is of the head's stratum, from 0 in text order.
    pub version: u32,
    /// Every positive atom of the body once, in the order asked for: numbers from 0 in text order. Atoms of aggregates are
    /// not counted.
    pub order: Vec<u32>,
    /// Version and order as written.
    pub span: Span,
}

/// Number of a variable in [`Rule::variables`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VarId(pub u32);

/// A variable of a rule.
#[derive(Debug)]
pub struct Variable {
    /// Its name as written.
    pub name: String,
    /// The type of its values.
    pub primitive: Primitive,
    /// Its first occurrence.
    pub span: Span,
}

/// A fact of the program text. Its arguments hold no variables, wildcards or aggregates but may hold functor calls.
#[derive(Debug)]
pub struct Fact {
    /// The atom.
    pub atom: Atom,
    /// The whole fact.
    pub span: Span,
}

/// A body, a formula over literals. Nesting is bounded (500), chains are flat.
#[derive(Debug)]
pub enum Body {
    /// All of these hold, in text order. Empty: true.
    All(Vec<Body>),
    /// One of these holds, in text order.
    Any(Vec<Body>),
    /// This does not hold. `Not` of an atom is negation as failure; `Not` of a larger body means De Morgan.
    Not(Box<Body>),
    /// A literal.
    Literal(Literal),
}

/// An atom or constraint.
#[derive(Debug)]
pub struct Literal {
    /// Its place in the text order of the rule's literals, from 0; those inside aggregates are counted apart, per aggregate.
    pub index: u32,
    /// What it says.
    pub kind: LiteralKind,
    /// Where it stands.
    pub span: Span,
}

/// What a literal says.
#[derive(Debug)]
pub enum LiteralKind {
    /// The relation holds this tuple.
    Atom(Atom),
    /// The comparison holds between values of `operand`.
    Compare {
        /// The operator.
        op: Comparison,
        /// Left side.
        left: Term,
        /// Right side.
        right: Term,
        /// The type of both sides.
        operand: Primitive,
    },
    /// A test of one text against another.
    Text {
        /// Which test.
        test: TextTest,
        /// The regular expression or the needle.
        pattern: Term,
        /// The text examined.
        text: Term,
    },
    /// `true` or `false`.
    Truth(bool),
}

/// A relation with arguments, one per column; named arguments are in column order, missing ones are wildcards.
#[derive(Debug)]
pub struct Atom {
    /// The relation.
    pub relation: RelId,
    /// One term per column.
    pub args: Vec<Term>,
    /// Where it stands.
    pub span: Span,
}

/// Comparison operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// `=`; on floats numerically (NaN equals nothing).
    Equal,
    /// `!=`
    NotEqual,
    /// `<`; symbols by code point, floats numerically.
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl Comparison {
    /// As written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::GreaterEqual => ">=",
        }
    }

    /// The operator that a `!` in front of the comparison turns it into, as the dialect says.
    pub fn negated(self) -> Comparison {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterEqual,
            Self::LessEqual => Self::Greater,
            Self::Greater => Self::LessEqual,
            Self::GreaterEqual => Self::Less,
        }
    }
}

/// Tests of texts. A negated test is [`Body::Not`] around the literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextTest {
    /// `match(pattern, text)`: the regular expression describes the whole text. An ill-formed expression: the literal
    /// fails, even negated.
    Match,
    /// `contains(needle, text)`.
    Contains,
}

impl TextTest {
    /// As written.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::Contains => "contains",
        }
    }
}

/// `@[key]`, `@[key = tokens]`, `@[key(tokens)]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The word.
    pub key: String,
    /// The tokens behind `=` or between the brackets as written; empty if there are none. A single string token is
    /// given without its quotes.
    pub value: String,
}
