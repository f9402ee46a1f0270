//! What the constructs of the law come to, worked out by hand and evaluated in plain rules.

mod absence;
mod aggregates;
mod findings;
mod limits;
mod support;
mod versions;
