//! Sales to be counted and summed: 10,000,000 rows at scale 1.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

const REGIONS: u64 = 31;
const GOODS: u64 = 3_000;

/// Writes `sale(id, region, good, amount)`: about 93,000 groups.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let mut random = Random::new(9);
    let mut sale = Table::facts(folder, "sale")?;
    for id in 0..(10_000_000.0 * scale) as u64 {
        let region = random.below(REGIONS);
        let good = random.below(GOODS);
        let cents = random.below(1_000_000);
        sale.row(format_args!("{id}\tregion-{region}\t{good}\t{}.{:02}", cents / 100, cents % 100))?;
    }
    sale.finish()
}
