//! The evaluator: checked program + facts -> model.
//!
//! Semi-naive fixpoint over append-only columns of 32-bit codes. Rounds are strict: a firing reads finished strata and
//! rows of earlier rounds of its own stratum; every firing appends one segment. The segments are all the provenance that
//! is kept, and all that is needed (see `docs/architecture.md`).
//!
//! Does no input or output; knows no clock, environment or locale.

mod aggregate;
mod atoms;
mod batch;
mod clause;
mod composition;
mod condition;
mod counter;
mod expression;
mod fault;
mod fixpoint;
mod functor;
mod goal;
mod hash;
mod index;
mod lookup;
mod membership;
mod model;
mod pipeline;
mod plan;
mod profile;
mod quantity;
mod range;
mod records;
mod relation;
mod search;
mod watch;

pub use atoms::{Atoms, Found, Outcome, Ranges};
pub use clause::{Clause, Signed, clauses};
pub use condition::holds;
pub use expression::{Expression, link};
pub use fault::{Called, Fault, FaultKind};
pub use fixpoint::evaluate;
pub use functor::apply;
pub use goal::{AggregateGoal, Arg, Goal, GoalKind, Goals, Parts, Side};
pub use lookup::{ByKey, Lookup};
pub use model::{Domination, Model, Origin};
pub use profile::{ClauseProfile, OrderProfile, Profile, Sizes};
pub use quantity::Quantity;
pub use records::Records;
pub use relation::{Relation, Segment};
pub use search::{Bindings, Contribution, Ends, Failing, Purpose, Search, Slot, Solution, contributions};
pub use watch::{Halt, Limits, Progress, Stop, Unwatched, Watch};
