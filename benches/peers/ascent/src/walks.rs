//! Walks of odd and even length.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct Walks;
    relation edge(u32, u32);
    relation walk(u32, u32, u32);
    walk(x, y, 1) <-- edge(x, y);
    walk(x, z, 1 - w) <-- walk(x, y, w), edge(y, z);
}

pub fn run(folder: &Path, mut run: Run) {
    let edge = numbers(folder, "edge").into_iter().map(Into::into).collect();
    let mut rules = Walks { edge, ..Walks::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("walk", rules.walk.len());
}
