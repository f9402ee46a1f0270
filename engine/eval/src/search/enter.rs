//! Taking one goal of a search.

use program::checked::{Comparison, RelId};
use values::{Code, Primitive, Value};

use super::aggregates::aggregate_values;
use super::composites::{compose, count, ordinal};
use super::restrict::restricted;
use super::{Choices, Purpose, Search, Slot};
use crate::condition::{compare, holds};
use crate::goal::{GoalKind, reads};
use crate::range::{contains, range};
use crate::{Arg, Expression, Fault, Side};

/// What the goal can choose from under the current bindings; `None` where it does not hold.
pub(super) fn choices<'s>(search: &mut Search<'s>, goal: usize) -> Option<Choices<'s>> {
    let goals = search.goals;
    let kind = &goals.goals[goal].kind;
    match kind {
        GoalKind::Match { relation, args } => {
            let undecided =
                args.iter().any(|arg| matches!(arg, Arg::Variable(v) if search.slots[*v as usize] == Slot::Undefined));
            if undecided { Some(Choices::One) } else { candidates(search, goal, *relation, args) }
        }
        GoalKind::Absent { relation, args } => {
            let free = |arg: &Arg| matches!(arg, Arg::Variable(v) if matches!(search.slots[*v as usize], Slot::Undefined | Slot::Free));
            let holds = args.iter().any(free) || !exists(search, *relation, args);
            holds.then_some(Choices::One)
        }
        GoalKind::Equal { left, right, operand } => equal(search, left, right, *operand).then_some(Choices::One),
        GoalKind::Compare { .. } | GoalKind::Text { .. } | GoalKind::Never => {
            decide(search, kind).then_some(Choices::One)
        }
        GoalKind::Generate { variable, args, .. } => {
            if undefined(search, kind) {
                search.bind(*variable, Slot::Undefined);
                return Some(Choices::One);
            }
            match args.iter().map(|arg| value(search, arg)).collect::<Result<Vec<_>, _>>() {
                Ok(args) => match required(search, *variable) {
                    Some(value) => contains(&args, &value).then(|| Choices::Values(Box::new(std::iter::once(value)))),
                    None => Some(Choices::Values(ascending(&args))),
                },
                Err(fault) => search.fail(fault, Some(*variable)).then_some(Choices::One),
            }
        }
        GoalKind::Define { variable, expression } => define(search, *variable, expression).then_some(Choices::One),
        GoalKind::Aggregate { variable, aggregate } => {
            if undefined(search, kind) {
                search.bind(*variable, Slot::Undefined);
                forget(search, &aggregate.witnesses);
                return Some(Choices::One);
            }
            match aggregate_values(search, *variable, aggregate) {
                Ok(tuples) if tuples.is_empty() => None,
                Ok(mut tuples) if aggregate.witnesses.is_empty() => {
                    let only = tuples.pop()?;
                    only.into_iter().all(|(variable, slot)| meet(search, variable, slot)).then_some(Choices::One)
                }
                Ok(tuples) => Some(Choices::Tuples(tuples)),
                Err(fault) => {
                    forget(search, &aggregate.witnesses);
                    search.fail(fault, Some(*variable)).then_some(Choices::One)
                }
            }
        }
        GoalKind::Composite { variable, parts } => compose(search, *variable, parts).then_some(Choices::One),
        GoalKind::Ordinal { variable, of } => ordinal(search, *variable, *of).then_some(Choices::One),
        GoalKind::Counter { variable, operand, place } => {
            count(search, *variable, *operand, *place).then_some(Choices::One)
        }
    }
}

/// Takes `row` for a match. False where a variable stands in two columns that differ.
pub(super) fn bind_row(search: &mut Search<'_>, goal: usize, row: u32) -> bool {
    let goals = search.goals;
    let GoalKind::Match { relation, args } = &goals.goals[goal].kind else { unreachable!("only matches have rows") };
    for (column, arg) in args.iter().enumerate() {
        let Arg::Variable(variable) = arg else { continue };
        let code = search.lookup.code(*relation, row, column);
        match &search.slots[*variable as usize] {
            Slot::Free => search.bind(*variable, Slot::Code(code)),
            Slot::Code(bound) if *bound == code => {}
            _ => return false,
        }
    }
    search.rows[goal] = Some(row);
    true
}

