//! Which derivations facts have, and what stands in the way of a fact that does not hold.

mod canonical;
mod lacking;
mod laws;
mod outcomes;
mod support;
mod terms;
