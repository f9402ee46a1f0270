//! Graphs in which few nodes have most of the edges, as in networks of persons and companies.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Writes `edge(x, y)`, large: for triangles.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    write_graph(folder, 50_000.0 * scale, 1_000_000.0 * scale, 5)
}

/// Writes `edge(x, y)`, smaller, for four-cycles, which are far more numerous.
pub fn write_dense(folder: &Path, scale: f64) -> Result<()> {
    write_graph(folder, 20_000.0 * scale, 150_000.0 * scale, 6)
}

/// Numbers are scattered, so that neither order nor density of the numbers tells how busy a node is.
fn write_graph(folder: &Path, nodes: f64, edges: f64, seed: u64) -> Result<()> {
    let nodes = nodes as u64;
    let mut random = Random::new(seed);
    let mut edge = Table::facts(folder, "edge")?;
    for _ in 0..edges as u64 {
        let x = scatter(random.skewed(nodes, 2.5), nodes);
        let y = scatter(random.skewed(nodes, 2.5), nodes);
        if x != y {
            edge.row(format_args!("{x}\t{y}"))?;
        }
    }
    edge.finish()
}

fn scatter(node: u64, nodes: u64) -> u64 {
    node * 7_919 % nodes
}
