//! Transitive closure.

use ascent::{ascent, ascent_par};
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct Closure;
    relation edge(u32, u32);
    relation path(u32, u32);
    path(x, y) <-- edge(x, y);
    path(x, z) <-- path(x, y), edge(y, z);
}

ascent_par! {
    struct ParallelClosure;
    relation edge(u32, u32);
    relation path(u32, u32);
    path(x, y) <-- edge(x, y);
    path(x, z) <-- path(x, y), edge(y, z);
}

pub fn run(folder: &Path, mut run: Run) {
    let mut rules = Closure { edge: edges(folder), ..Closure::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("path", rules.path.len());
}

pub fn run_parallel(folder: &Path, mut run: Run) {
    let mut rules = ParallelClosure { edge: edges(folder).into_iter().collect(), ..ParallelClosure::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("path", rules.path.len());
}

fn edges(folder: &Path) -> Vec<(u32, u32)> {
    numbers(folder, "edge").into_iter().map(Into::into).collect()
}