/// Lets a variable take a value, or has it there already. A failed computation fits anything.
pub(super) fn meet(search: &mut Search<'_>, variable: u32, slot: Slot) -> bool {
    match &search.slots[variable as usize] {
        Slot::Free => search.bind(variable, slot),
        Slot::Undefined => {}
        bound if *bound == slot || slot == Slot::Undefined => {}
        _ => return false,
    }
    true
}

/// Lets variables that nothing else gives a value have none.
fn forget(search: &mut Search<'_>, variables: &[u32]) {
    for variable in variables {
        meet(search, *variable, Slot::Undefined);
    }
}

/// Takes a value of a range.
pub(super) fn bind_generated(search: &mut Search<'_>, goal: usize, value: Value) -> bool {
    let goals = search.goals;
    let GoalKind::Generate { variable, .. } = &goals.goals[goal].kind else { unreachable!("only ranges have values") };
    let slot = known(search, value);
    search.bind(*variable, slot);
    true
}

/// The rows to try, in output order for derivations; `None` where there are none.
fn candidates<'s>(search: &Search<'s>, goal: usize, relation: RelId, args: &[Arg]) -> Option<Choices<'s>> {
    let mut rows = match search.purpose {
        Purpose::Faults => return matches(search, goal, relation, args).map(Choices::Rows),
        Purpose::Prefix => matches(search, goal, relation, args)?,
        Purpose::Proof => match restricted(search, goal) {
            Some(rows) => rows,
            None if search.lookup.relation(relation).implied().is_some() => {
                // There may be far too many to be written down.
                let (columns, key) = bound_key(search, args)?;
                return Some(Choices::Implied(search.lookup.implied_rows(relation, &columns, &key)));
            }
            None => matches(search, goal, relation, args)?,
        },
    };
    rows.sort_unstable_by(|a, b| search.lookup.compare_rows(relation, *a, *b));
    (!rows.is_empty()).then_some(Choices::Rows(rows))
}

/// The rows that agree with what is bound; `None` where there are none.
fn matches(search: &Search<'_>, goal: usize, relation: RelId, args: &[Arg]) -> Option<Vec<u32>> {
    let (columns, key) = bound_key(search, args)?;
    let rows = search.lookup.rows(relation, &columns, &key, search.range(goal, relation));
    (!rows.is_empty()).then_some(rows)
}

fn exists(search: &Search<'_>, relation: RelId, args: &[Arg]) -> bool {
    let end = (search.ends)(relation);
    bound_key(search, args).is_some_and(|(columns, key)| search.lookup.exists(relation, &columns, &key, end))
}

/// The range's values in output order.
fn ascending(args: &[Value]) -> Box<dyn Iterator<Item = Value>> {
    let mut values = range(args);
    match (values.next(), values.next()) {
        (Some(first), Some(second)) if first > second => {
            let mut all = [first, second].into_iter().chain(values).collect::<Vec<_>>();
            all.reverse();
            Box::new(all.into_iter())
        }
        (first, second) => Box::new(first.into_iter().chain(second).chain(values)),
    }
}

/// The temporary takes the computed value, or has it.
fn define(search: &mut Search<'_>, variable: u32, expression: &Expression) -> bool {
    let free = search.slots[variable as usize] == Slot::Free;
    if is_undefined(search, expression) || search.slots[variable as usize] == Slot::Undefined {
        if free {
            search.bind(variable, Slot::Undefined);
        }
        return true;
    }
    match value(search, expression) {
        Ok(value) if free => {
            let slot = known(search, value);
            search.bind(variable, slot);
            true
        }
        Ok(value) => slot_value(search, variable) == value,
        Err(fault) => search.fail(fault, free.then_some(variable)),
    }
}

/// The columns that are bound and what they must hold; `None` where some value occurs nowhere.
pub(super) fn bound_key(search: &Search<'_>, args: &[Arg]) -> Option<(Vec<usize>, Vec<Code>)> {
    let (mut columns, mut key) = (Vec::new(), Vec::new());
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
    Some((columns, key))
}

/// The value that an equality with something already known asks of a range, so that it need not be walked through.
fn required(search: &Search<'_>, variable: u32) -> Option<Value> {
    let is_it = |side: &Expression| matches!(side, Expression::Variable(it) if *it == variable);
    search.goals.goals.iter().find_map(|goal| match &goal.kind {
        GoalKind::Equal { left, right, .. } if is_it(left) && !is_undefined(search, right) => value(search, right).ok(),
        GoalKind::Equal { left, right, .. } if is_it(right) && !is_undefined(search, left) => value(search, left).ok(),
        _ => None,
    })
}

