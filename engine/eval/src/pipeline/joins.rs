//! Joins in progress.

use super::{Context, argument, codes};
use crate::batch::{BATCH, Batch};
use crate::plan::{self, Rows};

/// A join that has bindings left to extend.
pub(super) struct Join {
    batch: Batch,
    /// The binding being extended.
    row: usize,
    /// The next row of the relation for it; `None` where the binding has not been looked up yet.
    next: Option<u32>,
}

impl Join {
    pub(super) fn new(batch: Batch) -> Join {
        Join { batch, row: 0, next: None }
    }

    /// The next full batch of extended bindings, and whether the join is done.
    pub(super) fn fill(
        &mut self,
        join: &plan::Join<'_>,
        live: &[u32],
        context: &Context<'_>,
        variables: usize,
    ) -> (Batch, bool) {
        let mut out = Batch::empty(variables);
        while self.row < self.batch.len {
            if out.len >= BATCH {
                return (out, false);
            }
            if join.exists {
                let relation = &context.relations[join.relation.0 as usize];
                let range = context.visible[join.relation.0 as usize].range(join.rows);
                if relation.exists(&join.columns, &codes(&join.key, &self.batch, self.row), range) {
                    out.copy(&self.batch, self.row, live);
                }
                self.row += 1;
            } else {
                self.extend(join, live, context, &mut out);
            }
        }
        (out, true)
    }

    /// Extends the current binding by rows that fit until the batch is full or they end.
    fn extend(&mut self, join: &plan::Join<'_>, live: &[u32], context: &Context<'_>, out: &mut Batch) {
        let relation = &context.relations[join.relation.0 as usize];
        let range = context.visible[join.relation.0 as usize].range(join.rows);
        let columns = &relation.rows().columns;
        let index = if scans(join) { None } else { relation.index(&join.columns) };
        let mut next = self.next.take().or_else(|| match index {
            Some(index) => index.first(relation.rows(), &codes(&join.key, &self.batch, self.row)),
            None => Some(range.start),
        });
        while let Some(row) = next.filter(|row| range.contains(row)) {
            if out.len >= BATCH {
                self.next = Some(row);
                return;
            }
            let at = row as usize;
            let fits_key = index.is_some()
                || join
                    .columns
                    .iter()
                    .zip(&join.key)
                    .all(|(column, arg)| columns[*column][at] == argument(arg, &self.batch, self.row));
            if fits_key && join.same.iter().all(|(a, b)| columns[*a][at] == columns[*b][at]) {
                out.copy(&self.batch, self.row, live);
                for (column, variable) in &join.outputs {
                    out.push(*variable, columns[*column][at]);
                }
            }
            next = match index {
                Some(index) => index.next(row),
                None => row.checked_add(1),
            };
        }
        self.row += 1;
    }
}

/// The delta is read from end to end, and so is a relation of which nothing is bound.
fn scans(join: &plan::Join<'_>) -> bool {
    join.rows == Rows::Delta || join.columns.is_empty()
}
