//! Runs a plan: batches of bindings flow from step to step.
//!
//! Worked off with an explicit stack of joins and ranges in progress, so that neither a long body nor a join with a huge result
//! costs stack or memory: each hands on a batch as soon as it is full.

pub(crate) mod aggregates;
mod conditions;
mod context;
mod intersections;
mod joins;
mod probes;
mod ranges;
mod scratch;

use std::ops::Range;

use values::Code;

use crate::batch::Batch;
use crate::goal::Goals;
use crate::plan::{Plan, StepKind};

pub(crate) use context::{Codes, Context, Visible};
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
    scratch: Scratch,
}

/// A step in progress that may give more bindings than a batch holds.
enum Open {
    Join(Join),
    Intersection(Intersection),
    Range(Values),
}

impl<'p> Run<'p> {
    /// Runs `plan` once, with nothing bound. `first` are the rows to be read by a scan that comes first; all that it may see
    /// where it is not given.
    pub(crate) fn new(plan: &'p Plan, goals: &'p Goals, first: Option<Range<u32>>, mut scratch: Scratch) -> Self {
        let start = Batch { len: 1, ..scratch.spare.blank(goals.types.len()) };
        Self { plan, goals, start: Some(start), first, groups: aggregates::Asked::default(), scratch }
    }

    /// Binds variables before the run begins.
    pub(crate) fn bind(&mut self, variables: &[u32], codes: &[Code]) {
        let Some(start) = &mut self.start else { return };
        for (variable, code) in variables.iter().zip(codes) {
            start.column(*variable).push(*code);
        }
    }

    /// Ends the run, and leaves its memory to another one.
    pub(crate) fn into_scratch(mut self) -> Scratch {
        self.scratch.open.clear();
        self.scratch
    }

    /// Takes back a batch that has been read.
    pub(crate) fn reuse(&mut self, batch: Batch) {
        self.scratch.spare.batches.push(batch);
    }

    /// Some of the bindings that come through, perhaps none of them yet; `None` at the end.
    pub(crate) fn next(&mut self, context: &mut Context<'_>) -> Option<Batch> {
        if let Some(start) = self.start.take() {
            return Some(self.advance(0, start, context));
        }
        let Scratch { open: all_open, spare, .. } = &mut self.scratch;
        let (position, open) = all_open.last_mut()?;
        let (step, next) = (&self.plan.steps[*position], *position + 1);
        let mut out = spare.blank(self.goals.types.len());
        let done = match (&step.kind, open) {
            (StepKind::Join(join), Open::Join(open)) => open.fill(join, &step.live, context, spare, &mut out),
            (StepKind::Intersect(joins), Open::Intersection(open)) => open.fill(joins, &step.live, context, &mut out),
            (StepKind::Generate { variable, args }, Open::Range(open)) => {
                open.fill(*variable, args, &step.live, self.goals, context, &mut out)
            }
            _ => unreachable!("other steps do not stay open"),
        };
        if done && let Some((_, open)) = all_open.pop() {
            match open {
                Open::Join(join) => join.end(spare),
                Open::Intersection(intersection) => spare.batches.push(intersection.into_batch()),
                Open::Range(values) => spare.batches.push(values.into_batch()),
            }
        }
        Some(self.advance(next, out, context))
    }

    /// Takes a batch through the steps from `position` to the end, or to the next join or range, which is opened: then
    /// nothing comes through yet.
    fn advance(&mut self, mut position: usize, mut batch: Batch, context: &mut Context<'_>) -> Batch {
        while batch.len > 0 {
            let Some(step) = self.plan.steps.get(position) else { return batch };
            let live = &step.live[..];
            let Scratch { open, spare, .. } = &mut self.scratch;
            let mut out = spare.blank(self.goals.types.len());
            match &step.kind {
                StepKind::Join(join) => {
                    let first = if position == 0 { self.first.clone() } else { None };
                    open.push((position, Open::Join(Join::new(join, batch, first, context, spare))));
                    return out;
                }
                StepKind::Intersect(joins) => {
                    open.push((position, Open::Intersection(Intersection::new(joins, batch, context))));
                    return out;
                }
                StepKind::Generate { .. } => {
                    open.push((position, Open::Range(Values::new(batch))));
                    return out;
                }
                StepKind::Absent(probe) => {
                    // The relation is finished: an absence never reads its own stratum.
                    probes::keep(false, probe, &batch, live, context, spare, &mut out);
                },
                StepKind::Filter(goal) => {
                    conditions::filter(*goal, self.goals, &batch, live, context, &mut spare.bindings, &mut out);
                }
                StepKind::Assign { variable, expression } => {
                    let assign = conditions::Assign { variable: *variable, expression, goals: self.goals };
                    assign.take(&batch, live, context, &mut spare.bindings, &mut out);
                }
                StepKind::Aggregate(aggregate) => {
                    self.groups.take(aggregate, self.goals, &batch, live, context, &mut out);
                }
            }
            spare.batches.push(std::mem::replace(&mut batch, out));
            position += 1;
        }
        batch
    }
}
