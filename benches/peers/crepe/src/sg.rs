//! Same generation.

use crepe::crepe;
use records::{Run, numbers};
use std::path::Path;

crepe! {
    @input
    struct Edge(u32, u32);

    @output
    struct Same(u32, u32);

    Same(x, y) <- Edge(p, x), Edge(p, y), (x != y);
    Same(x, y) <- Same(p, q), Edge(p, x), Edge(q, y);
}

pub fn run(folder: &Path, mut run: Run) {
    let mut rules = Crepe::new();
    rules.extend(numbers(folder, "edge").into_iter().map(|[x, y]| Edge(x, y)));
    run.loaded();
    let (sg,) = rules.run();
    run.done();
    run.count("sg", sg.len());
}
