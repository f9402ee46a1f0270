//! The one clock of the project: how long a run has taken. No result depends on it; only a progress line and the times of a
//! profile show it.

use std::time::Instant;

/// Runs from the start of the command.
pub struct Clock(Instant);

impl Clock {
    /// A clock that begins now.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Nanoseconds since it began.
    pub fn nanos(&self) -> u64 {
        u64::try_from(self.0.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }
}
