//! A million decisions of agencies, with what the law asks of each: applications to the court, exemptions, findings.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Writes `decision(id, place, decided, due, amount)`, `applied(id, place, filed)` for six in ten of them, `exempt(id)` for one in twenty,
/// `complete(place, from, to, by, on)`: for nine of ten places each year from 2005 to 2024, and `grave(id, value, by, on, basis)` for half
/// of the decisions.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let (decisions, places) = ((1_000_000.0 * scale) as u64, 300);
    let mut random = Random::new(11);
    let mut decision = Table::facts(folder, "decision")?;
    let mut applied = Table::facts(folder, "applied")?;
    let mut exempt = Table::facts(folder, "exempt")?;
    let mut grave = Table::facts(folder, "grave")?;
    for id in 0..decisions {
        let (place, year, month) = (random.below(places), 2006 + random.below(18), 1 + random.below(12));
        let (day, amount) = (1 + random.below(28), random.below(100_000));
        let (decided, due) = (format!("{year}-{month:02}-{day:02}"), format!("{}-{month:02}-{day:02}", year + 1));
        decision.row(format_args!("{id}\tdistrict {place}\t{decided}\t{due}\t{amount}"))?;
        if random.chance(0.6) {
            applied.row(format_args!("{id}\tdistrict {place}\t{due}"))?;
        }
        if random.chance(0.05) {
            exempt.row(format_args!("{id}"))?;
        }
        if random.chance(0.5) {
            let value = if random.chance(0.5) { "yes" } else { "no" };
            grave.row(format_args!("{id}\t{value}\tofficer {}\t{due}\tfile", random.below(50)))?;
        }
    }
    [decision, applied, exempt, grave].into_iter().try_for_each(Table::finish)?;

    let mut complete = Table::csv(folder, "complete", "place,from,to,declared_by,on")?;
    for place in (0..places).filter(|place| place % 10 != 0) {
        for year in 2005..2025 {
            complete.row(format_args!("district {place},{year}-01-01,{year}-12-31,registrar,2025-01-01"))?;
        }
    }
    complete.finish()
}
