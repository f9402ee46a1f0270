//! Rules, facts and what stands in bodies.

use diagnostics::Span;
use values::Primitive;

use super::{ElementId, Grade, ModelId, NormId, RelId, Term, Wording};

/// A rule as written: every head holds where the body does.
#[derive(Clone, Debug)]
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
    /// Those of them that the program declares, in the same order.
    pub cites: Vec<NormId>,
    /// The grade of its `@[clue = ..]`.
    pub clue: Option<Grade>,
    /// The model of its `@[model = ..]`, or that of its only element.
    pub model: Option<ModelId>,
    /// The elements of its `@[element = MODEL.key]`.
    pub elements: Vec<ElementId>,
    /// Its `@[lighter(..)]`.
    pub lighter: Option<Lighter>,
    /// Its `@[overrides = ..]` and `@[special_to = ..]`, in text order.
    pub precedences: Vec<Precedence>,
    /// What its conclusion means in words, where it is not what the relation says. It has one head then.
    pub template: Wording,
    /// All its annotations.
    pub annotations: Vec<Annotation>,
    /// The text of its doc comments, lines joined by `\n`.
    pub doc: String,
    /// The orders of its `.plan`, by version as written; none where the plan is ignored. They change no result.
    pub plans: Vec<Plan>,
    /// The whole rule without annotations and doc comments.
    pub span: Span,
}

impl Rule {
    /// A rule of which nothing more is said.
    pub fn new(heads: Vec<Atom>, body: Body, variables: Vec<Variable>, label: String, span: Span) -> Rule {
        Rule {
            heads,
            body,
            variables,
            label,
            norms: Vec::new(),
            cites: Vec::new(),
            clue: None,
            model: None,
            elements: Vec::new(),
            lighter: None,
            precedences: Vec::new(),
            template: Wording::default(),
            annotations: Vec::new(),
            doc: String::new(),
            plans: Vec::new(),
            span,
        }
    }
}

/// 从旧兼从轻: the rule is evaluated under the law of two days, and the lighter result is taken. The last part of its body, which is
/// `All`, is `Any` of two comparisons, `day = dates[0]` and `day = dates[1]`; an evaluator takes one of them for each version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lighter {
    /// The variable that stands for the day whose law applies.
    pub day: VarId,
    /// The day of the act and the later day.
    pub dates: [VarId; 2],
    /// The column of the (only) head by which the results are compared: less is lighter. The other columns identify what is judged.
    pub by: usize,
    /// Its annotation.
    pub span: Span,
}

/// What a rule says of another rule of the same relation, whose conclusions may conflict with its own ([`super::Relation::conflict`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precedence {
    /// The other rule: an index into [`super::Program::rules`].
    pub over: usize,
    /// How it stands to that rule.
    pub form: PrecedenceForm,
    /// Its annotation.
    pub span: Span,
}

/// How a rule stands to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrecedenceForm {
    /// `overrides`: it prevails.
    Overrides,
    /// `special_to`: it prevails as the special rule, unless the other one's norm is newer (then others decide).
    Special,
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
#[derive(Clone, Debug)]
pub struct Variable {
    /// Its name as written.
    pub name: String,
    /// The type of its values.
    pub primitive: Primitive,
    /// Its first occurrence.
    pub span: Span,
}

/// A fact of the program text. Its arguments hold no variables, wildcards or aggregates but may hold functor calls.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The atom.
    pub atom: Atom,
    /// The whole fact.
    pub span: Span,
}

/// A body, a formula over literals. Nesting is bounded (500), chains are flat.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
pub struct Literal {
    /// Its place in the text order of the rule's literals, from 0; those inside aggregates are counted apart, per aggregate.
    pub index: u32,
    /// What it says.
    pub kind: LiteralKind,
    /// Why it stands in the rule.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
}

