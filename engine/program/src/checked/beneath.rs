//! What relations rest on.

use std::collections::BTreeSet;

use super::{Program, Purpose, RelId};

/// Which relations the rules of each relation read, subsumptions and aggregates among them.
#[derive(Debug)]
pub struct Beneath<'p> {
    program: &'p Program,
    /// By relation.
    reads: Vec<BTreeSet<RelId>>,
}

impl<'p> Beneath<'p> {
    /// Of all relations of a program.
    pub fn of(program: &'p Program) -> Beneath<'p> {
        let mut reads = vec![BTreeSet::new(); program.relations.len()];
        for rule in program.rules.iter().chain(&program.subsumptions) {
            rule.atoms(&mut |read| {
                rule.heads.iter().for_each(|head| reads[head.relation.0 as usize].extend([read.atom.relation]));
            });
        }
        Beneath { program, reads }
    }

    /// The relations that the rules of `relation` reach, itself among them.
    pub fn all(&self, relation: RelId) -> BTreeSet<RelId> {
        let (mut seen, mut open) = (BTreeSet::from([relation]), vec![relation]);
        while let Some(next) = open.pop() {
            open.extend(self.reads[next.0 as usize].iter().copied().filter(|read| seen.insert(*read)));
        }
        seen
    }

    /// The relations whose rules reach `relation`, itself among them.
    pub fn above(&self, relation: RelId) -> BTreeSet<RelId> {
        let (mut seen, mut open) = (BTreeSet::from([relation]), vec![relation]);
        while let Some(next) = open.pop() {
            let readers = (0..).map(RelId).zip(&self.reads).filter(|(_, reads)| reads.contains(&next));
            open.extend(readers.map(|(reader, _)| reader).filter(|reader| seen.insert(*reader)));
        }
        seen
    }

    /// Of those that [`Beneath::all`] gives, the ones on whose completeness an absence from `relation` rests: declared ones with records. Findings are open in their own
    /// way. Ascending.
    pub fn bases(&self, relation: RelId) -> Vec<RelId> {
        let program = self.program;
        let has_records = |id: &RelId| program.inputs.iter().any(|input| input.relation == *id);
        let is_declared = |id: &RelId| program.relation(*id).purpose == Purpose::Declared;
        let is_finding = |id: &RelId| program.relation(*id).openness.finding.is_some();
        let below = self.all(relation).into_iter();
        below.filter(|id| has_records(id) && is_declared(id) && !is_finding(id)).collect()
    }
}
