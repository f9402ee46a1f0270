//! What became of the programs.

use std::fmt::{Display, Formatter, Result};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// What a comparison found.
#[derive(Debug, Default, Clone, Copy)]
pub struct Found {
    /// The evaluation fails, for both evaluators.
    pub failed: bool,
    /// The checks refuse the program.
    pub refused: bool,
    /// The reference evaluator has narrower limits.
    pub beyond_reference: bool,
    /// Derived relations, and those of them that hold something.
    pub relations: (usize, usize),
    /// Facts compared.
    pub facts: usize,
    /// Proofs examined.
    pub proofs: usize,
}

/// Sums over all programs.
#[derive(Debug, Default)]
pub struct Tally {
    programs: AtomicUsize,
    failed: AtomicUsize,
    refused: AtomicUsize,
    beyond_reference: AtomicUsize,
    relations: AtomicUsize,
    filled: AtomicUsize,
    facts: AtomicUsize,
    proofs: AtomicUsize,
}

impl Tally {
    /// True where so many programs were not compared that the generator has lost its aim.
    pub fn too_few_compared(&self) -> bool {
        let lost = self.refused.load(Relaxed) + self.beyond_reference.load(Relaxed);
        lost * 50 > self.programs.load(Relaxed)
    }

    /// Adds one program.
    pub fn count(&self, found: &Found) {
        self.programs.fetch_add(1, Relaxed);
        self.failed.fetch_add(found.failed.into(), Relaxed);
        self.refused.fetch_add(found.refused.into(), Relaxed);
        self.beyond_reference.fetch_add(found.beyond_reference.into(), Relaxed);
        self.relations.fetch_add(found.relations.0, Relaxed);
        self.filled.fetch_add(found.relations.1, Relaxed);
        self.facts.fetch_add(found.facts, Relaxed);
        self.proofs.fetch_add(found.proofs, Relaxed);
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let [programs, failed, refused, beyond, relations, filled, facts, proofs] = [
            &self.programs,
            &self.failed,
            &self.refused,
            &self.beyond_reference,
            &self.relations,
            &self.filled,
            &self.facts,
            &self.proofs,
        ]
        .map(|count| count.load(Relaxed));
        let compared = programs - refused - beyond;
        writeln!(f, "{programs} random programs: {compared} compared, {refused} refused by the checks,")?;
        writeln!(f, "{beyond} beyond the reference evaluator; {failed} fail at run time, by the same rule in both;")?;
        write!(f, "{filled} of {relations} derived relations hold something, {facts} facts, {proofs} proofs examined")
    }
}
