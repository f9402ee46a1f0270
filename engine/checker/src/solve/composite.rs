//! Composites: made of their fields, and taken apart.

use values::ShapeId;

use super::{Place, Solver};
use crate::clause::{Arg, Var};
use crate::interner::{Code, POISON, UNKNOWN};
use crate::rows::Binding;

/// `whole = [..]` or `whole = $B(..)`
pub(super) struct Composite<'g, 'p> {
    pub(super) whole: Var,
    pub(super) shape: ShapeId,
    pub(super) branch: u32,
    pub(super) fields: &'g [Arg<'p>],
}

impl<const W: usize> Solver<'_, W> {
    /// The binding in which the variables have the values that the composite gives them; `None` where it is another one.
    pub(super) fn composite(
        &mut self,
        composite: &Composite<'_, '_>,
        place: Place<'_>,
        binding: &Binding<W>,
    ) -> Option<Binding<W>> {
        if place.step.binds.contains(&composite.whole) {
            let fields: Vec<Code> = composite.fields.iter().map(|arg| self.arg(arg, place.before, binding)).collect();
            if fields.contains(&POISON) {
                return Some(binding.poisoned(place.before, place.after, &[composite.whole]));
            }
            if fields.contains(&UNKNOWN) {
                return Some(binding.guessed(place.before, place.after, &[composite.whole], 0));
            }
            let code = self.machine.interner.pack(composite.shape, composite.branch, fields);
            return Some(binding.moved(place.before, place.after, |var| (var == composite.whole).then_some(code)));
        }
        self.apart(composite, place, binding)
    }

    /// A field that cannot be computed is passed over. A variable that lacks its value because of a failure elsewhere gets it from
    /// the field like a new one.
    fn apart(&mut self, composite: &Composite<'_, '_>, place: Place<'_>, binding: &Binding<W>) -> Option<Binding<W>> {
        let whole = binding.get(place.before, composite.whole);
        if whole == POISON {
            return Some(binding.poisoned(place.before, place.after, &place.step.binds));
        }
        if whole == UNKNOWN && place.step.binds.is_empty() && !composite.fields.iter().any(Arg::is_open) {
            let fields: Vec<Code> = composite.fields.iter().map(|arg| self.arg(arg, place.before, binding)).collect();
            if !fields.contains(&UNKNOWN) && !fields.contains(&POISON) {
                let code = self.machine.interner.pack(composite.shape, composite.branch, fields);
                return Some(binding.moved(place.before, place.after, |var| (var == composite.whole).then_some(code)));
            }
        }
        if whole == UNKNOWN {
            return Some(binding.guessed(place.before, place.after, &place.step.binds, 0));
        }
        let (branch, fields) = self.machine.interner.unpack(whole).filter(|(branch, _)| *branch == composite.branch)?;
        let (_, fields) = (branch, fields.clone());
        let (mut found, mut failed) = (Vec::<(Var, Code)>::new(), binding.failed);
        for (arg, field) in composite.fields.iter().zip(fields) {
            let new = |var: &Var| place.step.binds.contains(var) || binding.get(place.before, *var) >= UNKNOWN;
            match arg.plain().filter(new) {
                Some(var) => match found.iter().find(|(known, _)| *known == var) {
                    Some((_, code)) if *code != field => return None,
                    _ => found.push((var, field)),
                },
                None if matches!(arg, Arg::Any) => {}
                None => match self.arg(arg, place.before, binding) {
                    UNKNOWN => {}
                    POISON => failed = true,
                    code if code != field => return None,
                    _ => {}
                },
            }
        }
        let value = |var| found.iter().find(|(known, _)| *known == var).map(|(_, code)| *code);
        Some(Binding { failed, ..binding.moved(place.before, place.after, value) })
    }
}
