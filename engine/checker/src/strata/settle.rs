//! The end of a round: what relations make of the tuples that it gave them.

use std::collections::BTreeSet;

use program::checked::{Law, RelId, Stratum};
use values::Value;

use super::equivalence::closure;
use super::{Concluded, Run};
use crate::halt::{Halt, too_many_facts};
use crate::rows::{Row, row};

impl<const W: usize> Run<'_, W> {
    /// Adds to what was concluded for the relations of `stratum` what their laws imply, takes away what they forbid, and erases
    /// what they do not let stay.
    pub(super) fn settle(&mut self, stratum: &Stratum, concluded: &mut Concluded<W>) -> Result<(), Halt> {
        for relation in &stratum.relations {
            match self.program.relation(*relation).law {
                Law::Equivalence => {
                    let rows = concluded.entry(*relation).or_default();
                    let given = self.tables.rows(*relation).into_iter().chain(rows.iter().copied());
                    *rows = closure(given, self.limit).ok_or_else(|| too_many_facts(self.limit))?;
                }
                Law::Subsumption => self.subsume(*relation, concluded)?,
                // choices are made as soon as there is something to choose from
                Law::Set | Law::Choice(_) | Law::DeltaOf(_) => {}
            }
        }
        Ok(())
    }

    /// Notes what is new in the round, everything in the first, for the relations that observe it, of this stratum or a later one.
    pub(super) fn observe(&mut self, stratum: &Stratum, concluded: &mut Concluded<W>) {
        for observer in self.program.relation_ids() {
            let Law::DeltaOf(of) = self.program.relation(observer).law else { continue };
            if !stratum.relations.contains(&of) {
                continue;
            }
            let old: BTreeSet<Row<W>> = self.tables.rows(of).into_iter().collect();
            let given = concluded.get(&of).into_iter().flatten().copied();
            let new: Vec<Row<W>> = match self.machine.round {
                0 => old.iter().copied().chain(given).collect(),
                _ => given.filter(|row| !old.contains(row)).collect(),
            };
            let round = self.machine.interner.code(&Value::Unsigned(self.machine.round));
            let rows = new.into_iter().map(|new| row([round].into_iter().chain(new))).collect();
            match stratum.relations.contains(&observer) {
                true => _ = concluded.insert(observer, rows),
                false => self.tables.add([(observer, rows)].into()),
            }
        }
    }

    /// Rejects new tuples that others dominate, new or old ones, then erases old ones that the rest of the new ones dominate.
    fn subsume(&mut self, relation: RelId, concluded: &mut Concluded<W>) -> Result<(), Halt> {
        let old: BTreeSet<Row<W>> = self.tables.rows(relation).into_iter().collect();
        let mut new: BTreeSet<Row<W>> = concluded.remove(&relation).into_iter().flatten().collect();
        new.retain(|row| !old.contains(row));
        let pairs = self.dominations(relation, &old, &new)?;
        pairs.iter().for_each(|(dominated, _)| _ = new.remove(dominated));
        let pairs = self.dominations(relation, &old, &new)?;
        let erased = pairs.into_iter().filter(|(_, by)| new.contains(by)).map(|(dominated, _)| dominated).collect();
        self.tables.erase(relation, &erased);
        concluded.insert(relation, new.into_iter().collect());
        Ok(())
    }

    /// Each tuple with every other one that dominates it.
    fn dominations(
        &mut self,
        relation: RelId,
        old: &BTreeSet<Row<W>>,
        new: &BTreeSet<Row<W>>,
    ) -> Result<BTreeSet<(Row<W>, Row<W>)>, Halt> {
        let columns = self.program.relation(relation).columns.len();
        self.tables.instead = Some((relation, old.union(new).copied().collect()));
        let mut pairs = BTreeSet::new();
        for query in self.subsumptions.clone().into_iter().filter(|query| query.relation == relation) {
            let rows = self.conclusions(query, &query.whole, None)?;
            let half = |pair: &Row<W>, from: usize| row(pair.iter().copied().skip(from).take(columns));
            pairs.extend(rows.iter().map(|pair| (half(pair, 0), half(pair, columns))).filter(|(a, b)| a != b));
        }
        self.tables.instead = None;
        Ok(pairs)
    }
}
