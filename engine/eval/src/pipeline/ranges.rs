//! Ranges in progress.

use values::Value;

use super::{Context, value};
use crate::batch::{BATCH, Batch};
use crate::goal::Goals;
use crate::{Expression, Fault};

/// A range that has bindings left to extend.
pub(super) struct Range {
    batch: Batch,
    /// The binding being extended.
    row: usize,
    /// Its values still to come; `None` where it has not been looked at yet.
    values: Option<Box<dyn Iterator<Item = Value>>>,
}

impl Range {
    pub(super) fn new(batch: Batch) -> Range {
        Range { batch, row: 0, values: None }
    }

    /// The next full batch of extended bindings, and whether the range is done.
    pub(super) fn fill(
        &mut self,
        variable: u32,
        args: &[Expression],
        live: &[u32],
        goals: &Goals,
        context: &mut Context<'_>,
    ) -> (Batch, bool) {
        let mut out = Batch::empty(goals.types.len());
        while self.row < self.batch.len {
            if out.len >= BATCH {
                return (out, false);
            }
            let mut values = match self.values.take() {
                Some(values) => values,
                None => self.start(args, goals, context),
            };
            match values.next() {
                Some(value) => {
                    let code = context.dictionary.encode(&value);
                    out.copy(&self.batch, self.row, live);
                    out.push(variable, code);
                    self.values = Some(values);
                }
                None => self.row += 1,
            }
        }
        (out, true)
    }

    fn start(&self, args: &[Expression], goals: &Goals, context: &mut Context<'_>) -> Box<dyn Iterator<Item = Value>> {
        let args = args.iter().map(|arg| value(arg, goals, &self.batch, self.row, context.dictionary));
        match args.collect::<Result<Vec<_>, Fault>>() {
            Ok(args) => crate::range::range(&args),
            Err(_) => {
                context.suspect = true;
                Box::new(std::iter::empty())
            }
        }
    }
}
