//! A description-logic ontology (EL with role chains) in normal form, the shape of medical ontologies.

use crate::{random::Random, table::Table};
use std::{io::Result, path::Path};

const ROLES: u64 = 40;

/// Writes `told(a, b)` (a is a b), `conj(a, b, c)` (what is a and b is a c), `exright(a, r, b)` (an a has the role r to a b),
/// `exleft(r, a, b)` (what has the role r to an a is a b), `subrole(r, s)` and `chain(r, s, t)`.
///
/// Concept 0 is the most general. Whatever a concept is found to be has a smaller number, so no two concepts collapse into one.
pub fn write(folder: &Path, scale: f64) -> Result<()> {
    let concepts = (24_000.0 * scale) as u64;
    let mut random = Random::new(3);
    write_hierarchy(folder, concepts, &mut random)?;
    write_conjunctions(folder, concepts, &mut random)?;
    write_existentials(folder, concepts, &mut random)?;
    write_roles(folder)
}

/// A tree of three children a concept, with a second parent for half of the concepts.
fn write_hierarchy(folder: &Path, concepts: u64, random: &mut Random) -> Result<()> {
    let mut told = Table::facts(folder, "told")?;
    for concept in 1..concepts {
        told.row(format_args!("{concept}\t{}", (concept - 1) / 3))?;
        if random.chance(0.5) {
            told.row(format_args!("{concept}\t{}", random.below(concept.div_ceil(2))))?;
        }
    }
    told.finish()
}

/// What two concepts define together is more general than either.
fn write_conjunctions(folder: &Path, concepts: u64, random: &mut Random) -> Result<()> {
    let mut conj = Table::facts(folder, "conj")?;
    for _ in 0..concepts / 2 {
        let (a, b) = (1 + random.below(concepts / 3), 1 + random.below(concepts / 3));
        conj.row(format_args!("{a}\t{b}\t{}", random.below(a.min(b))))?;
    }
    conj.finish()
}

/// Only concepts below the most general two-hundredth have roles, and what follows from a role is among that two-hundredth.
fn write_existentials(folder: &Path, concepts: u64, random: &mut Random) -> Result<()> {
    let mut exright = Table::facts(folder, "exright")?;
    for concept in concepts / 200..concepts {
        if random.chance(0.8) {
            let (role, filler) = (random.skewed(ROLES, 1.5), random.below(concepts));
            exright.row(format_args!("{concept}\t{role}\t{filler}"))?;
        }
    }
    exright.finish()?;

    let mut exleft = Table::facts(folder, "exleft")?;
    for _ in 0..concepts / 5 {
        let (role, filler) = (random.skewed(ROLES, 1.5), random.below(concepts / 5));
        exleft.row(format_args!("{role}\t{filler}\t{}", random.below(concepts / 200)))?;
    }
    exleft.finish()
}

/// Each role has its half as superior; every tenth is transitive, and parts inherit what happens to them.
fn write_roles(folder: &Path) -> Result<()> {
    let mut subrole = Table::facts(folder, "subrole")?;
    let mut chain = Table::facts(folder, "chain")?;
    for role in ROLES / 2..ROLES {
        subrole.row(format_args!("{role}\t{}", role / 2))?;
    }
    for role in (5..ROLES).step_by(10) {
        chain.row(format_args!("{role}\t{role}\t{role}"))?;
        chain.row(format_args!("{}\t{role}\t{}", role + 1, role + 1))?;
    }
    subrole.finish()?;
    chain.finish()
}
