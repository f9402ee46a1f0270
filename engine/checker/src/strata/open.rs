//! What is open once the relations of a stratum are settled.

use std::collections::{BTreeMap, BTreeSet};

use datafrog::Relation;
use program::checked::{RelId, Stratum};

use super::{Run, too_many_facts};
use crate::halt::Halt;
use crate::interner::{POISON, UNKNOWN};
use crate::outcomes::OpenTuple;
use crate::query::Query;
use crate::rows::{Binding, Kind, Row, Variant};

impl<const W: usize> Run<'_, W> {
    /// Adds the open tuples of the stratum's relations: what some rule concludes from literals that hold or are open, one of them
    /// at least open, and what does not hold. Contradictory findings first: none of them counts.
    pub(super) fn open_rounds(&mut self, stratum: &Stratum, rules: &[&Query<'_>]) -> Result<(), Halt> {
        let counted = self.machine.counted;
        for relation in &stratum.relations {
            self.contradictions(*relation);
        }
        loop {
            let mut grown = false;
            for query in rules {
                self.machine.round = 0;
                let heads = self.heads(query, &query.whole, None)?;
                let heads: Vec<Binding<W>> = match query.version {
                    Some(version) => self.lighter_at_best(query, version, &heads),
                    None => heads.elements,
                };
                for head in heads.into_iter().filter(|head| head.open.kind > 0) {
                    grown |= self.open(query, &head)?;
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
        self.machine.counted = counted;
        Ok(())
    }

    /// Adds an open tuple unless it holds. True: it is new.
    fn open(&mut self, query: &Query<'_>, head: &Binding<W>) -> Result<bool, Halt> {
        let (id, arity) = (query.relation, self.program.relation(query.relation).columns.len());
        let mut row = [0; W];
        row[..arity].copy_from_slice(&head.values[..arity]);
        let unknown: Vec<usize> = (0..arity).filter(|column| row[*column] == UNKNOWN).collect();
        let known = unknown.is_empty() && !row[..arity].contains(&POISON);
        if known && self.tables.finished[id.0 as usize].binary_search(&row).is_ok() {
            return Ok(false);
        }
        if head.failed {
            return Err(Halt::Failed(query.origin));
        }
        Ok(self.tables.add_open(id, Variant { unknown, kind: head.open.kind }, row))
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
        let unknown: Vec<usize> = (keys..arity).collect();
        for (key, _) in values.into_iter().filter(|(_, values)| values.len() > 1) {
            self.tables.add_open(relation, Variant { unknown: unknown.clone(), kind: 1 }, key);
        }
    }

    /// The open tuples of a relation. Those of a finding are its contradictions.
    pub(super) fn open_tuples(&self, relation: RelId) -> BTreeSet<OpenTuple> {
        let arity = self.program.relation(relation).columns.len();
        let value = |code: &u32| (*code != UNKNOWN).then(|| self.machine.interner.value(*code).clone());
        let tuple = |kind: Kind, row: &Row<W>| OpenTuple { values: row[..arity].iter().map(value).collect(), kind };
        let variants = self.tables.open.get(&relation).into_iter().flatten();
        variants.flat_map(|(variant, rows)| rows.iter().map(move |row| tuple(variant.kind, row))).collect()
    }
}
