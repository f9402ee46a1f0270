//! Same generation.

use datafrog::{Iteration, Relation};
use records::{Run, numbers};
use std::path::Path;

pub fn run(folder: &Path, mut run: Run) {
    let edges: Vec<(u32, u32)> = numbers(folder, "edge").into_iter().map(Into::into).collect();
    run.loaded();
    let edge = Relation::from_vec(edges);
    let mut iteration = Iteration::new();
    let sg = iteration.variable::<(u32, u32)>("sg");
    let half = iteration.variable::<(u32, u32)>("half");
    sg.insert(
        Relation::from_join(&edge, &edge, |_, &x, &y| (x, y)).elements.into_iter().filter(|(x, y)| x != y).collect(),
    );
    while iteration.changed() {
        half.from_join(&sg, &edge, |_, &q, &x| (q, x));
        sg.from_join(&half, &edge, |_, &x, &y| (x, y));
    }
    let sg = sg.complete();
    run.done();
    run.count("sg", sg.len());
}
