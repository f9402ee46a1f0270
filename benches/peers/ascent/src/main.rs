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

use std::process::ExitCode;

fn main() -> ExitCode {
    records::run_one(
        "peer-ascent",
        &[
            ("chain", chain::run),
            ("collision", collision::run),
            ("fourcycles", fourcycles::run),
            ("ontology", ontology::run),
            ("pointsto", pointsto::run),
            ("sg", sg::run),
            ("tc", tc::run),
            ("tc-parallel", tc::run_parallel),
            ("triangles", triangles::run),
            ("valueflow", valueflow::run),
            ("walks", walks::run),
        ],
    )
}
