//! `choice-domain`: keys that only the first row keeps.

use rayon::slice::ParallelSliceMut;
use values::{Code, Dictionary};

use super::Relation;
use super::append::Candidates;
use crate::Records;
use crate::hash::hash;
use crate::membership::hashed::Hashed;

/// The keys of a relation, and what waits to be chosen from.
#[derive(Debug)]
pub(super) struct Choice {
    keys: Vec<Key>,
    /// What a clause gave in this round, repetitions among it.
    candidates: Records,
    /// By row of the first segment: its number among the records.
    pub(super) records: Vec<u32>,
}

#[derive(Debug)]
struct Key {
    columns: Vec<usize>,
    /// Rows by the hash of their key.
    rows: Hashed,
}

impl Choice {
    pub(super) fn new(keys: &[Vec<usize>], arity: usize) -> Choice {
        let key = |columns: &Vec<usize>| Key { columns: columns.clone(), rows: Hashed::with_room(0) };
        Choice { keys: keys.iter().map(key).collect(), candidates: Records::empty(arity), records: Vec::new() }
    }

    /// The rows that no row before agrees with in a key.
    pub(super) fn first(&mut self, all: &Records) -> Records {
        let mut first = Records::empty(all.columns.len());
        let mut tuple = vec![0; all.columns.len()];
        for number in 0..all.len {
            tuple.iter_mut().zip(all.row(number)).for_each(|(to, code)| *to = code);
            if self.take(&first, &tuple) {
                first.push(&tuple);
                self.records.push(number);
            }
        }
        first
    }

    /// True where no row has a key of the tuple.
    fn is_free(&self, rows: &Records, tuple: &[Code]) -> bool {
        self.keys.iter().all(|key| {
            let same =
                |row: u32| key.columns.iter().all(|column| rows.columns[*column][row as usize] == tuple[*column]);
            key.rows.find(key.hash(tuple), same).is_none()
        })
    }

    pub(super) fn bytes(&self) -> u64 {
        self.keys.iter().map(|key| key.rows.bytes()).sum()
    }

    /// Gives the keys of a tuple to the next row unless a row has one of them; whether it did.
    pub(super) fn take(&mut self, rows: &Records, tuple: &[Code]) -> bool {
        let free = self.is_free(rows, tuple);
        if free {
            self.keys.iter_mut().for_each(|key| key.rows.insert(key.hash(tuple), rows.len));
        }
        free
    }

    /// Adds candidates, those left out that cannot be chosen.
    pub(super) fn wait(&mut self, rows: &Records, candidates: &Candidates) {
        let mut tuple = vec![0; rows.columns.len()];
        for number in 0..candidates.len() {
            candidates.read(number, &mut tuple);
            if self.is_free(rows, &tuple) {
                self.candidates.push(&tuple);
            }
        }
    }
}

impl Key {
    fn hash(&self, tuple: &[Code]) -> u32 {
        hash(self.columns.iter().map(|column| tuple[*column]))
    }
}

impl Relation {
    /// Appends the first candidate of each key, in the order of their values. `None` where row numbers are exhausted.
    pub(crate) fn choose(&mut self, dictionary: &Dictionary) -> Option<()> {
        let Some(choice) = &mut self.choice else { return Some(()) };
        let candidates = std::mem::replace(&mut choice.candidates, Records::empty(self.types.len()));
        let mut order = (0..candidates.len).collect::<Vec<_>>();
        order.par_sort_unstable_by(|a, b| {
            let columns = candidates.columns.iter().zip(&self.types);
            let mut orders = columns
                .map(|(column, primitive)| dictionary.compare(*primitive, column[*a as usize], column[*b as usize]));
            orders.find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
        });
        let mut tuple = vec![0; self.types.len()];
        for number in order {
            tuple.iter_mut().zip(candidates.row(number)).for_each(|(to, code)| *to = code);
            self.insert(&tuple)?;
        }
        Some(())
    }
}
