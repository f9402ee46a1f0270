//! Some of many facts in output order, without putting all of them in order.

use program::checked::RelId;
use rayon::prelude::*;
use values::Code;

use super::Lookup;

/// Rows from which on several threads look at them.
const CHUNK: usize = 1 << 16;

impl Lookup<'_> {
    /// Of the facts whose `columns`, which ascend, hold `key`, in output order those from `skip` on, `limit` at most; and how many there are.
    pub fn page(
        &self,
        relation: RelId,
        columns: &[usize],
        key: &[Code],
        (skip, limit): (usize, usize),
    ) -> (Vec<u32>, u64) {
        let table = self.relation(relation);
        if table.implied().is_some() {
            let total = match columns.is_empty() {
                true => table.facts(),
                false => self.implied_rows(relation, columns, key).count() as u64,
            };
            return (self.implied_rows(relation, columns, key).skip(skip).take(limit).collect(), total);
        }
        if columns.len() == table.rows().columns.len() {
            let row = self.fact(relation, key);
            return (row.filter(|_| skip == 0 && limit > 0).into_iter().collect(), u64::from(row.is_some()));
        }
        let mut rows = self.rows(relation, columns, key, 0..table.len());
        let total = rows.len() as u64;
        self.leave_least(relation, &mut rows, skip.saturating_add(limit));
        rows.drain(..skip.min(rows.len()));
        (rows, total)
    }

    /// The row of a fact that holds.
    pub fn fact(&self, relation: RelId, tuple: &[Code]) -> Option<u32> {
        let table = self.relation(relation);
        if table.implied().is_some() {
            return self.implied_rows(relation, &[0, 1], tuple).next();
        }
        table.find(tuple).filter(|row| table.holds(*row))
    }

    /// Leaves the first `count` rows in output order, and puts them into it.
    fn leave_least(&self, relation: RelId, rows: &mut Vec<u32>, count: usize) {
        if count < rows.len() && rows.len() > CHUNK {
            let least = rows.par_chunks_mut(CHUNK).flat_map_iter(|chunk| {
                let len = count.min(chunk.len());
                if len < chunk.len() {
                    chunk.select_nth_unstable_by(len, |a, b| self.compare_rows(relation, *a, *b));
                }
                chunk[..len].iter().copied()
            });
            *rows = least.collect();
        }
        match rows.len() > CHUNK {
            true => rows.par_sort_unstable_by(|a, b| self.compare_rows(relation, *a, *b)),
            false => rows.sort_unstable_by(|a, b| self.compare_rows(relation, *a, *b)),
        }
        rows.truncate(count);
    }
}
