//! Assignments and dereferences of a program cut into functions, for a context-insensitive value-flow analysis.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Variables of one function.
const FUNCTION: u64 = 60;

/// Writes `assign(to, from)` and `dereference(pointer, value)`.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let variables = (60_000.0 * scale) as u64 / FUNCTION * FUNCTION;
    let mut random = Random::new(5);
    for (name, share) in [("assign", 0.68), ("dereference", 0.25)] {
        let mut table = Table::facts(folder, name)?;
        for _ in 0..(variables as f64 * share) as u64 {
            let to = random.below(variables);
            table.row(format_args!("{to}\t{}", caller_or_same(to, &mut random)))?;
        }
        table.finish()?;
    }
    Ok(())
}

/// A variable of the same function, or now and then of the function that calls it; calls form a tree.
fn caller_or_same(variable: u64, random: &mut Random) -> u64 {
    let function = variable / FUNCTION;
    let function = if random.chance(0.05) { function / 2 } else { function };
    function * FUNCTION + random.below(FUNCTION)
}
