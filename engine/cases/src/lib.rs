//! The tests of rule files: cases that lawyers wrote down -> what comes of them.
//!
//! A [`Case`] is the program with the facts of one test in place of its records. Its model is judged by what the test expects; all models
//! together say which rules and exceptions no test meets; and where a comparison decides a case, its neighbours at the limit are made, for
//! somebody to say whether the engine is right about them.

mod boundaries;
mod case;
mod coverage;
mod near;
mod probes;
mod reasons;
mod trace;
mod verdict;

pub use boundaries::{Moved, Variant, variants};
pub use case::Case;
pub use coverage::{Coverage, Exception, ExceptionForm, Uncovered};
pub use near::Noted;
pub use trace::Cell;
pub use verdict::{Found, Verdict, judge};
