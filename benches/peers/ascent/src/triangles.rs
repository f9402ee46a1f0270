//! Triangles of a skewed graph.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct Triangles;
    relation edge(u32, u32);
    relation triangle(u32, u32, u32);
    triangle(x, y, z) <-- edge(x, y), edge(y, z), edge(x, z);
}

pub fn run(folder: &Path, mut run: Run) {
    let edge = numbers(folder, "edge").into_iter().map(Into::into).collect();
    let mut rules = Triangles { edge, ..Triangles::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("triangle", rules.triangle.len());
}
