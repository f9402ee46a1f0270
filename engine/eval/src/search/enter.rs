//! Taking one goal of a search.

use program::checked::{Contribution, RelId};
use values::{Code, Value};

use super::{Choices, Order, Search, Slot};
use crate::aggregate::fold;
use crate::condition::{compare, holds};
use crate::goal::{GoalKind, reads};
use crate::{AggregateGoal, Arg, Expression, Fault};
use program::checked::Comparison;

/// What the goal can choose from under the current bindings; `None` where it does not hold.
pub(super) fn choices(search: &mut Search<'_>, goal: usize) -> Option<Choices> {
    let goals = search.goals;
    let kind = &goals.goals[goal].kind;
    match kind {
        GoalKind::Match { relation, args } => {
            let undecided =
                args.iter().any(|arg| matches!(arg, Arg::Variable(v) if search.slots[*v as usize] == Slot::Undefined));
            if undecided { Some(Choices::One) } else { matches(search, *relation, args).map(Choices::Rows) }
        }
        GoalKind::Absent { relation, args } => {
            let free = |arg: &Arg| matches!(arg, Arg::Variable(v) if matches!(search.slots[*v as usize], Slot::Undefined | Slot::Free));
            let holds = args.iter().any(free) || matches(search, *relation, args).is_none();
            holds.then_some(Choices::One)
        }
        GoalKind::Equal { left, right, .. } => equal(search, left, right).then_some(Choices::One),
        GoalKind::Compare { .. } | GoalKind::Text { .. } | GoalKind::Never => {
            decide(search, kind).then_some(Choices::One)
        }
        GoalKind::Generate { variable, args, .. } => {
            if undefined(search, kind) {
                search.bind(*variable, Slot::Undefined);
                return Some(Choices::One);
            }
            match args.iter().map(|arg| value(search, arg)).collect::<Result<Vec<_>, _>>() {
                Ok(args) => Some(Choices::Values(crate::range::range(&args))),
                Err(fault) => {
                    search.faults.push(fault);
                    search.bind(*variable, Slot::Undefined);
                    Some(Choices::One)
                }
            }
        }
        GoalKind::Aggregate { variable, aggregate } => {
            let slot = if undefined(search, kind) {
                Slot::Undefined
            } else {
                match aggregate_value(search, aggregate) {
                    Ok(value) => known(search, value?),
                    Err(fault) => {
                        search.faults.push(fault);
                        Slot::Undefined
                    }
                }
            };
            search.bind(*variable, slot);
            Some(Choices::One)
        }
    }
}

/// Takes `row` for a match. False where a variable stands in two columns that differ.
pub(super) fn bind_row(search: &mut Search<'_>, goal: usize, row: u32) -> bool {
    let goals = search.goals;
    let GoalKind::Match { relation, args } = &goals.goals[goal].kind else { unreachable!("only matches have rows") };
    let model = search.lookup.model;
    for (arg, code) in args.iter().zip(model.relation(*relation).rows().row(row)) {
        let Arg::Variable(variable) = arg else { continue };
        match &search.slots[*variable as usize] {
            Slot::Free => search.bind(*variable, Slot::Code(code)),
            Slot::Code(bound) if *bound == code => {}
            _ => return false,
        }
    }
    search.rows[goal] = Some(row);
    true
}

/// Takes a value of a range.
pub(super) fn bind_generated(search: &mut Search<'_>, goal: usize, value: Value) -> bool {
    let goals = search.goals;
    let GoalKind::Generate { variable, .. } = &goals.goals[goal].kind else { unreachable!("only ranges have values") };
    let slot = known(search, value);
    search.bind(*variable, slot);
    true
}

/// The rows that agree with what is bound; `None` where there are none.
fn matches(search: &Search<'_>, relation: RelId, args: &[Arg]) -> Option<Vec<u32>> {
    let (mut columns, mut key) = (Vec::new(), Vec::<Code>::new());
    for (column, arg) in args.iter().enumerate() {
        let code = match arg {
            Arg::Any => continue,
            Arg::Constant(_, code) => *code,
            Arg::Variable(variable) => match &search.slots[*variable as usize] {
                Slot::Code(code) => *code,
                Slot::Value(_) => return None,
                Slot::Free | Slot::Undefined => continue,
            },
        };
        columns.push(column);
        key.push(code);
    }
    let mut rows = search.lookup.rows(relation, &columns, &key, search.ends[relation.0 as usize]);
    if search.order.sorted {
        rows.sort_unstable_by(|a, b| search.lookup.model.compare_rows(relation, *a, *b));
    }
    (!rows.is_empty()).then_some(rows)
}

