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

use std::ops::Range;

use crate::batch::Batch;
use crate::goal::Goals;
use crate::plan::{Plan, StepKind};

pub(crate) use context::{Codes, Context, Visible};
use intersections::Intersection;
use joins::Join;
use ranges::Values;

/// A plan in progress.
pub(crate) struct Run<'p> {
    plan: &'p Plan,
    goals: &'p Goals,
    start: Option<Batch>,
    /// The rows that the first step reads, where that is a scan.
    first: Option<Range<u32>>,
    open: Vec<(usize, Open)>,
    /// Values of aggregates found so far.
    groups: aggregates::Asked,
    /// Batches whose memory is used again.
    spare: Vec<Batch>,
}

/// A step in progress that may give more bindings than a batch holds.
enum Open {
    Join(Join),
    Intersection(Intersection),
    Range(Values),
}

impl<'p> Run<'p> {
    /// Runs `plan` from the bindings of `start`. `first` are the rows to be read by a scan that comes first; all that it
    /// may see where it is not given.
    pub(crate) fn new(plan: &'p Plan, goals: &'p Goals, start: Batch, first: Option<Range<u32>>) -> Self {
        let (open, spare) = (Vec::new(), Vec::new());
        Self { plan, goals, start: Some(start), first, open, groups: aggregates::Asked::default(), spare }
    }

    /// Takes back a batch that has been read.
    pub(crate) fn reuse(&mut self, batch: Batch) {
        self.spare.push(batch);
    }

    /// Some of the bindings that come through, perhaps none of them yet; `None` at the end.
    pub(crate) fn next(&mut self, context: &mut Context<'_>) -> Option<Batch> {
        if let Some(start) = self.start.take() {
            return Some(self.advance(0, start, context));
        }
        let (position, _) = self.open.last()?;
        let step = &self.plan.steps[*position];
        let next = *position + 1;
        let mut out = self.blank();
        let (_, open) = self.open.last_mut()?;
        let done = match (&step.kind, open) {
            (StepKind::Join(join), Open::Join(open)) => open.fill(join, &step.live, context, &mut out),
            (StepKind::Intersect(joins), Open::Intersection(open)) => open.fill(joins, &step.live, context, &mut out),
            (StepKind::Generate { variable, args }, Open::Range(open)) => {
                open.fill(*variable, args, &step.live, self.goals, context, &mut out)
            }
            _ => unreachable!("other steps do not stay open"),
        };
        if done && let Some((_, open)) = self.open.pop() {
            self.spare.push(match open {
                Open::Join(join) => join.into_batch(),
                Open::Intersection(intersection) => intersection.into_batch(),
                Open::Range(values) => values.into_batch(),
            });
        }
        Some(self.advance(next, out, context))
    }

    /// Takes a batch through the steps from `position` to the end, or to the next join or range, which is opened: then
    /// nothing comes through yet.
    fn advance(&mut self, mut position: usize, mut batch: Batch, context: &mut Context<'_>) -> Batch {
        while batch.len > 0 {
            let Some(step) = self.plan.steps.get(position) else { return batch };
            let live = &step.live[..];
            let mut out = self.blank();
            match &step.kind {
                StepKind::Join(join) => {
                    let first = if position == 0 { self.first.clone() } else { None };
                    self.open.push((position, Open::Join(Join::new(join, batch, first, context))));
                    return out;
                }
                StepKind::Intersect(joins) => {
                    self.open.push((position, Open::Intersection(Intersection::new(joins, batch, context))));
                    return out;
                }
                StepKind::Generate { .. } => {
                    self.open.push((position, Open::Range(Values::new(batch))));
                    return out;
                }
                StepKind::Absent(probe) => probes::absent(probe, &batch, live, context, &mut out),
                StepKind::Filter(goal) => conditions::filter(*goal, self.goals, &batch, live, context, &mut out),
                StepKind::Assign { variable, expression } => {
                    let assign = conditions::Assign { variable: *variable, expression, goals: self.goals };
                    assign.take(&batch, live, context, &mut out);
                }
                StepKind::Aggregate(aggregate) => {
                    self.groups.take(aggregate, self.goals, &batch, live, context, &mut out);
                }
            }
            self.spare.push(std::mem::replace(&mut batch, out));
            position += 1;
        }
        batch
    }

    /// An empty batch.
    fn blank(&mut self) -> Batch {
        let mut batch = self.spare.pop().unwrap_or_else(|| Batch::empty(self.goals.types.len()));
        batch.clear();
        batch
    }
}
