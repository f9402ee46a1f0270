//! Conditions and computations, one binding at a time.

use program::checked::{Comparison, Entity, Functor};
use values::{Dictionary, Primitive, Value};

use super::Context;
use crate::batch::Batch;
use crate::condition::{Operand, decides, holds, plain};
use crate::expression::Expression;
use crate::functor::edit_distance;
use crate::goal::Goals;
use crate::hash::Column;

/// Keeps the bindings for which the condition of `goal` holds. `rows`: memory to work with.
pub(super) fn filter(
    goal: usize,
    goals: &Goals,
    batch: &Batch,
    live: &[u32],
    context: &mut Context<'_>,
    rows: &mut Vec<u32>,
    out: &mut Batch,
) {
    let kind = &goals.goals[goal].kind;
    let dictionary = context.codes.dictionary();
    rows.clear();
    // Codes decide where they can.
    if let Some((op, left, right, operand)) = plain(kind) {
        let column = |side| match side {
            Operand::Variable(variable) => Column::Codes(&batch.columns[variable as usize]),
            Operand::Constant(code) => Column::Constant(code),
        };
        let (left, right) = (column(left), column(right));
        let codes = |row: &u32| (left.code(*row as usize), right.code(*row as usize));
        match (op, operand) {
            // A composite may be as deep as data are large.
            (Comparison::Equal, Primitive::Composite(_)) => {
                rows.extend((0..batch.len as u32).filter(|row| codes(row).0 == codes(row).1));
            }
            (Comparison::NotEqual, Primitive::Composite(_)) => {
                rows.extend((0..batch.len as u32).filter(|row| codes(row).0 != codes(row).1));
            }
            _ => rows.extend((0..batch.len as u32).filter(|row| {
                let (left, right) = codes(row);
                decides(op, dictionary.compare(operand, left, right))
            })),
        }
    } else {
        for row in 0..batch.len {
            let value_of = |variable: u32| dictionary.decode(goals.types[variable as usize], batch.code(variable, row));
            match holds(kind, &value_of, dictionary) {
                Ok(true) => rows.push(row as u32),
                Ok(false) => {}
                Err(_) => context.suspect = true,
            }
        }
    }
    out.gather(batch, rows, live);
}

/// A variable that gets the value of an expression.
pub(super) struct Assign<'a> {
    pub(super) variable: u32,
    pub(super) expression: &'a Expression,
    pub(super) goals: &'a Goals,
}

impl Assign<'_> {
    /// Bindings for which the computation fails are dropped. `rows`: memory to work with.
    pub(super) fn take(
        &self,
        batch: &Batch,
        live: &[u32],
        context: &mut Context<'_>,
        rows: &mut Vec<u32>,
        out: &mut Batch,
    ) {
        rows.clear();
        let codes = out.column(self.variable);
        match self.expression {
            Expression::Variable(variable) => {
                rows.extend(0..batch.len as u32);
                codes.extend_from_slice(&batch.columns[*variable as usize]);
            }
            Expression::Constant(_, code) => {
                rows.extend(0..batch.len as u32);
                codes.resize(batch.len, *code);
            }
            computed => {
                for row in 0..batch.len {
                    let value = value(computed, self.goals, batch, row, context);
                    context.suspect |= value.is_none();
                    if let Some(code) = value.and_then(|value| context.codes.encode(&value)) {
                        rows.push(row as u32);
                        codes.push(code);
                    }
                }
            }
        }
        out.gather(batch, rows, live);
    }
}

/// The value of an expression for one binding; `None` where it has none.
pub(super) fn value(
    expression: &Expression,
    goals: &Goals,
    batch: &Batch,
    row: usize,
    context: &Context<'_>,
) -> Option<Value> {
    let dictionary = context.codes.dictionary();
    let value_of = |variable: u32| dictionary.decode(goals.types[variable as usize], batch.code(variable, row));
    match texts(expression, batch, row, dictionary) {
        Some((a, b, rest)) => {
            let most = rest.first().map(|most| most.value(&value_of, dictionary)).transpose().ok()?;
            let most = if let Some(Value::Number(most)) = most { Some(most) } else { None };
            edit_distance(a, b, most).ok().map(Value::Number)
        }
        None => expression.value(&value_of, dictionary).ok(),
    }
}

/// The texts of an edit distance and its other arguments: it is asked of every pair that comes into question, so the texts are not
/// copied.
fn texts<'a>(
    expression: &'a Expression,
    batch: &Batch,
    row: usize,
    dictionary: &'a Dictionary,
) -> Option<(&'a str, &'a str, &'a [Expression])> {
    let Expression::Call(Functor::Entity(Entity::EditDistance), args, _) = expression else { return None };
    let [Expression::Variable(a), Expression::Variable(b), rest @ ..] = &args[..] else { return None };
    let text = |variable: &u32| dictionary.text(batch.code(*variable, row));
    Some((text(a), text(b), rest))
}
