//! The growing facts of one relation.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use std::hash::{BuildHasher, Hasher};
use values::Code;

use crate::{Loaded, Locator};

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gain {
    /// It gave a new fact.
    Fact,
    /// Its fact was there already.
    Repeat,
}

/// Facts without repeats, in the order in which they come.
///
/// The life of a row: (1) its codes are looked up in `known`; (2) a new one is appended to the columns, its row number to
/// `rows`; (3) a known one leaves only its locator, in `repeats`; (4) [`Gathered::finish`] sorts the repeats and drops the
/// table.
pub(crate) struct Gathered {
    loaded: Loaded,
    known: HashTable<u32>,
}

/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

fn hash(codes: impl Iterator<Item = Code>) -> u64 {
    let mut hasher = FixedState::with_seed(SEED).build_hasher();
    codes.for_each(|code| hasher.write_u32(code));
    hasher.finish()
}

impl Gathered {
    /// No facts of a relation with this many columns.
    pub(crate) fn new(columns: usize) -> Self {
        Self { loaded: Loaded { columns: vec![Vec::new(); columns], ..Loaded::default() }, known: HashTable::new() }
    }

    /// How many facts there are.
    pub(crate) fn len(&self) -> u32 {
        self.loaded.len()
    }

    /// Takes a row with one code for each column. Rows come in the order of their locators.
    pub(crate) fn add(&mut self, codes: &[Code], at: Locator) -> Gain {
        let Self { loaded, known } = self;
        let fact = loaded.len();
        let row = |fact: u32| loaded.columns.iter().map(move |column| column[fact as usize]);
        let same = |known: &u32| row(*known).eq(codes.iter().copied());
        match known.entry(hash(codes.iter().copied()), same, |known| hash(row(*known))) {
            Entry::Occupied(known) => {
                loaded.repeats.push((*known.get(), at));
                return Gain::Repeat;
            }
            Entry::Vacant(free) => free.insert(fact),
        };
        loaded.columns.iter_mut().zip(codes).for_each(|(column, code)| column.push(*code));
        loaded.rows.push(at.row);
        if loaded.starts.last().is_none_or(|(_, source)| *source != at.source) {
            loaded.starts.push((fact, at.source));
        }
        Gain::Fact
    }

    /// The facts.
    pub(crate) fn finish(self) -> Loaded {
        let mut loaded = self.loaded;
        loaded.repeats.sort_unstable();
        loaded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(source: u32, row: u32) -> Locator {
        Locator { source, row }
    }

    #[test]
    fn a_fact_keeps_all_its_places() {
        let mut gathered = Gathered::new(2);
        let gains = [
            gathered.add(&[1, 2], at(0, 2)),
            gathered.add(&[2, 1], at(0, 3)),
            gathered.add(&[1, 2], at(2, 1)),
            gathered.add(&[3, 3], at(2, 2)),
            gathered.add(&[2, 1], at(2, 3)),
            gathered.add(&[1, 2], at(2, 4)),
        ];
        assert_eq!(gains, [Gain::Fact, Gain::Fact, Gain::Repeat, Gain::Fact, Gain::Repeat, Gain::Repeat]);
        let loaded = gathered.finish();
        assert_eq!(loaded.columns, [[1, 2, 3], [2, 1, 3]]);
        let places = |fact| loaded.locators(fact).collect::<Vec<_>>();
        assert_eq!(places(0), [at(0, 2), at(2, 1), at(2, 4)]);
        assert_eq!(places(1), [at(0, 3), at(2, 3)]);
        assert_eq!(places(2), [at(2, 2)]);
    }

    #[test]
    fn a_nullary_relation_has_one_fact_at_most() {
        let mut gathered = Gathered::new(0);
        assert_eq!(gathered.add(&[], at(0, 1)), Gain::Fact);
        assert_eq!(gathered.add(&[], at(0, 2)), Gain::Repeat);
        let loaded = gathered.finish();
        assert_eq!((loaded.len(), loaded.columns.len()), (1, 0));
        assert_eq!(loaded.locators(0).collect::<Vec<_>>(), [at(0, 1), at(0, 2)]);
    }
}
