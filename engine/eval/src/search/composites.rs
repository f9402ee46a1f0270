//! Composite values in a search.

use values::{Composite, Primitive, ShapeId, Value};

use super::enter::{known, meet};
use super::{Search, Slot};
use crate::Arg;
use crate::goal::Parts;

/// The variable is the composite of these parts: takes it apart where it has a value, otherwise makes it.
pub(super) fn compose(search: &mut Search<'_>, variable: u32, parts: &Parts) -> bool {
    match search.slots[variable as usize].clone() {
        // It cannot be decided.
        Slot::Undefined => true,
        Slot::Free => {
            let slot = made(search, parts);
            search.bind(variable, slot);
            true
        }
        whole => match fields(search, &whole, parts) {
            Some(fields) => parts.fields.iter().zip(fields).all(|(arg, slot)| match arg {
                Arg::Any => true,
                Arg::Constant(_, code) => slot == Slot::Code(*code),
                Arg::Variable(field) => meet(search, *field, slot),
            }),
            None => false,
        },
    }
}

/// The fields of a value of this branch.
fn fields(search: &Search<'_>, whole: &Slot, parts: &Parts) -> Option<Vec<Slot>> {
    match whole {
        Slot::Code(code) => {
            let (branch, codes) = search.lookup.dictionary().unpack(parts.shape, *code)?;
            (branch == parts.branch).then(|| codes.iter().map(|code| Slot::Code(*code)).collect())
        }
        Slot::Value(Value::Composite(value)) => {
            let fields = value.fields().filter(|_| value.branch_number() == parts.branch)?;
            Some(fields.iter().map(|field| known(search, field.clone())).collect())
        }
        _ => None,
    }
}

/// The value made of the fields; none where one of them has none.
fn made(search: &Search<'_>, parts: &Parts) -> Slot {
    let slots = parts.fields.iter().map(|arg| match arg {
        Arg::Any => Slot::Free,
        Arg::Constant(_, code) => Slot::Code(*code),
        Arg::Variable(variable) => search.slots[*variable as usize].clone(),
    });
    let slots = slots.collect::<Vec<_>>();
    let dictionary = search.lookup.dictionary();
    let code = |slot: &Slot| if let Slot::Code(code) = slot { Some(*code) } else { None };
    let codes = slots.iter().map(code).collect::<Option<Vec<_>>>();
    if let Some(code) = codes.and_then(|codes| dictionary.find_packed(parts.shape, parts.branch, &codes)) {
        return Slot::Code(code);
    }
    let types = dictionary.shapes().get(parts.shape).fields(parts.branch).iter().map(|field| field.primitive);
    let values = slots.iter().zip(types).map(|(slot, primitive)| slot.value(primitive, dictionary));
    match values.collect::<Option<Vec<_>>>() {
        Some(values) => Slot::Value(Value::Composite(whole(search, parts.shape, parts.branch, values))),
        None => Slot::Undefined,
    }
}

fn whole(search: &Search<'_>, shape: ShapeId, branch: u32, fields: Vec<Value>) -> Composite {
    match search.lookup.dictionary().shapes().get(shape).branch(branch) {
        Some(name) => Composite::branch(shape, branch, name, fields),
        None => Composite::record(shape, fields),
    }
}

/// The temporary is the number of a composite's code; of a value that nothing holds there is none.
pub(super) fn ordinal(search: &mut Search<'_>, variable: u32, of: u32) -> bool {
    let number = match &search.slots[of as usize] {
        Slot::Code(code) => known(search, Value::Number(i64::from(*code))),
        Slot::Value(_) => known(search, Value::Number(-1)),
        Slot::Free | Slot::Undefined => Slot::Undefined,
    };
    meet(search, variable, number)
}

/// The temporary is the number that the counter gave the binding; where the number is known, so is the binding.
pub(super) fn count(search: &mut Search<'_>, variable: u32, operand: Primitive, place: usize) -> bool {
    let (goals, dictionary) = (search.goals, search.lookup.dictionary());
    let undecided = |search: &mut Search<'_>| search.passes_over() && meet(search, variable, Slot::Undefined);
    // A binding that failed before it was counted has no number.
    let Some(numbered) = &goals.numbered else { return undecided(search) };
    let code = |variable: &u32| match search.slots[*variable as usize] {
        Slot::Code(code) => Some(code),
        _ => None,
    };
    let codes = numbered.variables.iter().map(code).collect::<Option<Vec<_>>>();
    if let Some(codes) = codes {
        return match numbered.binding(&codes, &goals.types, dictionary) {
            Some(binding) => {
                let slot = known(search, numbered.value(binding, place, operand));
                meet(search, variable, slot)
            }
            None => undecided(search),
        };
    }
    match search.slots[variable as usize].value(operand, dictionary) {
        Some(number) => numbered.binding_of(&number, place).is_some_and(|binding| {
            let codes = numbered.codes(binding).collect::<Vec<_>>();
            codes.into_iter().all(|(variable, code)| meet(search, variable, Slot::Code(code)))
        }),
        None => undecided(search),
    }
}
