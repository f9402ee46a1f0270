//! Assignments, loads and stores of a program cut into functions, for Andersen's points-to analysis.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Variables of one function.
const FUNCTION: u64 = 40;

/// Writes `addressof(p, x)`, `assign(p, q)`, `load(p, q)` (p = *q) and `store(p, q)` (*p = q).
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let variables = (100_000.0 * scale) as u64 / FUNCTION * FUNCTION;
    let mut random = Random::new(4);
    for (name, share) in [("addressof", 0.35), ("assign", 0.7), ("load", 0.04), ("store", 0.03)] {
        let mut table = Table::facts(folder, name)?;
        for _ in 0..(variables as f64 * share) as u64 {
            let to = random.below(variables);
            table.row(format_args!("{to}\t{}", near(to, variables, &mut random)))?;
        }
        table.finish()?;
    }
    Ok(())
}

/// Mostly a variable of the same function, else one of a few that many functions use.
fn near(variable: u64, variables: u64, random: &mut Random) -> u64 {
    if random.chance(0.9) {
        variable / FUNCTION * FUNCTION + random.below(FUNCTION)
    } else {
        random.skewed(variables, 3.0)
    }
}
