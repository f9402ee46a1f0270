//! Programs as texts, and what the check says about them: codes with their places, or the checked program.

mod aggregates;
mod annotations;
mod atoms;
mod beneath;
mod components;
mod composites;
mod correct;
mod cross_products;
mod declarations;
mod directives;
mod grounded;
mod included;
mod independent;
mod inlining;
mod large;
mod law;
mod law_lints;
mod lints;
mod literals;
mod plans;
mod refused;
mod strata;
mod subsets;
mod support;
mod types;
