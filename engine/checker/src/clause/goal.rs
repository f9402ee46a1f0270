//! What a clause asks for.

use std::cmp::Ordering;

use program::checked::{Comparison, Functor, RelId, TextTest};
use values::Value;

use super::{Expr, Fold, Var};
use crate::arithmetic;
use crate::interner::Code;

/// One of the conditions of a clause.
pub enum Goal<'p> {
    /// The relation holds such a tuple.
    Atom { relation: RelId, args: Vec<Arg<'p>> },
    /// It holds none.
    Absent { relation: RelId, args: Vec<Arg<'p>> },
    /// Both sides stand in this relation to each other.
    Compare { relates: Relates, left: Side<'p>, right: Side<'p> },
    /// The test of `text` against `pattern` comes out so.
    Text { test: TextTest, expected: bool, pattern: Expr<'p>, text: Expr<'p> },
    /// `variable = range(args)`, for a variable that no other goal binds.
    Range { variable: Var, args: Vec<Expr<'p>> },
    /// `variable = aggregate`, likewise.
    Aggregate { variable: Var, fold: Fold<'p> },
}

/// An argument of an atom.
pub enum Arg<'p> {
    /// `_`
    Any,
    /// A constant.
    Constant(Code),
    /// A variable, which a positive atom binds.
    Variable(Var),
    /// An expression, which an atom never solves.
    Computed(Expr<'p>),
}

/// How two sides are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Relates {
    /// By an operator of the language; floats numerically where `float`.
    By { op: Comparison, float: bool },
    /// Identity, as in the columns of a relation: floats by their bits.
    Same,
}

/// A side of a comparison.
pub enum Side<'p> {
    /// One value.
    Single(Expr<'p>),
    /// `dividend / divisor` of decimals, never carried out.
    Quotient(Expr<'p>, Expr<'p>),
}

impl<'p> Goal<'p> {
    /// The variables whose values it needs, ascending.
    pub fn reads(&self) -> Vec<Var> {
        let mut found = Vec::new();
        match self {
            Self::Atom { args, .. } => args.iter().for_each(|arg| arg.computed(&mut found)),
            Self::Absent { args, .. } => args.iter().for_each(|arg| {
                arg.computed(&mut found);
                found.extend(arg.plain());
            }),
            Self::Compare { left, right, .. } => [left, right].into_iter().for_each(|side| side.variables(&mut found)),
            Self::Text { pattern, text, .. } => [pattern, text].into_iter().for_each(|expr| expr.variables(&mut found)),
            Self::Range { args, .. } => args.iter().for_each(|arg| arg.variables(&mut found)),
            Self::Aggregate { fold, .. } => found.extend(&fold.group),
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The variables it binds where they are not bound yet, ascending.
    pub fn binds(&self) -> Vec<Var> {
        let mut found: Vec<Var> = match self {
            Self::Atom { args, .. } => args.iter().filter_map(Arg::plain).collect(),
            Self::Range { variable, .. } | Self::Aggregate { variable, .. } => vec![*variable],
            _ => vec![],
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The equation read as a definition of `variable`: an expression without it, and the functors that lead from the
    /// expression's value to the variable's.
    pub fn definition(&self, variable: Var) -> Option<(&Expr<'p>, Vec<Functor>)> {
        let Self::Compare { relates, left: Side::Single(left), right: Side::Single(right) } = self else { return None };
        if !relates.is_equation() {
            return None;
        }
        [(left, right), (right, left)].into_iter().find_map(|(side, expr)| {
            let (bare, inverse) = side.bare()?;
            let mut others = Vec::new();
            expr.variables(&mut others);
            (bare == variable && !others.contains(&variable)).then_some((expr, inverse))
        })
    }
}

impl<'p> Arg<'p> {
    /// The variable that this argument is.
    pub fn plain(&self) -> Option<Var> {
        if let Self::Variable(var) = self { Some(*var) } else { None }
    }

    fn computed(&self, found: &mut Vec<Var>) {
        if let Self::Computed(expr) = self {
            expr.variables(found);
        }
    }
}

impl Relates {
    /// Whether two values stand in this relation.
    pub fn hold(self, left: &Value, right: &Value) -> bool {
        match self {
            Self::By { op, .. } => arithmetic::compare(op, left, right),
            Self::Same => left == right,
        }
    }

    /// Whether two values of this order do.
    pub fn order(self, order: Ordering) -> bool {
        match self {
            Self::By { op, .. } => arithmetic::holds(op, Some(order)),
            Self::Same => order.is_eq(),
        }
    }

    /// True for equality of either kind.
    pub fn is_equation(self) -> bool {
        matches!(self, Self::Same | Self::By { op: Comparison::Equal, .. })
    }
}

impl Side<'_> {
    fn variables(&self, found: &mut Vec<Var>) {
        match self {
            Self::Single(expr) => expr.variables(found),
            Self::Quotient(dividend, divisor) => {
                dividend.variables(found);
                divisor.variables(found);
            }
        }
    }
}
