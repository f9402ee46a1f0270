//! Runs a plan: batches of bindings flow from step to step.
//!
//! Worked off with an explicit stack of joins and ranges in progress, so that neither a long body nor a join with a huge result
//! costs stack or memory: each hands on a batch as soon as it is full.

pub(crate) mod aggregates;
mod composites;
mod conditions;
mod context;
mod counting;
mod intersections;
mod joins;
mod probes;
mod ranges;
mod scratch;

use std::ops::Range;

use values::Code;

use crate::batch::Batch;
use crate::goal::Goals;
use crate::plan::{Plan, Step, StepKind};

use aggregates::Spread;
pub(crate) use context::{Codes, Context, Visible};
pub(crate) use counting::Counting;
use intersections::Intersection;
use joins::Join;
use ranges::Values;
pub(crate) use scratch::Scratch;

/// A plan in progress.
pub(crate) struct Run<'p> {
    plan: &'p Plan,
    goals: &'p Goals,
    start: Option<Batch>,
    /// The rows that the first step reads, where that is a scan.
    first: Option<Range<u32>>,
    /// Values of aggregates found so far.
    groups: aggregates::Asked,
    /// For a clause that reads the program's counter.
    pub(crate) counting: Option<Box<Counting>>,
    scratch: Box<Scratch>,
}

/// A step in progress that may give more bindings than a batch holds.
enum Open {
    Join(Join),
    Intersection(Intersection),
    Range(Values),
    Witnesses(Spread),
}

impl<'p> Run<'p> {
    /// Runs `plan` once, with nothing bound. `first` are the rows to be read by a scan that comes first; all that it may see
    /// where it is not given.
    pub(crate) fn new(plan: &'p Plan, goals: &'p Goals, first: Option<Range<u32>>, mut scratch: Box<Scratch>) -> Self {
        let start = Batch { len: 1, ..scratch.spare.blank(goals.types.len()) };
        Self { plan, goals, start: Some(start), first, groups: aggregates::Asked::default(), counting: None, scratch }
    }

    /// Binds variables before the run begins.
    pub(crate) fn bind(&mut self, variables: &[u32], codes: &[Code]) {
        let Some(start) = &mut self.start else { return };
        for (variable, code) in variables.iter().zip(codes) {
            start.column(*variable).push(*code);
        }
    }

    /// Ends the run, and leaves its memory to another one.
    pub(crate) fn into_scratch(mut self) -> Box<Scratch> {
        self.scratch.open.clear();
        self.scratch
    }

    /// Takes back a batch that has been read.
    pub(crate) fn reuse(&mut self, batch: Batch) {
        self.scratch.spare.batches.push(batch);
    }

    /// Some of the bindings that come through, perhaps none of them yet; `None` at the end.
    pub(crate) fn next(&mut self, context: &mut Context<'_>) -> Option<Batch> {
        let (mut position, mut batch) = match self.start.take() {
            Some(start) => (0, start),
            None => self.fill(context)?,
        };
        loop {
            match self.advance(position, batch, context) {
                Some(through) => return Some(through),
                None => (position, batch) = self.fill(context)?,
            }
        }
    }

    /// Some of what the step opened last gives, and the position of the step that it goes to.
    fn fill(&mut self, context: &mut Context<'_>) -> Option<(usize, Batch)> {
        let Scratch { open: all_open, spare, .. } = &mut *self.scratch;
        let Some((position, open)) = all_open.last_mut() else {
            return self.counting.as_mut()?.number(&self.plan.steps, self.goals, context);
        };
        let (step, next) = (&self.plan.steps[*position], *position + 1);
        let mut out = spare.blank(self.goals.types.len());
        let done = match (&step.kind, open) {
            (StepKind::Join(join), Open::Join(open)) => open.fill(join, &step.live, context, spare, &mut out),
            (StepKind::Intersect(joins), Open::Intersection(open)) => open.fill(joins, &step.live, context, &mut out),
            (StepKind::Generate { variable, args }, Open::Range(open)) => {
                open.fill(*variable, args, &step.live, self.goals, context, &mut out)
            }
            (StepKind::Aggregate(aggregate), Open::Witnesses(open)) => open.fill(aggregate, &step.live, &mut out),
            _ => unreachable!("other steps do not stay open"),
        };
        if done && let Some((_, open)) = all_open.pop() {
            match open {
                Open::Join(join) => join.end(spare),
                Open::Intersection(intersection) => spare.batches.push(intersection.into_batch()),
                Open::Range(values) => spare.batches.push(values.into_batch()),
                Open::Witnesses(spread) => spare.batches.push(spread.into_batch()),
            }
        }
        Some((next, out))
    }

    /// Takes a batch through the steps from `position` to the end; `None` where it comes to a join or range, which is opened.
    fn advance(&mut self, mut position: usize, mut batch: Batch, context: &mut Context<'_>) -> Option<Batch> {
        while batch.len > 0 {
            let Some(step) = self.plan.steps.get(position) else { break };
            let Scratch { open, spare, .. } = &mut *self.scratch;
            let opened = match &step.kind {
                StepKind::Join(join) => {
                    let first = if position == 0 { self.first.clone() } else { None };
                    Open::Join(Join::new(join, batch, first, context, spare))
                }
                StepKind::Intersect(joins) => Open::Intersection(Intersection::new(joins, batch, context)),
                StepKind::Generate { .. } => Open::Range(Values::new(batch)),
                StepKind::Aggregate(aggregate) if aggregate.has_witnesses() => {
                    Open::Witnesses(Spread::new(self.groups.found(aggregate, self.goals, &batch, context), batch))
                }
                StepKind::Count(count) => {
                    if let Some(counting) = &mut self.counting {
                        counting.wait(position, step, count, &batch);
                    }
                    self.reuse(batch);
                    return None;
                }
                _ => {
                    let out = self.step(step, &batch, context);
                    self.reuse(std::mem::replace(&mut batch, out));
                    position += 1;
                    continue;
                }
            };
            open.push((position, opened));
            return None;
        }
        Some(batch)
    }

    /// Takes a batch through a step that gives at most one binding for each.
    fn step(&mut self, step: &Step, batch: &Batch, context: &mut Context<'_>) -> Batch {
        let spare = &mut self.scratch.spare;
        let (live, mut out) = (&step.live[..], spare.blank(self.goals.types.len()));
        match &step.kind {
            // The relation is finished: an absence never reads its own stratum.
            StepKind::Absent(probe) => probes::keep(false, probe, batch, live, context, spare, &mut out),
            StepKind::Filter(goal) => {
                conditions::filter(*goal, self.goals, batch, live, context, &mut spare.bindings, &mut out);
            }
            StepKind::Assign { variable, expression } => {
                let assign = conditions::Assign { variable: *variable, expression, goals: self.goals };
                assign.take(batch, live, context, &mut spare.bindings, &mut out);
            }
            StepKind::Aggregate(aggregate) => {
                self.groups.take(aggregate, self.goals, batch, live, context, &mut out);
            }
            StepKind::Pack(pack) => composites::pack(pack, batch, live, context, &mut spare.bindings, &mut out),
            StepKind::Unpack(unpack) => {
                composites::unpack(unpack, batch, live, context, &mut spare.bindings, &mut out);
            }
            StepKind::Ordinal { variable, of } => {
                composites::ordinal((*variable, *of), batch, live, context, &mut spare.bindings, &mut out);
            }
            StepKind::Join(_) | StepKind::Intersect(_) | StepKind::Generate { .. } | StepKind::Count(_) => {
                unreachable!("opened")
            }
        }
        out
    }
}
