//! The command line of a peer: `peer-NAME WORKLOAD FOLDER`.

use std::path::Path;
use std::process::ExitCode;

use crate::Run;

/// Runs a workload on the inputs in a folder.
pub type Workload = fn(&Path, Run);

/// Runs the one of `workloads` that the command line names.
pub fn run_one(peer: &str, workloads: &[(&str, Workload)]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, folder] = arguments.as_slice() else {
        eprintln!("usage: {peer} WORKLOAD FOLDER");
        return ExitCode::from(2);
    };
    let Some((_, run)) = workloads.iter().find(|(known, _)| known == name) else {
        eprintln!("no such workload: {name}");
        return ExitCode::from(2);
    };
    run(Path::new(folder), Run::loading());
    ExitCode::SUCCESS
}
