//! Small programs whose models were worked out by hand.

mod aggregates;
mod bodies;
mod failures;
mod generators;
mod limits;
mod oracle;
mod recursion;
mod rounds;
mod terms;
