//! Aggregates of all groups at once: one pass over the body, one state per group.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use program::checked::{AggregateOp, Contribution};
use rayon::prelude::*;
use values::{Code, Dictionary, Primitive, Value};

use super::super::{Codes, Context, Run, Visible};
use super::{Attained, distinct};
use crate::aggregate::{Total, count, fold};
use crate::batch::Batch;
use crate::goal::{Arg, GoalKind, Goals};
use crate::hash::{Column, Columns, hash_columns};
use crate::membership::hashed::Hashed;
use crate::plan::{Access, Plan, StepKind};
use crate::{AggregateGoal, Records, Relation};

/// By goal: the values of all groups.
pub(crate) struct Prepared(Vec<(usize, Values)>);

/// No aggregates.
pub(crate) static NOTHING: Prepared = Prepared(Vec::new());

/// The values of one aggregate.
pub(super) struct Values {
    groups: Groups,
    /// By group; an error where the sum leaves its type.
    values: Vec<Result<Option<Attained>, ()>>,
    /// Of a group without contributions.
    empty: Result<Option<Attained>, ()>,
}

impl Prepared {
    /// Computes the aggregates of `plan` that can be computed for all groups, where about `asked` bindings will ask.
    pub(crate) fn new(
        plan: &Plan,
        goals: &Goals,
        asked: u32,
        relations: &[Relation],
        visible: &[Visible],
        dictionary: &mut Dictionary,
    ) -> Prepared {
        let mut prepared = Prepared(Vec::new());
        for step in &plan.steps {
            let StepKind::Aggregate(step) = &step.kind else { continue };
            let GoalKind::Aggregate { aggregate, .. } = &goals.goals[step.goal].kind else { continue };
            let Some(for_all) = step.for_all.as_ref().filter(|for_all| {
                // A group computed by itself costs about as much as 64 bindings to start with.
                let by_group = f64::from(asked) * (step.for_group.cost + 64.0);
                streams(aggregate) && by_group > for_all.cost
            }) else {
                continue;
            };
            let codes = Codes::Own(dictionary);
            let mut context = Context { relations, visible, codes, prepared: &NOTHING, suspect: false };
            // Where a computation inside fails, each group asked for is looked at by itself.
            if let Some(values) = Values::of(aggregate, for_all, &mut context) {
                prepared.0.push((step.goal, values));
            }
        }
        prepared
    }
}

impl Prepared {
    /// Whether the aggregate of this goal has been computed for all groups.
    pub(crate) fn holds(&self, goal: usize) -> bool {
        self.values(goal).is_some()
    }

    pub(super) fn values(&self, goal: usize) -> Option<&Values> {
        self.0.iter().find(|(known, _)| *known == goal).map(|(_, values)| values)
    }
}

/// Sums of floats depend on their order, so they need all values at hand.
fn streams(aggregate: &AggregateGoal) -> bool {
    let adds = matches!(aggregate.op, AggregateOp::Sum | AggregateOp::Mean);
    let floats = adds && aggregate.operand == Primitive::Float;
    !floats && !aggregate.injected.is_empty()
}

impl Values {
    fn of(aggregate: &AggregateGoal, plan: &Plan, context: &mut Context<'_>) -> Option<Values> {
        let States { groups, states } = match pieces(plan, context) {
            Some(pieces) if !repeats(aggregate) => side_by_side(aggregate, plan, &pieces, context),
            _ => None,
        }
        .or_else(|| States::of(aggregate, plan, None, context))?;
        let value = |state: State, context: &mut Context<'_>| match state.value(aggregate) {
            Ok(Some(Found::Attained(attained))) => Ok(Some(attained)),
            Ok(Some(Found::Value(value))) => Ok(context.codes.encode(&value).map(alone)),
            Ok(Some(Found::Mean(total, count))) => {
                let codes = context.codes.encode(&total).zip(context.codes.encode(&count));
                Ok(codes.map(|(code, count)| Attained { code, witnesses: Some(Arc::new([count])) }))
            }
            Ok(None) => Ok(None),
            Err(()) => Err(()),
        };
        let values = states.into_iter().map(|state| value(state, context)).collect();
        let empty = match fold(aggregate, Vec::new()) {
            Ok(value) => Ok(value.and_then(|value| context.codes.encode(&value)).map(alone)),
            Err(_) => Err(()),
        };
        Some(Values { groups, values, empty })
    }

    /// The value for the group of each binding.
    pub(super) fn values(
        &self,
        injected: &[u32],
        batch: &Batch,
    ) -> impl Iterator<Item = &Result<Option<Attained>, ()>> {
        let value = |group: Option<u32>| group.map_or(&self.empty, |group| &self.values[group as usize]);
        self.groups.find(injected, batch).into_iter().map(value)
    }
}

fn alone(code: Code) -> Attained {
    Attained { code, witnesses: None }
}

