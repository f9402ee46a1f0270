//! Aggregates in a pipeline.

mod prepared;
mod spread;

use std::sync::Arc;

use hashbrown::{HashMap, HashSet};
use program::checked::{AggregateOp, Contribution, RelId};
use values::{Code, Dictionary, Value};

use super::{Context, Run, Scratch};
use crate::aggregate::{count, fold};
use crate::batch::Batch;
use crate::goal::{GoalKind, Goals};
use crate::plan::AggregateStep;
use crate::{AggregateGoal, Fault, Lookup, Purpose, Slot, contributions};

pub(crate) use prepared::{NOTHING, Prepared};
pub(super) use spread::Spread;

/// The value of a group.
#[derive(Debug, Clone)]
pub(super) struct Attained {
    code: Code,
    /// For each contribution that attains it, the codes of its witnesses, one behind the other; none where the aggregate has no
    /// witnesses. Of a mean of decimals how many they are, once.
    witnesses: Option<Arc<[Code]>>,
}

/// The values of an aggregate by group, `None` where a group has none. Looked up by key only, never walked.
type Groups = HashMap<Vec<Code>, Option<Attained>, foldhash::fast::FixedState>;

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
        let (mut rows, mut codes) = (Vec::with_capacity(batch.len), Vec::with_capacity(batch.len));
        self.each(step, goals, batch, context, &mut |row, attained| {
            rows.push(row as u32);
            codes.push(attained.code);
        });
        out.gather(batch, &rows, live);
        out.column(step.variable).append(&mut codes);
    }

    /// The value of each binding's group, where it has one.
    pub(super) fn found(
        &mut self,
        step: &AggregateStep,
        goals: &Goals,
        batch: &Batch,
        context: &mut Context<'_>,
    ) -> Vec<(usize, Attained)> {
        let mut found = Vec::new();
        self.each(step, goals, batch, context, &mut |row, attained| found.push((row, attained.clone())));
        found
    }

    fn each(
        &mut self,
        step: &AggregateStep,
        goals: &Goals,
        batch: &Batch,
        context: &mut Context<'_>,
        add: &mut dyn FnMut(usize, &Attained),
    ) {
        let GoalKind::Aggregate { aggregate, .. } = &goals.goals[step.goal].kind else {
            unreachable!("an aggregate's goal")
        };
        if let Some(prepared) = context.prepared.values(step.goal) {
            for (row, value) in prepared.values(&aggregate.injected, batch).enumerate() {
                match value {
                    Ok(value) => value.iter().for_each(|attained| add(row, attained)),
                    Err(()) => context.suspect = true,
                }
            }
            return;
        }
        let groups = groups(&mut self.groups, step.goal);
        for row in 0..batch.len {
            let group = aggregate.injected.iter().map(|variable| batch.code(*variable, row)).collect::<Vec<_>>();
            let value = match groups.get(&group) {
                Some(value) => value,
                None => {
                    let value = evaluate(step, aggregate, &group, context, &mut self.scratch);
                    groups.entry(group).insert(value).into_mut()
                }
            };
            value.iter().for_each(|attained| add(row, attained));
        }
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
) -> Option<Attained> {
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
    if failed {
        match exact(aggregate, group, context) {
            Ok(exact) => found = exact,
            Err(_) => {
                context.suspect = true;
                return None;
            }
        }
    }
    match fold(aggregate, found.values(context.codes.dictionary())) {
        Ok(value) => {
            let code = context.codes.encode(&value?)?;
            let witnesses = match aggregate.is_ratio() {
                true => Some(Arc::from([context.codes.encode(&count(found.count))?])),
                false => found.witnesses_of(code),
            };
            Some(Attained { code, witnesses })
        }
        Err(_) => {
            context.suspect = true;
            None
        }
    }
}

fn exact<'a>(
    aggregate: &'a AggregateGoal,
    group: &[Code],
    context: &mut Context<'_>,
) -> Result<Contributions<'a>, Fault> {
    let lookup = Lookup::new(context.relations, context.codes.dictionary());
    let ends = |relation: RelId| context.visible[relation.0 as usize].all;
    let mut slots = vec![Slot::Free; aggregate.body.types.len()];
    for (variable, code) in aggregate.injected.iter().zip(group) {
        slots[*variable as usize] = Slot::Code(*code);
    }
    let members = contributions(aggregate, &lookup, &ends, &slots, Purpose::Faults)?;
    let mut found = Contributions::new(aggregate);
    found.count = members.len();
    for member in members {
        // Values that have no code yet get one like those of any other step.
        let code = |variable: &u32, context: &mut Context<'_>| {
            let types = &aggregate.body.types;
            let slot = &member.solution.slots[*variable as usize];
            let value = slot.value(types[*variable as usize], context.codes.dictionary())?;
            context.codes.encode(&value)
        };
        found.targets.extend(aggregate.target.and_then(|target| code(&target, context)));
        found.witnesses.extend(aggregate.attaining().iter().filter_map(|witness| code(witness, context)));
    }
    Ok(found)
}

/// The codes of the distinct contributions of one group: of their targets, and of their witnesses.
struct Contributions<'a> {
    aggregate: &'a AggregateGoal,
    seen: HashSet<Vec<Code>, foldhash::fast::FixedState>,
    targets: Vec<Code>,
    witnesses: Vec<Code>,
    count: usize,
}

impl<'a> Contributions<'a> {
    fn new(aggregate: &'a AggregateGoal) -> Self {
        Self { aggregate, seen: HashSet::default(), targets: Vec::new(), witnesses: Vec::new(), count: 0 }
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
            self.witnesses.extend(self.aggregate.attaining().iter().map(|variable| batch.code(*variable, row)));
        }
    }

    fn values(&self, dictionary: &Dictionary) -> Vec<Value> {
        match self.aggregate.op {
            AggregateOp::Count => vec![Value::Number(1); self.count],
            _ => self.targets.iter().map(|code| dictionary.decode(self.aggregate.operand, *code)).collect(),
        }
    }

    /// The witnesses of the contributions that are this value.
    fn witnesses_of(&self, best: Code) -> Option<Arc<[Code]>> {
        let width = self.aggregate.witnesses.len();
        if width == 0 {
            return None;
        }
        let attaining = self.targets.iter().zip(self.witnesses.chunks(width)).filter(|(target, _)| **target == best);
        Some(distinct(attaining.flat_map(|(_, witnesses)| witnesses).copied().collect(), width))
    }
}

/// Tuples of this width, each once, in the order of their codes.
fn distinct(codes: Vec<Code>, width: usize) -> Arc<[Code]> {
    let mut tuples = codes.chunks(width).collect::<Vec<_>>();
    tuples.sort_unstable();
    tuples.dedup();
    tuples.concat().into()
}
