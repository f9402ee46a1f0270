//! Records and branches in the form of the dialect's text files: `[1, a, nil]`, `$B(x, y)`, `$B`.

mod mistake;
mod parse;
mod print;

pub(crate) use mistake::Mistake;
pub(crate) use parse::parse;
pub use print::value_text;
pub(crate) use print::{Symbols, print};
