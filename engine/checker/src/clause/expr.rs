//! Terms that have one value: no wildcards, ranges, aggregates or quotients.

use program::checked::Functor;
use values::Value;

use crate::arithmetic::can_fail;

use super::Var;

/// An expression. Nesting is bounded as in the program, chains are flat.
pub enum Expr<'p> {
    /// A constant.
    Constant(&'p Value),
    /// A variable.
    Variable(Var),
    /// A functor call.
    Call(Functor, Vec<Expr<'p>>),
    /// `first op right op right ...` from left to right.
    Chain(Box<Expr<'p>>, Vec<(Functor, Expr<'p>)>),
}

impl Expr<'_> {
    /// Adds its variables to `found`.
    pub fn variables(&self, found: &mut Vec<Var>) {
        match self {
            Self::Constant(_) => {}
            Self::Variable(var) => found.push(*var),
            Self::Call(_, args) => args.iter().for_each(|arg| arg.variables(found)),
            Self::Chain(first, rest) => {
                first.variables(found);
                rest.iter().for_each(|(_, right)| right.variables(found));
            }
        }
    }

    /// True where it may have no value, given which variables may have none.
    pub fn may_fail(&self, risky: &dyn Fn(Var) -> bool) -> bool {
        match self {
            Self::Constant(_) => false,
            Self::Variable(var) => risky(*var),
            Self::Call(functor, args) => can_fail(*functor) || args.iter().any(|arg| arg.may_fail(risky)),
            Self::Chain(first, rest) => {
                first.may_fail(risky) || rest.iter().any(|(functor, right)| can_fail(*functor) || right.may_fail(risky))
            }
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
