//! Andersen's points-to analysis.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct PointsTo;
    relation addressof(u32, u32);
    relation assign(u32, u32);
    relation load(u32, u32);
    relation store(u32, u32);
    relation points(u32, u32);

    points(p, x) <-- addressof(p, x);
    points(p, x) <-- assign(p, q), points(q, x);
    points(p, y) <-- load(p, q), points(q, x), points(x, y);
    points(x, y) <-- store(p, q), points(p, x), points(q, y);
}

pub fn run(folder: &Path, mut run: Run) {
    let pairs = |name| numbers(folder, name).into_iter().map(Into::into).collect();
    let mut rules = PointsTo {
        addressof: pairs("addressof"),
        assign: pairs("assign"),
        load: pairs("load"),
        store: pairs("store"),
        ..PointsTo::default()
    };
    run.loaded();
    rules.run();
    run.done();
    run.count("points", rules.points.len());
}
