//! What the evaluator derives, in which rounds, and how it fails.

mod rounds;
mod support;
mod terms;
