//! Terms: what stands in arguments and on the sides of comparisons.

use diagnostics::Span;
use values::{Primitive, ShapeId, Value};

use super::{Aggregate, Functor, ParameterId, VarId};

/// A term whose type is known. Nesting is bounded (500), chains are flat.
#[derive(Clone, Debug)]
pub enum Term {
    /// `_`, in body atoms only.
    Wildcard,
    /// A variable.
    Variable(VarId),
    /// A constant.
    Constant(Value),
    /// A functor call: all arguments are evaluated, from left to right.
    Call {
        /// Which functor, with its operand type.
        functor: Functor,
        /// Its arguments.
        args: Vec<Term>,
        /// Where it stands.
        span: Span,
    },
    /// A chain of infix operators of one precedence, evaluated from left to right: `first op term op term ...`.
    /// A chain of `^`, which groups to the right, begins with its last operand; its functor is [`Functor::PowerOf`].
    Chain {
        /// The first operand.
        first: Box<Term>,
        /// Operators, each with its right operand.
        rest: Vec<ChainLink>,
    },
    /// An expression over decimals that divides or takes a mean, never carried out in decimals: its chains and negations of decimals are
    /// computed as fractions, nothing is rounded, and nothing is too large. Only as a whole side of a comparison; the first argument of
    /// [`Functor::Round`] is computed in the same way. `a / b` and decimal means occur nowhere else.
    Ratio(Box<Term>),
    /// `range(from, to, step)`: one after the other, `from, from + step, ...` as long as it lies before `to` (half open).
    /// Without `step` 1 or, where `from > to`, -1. Step 0 yields `from` once; a step of the wrong sign yields nothing.
    /// A generator: at most one value per match of the literal, all values over all matches.
    Range {
        /// `from, to` and perhaps `step`.
        args: Vec<Term>,
        /// number, unsigned or float.
        operand: Primitive,
        /// Where it stands.
        span: Span,
    },
    /// An aggregate.
    Aggregate(Box<Aggregate>),
    /// The value of a parameter; no value for these keys on this day is an error.
    Parameter {
        /// Which parameter.
        parameter: ParameterId,
        /// One term for each of its keys.
        keys: Vec<Term>,
        /// The day, a date, where the parameter is dated.
        on: Option<Box<Term>>,
        /// Where it stands.
        span: Span,
    },
    /// `[a, ..]` or `$B(a, ..)`. Stands for the value made of its fields and, where the value comes from elsewhere (a column, the
    /// other side of `=`), takes it apart; only then may a field be a wildcard. `nil` is a constant.
    Composite {
        /// Its type.
        shape: ShapeId,
        /// The number of its branch; 0 for a record.
        branch: u32,
        /// One term per field.
        fields: Vec<Term>,
        /// Where it stands.
        span: Span,
    },
    /// `autoinc()`: another number each time, from 0 on, one after the other for the whole program: candidates of a round in rule order,
    /// then in value order of their bindings. Never in facts and recursive rules.
    Counter {
        /// number, unsigned or float.
        operand: Primitive,
        /// Where it stands.
        span: Span,
    },
    /// `recursive_iteration_cnt()`, an unsigned: how many rounds of the stratum went before this one: 0 in the first, which reads
    /// nothing of the stratum itself, 1 in the second, ...; 0 in facts.
    RoundNumber {
        /// Where it stands.
        span: Span,
    },
}

/// An operator of a chain with its right operand.
#[derive(Clone, Debug)]
pub struct ChainLink {
    /// A functor of two arguments: the chain's value so far and `right`.
    pub functor: Functor,
    /// The right operand.
    pub right: Term,
    /// From the chain's beginning to the end of `right`.
    pub span: Span,
}

impl Term {
    /// The terms it is made of, in text order; an aggregate's target and body are its own affair.
    pub fn children(&self) -> Vec<&Term> {
        match self {
            Self::Wildcard | Self::Variable(_) | Self::Constant(_) | Self::Aggregate(_) => Vec::new(),
            Self::Counter { .. } | Self::RoundNumber { .. } => Vec::new(),
            Self::Call { args, .. } | Self::Range { args, .. } | Self::Composite { fields: args, .. } => {
                args.iter().collect()
            }
            Self::Chain { first, rest } => {
                std::iter::once(&**first).chain(rest.iter().map(|link| &link.right)).collect()
            }
            Self::Ratio(ratio) => vec![ratio],
            Self::Parameter { keys, on, .. } => keys.iter().chain(on.as_deref()).collect(),
        }
    }

    /// [`Term::children`], to be changed.
    pub fn children_mut(&mut self) -> Vec<&mut Term> {
        match self {
            Self::Wildcard | Self::Variable(_) | Self::Constant(_) | Self::Aggregate(_) => Vec::new(),
            Self::Counter { .. } | Self::RoundNumber { .. } => Vec::new(),
            Self::Call { args, .. } | Self::Range { args, .. } | Self::Composite { fields: args, .. } => {
                args.iter_mut().collect()
            }
            Self::Chain { first, rest } => {
                std::iter::once(&mut **first).chain(rest.iter_mut().map(|link| &mut link.right)).collect()
            }
            Self::Ratio(ratio) => vec![ratio],
            Self::Parameter { keys, on, .. } => keys.iter_mut().chain(on.as_deref_mut()).collect(),
        }
    }

    /// Calls `visit` for each variable that it reads: of an aggregate those of its group and its witnesses. Recursive, since the
    /// nesting of terms is bounded by the parser; chains are flat.
    pub fn variables(&self, visit: &mut dyn FnMut(VarId)) {
        match self {
            Self::Variable(id) => visit(*id),
            Self::Aggregate(aggregate) => {
                aggregate.injected.iter().chain(&aggregate.witnesses).copied().for_each(visit);
            }
            term => term.children().into_iter().for_each(|child| child.variables(visit)),
        }
    }
}
