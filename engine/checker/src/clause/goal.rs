//! What a clause asks for.

use std::cmp::Ordering;

use program::checked::{Comparison, Functor, Norm, RelId, TextTest};
use values::{Primitive, ShapeId, Value};

use super::{Expr, Fold, Use, Var};
use crate::arithmetic;
use crate::interner::Code;
use crate::rows::Kind;

/// One of the conditions of a clause.
pub enum Goal<'p> {
    /// The relation holds such a tuple; perhaps it is a guess that it does, each of a kind and with a number.
    Atom { relation: RelId, args: Vec<Arg<'p>>, guesses: Vec<(Kind, u32)> },
    /// It holds none.
    Absent { relation: RelId, args: Vec<Arg<'p>> },
    /// It is known whether it holds none.
    Known(Absence<'p>),
    /// Whether the norm is in force on the day comes out as `expected`.
    InForce { norm: &'p Norm, day: Var, expected: bool },
    /// If the binding has made the guess: no tuple has the key.
    Guess(Guess<'p>),
    /// `whole` is the composite of these fields: takes it apart, or makes it.
    Composite { whole: Var, shape: ShapeId, branch: u32, fields: Vec<Arg<'p>> },
    /// Both sides stand in this relation to each other.
    Compare { relates: Relates, left: Side<'p>, right: Side<'p> },
    /// The test of `text` against `pattern` comes out so.
    Text { test: TextTest, expected: bool, pattern: Expr<'p>, text: Expr<'p> },
    /// `variable = range(args)`, for a variable that no other goal binds.
    Range { variable: Var, args: Vec<Expr<'p>> },
    /// `variable = aggregate`, likewise for `variable`.
    Aggregate { variable: Var, fold: Fold<'p> },
    /// Every variable gets a number of its own, for each binding of the variables of the rule, of which `named` says how many it
    /// names. The plan says which of them are known by then: `key`.
    Count { variables: Vec<(Var, Primitive)>, named: Var, key: Vec<Var> },
}

/// The law's negation.
pub struct Absence<'p> {
    /// The relation.
    pub relation: RelId,
    /// What must not be there.
    pub args: Vec<Arg<'p>>,
    /// For which place and time that must be known.
    pub within: Vec<Extent<'p>>,
    /// Whether it must be absent; otherwise, that it is not must be known.
    pub expected: bool,
}

/// A part of a `within`.
pub struct Extent<'p> {
    /// The column that carries the place or day.
    pub column: &'p str,
    /// The place, or the first day.
    pub from: Expr<'p>,
    /// The last day; `None`: the first one.
    pub to: Option<Expr<'p>>,
}

/// A guess that an atom offers: that there is a tuple with a key, though none is known.
pub struct Guess<'p> {
    /// Its number in the clause.
    pub number: u32,
    /// The relation.
    pub relation: RelId,
    /// The columns of the key.
    pub columns: Vec<usize>,
    /// What the atom says in these columns.
    pub key: Vec<Arg<'p>>,
}

/// An argument of an atom.
#[derive(Clone)]
pub enum Arg<'p> {
    /// `_`
    Any,
    /// A constant.
    Constant(Code),
    /// A variable, which a positive atom binds.
    Variable(Var),
    /// An expression, which an atom never solves, or a composite, which may turn into a goal of its own.
    Computed(Expr<'p>),
}

/// How two sides are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Relates {
    /// By an operator of the language; floats numerically where `float`.
    By { op: Comparison, float: bool },
    /// Identity, as in the columns of a relation: floats by their bits, composites whatever their depth.
    Same,
    /// No identity.
    Other,
}

/// A side of a comparison.
pub enum Side<'p> {
    /// One value.
    Single(Expr<'p>),
    /// Arithmetic on decimals in fractions.
    Ratio(Expr<'p>),
}

impl<'p> Goal<'p> {
    /// The variables whose values it needs, ascending.
    pub fn reads(&self) -> Vec<Var> {
        let mut found = Vec::new();
        match self {
            Self::Atom { args, .. } => uses(args, Use::Needs, &mut found),
            Self::Absent { args, .. } => {
                uses(args, Use::Needs, &mut found);
                uses(args, Use::Holds, &mut found);
            }
            Self::Known(absence) => {
                uses(&absence.args, Use::Needs, &mut found);
                uses(&absence.args, Use::Holds, &mut found);
                let within = absence.within.iter();
                within.flat_map(|part| part.to.iter().chain([&part.from])).for_each(|day| day.variables(&mut found));
            }
            Self::InForce { day, .. } => found.push(*day),
            Self::Guess(guess) => {
                uses(&guess.key, Use::Needs, &mut found);
                uses(&guess.key, Use::Holds, &mut found);
            }
            Self::Composite { whole, fields, .. } => {
                found.push(*whole);
                uses(fields, Use::Needs, &mut found);
            }
            Self::Compare { left, right, .. } => [left, right].into_iter().for_each(|side| side.variables(&mut found)),
            Self::Text { pattern, text, .. } => [pattern, text].into_iter().for_each(|expr| expr.variables(&mut found)),
            Self::Range { args, .. } => args.iter().for_each(|arg| arg.variables(&mut found)),
            Self::Aggregate { fold, .. } => found.extend(&fold.group),
            Self::Count { key, .. } => found.extend(key),
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The variables it binds where they are not bound yet, ascending.
    pub fn binds(&self) -> Vec<Var> {
        let mut found = Vec::new();
        match self {
            Self::Atom { args, .. } => uses(args, Use::Holds, &mut found),
            Self::Composite { whole, fields, .. } => {
                uses(fields, Use::Holds, &mut found);
                found.retain(|var| var != whole);
            }
            Self::Range { variable, .. } => found.push(*variable),
            Self::Aggregate { variable, fold } => found.extend([&[*variable], &fold.witnesses[..]].concat()),
            Self::Count { variables, .. } => found.extend(variables.iter().map(|(variable, _)| *variable)),
            _ => {}
        }
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

impl<'p> From<Expr<'p>> for Arg<'p> {
    fn from(expr: Expr<'p>) -> Self {
        match expr {
            Expr::Any => Self::Any,
            Expr::Variable(variable) => Self::Variable(variable),
            _ => Self::Computed(expr),
        }
    }
}

impl<'p> Arg<'p> {
    /// The variable that this argument is.
    pub fn plain(&self) -> Option<Var> {
        if let Self::Variable(var) = self { Some(*var) } else { None }
    }

    /// True where a wildcard is part of it, so that it has no value.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Any => true,
            Self::Constant(_) | Self::Variable(_) => false,
            Self::Computed(expr) => expr.is_open(),
        }
    }

    /// That the variable, put in the place of this argument, is what the argument is; nothing for `_`.
    pub fn goal(self, variable: Var) -> Option<Goal<'p>> {
        match self {
            Self::Computed(Expr::Composite(shape, branch, fields)) => {
                let fields = fields.into_iter().map(Arg::from).collect();
                Some(Goal::Composite { whole: variable, shape, branch, fields })
            }
            Self::Computed(expr) => {
                let (left, right) = (Side::Single(Expr::Variable(variable)), Side::Single(expr));
                Some(Goal::Compare { relates: Relates::Same, left, right })
            }
            _ => None,
        }
    }

    /// Shows what it does with each of its variables to `visit`.
    pub fn uses(&self, visit: &mut dyn FnMut(Use, Var)) {
        match self {
            Self::Any | Self::Constant(_) => {}
            Self::Variable(var) => visit(Use::Holds, *var),
            Self::Computed(expr) => expr.uses(Use::Holds, visit),
        }
    }
}

/// Adds the variables with which `args` do `what`.
fn uses(args: &[Arg<'_>], what: Use, found: &mut Vec<Var>) {
    let mut visit = |done: Use, var| found.extend((done == what).then_some(var));
    args.iter().for_each(|arg| arg.uses(&mut visit));
}

impl Relates {
    /// How values of type `operand` are compared by `op`. Composites are equal or not.
    pub fn by(op: Comparison, operand: Primitive) -> Relates {
        match (op, operand) {
            (Comparison::Equal, Primitive::Composite(_)) => Self::Same,
            (_, Primitive::Composite(_)) => Self::Other,
            _ => Self::By { op, float: operand == Primitive::Float },
        }
    }

    /// Whether two values stand in this relation.
    pub fn hold(self, left: &Value, right: &Value) -> bool {
        match self {
            Self::By { op, .. } => arithmetic::compare(op, left, right),
            Self::Same => left == right,
            Self::Other => left != right,
        }
    }

    /// Whether two values of this order do.
    pub fn order(self, order: Ordering) -> bool {
        match self {
            Self::By { op, .. } => arithmetic::holds(op, Some(order)),
            Self::Same => order.is_eq(),
            Self::Other => order.is_ne(),
        }
    }

    /// True where codes say as much as values.
    pub fn is_identity(self) -> bool {
        matches!(self, Self::Same | Self::Other)
    }

    /// True for equality of either kind.
    pub fn is_equation(self) -> bool {
        matches!(self, Self::Same | Self::By { op: Comparison::Equal, .. })
    }
}

impl Side<'_> {
    fn variables(&self, found: &mut Vec<Var>) {
        let (Self::Single(expr) | Self::Ratio(expr)) = self;
        expr.variables(found);
    }
}
