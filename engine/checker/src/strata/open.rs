//! What is open once the relations of a stratum are settled.

use std::collections::{BTreeMap, BTreeSet};

use datafrog::Relation;
use program::checked::{RelId, Stratum};

use super::{Run, too_many_facts};
use crate::halt::Halt;
use crate::interner::UNKNOWN;
use crate::outcomes::OpenTuple;
use crate::query::Query;
use crate::rows::{Binding, Kind, Row, Variant};

impl<const W: usize> Run<'_, W> {
    /// Adds the open tuples of the stratum's relations: what some rule concludes from literals that hold or are open, one of them
    /// at least open, as far as it does not hold. Contradictory findings do not count. Claims are decided.
    pub(super) fn open_rounds(&mut self, stratum: &Stratum, rules: &[&Query<'_>]) -> Result<(), Halt> {
        stratum.relations.iter().for_each(|relation| self.contradictions(*relation));
        loop {
            let mut grown = false;
            for query in rules {
                for (row, kind) in self.open_heads(query)? {
                    match self.conflicts(query.relation) {
                        true => self.claim(query, &row, kind),
                        false => grown |= self.add_open(query.relation, &row, kind),
                    }
                }
            }
            if self.tables.len() > self.limit {
                return Err(too_many_facts(self.limit));
            }
            if !grown || !stratum.recursive {
                break;
            }
            self.tables.forget_views();
        }
        stratum.relations.iter().for_each(|relation| self.decide(*relation));
        Ok(())
    }

    /// What a rule may conclude, and what is missing for it. A failure counts unless the head holds anyway.
    fn open_heads(&mut self, query: &Query<'_>) -> Result<Vec<(Row<W>, Kind)>, Halt> {
        let heads = self.heads(query, &query.whole, None)?;
        if let Some(version) = query.version {
            return self.lighter_at_best(query, version, &heads);
        }
        let mut found = Vec::new();
        for Binding { failed, open, values } in heads.iter().filter(|head| head.open.kind > 0) {
            match failed {
                true if self.holds(query.relation, values) => {}
                true => return Err(Halt::Failed(query.origin)),
                false => found.push((*values, open.kind)),
            }
        }
        Ok(found)
    }

    fn holds(&self, relation: RelId, row: &Row<W>) -> bool {
        self.tables.finished[relation.0 as usize].binary_search(row).is_ok()
    }

    /// Adds an open tuple unless it holds. True: it is new.
    pub(super) fn add_open(&mut self, relation: RelId, row: &Row<W>, kind: Kind) -> bool {
        let arity = self.program.relation(relation).columns.len();
        let unknown: Vec<usize> = (0..arity).filter(|column| row[*column] == UNKNOWN).collect();
        kind > 0 && !self.holds(relation, row) && self.tables.add_open(relation, Variant { unknown, kind }, *row)
    }

    /// Takes findings of different values for one key out of what holds: for these keys the finding is open.
    fn contradictions(&mut self, relation: RelId) {
        let Some(keys) = self.program.relation(relation).openness.finding else { return };
        let arity = self.program.relation(relation).columns.len();
        let given = std::mem::take(&mut self.tables.finished[relation.0 as usize].elements);
        let mut values: BTreeMap<Row<W>, BTreeSet<u32>> = BTreeMap::new();
        let key = |row: &Row<W>| {
            let mut key = *row;
            key[keys..arity].fill(UNKNOWN);
            key
        };
        given.iter().for_each(|row| _ = values.entry(key(row)).or_default().insert(row[keys]));
        let settled = given.iter().copied().filter(|row| values[&key(row)].len() == 1);
        self.tables.finished[relation.0 as usize] = settled.collect();
        self.tables.findings.insert(relation, Relation::from_vec(given));
    }

    /// The open tuples of a relation.
    pub(super) fn open_tuples(&self, relation: RelId) -> BTreeSet<OpenTuple> {
        let arity = self.program.relation(relation).columns.len();
        let value = |code: &u32| (*code != UNKNOWN).then(|| self.machine.interner.value(*code).clone());
        let tuple = |kind: Kind, row: &Row<W>| OpenTuple { values: row[..arity].iter().map(value).collect(), kind };
        let variants = self.tables.open.get(&relation).into_iter().flatten();
        variants.flat_map(|(variant, rows)| rows.iter().map(move |row| tuple(variant.kind, row))).collect()
    }
}
