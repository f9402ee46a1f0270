//! Derivations of small programs, told and written in full.

mod chain;
mod given;
mod golden;
mod lacking;
mod laws;
mod schema;
mod sentences;
mod syllogisms;
mod time;
mod why_not;
