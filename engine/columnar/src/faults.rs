//! What is wrong with a Parquet file.

use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

use diagnostics::{Diagnostic, catalogue};
use parquet::errors::ParquetError;
use sources::TableError;

/// It cannot be read, for this reason.
pub(crate) fn damaged(reason: impl Display) -> TableError {
    Diagnostic::unplaced(&catalogue::BAD_PARQUET).arg("reason", reason).into()
}

/// Runs a step of the reader, which takes what a damaged file says about itself at its word and may panic there.
pub(crate) fn step<T>(step: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, TableError> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(done) => done.map_err(|error| damaged(error.to_string().trim_start_matches("Parquet error: "))),
        Err(_) => Err(damaged("its parts contradict each other")),
    }
}
