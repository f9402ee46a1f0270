//! Reachability from one end of a chain.

use crepe::crepe;
use records::{Run, numbers};
use std::path::Path;

crepe! {
    @input
    struct Next(u32, u32);

    @output
    struct Reach(u32);

    Reach(0);
    Reach(y) <- Reach(x), Next(x, y);
}

pub fn run(folder: &Path, mut run: Run) {
    let mut rules = Crepe::new();
    rules.extend(numbers(folder, "next").into_iter().map(|[x, y]| Next(x, y)));
    run.loaded();
    let (reach,) = rules.run();
    run.done();
    run.count("reach", reach.len());
}
