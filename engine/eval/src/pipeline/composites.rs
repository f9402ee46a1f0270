//! Composite values made and taken apart, by codes alone: they may be nested as deep as data are large.

use values::{Code, NO_COMPOSITE, Value};

use super::{Codes, Context};
use crate::batch::Batch;
use crate::plan::{Pack, Unpack};

/// Gives the variable the composite of each binding's fields.
pub(super) fn pack(
    step: &Pack,
    batch: &Batch,
    live: &[u32],
    context: &mut Context<'_>,
    rows: &mut Vec<u32>,
    out: &mut Batch,
) {
    rows.clear();
    let fields = step.fields.iter().map(|field| batch.key(*field)).collect::<Vec<_>>();
    let mut codes = vec![0; fields.len()];
    let made = out.column(step.variable);
    for row in 0..batch.len {
        codes.iter_mut().zip(&fields).for_each(|(code, field)| *code = field.code(row));
        let code = match step.sought {
            true => {
                let found = context.codes.dictionary().find_packed(step.shape, step.branch, &codes);
                Some(found.unwrap_or(NO_COMPOSITE))
            }
            false => context.codes.pack(step, &codes),
        };
        if let Some(code) = code {
            rows.push(row as u32);
            made.push(code);
        }
    }
    out.gather(batch, rows, live);
}

/// Keeps the bindings whose composite is of the branch and holds what is bound; gives variables the other fields.
pub(super) fn unpack(
    step: &Unpack,
    batch: &Batch,
    live: &[u32],
    context: &Context<'_>,
    rows: &mut Vec<u32>,
    out: &mut Batch,
) {
    rows.clear();
    let dictionary = context.codes.dictionary();
    let keys = step.keys.iter().map(|(field, key)| (*field, batch.key(*key))).collect::<Vec<_>>();
    for (row, code) in batch.columns[step.of as usize].iter().enumerate() {
        if *code == NO_COMPOSITE {
            continue;
        }
        let Some((branch, fields)) = dictionary.unpack(step.shape, *code) else { continue };
        let fits = branch == step.branch
            && keys.iter().all(|(field, key)| fields[*field] == key.code(row))
            && step.same.iter().all(|(a, b)| fields[*a] == fields[*b]);
        if fits {
            rows.push(row as u32);
            step.outputs.iter().for_each(|(field, variable)| out.column(*variable).push(fields[*field]));
        }
    }
    out.gather(batch, rows, live);
}

/// Gives the variable the number of a composite's code.
pub(super) fn ordinal(
    (variable, of): (u32, u32),
    batch: &Batch,
    live: &[u32],
    context: &mut Context<'_>,
    rows: &mut Vec<u32>,
    out: &mut Batch,
) {
    rows.clear();
    let numbers = out.column(variable);
    for (row, code) in batch.columns[of as usize].iter().enumerate() {
        if let Some(number) = context.codes.encode(&Value::Number(i64::from(*code))) {
            rows.push(row as u32);
            numbers.push(number);
        }
    }
    out.gather(batch, rows, live);
}

impl Codes<'_> {
    /// The code of a composite; `None` where it has none and must not get one now.
    fn pack(&mut self, step: &Pack, fields: &[Code]) -> Option<Code> {
        match self {
            Self::Own(dictionary) => Some(dictionary.pack(step.shape, step.branch, fields)),
            Self::Shared { dictionary, lacks } => {
                let code = dictionary.find_packed(step.shape, step.branch, fields);
                *lacks |= code.is_none();
                code
            }
        }
    }
}
