//! Transitive closure.

use crepe::crepe;
use records::{Run, numbers};
use std::path::Path;

crepe! {
    @input
    struct Edge(u32, u32);

    @output
    struct Reached(u32, u32);

    Reached(x, y) <- Edge(x, y);
    Reached(x, z) <- Reached(x, y), Edge(y, z);
}

pub fn run(folder: &Path, mut run: Run) {
    let mut rules = Crepe::new();
    rules.extend(numbers(folder, "edge").into_iter().map(|[x, y]| Edge(x, y)));
    run.loaded();
    let (path,) = rules.run();
    run.done();
    run.count("path", path.len());
}
