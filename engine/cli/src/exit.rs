//! How a command ends.

use std::io;
use std::process::ExitCode;

use diagnostics::Diagnostic;

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The rules or the records are wrong.
    Wrong,
    /// The command line is wrong.
    Usage,
    /// The answer is no.
    No,
    /// A limit was reached.
    Limit,
    /// Somebody interrupted it.
    Interrupted,
}

impl Exit {
    /// The code the process ends with.
    pub fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Done => 0,
            Self::Wrong => 1,
            Self::Usage => 2,
            Self::No => 3,
            Self::Limit => 4,
            Self::Interrupted => 130,
        })
    }
}

/// Why a command stops before its end.
#[derive(Debug)]
pub enum Failure {
    /// These were found.
    Found(Exit, Vec<Diagnostic>),
    /// Standard output or standard error takes no more.
    Stream(io::Error),
}

impl Failure {
    /// The command line is wrong.
    pub fn usage(diagnostic: Diagnostic) -> Self {
        Self::Found(Exit::Usage, vec![diagnostic])
    }

    /// The rules or the records are wrong.
    pub fn wrong(diagnostic: Diagnostic) -> Self {
        Self::Found(Exit::Wrong, vec![diagnostic])
    }

    /// A limit was reached.
    pub fn limit(diagnostic: Diagnostic) -> Self {
        Self::Found(Exit::Limit, vec![diagnostic])
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Stream(error)
    }
}
