//! What a code means, apart from any place where it occurred.

use crate::Text;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The run cannot go on: exit 1 (2 for the command line).
    Error,
    /// Shown unless `-w`; changes no result.
    Warning,
}

/// One stable code with everything `syllogist explain CODE` prints. Codes are never reused.
#[derive(Debug)]
pub struct Entry {
    /// `SY` and four digits.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// One sentence without a full stop.
    pub message: Text,
    /// Words under the marked place; may be empty.
    pub label: Text,
    /// The way out, an imperative; never empty.
    pub help: Text,
    /// What it says and why it matters to somebody who answers for the clues: a short paragraph.
    pub explanation: Text,
    /// Something that provokes the code, and the same thing written right.
    pub example: Example,
}

/// The example of an [`Entry`].
#[derive(Debug)]
pub enum Example {
    /// Two rule programs; a test checks that the first gives this code and the second gives no diagnostic.
    Program {
        /// Provokes the code.
        wrong: &'static str,
        /// Does not.
        right: &'static str,
    },
    /// Something that is not a rule program alone (a record file, a command), shown as it is.
    Shown {
        /// Provokes the code.
        wrong: &'static str,
        /// Does not.
        right: &'static str,
    },
}
