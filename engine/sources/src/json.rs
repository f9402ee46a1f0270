//! JSON: a list of records, each a list of values or an object that has the columns as names.

mod composite;
mod fields;
mod lines;
mod pointer;
mod read;
mod record;
mod scalar;
mod write;

pub(crate) use fields::{Fields, Kind, fields};
pub(crate) use lines::read_lines;
pub(crate) use read::read;
pub use write::{write, write_lines};
