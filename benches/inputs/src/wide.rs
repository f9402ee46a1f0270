//! Rows of twenty columns.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Writes `wide(c0, .., c19)` (c0 is a key, c1 points to another row's key, c2 to c19 hold small numbers).
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let rows = (1_000_000.0 * scale) as u64;
    let mut random = Random::new(8);
    let mut wide = Table::facts(folder, "wide")?;
    for key in 0..rows {
        let mut line = format!("{key}\t{}", random.below(rows));
        for column in 2..20 {
            line.push('\t');
            line.push_str(&random.below(10 * column).to_string());
        }
        wide.row(format_args!("{line}"))?;
    }
    wide.finish()
}
