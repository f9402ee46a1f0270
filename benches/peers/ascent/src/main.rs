//! The workloads in Ascent: `peer-ascent WORKLOAD FOLDER`.
//!
//! Bodies are ordered by hand, for the best that Ascent can do; Syllogist gets the same rules in any order.

mod chain;
mod collision;
mod fourcycles;
mod ontology;
mod pointsto;
mod sg;
mod tc;
mod triangles;
mod valueflow;
mod walks;

use records::Run;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [workload, folder] = arguments.as_slice() else {
        eprintln!("usage: peer-ascent WORKLOAD FOLDER");
        return ExitCode::from(2);
    };
    let run: fn(&Path, Run) = match workload.as_str() {
        "chain" => chain::run,
        "collision" => collision::run,
        "fourcycles" => fourcycles::run,
        "ontology" => ontology::run,
        "pointsto" => pointsto::run,
        "sg" => sg::run,
        "tc" => tc::run,
        "tc-parallel" => tc::run_parallel,
        "triangles" => triangles::run,
        "valueflow" => valueflow::run,
        "walks" => walks::run,
        _ => {
            eprintln!("no such workload: {workload}");
            return ExitCode::from(2);
        }
    };
    run(Path::new(folder), Run::loading());
    ExitCode::SUCCESS
}
