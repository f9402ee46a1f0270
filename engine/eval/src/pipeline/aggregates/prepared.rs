//! Aggregates of all groups at once: one pass over the body, one state per group.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use program::checked::{AggregateOp, Contribution};
use values::{Code, Dictionary, Primitive, Value};

use super::super::{Codes, Context, Run, Visible};
use crate::aggregate::{Total, fold};
use crate::batch::Batch;
use crate::goal::{Arg, GoalKind, Goals};
use crate::hash::{Column, hash_columns};
use crate::membership::hashed::Hashed;
use crate::plan::{Plan, StepKind};
use crate::{AggregateGoal, Records, Relation};

/// By goal: the values of all groups.
#[derive(Default)]
pub(crate) struct Prepared(pub(super) BTreeMap<usize, Values>);

/// The values of one aggregate.
pub(super) struct Values {
    groups: Groups,
    /// By group; an error where the sum leaves its type.
    values: Vec<Result<Option<Code>, ()>>,
    /// Of a group without contributions.
    empty: Result<Option<Code>, ()>,
}

/// Groups pay where there are more bindings than this to ask for them.
const ASKED_FROM: u32 = 64;

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
        let mut prepared = Prepared::default();
        for step in &plan.steps {
            let StepKind::Aggregate(step) = &step.kind else { continue };
            let GoalKind::Aggregate { aggregate, .. } = &goals.goals[step.goal].kind else { continue };
            let Some(for_all) = step.for_all.as_ref().filter(|_| asked >= ASKED_FROM && streams(aggregate)) else {
                continue;
            };
            let nothing = Prepared::default();
            let codes = Codes::Own(dictionary);
            let mut context = Context { relations, visible, codes, prepared: &nothing, suspect: false };
            // Where a computation inside fails, each group asked for is looked at by itself.
            if let Some(values) = Values::of(aggregate, for_all, &mut context) {
                prepared.0.insert(step.goal, values);
            }
        }
        prepared
    }
}

/// Sums of floats depend on their order, so they need all values at hand.
fn streams(aggregate: &AggregateGoal) -> bool {
    let adds = matches!(aggregate.op, AggregateOp::Sum | AggregateOp::Mean);
    !aggregate.injected.is_empty() && !(adds && aggregate.operand == Primitive::Float)
}

impl Values {
    fn of(aggregate: &AggregateGoal, plan: &Plan, context: &mut Context<'_>) -> Option<Values> {
        let mut groups = Groups::new(aggregate.injected.len());
        let mut states: Vec<State> = Vec::new();
        let mut seen = repeats(aggregate).then(|| Groups::new(aggregate.injected.len() + aggregate.local.len()));
        let assigned = aggregate.injected.iter().chain(&aggregate.local).copied().collect::<Vec<_>>();
        let start = Batch::single(aggregate.body.types.len(), &[], &[]);
        let mut run = Run::new(plan, &aggregate.body, start, None);
        while let Some(batch) = run.next(context) {
            let known = seen.as_ref().map_or(0, |seen| seen.keys.len);
            let assignments = seen.as_mut().map(|seen| seen.numbers(&assigned, &batch));
            let dictionary = context.codes.dictionary();
            let mut new_from = known;
            for (row, group) in groups.numbers(&aggregate.injected, &batch).into_iter().enumerate() {
                if let Some(assignments) = &assignments {
                    if assignments[row] < new_from {
                        continue;
                    }
                    new_from = assignments[row] + 1;
                }
                if group as usize == states.len() {
                    states.push(State::of(aggregate));
                }
                let target = aggregate.target.map_or(0, |target| batch.code(target, row));
                states[group as usize].add(target, aggregate.operand, dictionary);
            }
        }
        if context.suspect {
            return None;
        }
        let value = |state: State, context: &mut Context<'_>| match state.value(aggregate) {
            Ok(Some(Found::Code(code))) => Ok(Some(code)),
            Ok(Some(Found::Value(value))) => Ok(context.codes.encode(&value)),
            Ok(None) => Ok(None),
            Err(()) => Err(()),
        };
        let values = states.into_iter().map(|state| value(state, context)).collect();
        let empty = match fold(aggregate, Vec::new()) {
            Ok(value) => Ok(value.and_then(|value| context.codes.encode(&value))),
            Err(_) => Err(()),
        };
        Some(Values { groups, values, empty })
    }

    /// The value for the group of each binding.
    pub(super) fn values(&self, injected: &[u32], batch: &Batch) -> Vec<Result<Option<Code>, ()>> {
        let value = |group: Option<u32>| group.map_or(self.empty, |group| self.values[group as usize]);
        self.groups.find(injected, batch).into_iter().map(value).collect()
    }
}