/// Both sides are equal, or one is a free variable that takes the other's value.
fn equal(search: &mut Search<'_>, left: &Expression, right: &Expression, operand: Primitive) -> bool {
    for (side, other) in [(left, right), (right, left)] {
        if let Expression::Variable(variable) = side
            && search.slots[*variable as usize] == Slot::Free
        {
            let slot = if let Expression::Variable(other) = other {
                match &search.slots[*other as usize] {
                    Slot::Free => Slot::Undefined,
                    bound => bound.clone(),
                }
            } else if is_undefined(search, other) {
                Slot::Undefined
            } else {
                match value(search, other) {
                    Ok(value) => known(search, value),
                    Err(fault) => return search.fail(fault, Some(*variable)),
                }
            };
            search.bind(*variable, slot);
            return true;
        }
    }
    if is_undefined(search, left) || is_undefined(search, right) {
        return true;
    }
    if let Primitive::Composite(_) = operand
        && let (Some(left), Some(right)) = (slot_of(search, left), slot_of(search, right))
    {
        return left == right;
    }
    match (value(search, left), value(search, right)) {
        (Ok(a), Ok(b)) if operand == Primitive::Float => floats_agree(search, (left, &a), (right, &b)),
        (Ok(a), Ok(b)) => a == b,
        (Err(fault), _) | (_, Err(fault)) => search.fail(fault, None),
    }
}

/// Whether an equality of floats holds. One that gives a variable its value holds to the bit, NaN included, and all others numerically;
/// where a variable has several that could, whichever gave it this value.
fn floats_agree(search: &Search<'_>, (left, a): (&Expression, &Value), (right, b): (&Expression, &Value)) -> bool {
    let (equal, same) = (compare(Comparison::Equal, a, b), a == b);
    let mut given = [(left, right), (right, left)].into_iter().filter_map(|sides| gives(search, sides)).peekable();
    if given.peek().is_none() {
        return equal;
    }
    given.any(|variable| {
        let others = search.goals.goals.iter().flat_map(|goal| match &goal.kind {
            GoalKind::Equal { left: l, right: r, .. } if !std::ptr::eq(l, left) => vec![(l, r), (r, l)],
            _ => Vec::new(),
        });
        let mut others = others.filter(|sides| gives(search, *sides) == Some(variable));
        match (equal, same) {
            (true, true) => true,
            // Not decided yet, or the one that gave it.
            (true, false) => others.any(|(_, other)| {
                is_undefined(search, other) || value(search, other).ok() == Some(slot_value(search, variable))
            }),
            (false, same) => same && others.next().is_none(),
        }
    })
}

/// The variable that an equality of these sides can give the value of the second one.
fn gives(search: &Search<'_>, (side, other): (&Expression, &Expression)) -> Option<u32> {
    let Expression::Variable(variable) = side else { return None };
    let mut reads = false;
    other.variables(&mut |read| reads |= read == *variable);
    (search.assigned(*variable) && !reads).then_some(*variable)
}

fn decide(search: &mut Search<'_>, kind: &GoalKind) -> bool {
    if undefined(search, kind) {
        return true;
    }
    // Composites as deep as data are large are compared by code where they can be.
    if let GoalKind::Compare { op, left: Side::Value(left), right: Side::Value(right), operand } = kind
        && let Primitive::Composite(_) = operand
        && let (Some(left), Some(right)) = (slot_of(search, left), slot_of(search, right))
    {
        return (left == right) == (*op == Comparison::Equal);
    }
    match holds(kind, &|variable| slot_value(search, variable), search.lookup.dictionary()) {
        Ok(holds) => holds,
        Err(fault) => search.fail(fault, None),
    }
}

/// The value of what is no computation.
fn slot_of(search: &Search<'_>, expression: &Expression) -> Option<Slot> {
    match expression {
        Expression::Variable(variable) => Some(search.slots[*variable as usize].clone()),
        Expression::Constant(_, code) => Some(Slot::Code(*code)),
        Expression::Call(..) | Expression::Chain(..) | Expression::Parameter(..) => None,
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
    let value =
        search.slots[variable as usize].value(search.goals.types[variable as usize], search.lookup.dictionary());
    match value {
        Some(value) => value,
        None => unreachable!("variable {variable} is read before it has a value"),
    }
}

pub(super) fn known(search: &Search<'_>, value: Value) -> Slot {
    Slot::bound(value, search.lookup.dictionary())
}