/// Why a literal stands in a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Somebody wrote it.
    #[default]
    Written,
    /// It stands for a literal of the law that somebody wrote (`not p`, `unless p`, `v = 10 but 5 when p`): the absence, or the exception's
    /// presence.
    Law(LawRole),
    /// A norm must be in force.
    InForce(NormId),
}

/// What part of a literal of the law another literal stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawRole {
    /// No tuple fits.
    Absence,
    /// An exception to the rule was considered and is not met.
    Exception,
    /// Nothing that might fit is open.
    NotOpen,
    /// The place and time are declared complete.
    Complete,
    /// The literal is open.
    Open,
    /// The condition of a proviso holds, or does not.
    Proviso,
    /// No conflicting rule prevails.
    Precedence,
    /// The result under the law of one of two days.
    Version,
    /// What is open does not hold anyway.
    NotHeld,
}

/// What a literal says.
#[derive(Clone, Debug)]
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
    /// `not p(..)`, `unless p(..)`: no tuple fits, and that is known.
    Absent(Absent),
    /// The norm is in force on the day.
    InForce {
        /// The norm.
        norm: NormId,
        /// The day, a date.
        day: VarId,
    },
}

/// The law's negation: absence counts only where the relation is known to be complete.
#[derive(Clone, Debug)]
pub struct Absent {
    /// What must not be there.
    pub atom: Atom,
    /// For which place and time it must be known: what stands behind `within`, in text order.
    pub within: Vec<Extent>,
    /// Which word asks for it.
    pub form: AbsentForm,
}

/// How the law's negation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsentForm {
    /// `not p(..)`
    Not,
    /// `unless p(..)`: an exception; also that of an `.except`.
    Unless,
    /// `but v when p(..)`, of the values that stand before or behind it: the proviso does not apply.
    Proviso,
}

/// A part of a `within`.
#[derive(Clone, Debug)]
pub struct Extent {
    /// The name of a column that a `.complete` names.
    pub column: String,
    /// The value, or the first day.
    pub from: Term,
    /// The last day, where two are given.
    pub to: Option<Term>,
    /// The type of both.
    pub primitive: Primitive,
    /// Where it stands.
    pub span: Span,
}

/// A relation with arguments, one per column; named arguments are in column order, missing ones are wildcards.
#[derive(Clone, Debug)]
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

impl LiteralKind {
    /// The terms in it, in text order.
    pub fn terms(&self) -> Vec<&Term> {
        match self {
            Self::Atom(atom) => atom.args.iter().collect(),
            Self::Compare { left, right, .. } => vec![left, right],
            Self::Text { pattern, text, .. } => vec![pattern, text],
            Self::Truth(_) | Self::InForce { .. } => Vec::new(),
            Self::Absent(absent) => {
                let extents = absent.within.iter().flat_map(|extent| std::iter::once(&extent.from).chain(&extent.to));
                absent.atom.args.iter().chain(extents).collect()
            }
        }
    }

    /// [`LiteralKind::terms`], to be changed.
    pub fn terms_mut(&mut self) -> Vec<&mut Term> {
        match self {
            Self::Atom(atom) => atom.args.iter_mut().collect(),
            Self::Compare { left, right, .. } => vec![left, right],
            Self::Text { pattern, text, .. } => vec![pattern, text],
            Self::Truth(_) | Self::InForce { .. } => Vec::new(),
            Self::Absent(absent) => {
                let Absent { atom, within, .. } = absent;
                let extents =
                    within.iter_mut().flat_map(|extent| std::iter::once(&mut extent.from).chain(&mut extent.to));
                atom.args.iter_mut().chain(extents).collect()
            }
        }
    }

    /// Calls `visit` for each variable that it reads or binds; see [`Term::variables`].
    pub fn variables(&self, visit: &mut dyn FnMut(VarId)) {
        if let Self::InForce { day, .. } = self {
            visit(*day);
        }
        self.terms().into_iter().for_each(|term| term.variables(visit));
    }
}
