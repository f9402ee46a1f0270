//! One clause in one round.

use program::checked::RelId;
use values::Code;

use super::guard::{End, Guard};
use super::too_many_rows;
use crate::batch::Batch;
use crate::goal::{GoalKind, Goals, variables};
use crate::pipeline::{Context, Run, Visible, argument};
use crate::plan::{Plan, Rows, StepKind};
use crate::{Arg, Halt, Model, Relation, fault};

/// The goals of a clause that may read the previous round's rows in turn: matches of relations that grew in it.
pub(super) fn deltas(
    model: &Model<'_>,
    clause: usize,
    inside: &dyn Fn(RelId) -> bool,
    visible: &[Visible],
) -> Vec<Option<usize>> {
    let grew = |relation: RelId| inside(relation) && !visible[relation.0 as usize].range(Rows::Delta).is_empty();
    let goals = model.goals[clause].goals.iter().enumerate();
    goals
        .filter(|(_, goal)| matches!(goal.kind, GoalKind::Match { relation, .. } if grew(relation)))
        .map(|(at, _)| Some(at))
        .collect()
}

/// Fires a clause: appends what is new as one segment of the head's relation.
pub(super) fn fire(
    model: &mut Model<'_>,
    clause: usize,
    delta: Option<usize>,
    round: u32,
    inside: &dyn Fn(RelId) -> bool,
    visible: &[Visible],
    guard: &Guard<'_>,
) -> Result<Option<End>, Halt> {
    let started = guard.now();
    let head = model.clauses[clause].head_relation();
    let first = model.relation(head).len();
    let goals = std::mem::take(&mut model.goals[clause]);
    let yielded = produce(model, &goals, head, delta, inside, visible, &|new| guard.look(new));
    model.goals[clause] = goals;
    model.relations[head.0 as usize].end_segment(first, round, clause as u32);
    let profile = &mut model.profile.clauses[clause];
    profile.derived += yielded.derived;
    profile.rows_out += u64::from(model.relations[head.0 as usize].len() - first);
    profile.nanos += guard.now() - started;
    if yielded.suspect {
        fault::report(model, clause, visible)?;
    }
    if yielded.exhausted { Err(too_many_rows(model, head).into()) } else { Ok(yielded.end) }
}

/// What happened besides new rows.
pub(super) struct Yield {
    /// Tuples of the head, repetitions included.
    pub(super) derived: u64,
    /// A computation failed for some binding.
    pub(super) suspect: bool,
    /// The head's relation has no row numbers left.
    pub(super) exhausted: bool,
    /// The run is to end.
    pub(super) end: Option<End>,
}

/// Plans and runs `goals` and appends the head's tuples that are new.
pub(super) fn produce(
    model: &mut Model<'_>,
    goals: &Goals,
    head: RelId,
    delta: Option<usize>,
    inside: &dyn Fn(RelId) -> bool,
    visible: &[Visible],
    look: &dyn Fn(u64) -> Option<End>,
) -> Yield {
    let Model { relations, dictionary, .. } = model;
    let wanted = variables(&goals.head).collect::<Vec<_>>();
    let plan = Plan::new(goals, &[], &wanted, delta, inside, &|relation| relations[relation.0 as usize].len());
    ensure_indexes(&plan, relations);
    let mut run = Run::new(&plan, goals, Batch::single(goals.types.len(), &[], &[]));
    let mut yielded = Yield { derived: 0, suspect: false, exhausted: false, end: None };
    let first = relations[head.0 as usize].len();
    loop {
        let mut context = Context { relations, visible, dictionary, suspect: false };
        let batch = run.next(&mut context);
        yielded.suspect |= context.suspect;
        let Some(batch) = batch else { return yielded };
        yielded.derived += batch.len as u64;

        yielded.exhausted |= emit(goals, &batch, &mut relations[head.0 as usize]).is_none();
        yielded.end = look(u64::from(relations[head.0 as usize].len() - first));
        if yielded.end.is_some() {
            return yielded;
        }
    }
}

/// Appends the head's tuples. `None` where row numbers are exhausted.
fn emit(goals: &Goals, batch: &Batch, relation: &mut Relation) -> Option<()> {
    let mut tuple: Vec<Code> = Vec::with_capacity(goals.head.len());
    for row in 0..batch.len {
        tuple.clear();
        tuple.extend(goals.head.iter().map(|arg: &Arg| argument(arg, batch, row)));
        relation.insert(&tuple)?;
    }
    Some(())
}

/// Builds what the plan's joins look up by key. A key of all columns is looked up in the membership set.
fn ensure_indexes(plan: &Plan<'_>, relations: &mut [Relation]) {
    for step in &plan.steps {
        match &step.kind {
            StepKind::Join(join) if join.rows != Rows::Delta && !join.columns.is_empty() => {
                let relation = &mut relations[join.relation.0 as usize];
                if !(join.exists && join.columns.len() == relation.rows().columns.len()) {
                    relation.ensure_index(&join.columns);
                }
            }
            StepKind::Absent { relation, columns, .. } if !columns.is_empty() => {
                let relation = &mut relations[relation.0 as usize];
                if columns.len() < relation.rows().columns.len() {
                    relation.ensure_index(columns);
                }
            }
            StepKind::Aggregate(step) => ensure_indexes(&step.inner, relations),
            _ => {}
        }
    }
}
