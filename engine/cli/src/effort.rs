//! What a run may use: threads, facts, rounds, memory. None of it changes a result.

use std::num::NonZero;

use diagnostics::{Diagnostic, catalogue};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::amount::size;
use crate::exit::Failure;

/// Options that `run` and `why` share.
#[derive(Debug, clap::Args)]
pub struct EffortOptions {
    /// How many threads; `None` where all are wanted.
    #[arg(short = 'j', alias = "jobs", value_name = "N|auto", value_parser = threads, default_value = "auto")]
    threads: Threads,
    /// Facts that rules may add.
    #[arg(long, value_name = "N", value_parser = facts)]
    max_facts: Option<u64>,
    /// Rounds of a recursion.
    #[arg(long, value_name = "N", value_parser = rounds)]
    max_rounds: Option<u32>,
    /// Bytes of memory.
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub max_memory: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Threads {
    /// As many as the machine offers.
    Auto,
    Exactly(usize),
}

/// More would cost more than they bring on any machine there is.
const THREADS_MAX: usize = 1024;

/// Evaluation and writing recurse over the nesting of a program, which is bounded; this is room for the deepest one allowed.
const STACK_BYTES: usize = 64 << 20;

impl EffortOptions {
    /// The threads that do the work.
    pub fn pool(&self) -> Result<ThreadPool, Failure> {
        let count = match self.threads {
            Threads::Auto => std::thread::available_parallelism().map_or(1, NonZero::get).min(THREADS_MAX),
            Threads::Exactly(count) => count,
        };
        ThreadPoolBuilder::new().num_threads(count).stack_size(STACK_BYTES).build().map_err(|error| {
            let refused = Diagnostic::unplaced(&catalogue::THREADS_REFUSED);
            Failure::usage(refused.arg("threads", count).arg("reason", error))
        })
    }

    /// An option given that only the main engine heeds.
    pub fn main_engine_only(&self) -> Option<&'static str> {
        let memory = self.max_memory.map(|_| "--max-memory");
        self.max_rounds.map(|_| "--max-rounds").or(memory)
    }

    /// What the evaluator itself keeps to.
    pub fn limits(&self) -> eval::Limits {
        eval::Limits { facts: self.max_facts, rounds: self.max_rounds }
    }
}

fn threads(text: &str) -> Result<Threads, String> {
    match text {
        "auto" => Ok(Threads::Auto),
        _ => {
            let count = text.parse().ok().filter(|count| (1..=THREADS_MAX).contains(count));
            count.map(Threads::Exactly).ok_or_else(|| text.to_string())
        }
    }
}

fn facts(text: &str) -> Result<u64, String> {
    if is_count(text) { Ok(text.parse().unwrap_or(u64::MAX)) } else { Err(text.to_string()) }
}

/// Every run has one round at least.
fn rounds(text: &str) -> Result<u32, String> {
    let rounds = if is_count(text) { text.parse().unwrap_or(u32::MAX) } else { 0 };
    if rounds > 0 { Ok(rounds) } else { Err(text.to_string()) }
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_too_large_for_the_machine_are_as_good_as_the_largest() {
        assert_eq!(facts("99999999999999999999"), Ok(u64::MAX));
        assert_eq!((facts("0"), rounds("5000000000"), rounds("7")), (Ok(0), Ok(u32::MAX), Ok(7)));
        for wrong in ["", "-1", "+1", "1e6", "1_000", "many"] {
            assert!(facts(wrong).is_err() && rounds(wrong).is_err(), "{wrong}");
        }
        assert!(rounds("0").is_err());
    }

    #[test]
    fn threads_are_at_least_one_and_not_absurdly_many() {
        assert_eq!((threads("auto"), threads("7")), (Ok(Threads::Auto), Ok(Threads::Exactly(7))));
        assert_eq!(threads("1024"), Ok(Threads::Exactly(1024)));
        for wrong in ["0", "1025", "", "all", "-1", "1.5"] {
            assert!(threads(wrong).is_err(), "{wrong}");
        }
    }
}
