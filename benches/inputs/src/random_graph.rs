//! A random graph G(n, p): n = 5000 and p = 0.001 at scale 1.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Five edges leave a node on average, whatever the scale: nearly all nodes reach nearly all others.
const DEGREE: f64 = 5.0;

/// Writes `edge(x, y)`.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let nodes = (5000.0 * scale) as u64;
    let probability = DEGREE / nodes as f64;
    let mut random = Random::new(1);
    let mut edge = Table::facts(folder, "edge")?;
    for x in 0..nodes {
        for y in 0..nodes {
            if random.chance(probability) {
                edge.row(format_args!("{x}\t{y}"))?;
            }
        }
    }
    edge.finish()
}
