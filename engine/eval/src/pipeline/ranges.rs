//! Ranges in progress.

use values::Value;

use super::Context;
use super::conditions::value;
use crate::Expression;
use crate::batch::{BATCH, Batch};
use crate::goal::Goals;

/// A range that has bindings left to extend.
pub(super) struct Values {
    batch: Batch,
    /// The binding being extended.
    row: usize,
    /// Its values still to come; `None` where it has not been looked at yet.
    values: Option<Box<dyn Iterator<Item = Value> + Send>>,
}

impl Values {
    pub(super) fn new(batch: Batch) -> Values {
        Values { batch, row: 0, values: None }
    }

    pub(super) fn into_batch(self) -> Batch {
        self.batch
    }

    /// Appends extended bindings until the batch is full; true where the range is done.
    pub(super) fn fill(
        &mut self,
        variable: u32,
        args: &[Expression],
        live: &[u32],
        goals: &Goals,
        context: &mut Context<'_>,
        out: &mut Batch,
    ) -> bool {
        while self.row < self.batch.len {
            if out.len >= BATCH {
                return false;
            }
            let mut values = match self.values.take() {
                Some(values) => values,
                None => self.start(args, goals, context),
            };
            match values.next() {
                Some(value) => {
                    if let Some(code) = context.codes.encode(&value) {
                        out.repeat(&self.batch, self.row, 1, live);
                        out.column(variable).push(code);
                    }
                    self.values = Some(values);
                    if context.codes.lacks() {
                        return true;
                    }
                }
                None => self.row += 1,
            }
        }
        true
    }

    fn start(
        &self,
        args: &[Expression],
        goals: &Goals,
        context: &mut Context<'_>,
    ) -> Box<dyn Iterator<Item = Value> + Send> {
        match args.iter().map(|arg| value(arg, goals, &self.batch, self.row, context)).collect::<Option<Vec<_>>>() {
            Some(args) => crate::range::range(&args),
            None => {
                context.suspect = true;
                Box::new(std::iter::empty())
            }
        }
    }
}