/// Rows of a piece that a thread works on.
const PIECE: u32 = 1 << 20;

/// The rows that the body reads first, cut into pieces; `None` where there is only one. They depend on the data alone.
fn pieces(plan: &Plan, context: &Context<'_>) -> Option<Vec<Range<u32>>> {
    let StepKind::Join(join) = &plan.steps.first()?.kind else { return None };
    let range = context.visible[join.probe.relation.0 as usize].range(join.probe.rows);
    let piece = |start: u32| start..range.end.min(start.saturating_add(PIECE));
    (join.probe.access == Access::Scan && range.len() > PIECE as usize)
        .then(|| range.clone().step_by(PIECE as usize).map(piece).collect())
}

/// The pieces by several threads, united in their order. `None` where a computation fails or makes new values.
fn side_by_side(
    aggregate: &AggregateGoal,
    plan: &Plan,
    pieces: &[Range<u32>],
    context: &Context<'_>,
) -> Option<States> {
    let Context { relations, visible, prepared, .. } = *context;
    let dictionary = context.codes.dictionary();
    let work = |piece: &Range<u32>| {
        let codes = Codes::Shared { dictionary, lacks: false };
        let mut context = Context { relations, visible, codes, prepared, suspect: false };
        let states = States::of(aggregate, plan, Some(piece.clone()), &mut context);
        states.filter(|_| !context.codes.lacks())
    };
    let done = pieces.par_iter().map(work).collect::<Option<Vec<_>>>()?;
    let mut done = done.into_iter();
    let mut all = done.next()?;
    done.for_each(|piece| all.join(piece, aggregate.operand, dictionary));
    Some(all)
}

/// Groups with what is known of their contributions.
struct States {
    groups: Groups,
    states: Vec<State>,
}

impl States {
    /// Of the rows `first`, or of all; `None` where a computation fails.
    fn of(
        aggregate: &AggregateGoal,
        plan: &Plan,
        first: Option<Range<u32>>,
        context: &mut Context<'_>,
    ) -> Option<States> {
        let mut all = States { groups: Groups::new(aggregate.injected.len()), states: Vec::new() };
        let mut seen = repeats(aggregate).then(|| Groups::new(aggregate.injected.len() + aggregate.local.len()));
        let assigned = aggregate.injected.iter().chain(&aggregate.local).copied().collect::<Vec<_>>();
        let mut run = Run::new(plan, &aggregate.body, first, Box::default());
        while let Some(batch) = run.next(context) {
            let mut next = seen.as_ref().map_or(0, |seen| seen.keys.len);
            let assignments = seen.as_mut().map(|seen| seen.numbers(&assigned, &batch));
            let dictionary = context.codes.dictionary();
            for (row, group) in all.groups.numbers(&aggregate.injected, &batch).into_iter().enumerate() {
                if let Some(assignments) = &assignments {
                    // New assignments are numbered in the order in which they come.
                    if assignments[row] < next {
                        continue;
                    }
                    next = assignments[row] + 1;
                }
                if group as usize == all.states.len() {
                    all.states.push(State::of(aggregate));
                }
                let target = aggregate.target.map_or(0, |target| batch.code(target, row));
                all.states[group as usize].add(target, aggregate.operand, dictionary);
                if !aggregate.attaining().is_empty() {
                    let witnesses = aggregate.attaining().iter().map(|witness| batch.code(*witness, row));
                    all.states[group as usize].attained_by(target, witnesses);
                }
            }
            run.reuse(batch);
        }
        (!context.suspect).then_some(all)
    }

    /// Takes over what is known of other rows.
    fn join(&mut self, other: States, operand: Primitive, dictionary: &Dictionary) {
        let keys = &other.groups.keys;
        let columns = keys.columns.iter().map(|column| &column[..]).collect::<Vec<_>>();
        let groups = self.groups.numbers_of(&columns, keys.len as usize);
        for (group, state) in groups.into_iter().zip(other.states) {
            match self.states.get_mut(group as usize) {
                Some(known) => known.join(state, operand, dictionary),
                None => self.states.push(state),
            }
        }
    }
}

/// True where two solutions of the body may assign the same values: a `_`, a range or a composite tells them apart, but no
/// variable.
fn repeats(aggregate: &AggregateGoal) -> bool {
    let spare = |kind: &GoalKind| match kind {
        GoalKind::Match { args, .. } => args.iter().any(|arg| matches!(arg, Arg::Any)),
        GoalKind::Generate { .. } | GoalKind::Composite { .. } => true,
        _ => false,
    };
    aggregate.contribution == Contribution::Assignment && aggregate.body.goals.iter().any(|goal| spare(&goal.kind))
}

/// Keys numbered in the order of their first occurrence.
struct Groups {
    keys: Records,
    table: Hashed,
}

