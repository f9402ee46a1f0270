//! The workloads in Crepe: `peer-crepe WORKLOAD FOLDER`.
#![allow(clippy::disallowed_types, reason = "the macro's own code uses std's hash tables")]

mod chain;
mod sg;
mod tc;

use std::process::ExitCode;

fn main() -> ExitCode {
    records::run_one("peer-crepe", &[("chain", chain::run), ("sg", sg::run), ("tc", tc::run)])
}
