//! Runs a plan: batches of bindings flow from step to step.
//!
//! Worked off with an explicit stack of joins and ranges in progress, so that neither a long body nor a join with a huge result
//! costs stack or memory: each hands on a batch as soon as it is full.

mod aggregates;
mod joins;
mod ranges;

use std::collections::BTreeMap;

use values::{Code, Dictionary, Value};

use crate::batch::Batch;
use crate::condition::{Operand, decides, holds, plain};
use crate::goal::{Arg, GoalKind, Goals};
use crate::plan::{Plan, Rows, Step, StepKind};
use crate::relation::Relation;
use crate::{Expression, Fault};
use aggregates::Groups;
use joins::Join;
use ranges::Range;

/// What a firing reads.
pub(crate) struct Context<'a> {
    pub(crate) relations: &'a [Relation],
    /// Per relation: rows before the delta, rows before the round.
    pub(crate) visible: &'a [Visible],
    pub(crate) dictionary: &'a mut Dictionary,
    /// Set when a computation failed for some binding. Such a binding is dropped; whether the failure is an error is
    /// decided by a search over the clause (`fault`), since other goals may rule the binding out.
    pub(crate) suspect: bool,
}

/// Which rows of a relation a firing may see.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Visible {
    /// Rows before those of the previous round.
    pub(crate) old: u32,
    /// Rows before this round.
    pub(crate) all: u32,
}

impl Visible {
    pub(crate) fn range(self, rows: Rows) -> std::ops::Range<u32> {
        match rows {
            Rows::Old => 0..self.old,
            Rows::Delta => self.old..self.all,
            Rows::All => 0..self.all,
        }
    }
}

/// A plan in progress.
pub(crate) struct Run<'p> {
    plan: &'p Plan<'p>,
    goals: &'p Goals,
    start: Option<Batch>,
    open: Vec<(usize, Open)>,
    /// By step: the aggregate's values found so far.
    groups: BTreeMap<usize, Groups>,
}

/// A step in progress that may give more bindings than a batch holds.
enum Open {
    Join(Join),
    Range(Range),
}

impl<'p> Run<'p> {
    /// Runs `plan` from the bindings of `start`.
    pub(crate) fn new(plan: &'p Plan<'p>, goals: &'p Goals, start: Batch) -> Self {
        Self { plan, goals, start: Some(start), open: Vec::new(), groups: BTreeMap::new() }
    }

    /// The next batch that comes through, never empty; `None` at the end.
    pub(crate) fn next(&mut self, context: &mut Context<'_>) -> Option<Batch> {
        if let Some(done) = self.start.take().and_then(|start| self.advance(0, start, context)) {
            return Some(done);
        }
        while let Some((position, open)) = self.open.last_mut() {
            let step = &self.plan.steps[*position];
            let next = *position + 1;
            let (batch, done) = match (&step.kind, open) {
                (StepKind::Join(join), Open::Join(open)) => {
                    open.fill(join, &step.live, context, self.goals.types.len())
                }
                (StepKind::Generate { variable, args }, Open::Range(open)) => {
                    open.fill(*variable, args, &step.live, self.goals, context)
                }
                _ => unreachable!("other steps do not stay open"),
            };
            if done {
                self.open.pop();
            }
            if let Some(done) = self.advance(next, batch, context) {
                return Some(done);
            }
        }
        None
    }

    /// Takes a batch through the steps from `position` to the end, or to the next join or range, which is opened.
    fn advance(&mut self, mut position: usize, mut batch: Batch, context: &mut Context<'_>) -> Option<Batch> {
        while batch.len > 0 {
            let Some(step) = self.plan.steps.get(position) else { return Some(batch) };
            match &step.kind {
                StepKind::Join(_) => return self.keep(position, Open::Join(Join::new(batch))),
                StepKind::Generate { .. } => return self.keep(position, Open::Range(Range::new(batch))),
                _ => {
                    let groups = self.groups.entry(position).or_default();
                    batch = take(step, self.goals, &batch, groups, context);
                }
            }
            position += 1;
        }
        None
    }

    fn keep(&mut self, position: usize, open: Open) -> Option<Batch> {
        self.open.push((position, open));
        None
    }
}

/// One step that gives at most one binding for each.
fn take(step: &Step<'_>, goals: &Goals, batch: &Batch, groups: &mut Groups, context: &mut Context<'_>) -> Batch {
    let mut out = Batch::empty(batch.columns.len());
    let live = &step.live;
    match &step.kind {
        StepKind::Join(_) | StepKind::Generate { .. } => unreachable!("joins and ranges are opened"),
        StepKind::Absent { relation, columns, key } => {
            // Finished: an absence never reads its own stratum.
            let relation = &context.relations[relation.0 as usize];
            for row in 0..batch.len {
                if !relation.exists(columns, &codes(key, batch, row), 0..relation.len()) {
                    out.copy(batch, row, live);
                }
            }
        }
        StepKind::Filter(goal) => {
            for row in 0..batch.len {
                match passes(goal, goals, batch, row, context) {
                    Ok(true) => out.copy(batch, row, live),
                    Ok(false) => {}
                    Err(_) => context.suspect = true,
                }
            }
        }
        StepKind::Assign { variable, expression } => {
            for row in 0..batch.len {
                match code(expression, goals, batch, row, context) {
                    Ok(code) => {
                        out.copy(batch, row, live);
                        out.push(*variable, code);
                    }
                    Err(_) => context.suspect = true,
                }
            }
        }
        StepKind::Aggregate(aggregate) => {
            aggregates::take(aggregate, groups, batch, live, context, &mut out);
        }
    }
    out
}

/// The codes of a key for one binding.
fn codes(key: &[&Arg], batch: &Batch, row: usize) -> Vec<Code> {
    key.iter().map(|arg| argument(arg, batch, row)).collect()
}

/// The code of a bound argument for one binding.
pub(crate) fn argument(arg: &Arg, batch: &Batch, row: usize) -> Code {
    match arg {
        Arg::Variable(variable) => batch.code(*variable, row),
        Arg::Constant(_, code) => *code,
        Arg::Any => unreachable!("`_` is never bound"),
    }
}

fn value(
    expression: &Expression,
    goals: &Goals,
    batch: &Batch,
    row: usize,
    dictionary: &Dictionary,
) -> Result<Value, Fault> {
    let value_of = |variable: u32| dictionary.decode(goals.types[variable as usize], batch.code(variable, row));
    expression.value(&value_of, dictionary)
}

fn code(
    expression: &Expression,
    goals: &Goals,
    batch: &Batch,
    row: usize,
    context: &mut Context<'_>,
) -> Result<Code, Fault> {
    match expression {
        Expression::Variable(variable) => Ok(batch.code(*variable, row)),
        Expression::Constant(_, code) => Ok(*code),
        computed => {
            let value = value(computed, goals, batch, row, context.dictionary)?;
            Ok(context.dictionary.encode(&value))
        }
    }
}

/// Comparisons of codes where that decides, otherwise of values.
fn passes(goal: &GoalKind, goals: &Goals, batch: &Batch, row: usize, context: &Context<'_>) -> Result<bool, Fault> {
    if let Some((op, left, right, operand)) = plain(goal) {
        let code = |side| match side {
            Operand::Variable(variable) => batch.code(variable, row),
            Operand::Constant(code) => code,
        };
        return Ok(decides(op, context.dictionary.compare(operand, code(left), code(right))));
    }
    let dictionary = &*context.dictionary;
    let value_of = |variable: u32| dictionary.decode(goals.types[variable as usize], batch.code(variable, row));
    holds(goal, &value_of, dictionary)
}
