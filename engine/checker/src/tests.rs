//! Small programs whose models were worked out by hand.

mod aggregates;
mod bodies;
mod composites;
mod failures;
mod generators;
mod laws;
mod limits;
mod oracle;
mod recursion;
mod rounds;
mod terms;
