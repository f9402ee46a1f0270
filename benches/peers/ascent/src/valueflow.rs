//! Value flow, value aliases and memory aliases, mutually recursive.

use ascent::ascent;
use records::{Run, numbers};
use std::path::Path;

// The rule of three recursive atoms is cut in two: Ascent would join it from the front in every round, at twice the time.
ascent! {
    struct ValueFlow;
    relation assign(u32, u32);
    relation dereference(u32, u32);
    relation value_flow(u32, u32);
    relation memory_alias(u32, u32);
    relation value_alias(u32, u32);
    relation flow_into_memory(u32, u32);

    value_flow(x, y) <-- assign(x, y);
    value_flow(x, x) <-- assign(x, _);
    value_flow(x, x) <-- assign(_, x);
    memory_alias(x, x) <-- assign(x, _);
    memory_alias(x, x) <-- assign(_, x);
    value_flow(x, y) <-- value_flow(x, z), value_flow(z, y);
    value_flow(x, y) <-- assign(x, z), memory_alias(z, y);
    memory_alias(x, w) <-- value_alias(y, z), dereference(y, x), dereference(z, w);
    value_alias(x, y) <-- value_flow(z, x), value_flow(z, y);
    flow_into_memory(x, w) <-- value_flow(z, x), memory_alias(z, w);
    value_alias(x, y) <-- flow_into_memory(x, w), value_flow(w, y);
}

pub fn run(folder: &Path, mut run: Run) {
    let pairs = |name| numbers(folder, name).into_iter().map(Into::into).collect();
    let mut rules = ValueFlow { assign: pairs("assign"), dereference: pairs("dereference"), ..ValueFlow::default() };
    run.loaded();
    rules.run();
    run.done();
    run.count("value_flow", rules.value_flow.len());
    run.count("memory_alias", rules.memory_alias.len());
    run.count("value_alias", rules.value_alias.len());
}
