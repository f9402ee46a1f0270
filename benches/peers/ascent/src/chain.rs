//! Reachability from one end of a chain.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct Reachability;
    relation next(u32, u32);
    relation reach(u32);
    reach(0);
    reach(y) <-- reach(x), next(x, y);
}

pub fn run(folder: &Path, mut run: Run) {
    let next = numbers(folder, "next").into_iter().map(Into::into).collect();
    let mut rules = Reachability { next, ..Reachability::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("reach", rules.reach.len());
}
