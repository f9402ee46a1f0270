//! Norms against a corpus of texts of law: does the article exist, do the quoted words stand in it, was that wording in
//! force for as long as the norm says?
//!
//! [`Corpus::read`] takes the text of a file, [`compare`] the norms of a program. Nothing here says what a norm means, and
//! nothing decides that it was verified: that is what a person writes into `checked`.

mod compare;
mod corpus;
mod interval;
mod quotation;

pub use compare::{Compared, Standing, compare};
pub use corpus::Corpus;
