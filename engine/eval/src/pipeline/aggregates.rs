//! Aggregates in a pipeline: one inner run per group.

use hashbrown::{HashMap, HashSet};
use program::checked::{AggregateOp, Contribution, RelId};
use values::{Code, Dictionary, Value};

use super::{Context, Run};
use crate::aggregate::fold;
use crate::batch::Batch;
use crate::plan::AggregateStep;
use crate::{AggregateGoal, Fault, Lookup, Purpose, Slot, contributions};

/// The values of an aggregate by group, `None` where a group has none. Looked up by key only, never walked.
pub(super) type Groups = HashMap<Vec<Code>, Option<Code>, foldhash::fast::FixedState>;

/// Binds the step's variable to the aggregate of each binding's group; bindings whose group has no value are dropped.
pub(super) fn take(
    step: &AggregateStep<'_>,
    groups: &mut Groups,
    batch: &Batch,
    live: &[u32],
    context: &mut Context<'_>,
    out: &mut Batch,
) {
    for row in 0..batch.len {
        let group = step.aggregate.injected.iter().map(|variable| batch.code(*variable, row)).collect::<Vec<_>>();
        let value = match groups.get(&group) {
            Some(value) => *value,
            None => {
                let value = evaluate(step, &group, context);
                groups.insert(group, value);
                value
            }
        };
        if let Some(code) = value {
            out.copy(batch, row, live);
            out.push(step.variable, code);
        }
    }
}

/// The aggregate's value for one group. A failure inside sends the group to the exact search: other goals may rule the
/// failing binding out. If they do not, or if the sum itself fails, the group has no value and the firing is suspect.
fn evaluate(step: &AggregateStep<'_>, group: &[Code], context: &mut Context<'_>) -> Option<Code> {
    let AggregateStep { aggregate, inner, .. } = step;
    let start = Batch::single(aggregate.body.types.len(), &aggregate.injected, group);
    let before = std::mem::replace(&mut context.suspect, false);
    let mut found = Contributions::new(aggregate);
    let mut run = Run::new(inner, &aggregate.body, start);
    while let Some(batch) = run.next(context) {
        found.add(&batch);
    }
    let failed = std::mem::replace(&mut context.suspect, before);
    let value =
        if failed { exact(aggregate, group, context) } else { fold(aggregate, found.values(context.dictionary)) };
    match value {
        Ok(value) => value.map(|value| context.dictionary.encode(&value)),
        Err(_) => {
            context.suspect = true;
            None
        }
    }
}

fn exact(aggregate: &AggregateGoal, group: &[Code], context: &Context<'_>) -> Result<Option<Value>, Fault> {
    let lookup = Lookup::new(context.relations, context.dictionary);
    let ends = |relation: RelId| context.visible[relation.0 as usize].all;
    let mut slots = vec![Slot::Free; aggregate.body.types.len()];
    for (variable, code) in aggregate.injected.iter().zip(group) {
        slots[*variable as usize] = Slot::Code(*code);
    }
    let found = contributions(aggregate, &lookup, &ends, &slots, Purpose::Faults)?;
    fold(aggregate, found.into_iter().map(|contribution| contribution.value).collect())
}

/// The targets' codes of the distinct contributions of one group.
struct Contributions<'a> {
    aggregate: &'a AggregateGoal,
    seen: HashSet<Vec<Code>, foldhash::fast::FixedState>,
    targets: Vec<Code>,
    count: usize,
}

impl<'a> Contributions<'a> {
    fn new(aggregate: &'a AggregateGoal) -> Self {
        Self { aggregate, seen: HashSet::default(), targets: Vec::new(), count: 0 }
    }

    fn add(&mut self, batch: &Batch) {
        for row in 0..batch.len {
            if self.aggregate.contribution == Contribution::Assignment {
                let key = self.aggregate.local.iter().map(|variable| batch.code(*variable, row)).collect();
                if !self.seen.insert(key) {
                    continue;
                }
            }
            self.count += 1;
            self.targets.extend(self.aggregate.target.map(|variable| batch.code(variable, row)));
        }
    }

    fn values(self, dictionary: &Dictionary) -> Vec<Value> {
        match self.aggregate.op {
            AggregateOp::Count => vec![Value::Number(1); self.count],
            _ => self.targets.iter().map(|code| dictionary.decode(self.aggregate.operand, *code)).collect(),
        }
    }
}