impl Groups {
    fn new(arity: usize) -> Groups {
        Groups { keys: Records::empty(arity), table: Hashed::with_room(0) }
    }

    /// The numbers of the keys of a batch, new ones among them.
    fn numbers(&mut self, variables: &[u32], batch: &Batch) -> Vec<u32> {
        let columns = variables.iter().map(|variable| &batch.columns[*variable as usize][..]).collect::<Vec<_>>();
        self.numbers_of(&columns, batch.len)
    }

    fn numbers_of(&mut self, columns: &[&[Code]], len: usize) -> Vec<u32> {
        let hashes = self.hashes(columns, len);
        let number = |(row, hash): (usize, &u32)| {
            self.number(columns, row, *hash).unwrap_or_else(|| {
                let number = self.keys.len;
                self.table.insert(*hash, number);
                self.keys.columns.iter_mut().zip(columns).for_each(|(to, from)| to.push(from[row]));
                self.keys.len += 1;
                number
            })
        };
        hashes.iter().enumerate().map(number).collect()
    }

    /// The numbers of the keys of a batch, where they have one.
    fn find(&self, variables: &[u32], batch: &Batch) -> Vec<Option<u32>> {
        let columns = variables.iter().map(|variable| &batch.columns[*variable as usize][..]).collect::<Vec<_>>();
        let hashes = self.hashes(&columns, batch.len);
        hashes.iter().enumerate().map(|(row, hash)| self.number(&columns, row, *hash)).collect()
    }

    fn hashes(&self, columns: &[&[Code]], len: usize) -> Vec<u32> {
        let mut hashes = Vec::new();
        let columns = columns.iter().map(|column| Column::Codes(column)).collect::<Columns<'_>>();
        hash_columns(&columns, len, &mut hashes);
        hashes
    }

    fn number(&self, columns: &[&[Code]], row: usize, hash: u32) -> Option<u32> {
        let same = |key: u32| self.keys.columns.iter().zip(columns).all(|(keys, new)| keys[key as usize] == new[row]);
        self.table.find(hash, same)
    }
}

/// What is kept of the contributions of one group.
enum State {
    Count(u64),
    Total(Total),
    /// The best so far, how a better one compares with it, and the witnesses of all that attain it.
    Best(Option<Code>, Ordering, Vec<Code>),
}

enum Found {
    Attained(Attained),
    Value(Value),
    /// Of decimals: the total, and of how many.
    Mean(Value, Value),
}

impl State {
    fn of(aggregate: &AggregateGoal) -> State {
        match aggregate.op {
            AggregateOp::Count => State::Count(0),
            AggregateOp::Min => State::Best(None, Ordering::Less, Vec::new()),
            AggregateOp::Max => State::Best(None, Ordering::Greater, Vec::new()),
            AggregateOp::Sum | AggregateOp::Mean => State::Total(Total::default()),
        }
    }

    fn add(&mut self, code: Code, operand: Primitive, dictionary: &Dictionary) {
        match self {
            State::Count(count) => *count += 1,
            State::Total(total) => total.add(&dictionary.decode(operand, code)),
            State::Best(best, better, witnesses) => {
                if best.is_none_or(|best| dictionary.compare(operand, code, best) == *better) {
                    *best = Some(code);
                    witnesses.clear();
                }
            }
        }
    }

    /// Notes the witnesses of a contribution that has just been added, where it is as good as the best.
    fn attained_by(&mut self, code: Code, more: impl Iterator<Item = Code>) {
        if let State::Best(best, _, witnesses) = self
            && *best == Some(code)
        {
            witnesses.extend(more);
        }
    }

    /// Takes over contributions from elsewhere.
    fn join(&mut self, other: State, operand: Primitive, dictionary: &Dictionary) {
        match (self, other) {
            (State::Count(count), State::Count(more)) => *count += more,
            (State::Total(total), State::Total(more)) => total.join(more),
            (best @ State::Best(..), State::Best(Some(code), _, witnesses)) => {
                best.add(code, operand, dictionary);
                best.attained_by(code, witnesses.into_iter());
            }
            _ => {}
        }
    }

    fn value(self, aggregate: &AggregateGoal) -> Result<Option<Found>, ()> {
        match self {
            State::Count(count) => Ok(Some(Found::Value(Value::Number(count as i64)))),
            State::Best(best, _, witnesses) => Ok(best.map(|code| {
                let width = aggregate.witnesses.len();
                let witnesses = (width > 0).then(|| distinct(witnesses, width));
                Found::Attained(Attained { code, witnesses })
            })),
            State::Total(total) => {
                let value = total.value(aggregate.operand).ok_or(())?;
                Ok(Some(if aggregate.is_ratio() {
                    Found::Mean(value, count(total.count))
                } else {
                    Found::Value(value)
                }))
            }
        }
    }
}
