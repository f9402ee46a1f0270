//! How long is waited.

use std::time::Duration;

/// How long a server may take to answer at first.
pub(crate) const CONNECT_MAX: Duration = Duration::from_secs(10);

/// How long a connection may be silent before it is asked whether it is still there.
pub(crate) const SILENCE_MAX: Duration = Duration::from_secs(30);
