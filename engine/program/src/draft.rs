//! Rules with names resolved and types still open: between the syntax tree and the checked rule.

mod aggregate;
mod arguments;
mod body;
mod build;
mod composite;
mod constant;
mod copy;
mod law;
mod parameter;
mod scopes;
mod term;
mod visit;

use diagnostics::Span;
use syntax::SyntaxKind;
use values::{Rounding, ShapeId};

use crate::checked::{AbsentForm, AggregateOp, Comparison, ParameterId, PeriodUnit, Policy, RelId, TextTest, VarId};
use crate::operations::Operation;
use crate::types::TypeId;

pub(crate) use build::{build, build_fact, build_pattern, build_subsumption, undeclared};
pub(crate) use copy::Renaming;

/// Something that has a type: a variable, a constant, the result of a call.
pub(crate) type Node = u32;

/// A rule or fact.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) heads: Vec<Atom>,
    /// `None` for a fact.
    pub(crate) body: Option<Body>,
    /// In the order of first occurrence; [`VarId`] is an index into it.
    pub(crate) variables: Vec<Variable>,
    /// How many nodes there are.
    pub(crate) nodes: u32,
    /// Nodes that stood in fields of branches on both sides of an `=`, which became an `=` for each field.
    pub(crate) in_fields: Vec<InField>,
    /// Nodes that stood in columns of atoms that rules were put in place of.
    pub(crate) in_columns: Vec<InColumn>,
    /// True where rules were put in place of atoms.
    pub(crate) inlined: bool,
    /// False where something in it was reported already.
    pub(crate) whole: bool,
    pub(crate) span: Span,
}

/// A node that has the type of a field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InField {
    pub(crate) node: Node,
    pub(crate) shape: ShapeId,
    pub(crate) branch: u32,
    pub(crate) field: usize,
    pub(crate) span: Span,
}

/// A node that has the type of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct InColumn {
    pub(crate) node: Node,
    pub(crate) relation: RelId,
    pub(crate) column: usize,
    pub(crate) span: Span,
}

/// A variable.
#[derive(Clone, Debug)]
pub(crate) struct Variable {
    pub(crate) name: String,
    pub(crate) node: Node,
    /// Its first occurrence.
    pub(crate) span: Span,
}

/// As [`crate::checked::Body`].
#[derive(Debug)]
pub(crate) enum Body {
    All(Vec<Body>),
    Any(Vec<Body>),
    Not(Box<Body>),
    Literal(Literal),
}

/// A literal.
#[derive(Debug)]
pub(crate) struct Literal {
    pub(crate) index: u32,
    pub(crate) kind: LiteralKind,
    pub(crate) span: Span,
}

/// What a literal says.
#[derive(Debug)]
pub(crate) enum LiteralKind {
    Atom(Atom),
    Compare {
        op: Comparison,
        left: Term,
        right: Term,
    },
    Text {
        test: TextTest,
        args: [Term; 2],
    },
    Truth(bool),
    Absent(Absent),
    /// Something that was reported; the terms in it.
    Broken(Vec<Term>),
}

/// As [`crate::checked::Absent`].
#[derive(Debug)]
pub(crate) struct Absent {
    pub(crate) atom: Atom,
    pub(crate) within: Vec<Extent>,
    pub(crate) form: AbsentForm,
}

/// A part of a `within`.
#[derive(Debug)]
pub(crate) struct Extent {
    /// The relation and column that have its type and name.
    pub(crate) column: (RelId, usize),
    pub(crate) from: Term,
    pub(crate) to: Option<Term>,
    pub(crate) span: Span,
}

/// An atom.
#[derive(Debug)]
pub(crate) struct Atom {
    /// `None` where the relation or the number of arguments was reported; then the arguments are those written.
    pub(crate) relation: Option<RelId>,
    /// One per column.
    pub(crate) args: Vec<Term>,
    pub(crate) span: Span,
}

/// A term.
#[derive(Debug)]
pub(crate) enum Term {
    Wildcard(Span),
    Variable(VarId, Span),
    Constant(Constant),
    Call(Call),
    Parameter(Lookup),
    Chain {
        first: Box<Term>,
        rest: Vec<Link>,
        start: Span,
    },
    Cast {
        operand: Box<Term>,
        to: TypeId,
        operation: &'static Operation,
        node: Node,
        span: Span,
    },
    Composite(Composite),
    Counter(Node, Span),
    RoundNumber(Node, Span),
    Aggregate(Box<Aggregate>),
    /// Something that was reported; the terms in it.
    Broken {
        inside: Vec<Term>,
        span: Span,
    },
}

