//! Random programs: valid, stratified, ending, and directed by types and groundedness, so that nearly all of them pass the
//! checks. They shrink by their structure: rules, facts, literals and terms are left out one by one.

mod body;
mod composite;
mod dice;
mod expression;
mod generate;
mod program;
mod smaller;
mod strategy;
mod text;
mod variant;

pub use dice::Dice;
pub use generate::random_program;
pub use program::{Aggregate, Atom, Expr, Item, Law, Program, Relation, Rule};
pub use strategy::Programs;
pub use variant::{Variant, variant};
