//! Reachability from one end of a chain.

use datafrog::{Iteration, Relation};
use records::{Run, numbers};
use std::path::Path;

pub fn run(folder: &Path, mut run: Run) {
    let edges: Vec<(u32, u32)> = numbers(folder, "next").into_iter().map(Into::into).collect();
    run.loaded();
    let next = Relation::from_vec(edges);
    let mut iteration = Iteration::new();
    let reach = iteration.variable::<(u32, ())>("reach");
    reach.extend([(0, ())]);
    while iteration.changed() {
        reach.from_join(&reach, &next, |_, (), &y| (y, ()));
    }
    let reach = reach.complete();
    run.done();
    run.count("reach", reach.len());
}
