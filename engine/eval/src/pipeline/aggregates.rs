//! Aggregates in a pipeline.

mod prepared;

use hashbrown::{HashMap, HashSet};
use program::checked::{AggregateOp, Contribution, RelId};
use values::{Code, Dictionary, Value};

use super::{Context, Run, Scratch};
use crate::aggregate::fold;
use crate::batch::Batch;
use crate::goal::{GoalKind, Goals};
use crate::plan::AggregateStep;
use crate::{AggregateGoal, Fault, Lookup, Purpose, Slot, contributions};

pub(crate) use prepared::{NOTHING, Prepared};

/// The values of an aggregate by group, `None` where a group has none. Looked up by key only, never walked.
type Groups = HashMap<Vec<Code>, Option<Code>, foldhash::fast::FixedState>;

/// The aggregates computed so far.
#[derive(Default)]
pub(super) struct Asked {
    /// By goal: the groups asked for.
    groups: Vec<(usize, Groups)>,
    /// For one group after the other.
    scratch: Option<Box<Scratch>>,
}

impl Asked {
    /// Binds the step's variable to the aggregate of each binding's group; bindings whose group has no value are dropped.
    pub(super) fn take(
        &mut self,
        step: &AggregateStep,
        goals: &Goals,
        batch: &Batch,
        live: &[u32],
        context: &mut Context<'_>,
        out: &mut Batch,
    ) {
        let GoalKind::Aggregate { aggregate, .. } = &goals.goals[step.goal].kind else {
            unreachable!("an aggregate's goal")
        };
        let (mut rows, mut codes) = (Vec::with_capacity(batch.len), Vec::with_capacity(batch.len));
        let mut add = |row: usize, code: Option<Code>| {
            if let Some(code) = code {
                rows.push(row as u32);
                codes.push(code);
            }
        };
        if let Some(prepared) = context.prepared.values(step.goal) {
            for (row, value) in prepared.values(&aggregate.injected, batch).into_iter().enumerate() {
                context.suspect |= value.is_err();
                add(row, value.unwrap_or_default());
            }
        } else {
            let groups = groups(&mut self.groups, step.goal);
            for row in 0..batch.len {
                let group = aggregate.injected.iter().map(|variable| batch.code(*variable, row)).collect::<Vec<_>>();
                let value = match groups.get(&group) {
                    Some(value) => *value,
                    None => {
                        let value = evaluate(step, aggregate, &group, context, &mut self.scratch);
                        groups.insert(group, value);
                        value
                    }
                };
                add(row, value);
            }
        }
        out.gather(batch, &rows, live);
        out.column(step.variable).append(&mut codes);
    }
}

fn groups(all: &mut Vec<(usize, Groups)>, goal: usize) -> &mut Groups {
    let at = all.iter().position(|(known, _)| *known == goal).unwrap_or(all.len());
    if at == all.len() {
        all.push((goal, Groups::default()));
    }
    &mut all[at].1
}

/// The aggregate's value for one group. A failure inside sends the group to the exact search: other goals may rule the
/// failing binding out. If they do not, or if the sum itself fails, the group has no value and the firing is suspect.
fn evaluate(
    step: &AggregateStep,
    aggregate: &AggregateGoal,
    group: &[Code],
    context: &mut Context<'_>,
    scratch: &mut Option<Box<Scratch>>,
) -> Option<Code> {
    let before = std::mem::replace(&mut context.suspect, false);
    let mut found = Contributions::new(aggregate);
    let mut run = Run::new(&step.for_group, &aggregate.body, None, scratch.take().unwrap_or_default());
    run.bind(&aggregate.injected, group);
    // What is prepared belongs to the clause's own goals, not to those of the aggregate's body.
    let prepared = std::mem::replace(&mut context.prepared, &NOTHING);
    while let Some(batch) = run.next(context) {
        found.add(&batch);
        run.reuse(batch);
    }
    *scratch = Some(run.into_scratch());
    context.prepared = prepared;
    let failed = std::mem::replace(&mut context.suspect, before);
    let value = match failed {
        true => exact(aggregate, group, context),
        false => fold(aggregate, found.values(context.codes.dictionary())),
    };
    match value {
        Ok(value) => value.and_then(|value| context.codes.encode(&value)),
        Err(_) => {
            context.suspect = true;
            None
        }
    }
}

fn exact(aggregate: &AggregateGoal, group: &[Code], context: &Context<'_>) -> Result<Option<Value>, Fault> {
    let lookup = Lookup::new(context.relations, context.codes.dictionary());
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
