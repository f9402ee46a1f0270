//! A rule's normal form: one head, and goals that must all be met.

mod expr;
mod flatten;
mod goal;

pub use expr::{Expr, Use};
pub use flatten::{Reading, flatten, flatten_fold, flatten_pair};
pub use goal::{Absence, Arg, Extent, Goal, Guess, Relates, Side};

use std::collections::BTreeSet;

use program::checked::{AggregateOp, RelId};
use values::Primitive;

use crate::plan::Plan;

/// Number of a variable in its clause: the rule's own numbers, then those of variables made on the way.
pub type Var = u32;

/// `head :- goals.`
pub struct Clause<'p> {
    /// Variables bound before the first goal: none for a rule, the group's for the body of an aggregate.
    pub given: Vec<Var>,
    /// What must be met.
    pub goals: Vec<Goal<'p>>,
    /// What is concluded, or contributed to an aggregate.
    pub head: Vec<Expr<'p>>,
    /// All variables have smaller numbers.
    pub variables: Var,
    /// It asks for the number of the round.
    pub counts_rounds: bool,
    /// It also concludes what is open, from tuples of these relations that are open themselves and perhaps lack values.
    pub open: Option<&'p BTreeSet<RelId>>,
}

/// An aggregate.
///
/// ```text
/// variable = op target : { body }   for every value of `group`, and for every value of `witnesses` that attains it
/// ```
pub struct Fold<'p> {
    /// The function.
    pub op: AggregateOp,
    /// The type of what is folded.
    pub operand: Primitive,
    /// The injected variables.
    pub group: Vec<Var>,
    /// The variables of the body that are known outside.
    pub witnesses: Vec<Var>,
    /// The body. Its heads are the group, the target (none for `count`), the witnesses, and what else tells contributions apart.
    pub body: Vec<(Clause<'p>, Plan)>,
    /// The body over open tuples; empty where it reads nothing that may be open.
    pub open: Vec<(Clause<'p>, Plan)>,
}

impl Clause<'_> {
    /// How many values its head and the aggregates of its body put side by side at the most.
    pub fn width(&self) -> usize {
        let folds = self
            .goals
            .iter()
            .filter_map(|goal| if let Goal::Aggregate { fold, .. } = goal { Some(fold) } else { None });
        let bodies = folds
            .flat_map(|fold| fold.body.iter().chain(&fold.open))
            .map(|(clause, plan)| plan.width().max(clause.width()));
        bodies.max().unwrap_or(0).max(self.head.len())
    }
}
