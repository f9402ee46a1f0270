//! Several matches that give one variable its values.
//!
//! Each match has its values in ascending order, key by key. For each binding the shortest list is walked through, and the
//! others are searched from where they were left, in leaps. For a triangle this bounds the work by the number of edges to
//! the power of 3/2, whatever the degrees (worst-case optimal joins: Ngo, Porat, Ré, Rudra 2012), where a join of two edges
//! and a filter pay for every path.

use values::Code;

use super::Context;
use crate::batch::{BATCH, Batch};
use crate::index::Hits;
use crate::plan;

/// Bindings left to extend.
pub(super) struct Intersection {
    batch: Batch,
    /// The next binding.
    row: usize,
    /// By match, then by binding: where its values are.
    hits: Vec<Vec<Hits>>,
}

impl Intersection {
    pub(super) fn new(joins: &[plan::Join], batch: Batch, context: &Context<'_>) -> Intersection {
        let hits = |join: &plan::Join| {
            let relation = &context.relations[join.probe.relation.0 as usize];
            let Some(index) = relation.index(&join.probe.columns) else { unreachable!("the firing built it") };
            let keys = join.probe.key.iter().map(|key| batch.key(*key)).collect::<Vec<_>>();
            let mut hits = Vec::new();
            index.hits(relation.rows(), &keys, batch.len, &(0..relation.len()), &mut hits);
            hits
        };
        let hits = joins.iter().map(hits).collect();
        Intersection { batch, row: 0, hits }
    }

    pub(super) fn into_batch(self) -> Batch {
        self.batch
    }

    /// Appends the extensions of some bindings; true where there are no more.
    pub(super) fn fill(&mut self, joins: &[plan::Join], live: &[u32], context: &Context<'_>, out: &mut Batch) -> bool {
        let lists = joins.iter().map(|join| {
            let relation = &context.relations[join.probe.relation.0 as usize];
            let index = relation.index(&join.probe.columns);
            let Some(list) = index.and_then(|index| index.ascending(join.outputs[0].0)) else {
                unreachable!("the firing built it")
            };
            list
        });
        let lists = lists.collect::<Vec<_>>();
        let (mut rows, mut codes, mut some) = (Vec::new(), Vec::new(), Vec::with_capacity(lists.len()));
        while self.row < self.batch.len && codes.len() < BATCH {
            some.clear();
            some.extend(lists.iter().zip(&self.hits).map(|(list, hits)| {
                let Hits { start, end, .. } = hits[self.row];
                &list[start as usize..end as usize]
            }));
            intersect(&mut some, &mut codes);
            rows.resize(codes.len(), self.row as u32);
            self.row += 1;
        }
        out.gather(&self.batch, &rows, live);
        out.column(joins[0].outputs[0].1).append(&mut codes);
        self.row == self.batch.len
    }
}

/// Appends the codes that stand in all lists, each of which ascends.
fn intersect(lists: &mut [&[Code]], out: &mut Vec<Code>) {
    lists.sort_unstable_by_key(|list| list.len());
    let [shortest, others @ ..] = lists else { return };
    'codes: for (at, code) in shortest.iter().enumerate() {
        if at > 0 && shortest[at - 1] == *code {
            continue;
        }
        for list in &mut *others {
            *list = leap(list, *code);
            match list.first() {
                None => return,
                Some(first) if first != code => continue 'codes,
                Some(_) => {}
            }
        }
        out.push(*code);
    }
}

/// The rest of an ascending list from the first code that is not less than `code`.
fn leap(list: &[Code], code: Code) -> &[Code] {
    let mut step = 1;
    while step <= list.len() && list[step - 1] < code {
        step *= 2;
    }
    let start = step / 2;
    let some = &list[start..list.len().min(step)];
    &list[start + some.partition_point(|other| *other < code)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_all_lists() {
        let common = |lists: &[&[Code]]| {
            let mut found = Vec::new();
            intersect(&mut lists.to_vec(), &mut found);
            found
        };
        assert_eq!(common(&[&[1, 4, 4, 9], &[0, 1, 2, 3, 4, 5, 6, 7, 8], &[1, 4, 9]]), [1, 4]);
        assert_eq!(common(&[&[], &[1]]), []);
        assert_eq!(common(&[&[7], &[1, 2, 3]]), []);
        let all = (0..1000).collect::<Vec<_>>();
        assert_eq!(common(&[&all, &[0, 500, 999, 1000]]), [0, 500, 999]);
    }
}
