//! Joins in progress.

use std::ops::Range;

use super::Context;
use super::probes::keep;
use super::scratch::Spare;
use crate::batch::{BATCH, Batch};
use crate::hash::Columns;
use crate::index::{END, Hits};
use crate::plan::{self, Access};

/// A join that has bindings left to extend.
pub(super) struct Join {
    batch: Batch,
    /// The binding being extended.
    row: usize,
    rows: Found,
}

/// Where the rows for each binding are.
enum Found {
    /// It only matters whether there are any.
    Some,
    /// What is left of each binding's rows.
    Hits(Vec<Hits>),
    /// These are looked at, one after the other; the next one.
    Scan(Range<u32>, u32),
}

impl Join {
    pub(super) fn new(
        join: &plan::Join,
        batch: Batch,
        first: Option<Range<u32>>,
        context: &Context<'_>,
        spare: &mut Spare,
    ) -> Join {
        let probe = &join.probe;
        let relation = &context.relations[probe.relation.0 as usize];
        let range = first.unwrap_or_else(|| context.visible[probe.relation.0 as usize].range(probe.rows));
        let scans = probe.access == Access::Scan && !(join.exists && probe.columns.is_empty());
        let rows = if (join.exists && !scans) || probe.access == Access::Member {
            Found::Some
        } else if probe.access == Access::Index {
            let Some(index) = relation.index(&probe.columns) else { unreachable!("the firing built the index") };
            let keys = probe.key.iter().map(|key| batch.key(*key)).collect::<Columns<'_>>();
            let mut hits = spare.hits.pop().unwrap_or_default();
            index.hits(relation.rows(), &keys, batch.len, &range, &mut hits);
            Found::Hits(hits)
        } else {
            Found::Scan(range.clone(), range.start)
        };
        Join { batch, row: 0, rows }
    }

    /// Gives back its memory.
    pub(super) fn end(self, spare: &mut Spare) {
        spare.batches.push(self.batch);
        if let Found::Hits(hits) = self.rows {
            spare.hits.push(hits);
        }
    }

    /// Appends extended bindings until the batch is full; true where the join is done.
    pub(super) fn fill(
        &mut self,
        join: &plan::Join,
        live: &[u32],
        context: &Context<'_>,
        spare: &mut Spare,
        out: &mut Batch,
    ) -> bool {
        match &mut self.rows {
            Found::Some => {
                keep(true, &join.probe, &self.batch, live, context, spare, out);
                true
            }
            Found::Hits(_) => self.follow(join, live, context, spare, out),
            Found::Scan(..) => self.scan(join, live, context, spare, out),
        }
    }

    /// Extends bindings by the rows that an index found.
    fn follow(
        &mut self,
        join: &plan::Join,
        live: &[u32],
        context: &Context<'_>,
        spare: &mut Spare,
        out: &mut Batch,
    ) -> bool {
        let Found::Hits(all) = &mut self.rows else { unreachable!("rows by index") };
        let relation = &context.relations[join.probe.relation.0 as usize];
        let Some(index) = relation.index(&join.probe.columns) else { unreachable!("the index gave the hits") };
        let end = context.visible[join.probe.relation.0 as usize].range(join.probe.rows).end;
        let Spare { bindings, rows, .. } = spare;
        bindings.clear();
        rows.clear();
        while self.row < self.batch.len && rows.len() < BATCH {
            let hits = &mut all[self.row];
            let stop = hits.end.min(hits.start.saturating_add((BATCH - rows.len()) as u32));
            rows.extend_from_slice(index.rows(hits.start..stop));
            hits.start = stop;
            while hits.chain < end && hits.start == hits.end && rows.len() < BATCH {
                rows.push(hits.chain);
                hits.chain = index.next(hits.chain);
            }
            bindings.resize(rows.len(), self.row as u32);
            if hits.start < hits.end || hits.chain < end {
                break;
            }
            hits.chain = END;
            self.row += 1;
        }
        self.append(join, live, context, bindings, rows, out);
        self.row == self.batch.len
    }

    /// Extends bindings by looking at each row.
    fn scan(
        &mut self,
        join: &plan::Join,
        live: &[u32],
        context: &Context<'_>,
        spare: &mut Spare,
        out: &mut Batch,
    ) -> bool {
        let Found::Scan(range, next) = &mut self.rows else { unreachable!("rows one after the other") };
        let relation = &context.relations[join.probe.relation.0 as usize];
        let (columns, erased) = (&relation.rows().columns, relation.erased());
        let stop = range.end.min(next.saturating_add(BATCH as u32)).max(*next);
        let some = *next..stop;
        *next = stop;
        let binding = self.row;
        if *next >= range.end {
            self.row += 1;
            *next = range.start;
        }
        let at = some.start as usize..some.end as usize;
        if join.probe.columns.is_empty() && join.same.is_empty() && erased.is_none() {
            out.repeat(&self.batch, binding, at.len(), live);
            for (column, variable) in &join.outputs {
                out.column(*variable).extend_from_slice(&columns[*column][at.clone()]);
            }
        } else {
            let Spare { bindings, rows, .. } = spare;
            rows.clear();
            rows.extend(some.filter(|row| erased.is_none_or(|erased| !erased.contains(*row))));
            for (column, key) in join.probe.columns.iter().zip(&join.probe.key) {
                let code = self.batch.key(*key).code(binding);
                rows.retain(|row| columns[*column][*row as usize] == code);
            }
            if join.exists {
                rows.truncate(1);
                if !rows.is_empty() && self.row == binding {
                    self.row += 1;
                    self.rewind();
                }
            }
            bindings.clear();
            bindings.resize(rows.len(), binding as u32);
            self.append(join, live, context, bindings, rows, out);
        }
        self.row == self.batch.len
    }

    fn rewind(&mut self) {
        if let Found::Scan(range, next) = &mut self.rows {
            *next = range.start;
        }
    }

    fn append(
        &self,
        join: &plan::Join,
        live: &[u32],
        context: &Context<'_>,
        bindings: &[u32],
        rows: &[u32],
        out: &mut Batch,
    ) {
        let relation = &context.relations[join.probe.relation.0 as usize];
        let (columns, erased) = (&relation.rows().columns, relation.erased());
        let pairs = |rows: &[u32], bindings: &[u32], out: &mut Batch| {
            out.gather(&self.batch, bindings, live);
            for (column, variable) in &join.outputs {
                let codes = &columns[*column];
                out.column(*variable).extend(rows.iter().map(|row| codes[*row as usize]));
            }
        };
        if join.same.is_empty() && erased.is_none() {
            return pairs(rows, bindings, out);
        }
        let holds = |row: &u32| erased.is_none_or(|erased| !erased.contains(*row));
        let fits = |row: &u32| {
            holds(row) && join.same.iter().all(|(a, b)| columns[*a][*row as usize] == columns[*b][*row as usize])
        };
        let (bindings, rows): (Vec<u32>, Vec<u32>) = bindings.iter().zip(rows).filter(|(_, row)| fits(row)).unzip();
        pairs(&rows, &bindings, out);
    }
}
