//! Judicial auctions, leases, seizures, debtors and kinship: 1,000,000 auctions and 6,000,000 records at scale 1.

use crate::{random::Random, table::Table};
use std::{fmt, io::Result, path::Path};

/// Writes the five tables; one property an auction, as many persons as properties. The owner of a property has its number.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let size = (1_000_000.0 * scale) as u64;
    let mut random = Random::new(10);
    write_auctions(folder, size, &mut random)?;
    write_leases(folder, size, &mut random)?;
    write_seizures(folder, size, &mut random)?;
    write_debtors(folder, size)?;
    write_kinship(folder, size, &mut random)
}

fn write_auctions(folder: &Path, size: u64, random: &mut Random) -> Result<()> {
    let mut auctions = Table::csv(folder, "auctions", "property,court,winner,sold_on,price,appraisal")?;
    for property in 0..size {
        let (court, winner, sold_on) =
            (Court::any(random), Person::dealing(random, property, size), Day::from_year(random, 2018));
        let appraisal = Money(10_000_000 + random.below(500_000_000));
        let price = appraisal.part(random, 50, 150);
        auctions.row(format_args!("P{property:08},{court},{winner},{sold_on},{price},{appraisal}"))?;
    }
    auctions.finish()
}

fn write_leases(folder: &Path, size: u64, random: &mut Random) -> Result<()> {
    let mut leases = Table::csv(folder, "leases", "lease,property,tenant,signed_on,rent,market_rent")?;
    for lease in 0..size {
        let property = random.below(size);
        let tenant = Person::dealing(random, property, size);
        let signed_on = Day::from_year(random, 2012);
        let market = Money(100_000 + random.below(2_000_000));
        let rent = market.part(random, 20, 120);
        leases.row(format_args!("L{lease:08},P{property:08},{tenant},{signed_on},{rent},{market}"))?;
    }
    leases.finish()
}

fn write_seizures(folder: &Path, size: u64, random: &mut Random) -> Result<()> {
    let mut seizures = Table::csv(folder, "seizures", "property,court,seized_on")?;
    for _ in 0..size {
        let (property, court, day) = (random.below(size), Court::any(random), Day::from_year(random, 2014));
        seizures.row(format_args!("P{property:08},{court},{day}"))?;
    }
    seizures.finish()
}

/// Every property has one debtor; the rows are in no order.
fn write_debtors(folder: &Path, size: u64) -> Result<()> {
    let mut debtors = Table::csv(folder, "debtors", "property,debtor")?;
    for row in 0..size {
        let property = row * 7_919 % size;
        debtors.row(format_args!("P{property:08},{}", Person(property)))?;
    }
    debtors.finish()
}

/// Kin have neighbouring numbers; some records are repeated.
fn write_kinship(folder: &Path, size: u64, random: &mut Random) -> Result<()> {
    let degrees = ["parent", "sibling", "spouse", "cousin"];
    let mut kinship = Table::csv(folder, "kinship", "person,relative,degree")?;
    for _ in 0..2 * size {
        let person = random.below(size);
        let relative = (person + 1 + random.below(20)) % size;
        let degree = degrees[random.below(4) as usize];
        kinship.row(format_args!("{},{},{degree}", Person(person), Person(relative)))?;
    }
    kinship.finish()
}

struct Court(u64);

impl Court {
    fn any(random: &mut Random) -> Self {
        Self(random.skewed(400, 1.5))
    }
}

impl fmt::Display for Court {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "district court {}", self.0)
    }
}

struct Person(u64);

impl Person {
    /// Somebody who buys or rents a property: anybody, or now and then somebody whose number is near the owner's.
    fn dealing(random: &mut Random, property: u64, size: u64) -> Self {
        Self(if random.chance(0.1) { (property + random.below(40)) % size } else { random.below(size) })
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "n-{:08}", self.0)
    }
}

/// A day in a month of 28 days.
struct Day(u64, u64, u64);

impl Day {
    /// Up to the end of 2025.
    fn from_year(random: &mut Random, first: u64) -> Self {
        Self(first + random.below(2026 - first), 1 + random.below(12), 1 + random.below(28))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// An amount in cents.
struct Money(u64);

impl Money {
    /// A share between two bounds in percent.
    fn part(&self, random: &mut Random, least: u64, most: u64) -> Self {
        Self(self.0 * (least * 100 + random.below((most - least) * 100)) / 10_000)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