/// A constant; its text becomes a value when its type is known.
#[derive(Debug)]
pub(crate) struct Constant {
    pub(crate) kind: SyntaxKind,
    /// As written; for strings and dates what is between the quotes.
    pub(crate) text: String,
    /// True behind an odd number of minus signs.
    pub(crate) negative: bool,
    pub(crate) node: Node,
    /// Without minus signs.
    pub(crate) span: Span,
}

/// A value of a record type or algebraic data type.
#[derive(Debug)]
pub(crate) struct Composite {
    pub(crate) form: Form,
    pub(crate) args: Vec<Term>,
    pub(crate) node: Node,
    pub(crate) span: Span,
}

/// How a value of a record type or algebraic data type is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `nil`
    Nil,
    /// `[a, ..]`
    Record,
    /// `$B(a, ..)`: the type and the number of its branch.
    Branch(ShapeId, u32),
}

/// A call of a functor or operator.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) operation: &'static Operation,
    pub(crate) args: Vec<Term>,
    /// What is part of the functor itself.
    pub(crate) fixed: Option<Fixed>,
    pub(crate) node: Node,
    pub(crate) span: Span,
}

/// An argument that chooses the functor.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fixed {
    /// The third argument of `round`.
    Rounding(Rounding),
    /// The first and the last argument of `deadline`.
    Period(Policy, PeriodUnit),
}

/// The value of a parameter.
#[derive(Debug)]
pub(crate) struct Lookup {
    pub(crate) parameter: ParameterId,
    /// The keys, then, where the parameter is dated, the day.
    pub(crate) args: Vec<Term>,
    pub(crate) node: Node,
    pub(crate) span: Span,
}

/// An operator of a chain with its right operand.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) operation: &'static Operation,
    pub(crate) right: Term,
    pub(crate) node: Node,
    /// From the chain's beginning to the end of `right`.
    pub(crate) span: Span,
}

/// An aggregate.
#[derive(Debug)]
pub(crate) struct Aggregate {
    pub(crate) op: AggregateOp,
    pub(crate) target: Option<Term>,
    pub(crate) body: Body,
    /// Number of its scope while the rule is built.
    scope: usize,
    /// As in the checked program.
    pub(crate) injected: Vec<VarId>,
    pub(crate) local: Vec<VarId>,
    pub(crate) witnesses: Vec<VarId>,
    pub(crate) node: Node,
    pub(crate) span: Span,
}

impl Term {
    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Wildcard(span) | Self::Variable(_, span) | Self::Cast { span, .. } | Self::Broken { span, .. } => {
                *span
            }
            Self::Composite(composite) => composite.span,
            Self::Counter(_, span) | Self::RoundNumber(_, span) => *span,
            Self::Constant(constant) => constant.span,
            Self::Call(call) => call.span,
            Self::Parameter(lookup) => lookup.span,
            Self::Chain { rest, start, .. } => rest.last().map_or(*start, |link| link.span),
            Self::Aggregate(aggregate) => aggregate.span,
        }
    }
}

impl Rule {
    /// The node of a term; `None` where it has no type.
    pub(crate) fn node(&self, term: &Term) -> Option<Node> {
        node_of(&self.variables, term)
    }

    /// The variable with this number.
    pub(crate) fn variable(&self, id: VarId) -> &Variable {
        &self.variables[id.0 as usize]
    }
}

/// The node of a term; `None` where it has no type.
fn node_of(variables: &[Variable], term: &Term) -> Option<Node> {
    match term {
        Term::Wildcard(_) | Term::Broken { .. } => None,
        Term::Variable(id, _) => Some(variables[id.0 as usize].node),
        Term::Constant(constant) => Some(constant.node),
        Term::Call(call) => Some(call.node),
        Term::Parameter(lookup) => Some(lookup.node),
        Term::Chain { first, rest, .. } => {
            rest.last().map_or_else(|| node_of(variables, first), |link| Some(link.node))
        }
        Term::Cast { node, .. } | Term::Counter(node, _) | Term::RoundNumber(node, _) => Some(*node),
        Term::Composite(composite) => Some(composite.node),
        Term::Aggregate(aggregate) => Some(aggregate.node),
    }
}
