//! Cycles of length four in a skewed graph.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct FourCycles;
    relation edge(u32, u32);
    relation cycle(u32, u32, u32, u32);
    cycle(a, b, c, d) <-- edge(a, b), edge(b, c), if a != c, edge(c, d), if b != d, edge(d, a);
}

pub fn run(folder: &Path, mut run: Run) {
    let edge = numbers(folder, "edge").into_iter().map(Into::into).collect();
    let mut rules = FourCycles { edge, ..FourCycles::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("cycle", rules.cycle.len());
}
