//! The workloads in datafrog: `peer-datafrog WORKLOAD FOLDER`.

mod chain;
mod sg;
mod tc;

use std::process::ExitCode;

fn main() -> ExitCode {
    records::run_one("peer-datafrog", &[("chain", chain::run), ("sg", sg::run), ("tc", tc::run)])
}
