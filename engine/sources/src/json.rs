//! JSON: a list of records, each a list of values or an object that has the columns as names.

mod composite;
mod fields;
mod read;
mod scalar;
mod write;

pub(crate) use read::read;
pub use write::write;
