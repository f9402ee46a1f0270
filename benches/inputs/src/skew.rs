//! Keys of which one holds a tenth of all rows.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

/// Writes `payment(account, amount)` and `transfer(account, day)`, both skewed on account 0, `holder(account, person)`, one row
/// an account, and `pair(amount, other)`.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let rows = (2_000_000.0 * scale) as u64;
    let accounts = rows / 10;
    let mut random = Random::new(7);
    let account = |random: &mut Random| if random.chance(0.1) { 0 } else { random.below(accounts) };

    let mut payment = Table::facts(folder, "payment")?;
    let mut transfer = Table::facts(folder, "transfer")?;
    for row in 0..rows {
        payment.row(format_args!("{}\t{row}", account(&mut random)))?;
        transfer.row(format_args!("{}\t{}", account(&mut random), random.below(rows)))?;
    }
    payment.finish()?;
    transfer.finish()?;

    let mut holder = Table::facts(folder, "holder")?;
    for account in 0..accounts {
        holder.row(format_args!("{account}\t{}", random.below(accounts)))?;
    }
    holder.finish()?;

    let mut pair = Table::facts(folder, "pair")?;
    for _ in 0..rows / 10 {
        pair.row(format_args!("{}\t{}", random.below(rows), random.below(rows)))?;
    }
    pair.finish()
}