/// True where two solutions of the body may assign the same values: a `_` or a range tells them apart, but no variable.
fn repeats(aggregate: &AggregateGoal) -> bool {
    let spare = |kind: &GoalKind| match kind {
        GoalKind::Match { args, .. } => args.iter().any(|arg| matches!(arg, Arg::Any)),
        GoalKind::Generate { .. } => true,
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
        Groups { keys: Records::empty(arity), table: Hashed::new() }
    }

    /// The numbers of the keys of a batch, new ones among them.
    fn numbers(&mut self, variables: &[u32], batch: &Batch) -> Vec<u32> {
        let columns = variables.iter().map(|variable| &batch.columns[*variable as usize]).collect::<Vec<_>>();
        let mut hashes = Vec::new();
        hash_columns(columns.iter().map(|column| Column::Codes(column)), batch.len, &mut hashes);
        std::hint::black_box(hashes.iter().fold(0, |touched, hash| touched ^ self.table.peek(*hash)));
        let number = |(row, hash): (usize, &u32)| {
            let keys = &self.keys;
            let same =
                |key: u32| keys.columns.iter().zip(&columns).all(|(key_column, c)| key_column[key as usize] == c[row]);
            self.table.find(*hash, same).unwrap_or_else(|| {
                let number = self.keys.len;
                self.table.insert(*hash, number);
                self.keys.columns.iter_mut().zip(&columns).for_each(|(to, from)| to.push(from[row]));
                self.keys.len += 1;
                number
            })
        };
        hashes.iter().enumerate().map(number).collect()
    }

    fn find(&self, variables: &[u32], batch: &Batch) -> Vec<Option<u32>> {
        let columns = variables.iter().map(|variable| &batch.columns[*variable as usize]).collect::<Vec<_>>();
        let mut hashes = Vec::new();
        hash_columns(columns.iter().map(|column| Column::Codes(column)), batch.len, &mut hashes);
        std::hint::black_box(hashes.iter().fold(0, |touched, hash| touched ^ self.table.peek(*hash)));
        let number = |(row, hash): (usize, &u32)| {
            let same = |key: u32| self.keys.columns.iter().zip(&columns).all(|(keys, c)| keys[key as usize] == c[row]);
            self.table.find(*hash, same)
        };
        hashes.iter().enumerate().map(number).collect()
    }
}

/// What is kept of the contributions of one group.
enum State {
    Count(u64),
    Total(Total),
    Best(Option<Code>, Ordering),
}

enum Found {
    Code(Code),
    Value(Value),
}

impl State {
    fn of(aggregate: &AggregateGoal) -> State {
        match aggregate.op {
            AggregateOp::Count => State::Count(0),
            AggregateOp::Min => State::Best(None, Ordering::Less),
            AggregateOp::Max => State::Best(None, Ordering::Greater),
            AggregateOp::Sum | AggregateOp::Mean => State::Total(Total::default()),
        }
    }

    fn add(&mut self, code: Code, operand: Primitive, dictionary: &Dictionary) {
        match self {
            State::Count(count) => *count += 1,
            State::Total(total) => total.add(&dictionary.decode(operand, code)),
            State::Best(best, better) => {
                if best.is_none_or(|best| dictionary.compare(operand, code, best) == *better) {
                    *best = Some(code);
                }
            }
        }
    }

    fn value(self, aggregate: &AggregateGoal) -> Result<Option<Found>, ()> {
        match self {
            State::Count(count) => Ok(Some(Found::Value(Value::Number(count as i64)))),
            State::Best(best, _) => Ok(best.map(Found::Code)),
            State::Total(total) => total.value(aggregate.operand).map(|value| Some(Found::Value(value))).ok_or(()),
        }
    }
}
