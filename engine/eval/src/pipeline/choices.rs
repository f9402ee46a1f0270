//! Several matches that give one variable its values, some of relations that still grow.
//!
//! For each binding the match with the fewest rows proposes, and the others are asked whether they hold the tuple (generic
//! join: Ngo, Ré, Rudra 2013).

use super::Context;
use super::joins::Join;
use super::probes::{keep, present};
use crate::batch::Batch;
use crate::plan::{self, Key};

/// Bindings left to extend, by the match that has the fewest rows for them.
pub(super) struct Choice {
    /// By match: the bindings that it proposes values for.
    parts: Vec<(usize, Join)>,
    batch: Batch,
}

impl Choice {
    pub(super) fn new(joins: &[plan::Join], batch: Batch, context: &Context<'_>) -> Choice {
        let mut counts = vec![(u32::MAX, 0); batch.len];
        let mut hits = Vec::new();
        for (number, join) in joins.iter().enumerate() {
            let relation = &context.relations[join.probe.relation.0 as usize];
            let range = context.visible[join.probe.relation.0 as usize].range(join.probe.rows);
            let Some(index) = relation.index(&join.probe.columns) else { unreachable!("proposers have indexes") };
            let keys = join.probe.key.iter().map(|key| batch.key(*key)).collect::<Vec<_>>();
            index.hits(relation.rows(), &keys, batch.len, &range, &mut hits);
            for (count, hits) in counts.iter_mut().zip(&hits) {
                let chained = if hits.chain == crate::index::END { 0 } else { 1 };
                *count = (*count).min((hits.end - hits.start + chained, number));
            }
        }
        let all = (0..batch.columns.len() as u32).filter(|variable| !batch.columns[*variable as usize].is_empty());
        let all = all.collect::<Vec<_>>();
        let part = |number: usize| {
            let chosen = (0u32..).zip(&counts).filter(|(_, (count, by))| *by == number && *count > 0);
            let rows = chosen.map(|(row, _)| row).collect::<Vec<_>>();
            let mut part = Batch::empty(batch.columns.len());
            part.gather(&batch, &rows, &all);
            (part.len > 0).then(|| (number, Join::new(&joins[number], part, None, context)))
        };
        let parts = (0..joins.len()).filter_map(part).collect();
        Choice { parts, batch }
    }

    pub(super) fn into_batch(self) -> Batch {
        self.batch
    }

    /// Appends some extended bindings; true where there are no more.
    pub(super) fn fill(&mut self, joins: &[plan::Join], live: &[u32], context: &Context<'_>, out: &mut Batch) -> bool {
        let Some((number, part)) = self.parts.last_mut() else { return true };
        let (number, variable) = (*number, joins[0].outputs[0].1);
        // What the other matches ask for stays until they have answered.
        let keys = joins.iter().flat_map(|join| &join.probe.key);
        let read = keys.filter_map(|key| if let Key::Variable(variable) = key { Some(*variable) } else { None });
        let mut kept = live.iter().copied().chain(read).collect::<Vec<_>>();
        kept.sort_unstable();
        kept.dedup();
        let mut proposed = Batch::empty(out.columns.len());
        if part.fill(&joins[number], &kept, context, &mut proposed) {
            self.parts.pop();
        }
        let mut held = vec![true; proposed.len];
        for (_, other) in joins.iter().enumerate().filter(|(other, _)| *other != number) {
            let answers = present(&other.whole(), &proposed, context);
            held.iter_mut().zip(answers).for_each(|(held, answer)| *held &= answer);
        }
        let live = live.iter().copied().chain([variable]).collect::<Vec<_>>();
        keep(&held, true, &proposed, &live, out);
        self.parts.is_empty()
    }
}
