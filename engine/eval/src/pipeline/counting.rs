//! Numbers of the program's counter: all bindings have to be there before the first one gets its number.

use values::Dictionary;

use super::Context;
use crate::batch::Batch;
use crate::counter::Numbered;
use crate::goal::Goals;
use crate::plan::{Count, Step, StepKind};

/// The bindings of a run that wait for their numbers.
pub(crate) struct Counting {
    /// The step and its bindings so far.
    waiting: Option<(usize, Batch)>,
    /// The next number.
    next: i64,
    /// What has been numbered.
    pub(crate) numbered: Option<Numbered>,
}

impl Counting {
    /// Counts from `next` on.
    pub(crate) fn from(next: i64) -> Counting {
        Counting { waiting: None, next, numbered: None }
    }

    /// Lets the bindings of a batch wait at the step in this position.
    pub(super) fn wait(&mut self, position: usize, step: &Step, count: &Count, batch: &Batch) {
        let (_, waiting) = self.waiting.get_or_insert_with(|| {
            let columns = vec![Vec::new(); batch.columns.len()];
            (position, Batch { columns, len: 0 })
        });
        let mut kept = count.key.iter().chain(&step.live).copied().collect::<Vec<_>>();
        kept.sort_unstable();
        kept.dedup();
        for variable in kept {
            waiting.columns[variable as usize].extend_from_slice(&batch.columns[variable as usize]);
        }
        waiting.len += batch.len;
    }

    /// All that waits, each distinct binding with its numbers, and the position that it goes on to; `None` where nothing does.
    pub(super) fn number(
        &mut self,
        steps: &[Step],
        goals: &Goals,
        context: &mut Context<'_>,
    ) -> Option<(usize, Batch)> {
        let (position, waiting) = self.waiting.take()?;
        let step = &steps[position];
        let StepKind::Count(count) = &step.kind else { unreachable!("bindings wait for the counter") };
        let dictionary: &Dictionary = context.codes.dictionary();
        let counters = count.counters.len();
        let (numbered, rows) = Numbered::new(&count.key, &waiting, &goals.types, dictionary, self.next, counters);
        let mut out = Batch { columns: vec![Vec::new(); waiting.columns.len()], len: 0 };
        out.gather(&waiting, &rows, &step.live);
        for (place, (variable, operand)) in count.counters.iter().enumerate() {
            let numbers = (0..rows.len()).map(|binding| numbered.value(binding, place, *operand));
            out.column(*variable).extend(numbers.filter_map(|number| context.codes.encode(&number)));
        }
        self.next = numbered.end();
        self.numbered = Some(numbered);
        Some((position + 1, out))
    }
}
