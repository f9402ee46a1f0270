//! Terms that have one value: no ranges, aggregates or counters.

use program::checked::{Functor, Parameter};
use values::{ShapeId, Value};

use crate::arithmetic::can_fail;

use super::Var;

/// An expression. Nesting is bounded as in the program, chains are flat.
#[derive(Clone)]
pub enum Expr<'p> {
    /// `_`, somewhere in a composite that is only taken apart.
    Any,
    /// A constant.
    Constant(&'p Value),
    /// A variable.
    Variable(Var),
    /// A variable in the place of a range, an aggregate or a counter, which alone give it a value.
    Generated(Var),
    /// A functor call.
    Call(Functor, Vec<Expr<'p>>),
    /// `first op right op right ...` from left to right.
    Chain(Box<Expr<'p>>, Vec<(Functor, Expr<'p>)>),
    /// `[..]` or `$B(..)`: shape, branch, fields.
    Composite(ShapeId, u32, Vec<Expr<'p>>),
    /// The value of a parameter: its keys, and the day if it is dated.
    Parameter(&'p Parameter, Vec<Expr<'p>>, Option<Box<Expr<'p>>>),
    /// The number of the round.
    Round,
}

/// What an expression does with a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It computes with the value.
    Needs,
    /// The variable is a field, perhaps of a field, of a composite: whoever takes that apart learns the value.
    Holds,
}

impl Expr<'_> {
    /// Adds its variables to `found`.
    pub fn variables(&self, found: &mut Vec<Var>) {
        self.uses(Use::Needs, &mut |_, var| found.push(var));
    }

    /// Shows each occurrence of a variable to `visit`; `bare` is what is done with those that stand alone or as a field.
    pub fn uses(&self, bare: Use, visit: &mut dyn FnMut(Use, Var)) {
        match self {
            Self::Any | Self::Constant(_) | Self::Round => {}
            Self::Variable(var) => visit(bare, *var),
            Self::Generated(var) => visit(Use::Needs, *var),
            Self::Call(_, args) => args.iter().for_each(|arg| arg.uses(Use::Needs, visit)),
            Self::Parameter(_, keys, on) => {
                keys.iter().chain(on.as_deref()).for_each(|arg| arg.uses(Use::Needs, visit));
            }
            Self::Chain(first, rest) => {
                first.uses(Use::Needs, visit);
                rest.iter().for_each(|(_, right)| right.uses(Use::Needs, visit));
            }
            Self::Composite(_, _, fields) => fields.iter().for_each(|field| field.uses(bare, visit)),
        }
    }

    /// True where a wildcard is part of it, so that it has no value.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Any => true,
            Self::Composite(_, _, fields) => fields.iter().any(Expr::is_open),
            _ => false,
        }
    }

    /// True where it may have no value, given which variables may have none.
    pub fn may_fail(&self, risky: &dyn Fn(Var) -> bool) -> bool {
        match self {
            Self::Any | Self::Constant(_) | Self::Round => false,
            Self::Variable(var) | Self::Generated(var) => risky(*var),
            Self::Parameter(..) => true,
            Self::Call(functor, args) => can_fail(*functor) || args.iter().any(|arg| arg.may_fail(risky)),
            Self::Chain(first, rest) => {
                first.may_fail(risky) || rest.iter().any(|(functor, right)| can_fail(*functor) || right.may_fail(risky))
            }
            Self::Composite(_, _, fields) => fields.iter().any(|field| field.may_fail(risky)),
        }
    }

    /// The variable that this is, perhaps under `as`, and the functors that lead from the value of this to the
    /// variable's.
    ///
    /// ```text
    /// as(as(x, B), C) = e   is   x = as(as(e, B), A)
    /// ```
    pub fn bare(&self) -> Option<(Var, Vec<Functor>)> {
        let mut inverse = Vec::new();
        let mut expr = self;
        loop {
            match expr {
                Self::Variable(var) => return Some((*var, inverse)),
                Self::Call(Functor::Reinterpret(from, to), args) => {
                    inverse.push(Functor::Reinterpret(*to, *from));
                    expr = args.first()?;
                }
                _ => return None,
            }
        }
    }
}
