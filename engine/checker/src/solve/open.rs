//! Clauses over what may be: open tuples beside those that hold, and values that nobody knows.
//!
//! A condition that reads an unknown value may hold, so the binding passes; the kind of what is missing is noted already. A
//! positive atom gives the value, unless its own tuple lacks it.

use std::collections::BTreeMap;

use datafrog::Relation;
use program::checked::RelId;

use super::atom::view;
use super::{Bindings, Place, Solver};
use crate::clause::{Arg, Goal, Guess, Var};
use crate::interner::{Code, POISON, UNKNOWN};
use crate::openness::keys;
use crate::rows::{Binding, Keyed, Kind, Open, Part, View, row};

/// What keeps a binding from being looked up by all that an atom names: variables, and places of computed arguments, without
/// a value.
type Lacking = (Vec<Var>, Vec<usize>);

impl<const W: usize> Solver<'_, W> {
    /// The bindings that pass `goal` since it reads what is unknown to them, and the others.
    pub(super) fn unknown(
        &mut self,
        goal: &Goal<'_>,
        place: Place<'_>,
        rows: Bindings<W>,
    ) -> (Vec<Binding<W>>, Bindings<W>) {
        if matches!(goal, Goal::Atom { .. } | Goal::Composite { .. } | Goal::Guess { .. }) {
            return (vec![], rows);
        }
        let reads: Vec<Var> = goal.reads().into_iter().filter(|var| place.before.contains(var)).collect();
        let lacks = |binding: &Binding<W>| reads.iter().any(|var| binding.get(place.before, *var) == UNKNOWN);
        let (passed, rest): (Vec<_>, Vec<_>) = rows.elements.into_iter().partition(lacks);
        let passed = passed.iter().map(|binding| self.pass(goal, &reads, place, binding));
        (passed.collect(), Relation::from_vec(rest))
    }

    /// The binding behind a goal that it passes. An equation gives its variable a value if it has the other side's.
    fn pass(&mut self, goal: &Goal<'_>, reads: &[Var], place: Place<'_>, binding: &Binding<W>) -> Binding<W> {
        let lacking = reads.iter().filter(|var| binding.get(place.before, **var) == UNKNOWN);
        let mut supplied = Vec::new();
        // what the equation itself gives a value has none yet
        let known = |var| if place.before.contains(&var) { binding.get(place.before, var) } else { UNKNOWN };
        for variable in lacking {
            if let Some((expr, _)) = goal.definition(*variable)
                && self.machine.code_at_best(expr, &known) != UNKNOWN
            {
                supplied.push((*variable, self.solve(goal, *variable, place.before, binding).unwrap_or(POISON)));
            }
        }
        let value = |var| supplied.iter().find(|(known, _)| *known == var).map(|(_, code)| *code);
        let value = |var| value(var).or_else(|| place.step.binds.contains(&var).then_some(UNKNOWN));
        let failed = binding.failed || supplied.iter().any(|(_, code)| *code == POISON);
        Binding { failed, ..binding.moved(place.before, place.after, value) }
    }

    /// `after <- before, relation(args)`, over what holds, what is open, and what would be there if every key had a tuple.
    pub(super) fn join_at_best(
        &mut self,
        relation: RelId,
        args: &[Arg<'_>],
        guesses: &[(Kind, u32)],
        place: Place<'_>,
        rows: Bindings<W>,
    ) -> Bindings<W> {
        let keys = keys(self.program, relation);
        let mut found = Vec::new();
        let mut groups: BTreeMap<Lacking, Vec<Binding<W>>> = BTreeMap::new();
        for binding in rows.iter() {
            for ((kind, guess), (columns, _)) in guesses.iter().zip(&keys) {
                // what is not known of the key yet is looked at in its turn
                let key = columns.iter().map(|column| match &args[*column] {
                    Arg::Variable(var) if place.step.binds.contains(var) => Arg::Any,
                    arg => arg.clone(),
                });
                if !self.lacks_tuple(relation, columns, &key.collect::<Vec<_>>(), place, binding) {
                    continue;
                }
                let next = binding.guessed(place.before, place.after, &place.step.binds, *kind);
                let open = Open { guessed: next.open.guessed | 1 << guess, ..next.open };
                found.push(Binding { open, ..next });
            }
            match self.lacking(args, place, binding) {
                Some(lacking) => groups.entry(lacking).or_default().push(*binding),
                None => found.push(binding.poisoned(place.before, place.after, &place.step.binds)),
            }
        }
        let parts: Vec<Part> =
            [Part::Settled].into_iter().chain(self.tables.variants(relation).into_iter().map(Part::Open)).collect();
        let mut all = Relation::from_vec(found);
        for ((vars, columns), rows) in groups {
            let new: Vec<Var> = place.step.binds.iter().copied().chain(vars).collect();
            for part in &parts {
                all = all.merge(self.part(relation, args, place, (&new, &columns), part, &rows));
            }
        }
        all
    }

    /// What a binding lacks; `None`: an argument cannot be computed, so that nothing can be looked up.
    fn lacking(&mut self, args: &[Arg<'_>], place: Place<'_>, binding: &Binding<W>) -> Option<Lacking> {
        let (mut vars, mut columns) = (Vec::new(), Vec::new());
        for (column, arg) in args.iter().enumerate() {
            match (arg, self.known(arg, place, binding)) {
                (Arg::Variable(var), Some(POISON | UNKNOWN)) => vars.push(*var),
                (_, Some(UNKNOWN)) => columns.push(column),
                (_, Some(POISON)) => return None,
                _ => {}
            }
        }
        Some((vars, columns))
    }

    /// The code of an argument that has one before the atom is looked at.
    fn known(&mut self, arg: &Arg<'_>, place: Place<'_>, binding: &Binding<W>) -> Option<Code> {
        match arg {
            Arg::Variable(var) => (!place.step.binds.contains(var)).then(|| binding.get(place.before, *var)),
            Arg::Computed(expr) => Some(self.machine.code_at_best(expr, &|var| binding.get(place.before, var))),
            Arg::Any | Arg::Constant(_) => None,
        }
    }

    /// The join with one part of the relation, for bindings that lack the variables `new` and the computed arguments `columns`.
    fn part(
        &mut self,
        relation: RelId,
        args: &[Arg<'_>],
        place: Place<'_>,
        (new, columns): (&[Var], &[usize]),
        part: &Part,
        rows: &[Binding<W>],
    ) -> Bindings<W> {
        let (unknown, kind) = match part {
            Part::Open(variant) => (&variant.unknown[..], variant.kind),
            Part::Settled => (&[][..], 0),
        };
        let passed: Vec<usize> = columns.iter().chain(unknown).copied().collect();
        let (looked, found) = view(relation, args, new, &passed, place);
        let looked = View { part: part.clone(), ..looked };
        let mut keyed: Vec<Keyed<Binding<W>, W>> = Vec::new();
        for binding in rows {
            let key = looked.key.iter().map(|column| self.arg(&args[*column], place.before, binding));
            keyed.push((row(key.collect::<Vec<Code>>()), *binding));
        }
        let keyed = Relation::from_vec(keyed);
        let mut all = Relation::from_vec(vec![]);
        self.tables.visit(&looked, Self::portion(place), |batch| {
            let joined = Relation::from_join(&keyed, batch, |_, binding, rest| {
                let column = |var| found.iter().position(|new| *new == var).map(|column| rest[column]);
                let value = |var| column(var).or_else(|| place.step.binds.contains(&var).then_some(UNKNOWN));
                binding.moved(place.before, place.after, value).at_best(kind)
            });
            all = std::mem::replace(&mut all, Relation::from_vec(vec![])).merge(joined);
        });
        all
    }

    /// The binding if it has not made the guess, or if no tuple has the key. A key that is not known may be one without.
    pub(super) fn guess(&mut self, guess: &Guess<'_>, place: Place<'_>, binding: &Binding<W>) -> Option<Binding<W>> {
        let next = binding.moved(place.before, place.after, |_| None);
        let made = binding.open.guessed & 1 << guess.number != 0;
        (!made || self.lacks_tuple(guess.relation, &guess.columns, &guess.key, place, binding)).then_some(next)
    }

    /// Whether no tuple of a relation has this key, or may have none where the key is not known.
    pub(super) fn lacks_tuple(
        &mut self,
        relation: RelId,
        columns: &[usize],
        key: &[Arg<'_>],
        place: Place<'_>,
        binding: &Binding<W>,
    ) -> bool {
        if key.iter().any(Arg::is_open) {
            return true;
        }
        let key: Vec<Code> = key.iter().map(|arg| self.arg(arg, place.before, binding)).collect();
        if key.contains(&UNKNOWN) || key.contains(&POISON) {
            return true;
        }
        let keys = self.tables.keys(&View { key: columns.to_vec(), ..View::of(relation) });
        keys.binary_search(&row(key)).is_err()
    }
}
