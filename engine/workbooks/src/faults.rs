//! What is wrong with a workbook.

use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

use diagnostics::{Diagnostic, catalogue};
use sources::TableError;

/// It cannot be read, for this reason.
pub(crate) fn damaged(reason: impl Display) -> TableError {
    Diagnostic::unplaced(&catalogue::DAMAGED_WORKBOOK).arg("reason", reason).into()
}

/// Opens it only with a password.
pub(crate) fn encrypted() -> TableError {
    Diagnostic::unplaced(&catalogue::ENCRYPTED_WORKBOOK).into()
}

/// Runs a step of the reader, which takes what a damaged file says about itself at its word and may panic there.
pub(crate) fn step<T, E>(step: impl FnOnce() -> Result<T, E>) -> Result<T, Broken<E>> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(error)) => Err(Broken::Refused(error)),
        Err(_) => Err(Broken::GaveUp),
    }
}

/// Why the reader cannot go on.
#[derive(Debug)]
pub(crate) enum Broken<E> {
    /// It says this.
    Refused(E),
    /// It met something that it did not expect.
    GaveUp,
}

impl<E: Display> From<Broken<E>> for TableError {
    fn from(broken: Broken<E>) -> Self {
        match broken {
            Broken::Refused(error) => damaged(error),
            Broken::GaveUp => damaged("its parts contradict each other"),
        }
    }
}