/// Both sides are equal, or one is a free variable that takes the other's value.
fn equal(search: &mut Search<'_>, left: &Expression, right: &Expression) -> bool {
    for (side, other) in [(left, right), (right, left)] {
        if let Expression::Variable(variable) = side
            && search.slots[*variable as usize] == Slot::Free
        {
            let slot = if is_undefined(search, other) {
                Slot::Undefined
            } else {
                match value(search, other) {
                    Ok(value) => known(search, value),
                    Err(fault) => {
                        search.faults.push(fault);
                        Slot::Undefined
                    }
                }
            };
            search.bind(*variable, slot);
            return true;
        }
    }
    if is_undefined(search, left) || is_undefined(search, right) {
        return true;
    }
    match (value(search, left), value(search, right)) {
        (Ok(left), Ok(right)) => compare(Comparison::Equal, &left, &right),
        (Err(fault), _) | (_, Err(fault)) => {
            search.faults.push(fault);
            true
        }
    }
}

fn decide(search: &mut Search<'_>, kind: &GoalKind) -> bool {
    if undefined(search, kind) {
        return true;
    }
    match holds(kind, &|variable| slot_value(search, variable), search.lookup.dictionary()) {
        Ok(holds) => holds,
        Err(fault) => {
            search.faults.push(fault);
            true
        }
    }
}

/// The aggregate's value for the current group. Failures inside that no other goal rules out fail the aggregate.
fn aggregate_value(search: &Search<'_>, aggregate: &AggregateGoal) -> Result<Option<Value>, Fault> {
    fold(aggregate, contributions(search, aggregate)?.into_iter().map(|(_, value)| value).collect())
}

/// Rows matched by the goals of an aggregate's body, with the target's value.
type Contribution_ = (Vec<Option<u32>>, Value);

fn contributions(search: &Search<'_>, aggregate: &AggregateGoal) -> Result<Vec<Contribution_>, Fault> {
    let mut slots = vec![Slot::Free; aggregate.body.types.len()];
    for variable in &aggregate.injected {
        slots[*variable as usize] = search.slots[*variable as usize].clone();
    }
    let bound = slots.iter().map(|slot| *slot != Slot::Free).collect::<Vec<_>>();
    let order = if search.order.sorted {
        Order::canonical(&aggregate.body, &bound)
    } else {
        Order::careful(&aggregate.body, &bound)
    };
    let mut inner = Search::new(&aggregate.body, order, search.lookup, search.ends, slots);
    let mut seen = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    while inner.advance() {
        if let Some(fault) = inner.faults.first() {
            return Err(fault.clone());
        }
        if aggregate.contribution == Contribution::Assignment {
            let key = aggregate.local.iter().map(|variable| slot_value(&inner, *variable)).collect::<Vec<_>>();
            if !seen.insert(key) {
                continue;
            }
        }
        let value = aggregate.target.map_or(Value::Number(1), |target| slot_value(&inner, target));
        found.push((inner.rows.clone(), value));
    }
    Ok(found)
}

impl Search<'_> {
    /// The contributions to an aggregate of these goals under the current bindings: for each, the rows its body's goals
    /// matched and the target's value (1 for `count`), in output order of the rows.
    pub fn contributions(&self, aggregate: &AggregateGoal) -> Vec<(Vec<Option<u32>>, Value)> {
        contributions(self, aggregate).unwrap_or_default()
    }

    /// The value of a bound variable.
    pub fn value(&self, variable: u32) -> Option<Value> {
        slot_to_value(&self.slots[variable as usize], self.goals.types[variable as usize], self.lookup)
    }

    /// The value of an expression under the current bindings; `None` where it has none.
    pub fn evaluate(&self, expression: &Expression) -> Option<Value> {
        if is_undefined(self, expression) {
            return None;
        }
        value(self, expression).ok()
    }
}

/// True where the goal reads a variable without a value.
fn undefined(search: &Search<'_>, kind: &GoalKind) -> bool {
    let mut undefined = false;
    reads(kind, &mut |variable| undefined |= no_value(search, variable));
    undefined
}

fn is_undefined(search: &Search<'_>, expression: &Expression) -> bool {
    let mut undefined = false;
    expression.variables(&mut |variable| undefined |= no_value(search, variable));
    undefined
}

fn no_value(search: &Search<'_>, variable: u32) -> bool {
    matches!(search.slots[variable as usize], Slot::Free | Slot::Undefined)
}

fn value(search: &Search<'_>, expression: &Expression) -> Result<Value, Fault> {
    expression.value(&|variable| slot_value(search, variable), search.lookup.dictionary())
}

fn slot_value(search: &Search<'_>, variable: u32) -> Value {
    match search.value(variable) {
        Some(value) => value,
        None => unreachable!("variable {variable} is read before it has a value"),
    }
}

fn slot_to_value(slot: &Slot, primitive: values::Primitive, lookup: &crate::Lookup<'_>) -> Option<Value> {
    match slot {
        Slot::Code(code) => Some(lookup.dictionary().decode(primitive, *code)),
        Slot::Value(value) => Some(value.clone()),
        Slot::Free | Slot::Undefined => None,
    }
}

fn known(search: &Search<'_>, value: Value) -> Slot {
    match search.lookup.dictionary().find(&value) {
        Some(code) => Slot::Code(code),
        None => Slot::Value(value),
    }
}
