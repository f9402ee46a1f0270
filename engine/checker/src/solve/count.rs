//! The program's counter.

use std::collections::BTreeMap;

use values::{Primitive, Value};

use super::{Bindings, Place, Solver};
use crate::clause::Var;
use crate::interner::{Code, POISON};
use crate::rows::Binding;

impl<const W: usize> Solver<'_, W> {
    /// Numbers the bindings of the variables `key` in value order, each for one counter after the other. A binding in which
    /// something failed gets no number.
    pub(super) fn count(
        &mut self,
        counters: &[(Var, Primitive)],
        key: &[Var],
        place: Place<'_>,
        rows: &Bindings<W>,
    ) -> Bindings<W> {
        let codes = |binding: &Binding<W>| key.iter().map(|var| binding.get(place.before, *var)).collect::<Vec<Code>>();
        let sound = rows.iter().filter(|binding| !binding.failed);
        let mut bindings: Vec<Vec<Code>> = sound.map(codes).collect();
        let interner = &self.machine.interner;
        bindings.sort_by(|a, b| {
            let (a, b) = (a.iter().map(|code| interner.value(*code)), b.iter().map(|code| interner.value(*code)));
            a.cmp(b)
        });
        bindings.dedup();
        let first = self.machine.counted;
        self.machine.counted += (bindings.len() * counters.len()) as i64;
        let numbers: BTreeMap<Vec<Code>, i64> = bindings.into_iter().zip((first..).step_by(counters.len())).collect();
        let numbered = rows.iter().map(|binding| {
            let first = numbers.get(&codes(binding));
            let mut code = |place: usize, kind: Primitive| {
                first.map_or(POISON, |first| self.machine.interner.code(&number(first + place as i64, kind)))
            };
            let new: Vec<(Var, Code)> =
                counters.iter().enumerate().map(|(place, (var, kind))| (*var, code(place, *kind))).collect();
            let value = |var| new.iter().find(|(known, _)| *known == var).map(|(_, code)| *code);
            let next = binding.moved(place.before, place.after, value);
            Binding { failed: next.failed || first.is_none(), ..next }
        });
        numbered.collect()
    }
}

fn number(number: i64, kind: Primitive) -> Value {
    match kind {
        Primitive::Unsigned => Value::Unsigned(number.cast_unsigned()),
        Primitive::Float => Value::Float(number as f64),
        _ => Value::Number(number),
    }
}
