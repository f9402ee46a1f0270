//! From source text to a checked program: names and types resolved, groundedness and strata checked.
//!
//! Rules are handed on as written (disjunctions, negated bodies and aggregates in place): normal forms are made by the
//! evaluator and by the checker, each for itself, so that a mistake in one is seen by the other.
//!
//! [`check`] is the way in. It reads and parses the texts ([`Loader`]), resolves declarations, then takes each rule through
//! a draft (names resolved, types open), type inference, groundedness and lowering, and at last looks at the program as a
//! whole: strata, and rules about rules.

mod alternatives;
mod annotations;
mod check;
pub mod checked;
mod circles;
mod components;
mod constants;
mod counters;
mod cross_products;
mod damage;
mod declarations;
mod directives;
mod draft;
mod features;
mod graph;
mod grounded;
mod infer;
mod inlining;
mod law_lints;
mod law_tests;
mod legal;
mod lints;
mod load;
mod lone_variables;
mod lower;
mod namespace;
mod operations;
mod plans;
mod pragmas;
mod registry;
mod relations;
mod report;
mod rules;
mod rules_about_rules;
mod sizes;
mod strata;
mod stratify;
mod subsets;
mod subsumptions;
mod templates;
mod types;

pub use check::{Checked, DeclaredInput, Dialect, Written, check, check_dialect};
pub use preprocess::{LoadError, Loaded, Loader};
pub use stratify::{Stratified, stratify};
