//! Runs Syllogist and its peers on the same inputs and prints how they compare.

mod comparison;
mod engine;
mod measure;
mod options;
mod report;
mod workloads;

use options::{Options, USAGE};
use std::process::ExitCode;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    println!("median of {} runs, {} threads, scale {}", options.runs, options.threads, options.scale);
    println!("{}", report::heading());
    let mut exit = ExitCode::SUCCESS;
    for workload in &options.workloads {
        match comparison::compare(workload, &options) {
            Ok(entries) => print!("{}", report::lines(workload, &entries)),
            Err(error) => {
                eprintln!("error: {error}");
                exit = ExitCode::FAILURE;
            }
        }
    }
    exit
}
