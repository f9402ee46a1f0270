//! Aggregates.

use diagnostics::Span;
use values::Primitive;

use super::{Atom, Body, LiteralKind, Term, VarId};

/// `op target : { body }`.
///
/// Empty set: `count` and `sum` give 0; the literal that holds a `min`, `max` or `mean` fails.
#[derive(Clone, Debug)]
pub struct Aggregate {
    /// Which function.
    pub op: AggregateOp,
    /// What is added up or compared; `None` for `count`.
    pub target: Option<Term>,
    /// The type of `target`'s values (number for `count`), which is also the type of the result.
    pub operand: Primitive,
    /// A conjunction of literals (atoms, negated atoms, constraints); no disjunction.
    pub body: Body,
    /// Variables bound outside, ascending: the group.
    pub injected: Vec<VarId>,
    /// Variables of the body and target that live inside only, ascending.
    pub local: Vec<VarId>,
    /// Variables of the body that are used outside, where nothing else gives them a value, ascending; neither `injected` nor `local`, and
    /// only for `min` and `max`. They take the values of each contribution that attains the extremum.
    pub witnesses: Vec<VarId>,
    /// What counts as one contribution.
    pub contribution: Contribution,
    /// Where it stands.
    pub span: Span,
}

impl Aggregate {
    /// The atom that its body is, where it is nothing else.
    pub fn only_atom(&self) -> Option<&Atom> {
        let mut body = &self.body;
        while let Body::All(parts) | Body::Any(parts) = body {
            let [only] = parts.as_slice() else { return None };
            body = only;
        }
        match body {
            Body::Literal(literal) => match &literal.kind {
                LiteralKind::Atom(atom) => Some(atom),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Aggregate functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AggregateOp {
    /// How many contributions; a number.
    Count,
    /// Their sum, checked; number, unsigned, float, decimal. Floats are added in ascending order of the contributions
    /// (total order), so that the sum is a function of the set.
    Sum,
    /// The least; number, unsigned, float, date, decimal.
    Min,
    /// The greatest; likewise.
    Max,
    /// The mean; float, added up as in `Sum`, or decimal: an exact ratio, of which the sum has to fit into a decimal (see
    /// [`Term::Ratio`]).
    Mean,
}

impl AggregateOp {
    /// True where certain contributions give the result, and so can be its witnesses.
    pub fn is_extremum(self) -> bool {
        matches!(self, Self::Min | Self::Max)
    }

    /// As written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Sum => "sum",
            Self::Min => "min",
            Self::Max => "max",
            Self::Mean => "mean",
        }
    }
}

/// What counts as one contribution of an aggregate for one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contribution {
    /// Every tuple of the body's only positive atom that matches, columns under `_` included.
    Tuple,
    /// Every distinct assignment of the local named variables and the witnesses.
    Assignment,
}
