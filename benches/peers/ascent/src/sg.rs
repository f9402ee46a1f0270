//! Same generation.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct SameGeneration;
    relation edge(u32, u32);
    relation sg(u32, u32);
    sg(x, y) <-- edge(p, x), edge(p, y), if x != y;
    sg(x, y) <-- sg(p, q), edge(p, x), edge(q, y);
}

pub fn run(folder: &Path, mut run: Run) {
    let edge = numbers(folder, "edge").into_iter().map(Into::into).collect();
    let mut rules = SameGeneration { edge, ..SameGeneration::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("sg", rules.sg.len());
}
