//! The workloads in Crepe: `peer-crepe WORKLOAD FOLDER`.
#![allow(clippy::disallowed_types, reason = "the macro's own code uses std's hash tables")]

mod chain;
mod sg;
mod tc;

use records::Run;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [workload, folder] = arguments.as_slice() else {
        eprintln!("usage: peer-crepe WORKLOAD FOLDER");
        return ExitCode::from(2);
    };
    let run: fn(&Path, Run) = match workload.as_str() {
        "chain" => chain::run,
        "sg" => sg::run,
        "tc" => tc::run,
        _ => {
            eprintln!("no such workload: {workload}");
            return ExitCode::from(2);
        }
    };
    run(Path::new(folder), Run::loading());
    ExitCode::SUCCESS
}
