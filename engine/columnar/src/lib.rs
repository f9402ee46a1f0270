//! Parquet: columns of values on disk, read as tables of records and written from relations.
//!
//! Rows are read a few thousand at a time, and written in groups, so that a file may be larger than the memory.

mod batch;
mod faults;
mod kind;
mod moment;
mod open;
#[cfg(test)]
mod tests;
mod write;

pub use open::ParquetFile;
pub use write::write;
