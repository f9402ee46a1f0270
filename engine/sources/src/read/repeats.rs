//! Rows that are equal to earlier ones.
//!
//! Rows are spread by their hash; the rows of a share meet in a table that is small, made for their number, and gone when the
//! next share's turn comes.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rayon::prelude::*;
use std::hash::{BuildHasher, Hasher};
use values::Code;

/// A row, and the first one that is equal to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Repeat {
    pub(crate) row: u32,
    pub(crate) first: u32,
}

/// A row and some bits of its hash.
#[derive(Clone, Copy)]
struct Hashed {
    hash: u32,
    row: u32,
}

/// The number of shares.
const SHARES: usize = 64;
/// Rows that are hashed at a time.
const RANGE: usize = 1 << 16;
/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

/// All rows that are equal to an earlier one, ascending.
pub(crate) fn repeats(columns: &[Vec<Code>], len: u32) -> Vec<Repeat> {
    // Data often come in the order of a key, or the key is a text that is new with each row: those are numbered as they come.
    if columns.iter().any(|column| column.is_sorted_by(|one, next| one < next)) {
        return Vec::new();
    }
    let starts = (0..len).step_by(RANGE).collect::<Vec<_>>();
    let spread: Vec<_> =
        starts.par_iter().map(|start| spread(columns, *start, len.min(start + RANGE as u32))).collect();
    let found = (0..SHARES).into_par_iter().map(|share| {
        let rows: usize = spread.iter().map(|range| range[share].len()).sum();
        meet(columns, rows, spread.iter().flat_map(|range| &range[share]))
    });
    let mut found = found.collect::<Vec<_>>().concat();
    found.sort_unstable();
    found
}

/// Takes these rows out of a column.
pub(crate) fn remove(column: &mut Vec<Code>, repeats: &[Repeat]) {
    let mut kept = 0;
    let ends = repeats.iter().map(|repeat| repeat.row as usize).chain([column.len()]).collect::<Vec<_>>();
    let mut start = 0;
    for end in ends {
        column.copy_within(start..end, kept);
        kept += end - start;
        start = end + 1;
    }
    column.truncate(kept);
}

/// The rows from `start` to `end` by share.
fn spread(columns: &[Vec<Code>], start: u32, end: u32) -> Vec<Vec<Hashed>> {
    let expected = (end - start) as usize / SHARES;
    let mut shares: Vec<_> = (0..SHARES).map(|_| Vec::with_capacity(expected + expected / 4)).collect();
    let hasher = FixedState::with_seed(SEED);
    for row in start..end {
        let mut hasher = hasher.build_hasher();
        columns.iter().for_each(|column| hasher.write_u32(column[row as usize]));
        let hash = hasher.finish();
        shares[(hash >> 32) as usize % SHARES].push(Hashed { hash: hash as u32, row });
    }
    shares
}

/// Those among the `len` rows of a share that are equal to earlier ones.
fn meet<'r>(columns: &[Vec<Code>], len: usize, rows: impl Iterator<Item = &'r Hashed>) -> Vec<Repeat> {
    let mut known = HashTable::with_capacity(len);
    let mut repeats = Vec::new();
    for new in rows {
        let equal = |column: &Vec<Code>, other: &Hashed| column[other.row as usize] == column[new.row as usize];
        let same = |other: &Hashed| other.hash == new.hash && columns.iter().all(|column| equal(column, other));
        match known.entry(widened(new), same, widened) {
            Entry::Occupied(first) => repeats.push(Repeat { row: new.row, first: first.get().row }),
            Entry::Vacant(free) => {
                free.insert(*new);
            }
        }
    }
    repeats
}

/// A hash of which all bits depend on all that are kept.
fn widened(row: &Hashed) -> u64 {
    u64::from(row.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_found_and_taken_out() {
        let len = 3 * RANGE as u32 + 100;
        let period = RANGE as u32 + 7;
        let columns: Vec<Vec<Code>> = [3, 5].map(|factor| (0..len).map(|row| row % period * factor).collect()).to_vec();
        let found = repeats(&columns, len);
        assert_eq!(found.len() as u32, len - period);
        assert!(found.iter().zip(period..).all(|(repeat, row)| *repeat == Repeat { row, first: row % period }));
        let mut column = columns[0].clone();
        remove(&mut column, &found);
        assert_eq!(column, columns[0][..period as usize]);
    }

    #[test]
    fn a_column_without_equal_neighbours_may_still_repeat() {
        assert_eq!(repeats(&[vec![7, 7, 7], vec![1, 2, 3]], 3), []);
        assert_eq!(repeats(&[vec![7, 7, 7], vec![1, 2, 1]], 3), [Repeat { row: 2, first: 0 }]);
        assert_eq!(repeats(&[vec![1, 1, 2]], 3), [Repeat { row: 1, first: 0 }]);
    }

    #[test]
    fn scattered_rows_are_taken_out() {
        let repeats = [0, 1, 4, 6].map(|row| Repeat { row, first: 0 });
        let mut column = (0..7).collect();
        remove(&mut column, &repeats);
        assert_eq!(column, [2, 3, 5]);
    }
}
