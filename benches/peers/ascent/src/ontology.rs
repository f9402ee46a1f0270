//! Closure of an ontology.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

ascent! {
    struct Closure;
    relation told(u32, u32);
    relation conj(u32, u32, u32);
    relation exright(u32, u32, u32);
    relation exleft(u32, u32, u32);
    relation subrole(u32, u32);
    relation chain(u32, u32, u32);
    relation is(u32, u32);
    relation has(u32, u32, u32);

    is(a, b) <-- told(a, b);
    is(x, z) <-- is(x, y), is(y, z);
    is(x, c) <-- is(x, a), conj(a, b, c), is(x, b);
    has(a, r, b) <-- exright(a, r, b);
    has(x, r, b) <-- is(x, a), has(a, r, b);
    is(x, b) <-- has(x, r, y), is(y, a), exleft(r, a, b);
    is(x, b) <-- has(x, r, y), exleft(r, y, b);
    has(x, s, y) <-- has(x, r, y), subrole(r, s);
    has(x, t, z) <-- chain(r, s, t), has(x, r, y), has(y, s, z);
}

pub fn run(folder: &Path, mut run: Run) {
    let pairs = |name| numbers(folder, name).into_iter().map(Into::into).collect();
    let triples = |name| numbers(folder, name).into_iter().map(Into::into).collect();
    let mut rules = Closure {
        told: pairs("told"),
        conj: triples("conj"),
        exright: triples("exright"),
        exleft: triples("exleft"),
        subrole: pairs("subrole"),
        chain: triples("chain"),
        ..Closure::default()
    };
    run.loaded();
    rules.run();
    run.done();
    run.count("is", rules.is.len());
    run.count("has", rules.has.len());
}
