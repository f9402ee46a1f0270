//! Small programs whose models were worked out by hand.

mod aggregates;
mod bodies;
mod composites;
mod conflicts;
mod failures;
mod generators;
mod laws;
mod lighter;
mod limits;
mod openness;
mod oracle;
mod parameters;
mod recursion;
mod rounds;
mod terms;
