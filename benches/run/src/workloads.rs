//! Which workload runs on which inputs, and who else can run it.

/// A workload of the comparison.
pub struct Workload {
    /// What one types to choose it.
    pub name: &'static str,
    /// Folder below `workloads/`, and what the peers call it.
    pub program: &'static str,
    /// What the generator calls its inputs.
    pub inputs: &'static str,
    /// How large the inputs are, as a multiple of the generator's own size.
    pub scale: f64,
    /// Who can run it besides Syllogist.
    pub peers: &'static [Peer],
}

/// An engine to compare with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// Ascent, compiled, one thread.
    Ascent,
    /// Ascent's parallel form, on the threads that are set.
    AscentParallel,
    /// Crepe, compiled.
    Crepe,
    /// The datafrog library.
    Datafrog,
    /// DuckDB, on the threads that are set.
    DuckDb,
}

use Peer::{Ascent, AscentParallel, Crepe, Datafrog, DuckDb};

/// All workloads, in the order of the printed table.
pub const WORKLOADS: [Workload; 14] = [
    workload("tc", "tc", "random_graph", 1.0, &[Ascent, AscentParallel, Crepe, Datafrog]),
    workload("sg", "sg", "random_graph", 1.0, &[Ascent, Crepe, Datafrog]),
    workload("walks", "walks", "random_graph", 0.6, &[Ascent]),
    workload("chain", "chain", "chain", 1.0, &[Ascent, Crepe, Datafrog]),
    workload("ontology", "ontology", "ontology", 1.0, &[Ascent]),
    workload("pointsto", "pointsto", "pointsto", 1.0, &[Ascent]),
    workload("valueflow", "valueflow", "valueflow", 1.0, &[Ascent]),
    workload("collision", "collision", "collision", 1.0, &[DuckDb, Ascent]),
    workload("collision5m", "collision", "collision", 5.0, &[DuckDb]),
    workload("aggregates", "aggregates", "aggregates", 1.0, &[DuckDb]),
    workload("wide", "wide", "wide", 1.0, &[DuckDb]),
    workload("skew", "skew", "skew", 1.0, &[DuckDb]),
    workload("triangles", "triangles", "skewed_graph", 1.0, &[Ascent, DuckDb]),
    workload("fourcycles", "fourcycles", "dense_graph", 1.0, &[Ascent, DuckDb]),
];

const fn workload(
    name: &'static str,
    program: &'static str,
    inputs: &'static str,
    scale: f64,
    peers: &'static [Peer],
) -> Workload {
    Workload { name, program, inputs, scale, peers }
}
