//! A chain of nodes: 100,000 at scale 1.

use crate::table::Table;
use std::{io::Result, path::Path};

/// Writes `next(x, y)`.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let mut next = Table::facts(folder, "next")?;
    for x in 0..(100_000.0 * scale) as u64 {
        next.row(format_args!("{x}\t{}", x + 1))?;
    }
    next.finish()
}
