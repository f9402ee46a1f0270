//! Transitive closure.

use datafrog::{Iteration, Relation};
use records::{Run, numbers};
use std::path::Path;

pub fn run(folder: &Path, mut run: Run) {
    let edges: Vec<(u32, u32)> = numbers(folder, "edge").into_iter().map(Into::into).collect();
    run.loaded();
    let edge = Relation::from_vec(edges.clone());
    let mut iteration = Iteration::new();
    // Kept the other way round, by the column that the rule joins on.
    let path = iteration.variable::<(u32, u32)>("path");
    path.extend(edges.iter().map(|&(x, y)| (y, x)));
    while iteration.changed() {
        path.from_join(&path, &edge, |_, &x, &z| (z, x));
    }
    let path = path.complete();
    run.done();
    run.count("path", path.len());
}
