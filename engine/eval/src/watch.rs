//! What looks on while a program is evaluated: the only clock, and the only hand that can stop the work.

/// The outside as the evaluator knows it. Results never depend on it, except that it may end the run.
pub trait Watch: Sync {
    /// Nanoseconds since some fixed moment; only differences are used, for [`crate::Profile`].
    fn now(&self) -> u64;

    /// Called at least at the end of every firing and after every few thousand bindings in between, by any thread. `Some`
    /// ends the run soon.
    fn look(&self, progress: &Progress) -> Option<Stop>;
}

/// Nobody looks on: no times, no end before the end.
#[derive(Debug, Clone, Copy)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn now(&self) -> u64 {
        0
    }

    fn look(&self, _: &Progress) -> Option<Stop> {
        None
    }
}

/// How far an evaluation is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Progress {
    /// The stratum worked on, from 0.
    pub stratum: usize,
    /// How many strata there are.
    pub strata: usize,
    /// Its round, from 1.
    pub round: u32,
    /// Facts so far, records included, as of the last firing that ended.
    pub facts: u64,
}

/// Why a run is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Somebody does not want it any more.
    Interrupted,
    /// It holds more memory than it may: this many bytes may be held.
    Memory(u64),
}

/// What an evaluation may cost. `None`: as much as it takes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limits {
    /// Facts of all relations together that rules may add.
    pub facts: Option<u64>,
    /// Rounds of one stratum.
    pub rounds: Option<u32>,
}

/// Why there is no model.
#[derive(Debug)]
pub enum Halt {
    /// A rule fails on the records.
    Wrong(Box<diagnostics::Diagnostic>),
    /// A limit was reached; the diagnostic names the rule that grows.
    Limit(Box<diagnostics::Diagnostic>),
    /// [`Stop::Interrupted`]
    Interrupted,
}
