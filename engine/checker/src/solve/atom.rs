//! Positive and negated atoms.

use std::collections::BTreeMap;

use datafrog::Relation;
use program::checked::RelId;

use super::machine::both;
use super::{Bindings, Place, Solver};
use crate::clause::{Arg, Var};
use crate::interner::{Code, POISON};
use crate::rows::{Binding, Keyed, View, row};

impl<const W: usize> Solver<'_, W> {
    /// `after <- before, relation(args)`
    ///
    /// A binding for which an argument cannot be computed passes without being looked up; what the atom would have
    /// bound stays unknown. A variable that lacks its value because of a failure elsewhere is bound by the atom like a
    /// new one: without that value the atom can still be decided.
    pub(super) fn join(
        &mut self,
        relation: RelId,
        args: &[Arg<'_>],
        place: Place<'_>,
        rows: Bindings<W>,
    ) -> Bindings<W> {
        let mut passed = Vec::new();
        let mut by_unknown: BTreeMap<Vec<Var>, Vec<Keyed<Binding<W>, W>>> = BTreeMap::new();
        let known = |arg: &&Arg<'_>| match arg {
            Arg::Any | Arg::Constant(_) => false,
            Arg::Variable(var) => !place.step.binds.contains(var),
            Arg::Computed(_) => true,
        };
        let keys: Vec<&Arg<'_>> = args.iter().filter(known).collect();
        for binding in rows.iter() {
            let (mut key, mut length) = (row([]), 0);
            let (mut unknown, mut undecided) = (Vec::new(), false);
            for arg in &keys {
                match (self.arg(arg, place.before, binding), arg.plain()) {
                    (POISON, Some(var)) => unknown.push(var),
                    (POISON, None) => undecided = true,
                    (code, _) => {
                        key[length] = code;
                        length += 1;
                    }
                }
            }
            if undecided {
                passed.push(binding.poisoned(place.before, place.after, &place.step.binds));
            } else {
                by_unknown.entry(unknown).or_default().push((key, *binding));
            }
        }
        let mut all = Relation::from_vec(passed);
        for (unknown, rows) in by_unknown {
            let new: Vec<Var> = place.step.binds.iter().copied().chain(unknown).collect();
            all = all.merge(self.lookup(relation, args, place, &new, Relation::from_vec(rows)));
        }
        all
    }

    /// The join for bindings that lack the values of the variables `new` and of no others.
    fn lookup(
        &mut self,
        relation: RelId,
        args: &[Arg<'_>],
        place: Place<'_>,
        new: &[Var],
        rows: Relation<Keyed<Binding<W>, W>>,
    ) -> Bindings<W> {
        let (view, found) = view(relation, args, new, &[], place);
        self.need(&view, rows.iter().map(|(key, _)| *key));
        let mut all = Relation::from_vec(vec![]);
        self.tables.visit(&view, Self::portion(place), |batch| {
            let joined = Relation::from_join(&rows, batch, |_, binding, rest| {
                let value = |var| found.iter().position(|new| *new == var).map(|column| rest[column]);
                binding.moved(place.before, place.after, value)
            });
            all = std::mem::replace(&mut all, Relation::from_vec(vec![])).merge(joined);
        });
        all
    }

    /// `after <- before, !relation(args)`
    ///
    /// A binding for which an argument has no value passes.
    pub(super) fn antijoin(
        &mut self,
        relation: RelId,
        args: &[Arg<'_>],
        place: Place<'_>,
        rows: Bindings<W>,
    ) -> Bindings<W> {
        let asked: Vec<usize> = (0..args.len()).filter(|column| !matches!(args[*column], Arg::Any)).collect();
        if asked.iter().any(|column| args[*column].is_open()) {
            return self.antijoin_open(relation, args, place, rows);
        }
        let view = View { key: asked.clone(), ..View::of(relation) };
        let key = |binding: &Binding<W>| {
            let codes = asked.iter().map(|column| self.arg(&args[*column], place.before, binding));
            (row(codes), *binding)
        };
        let sought = rows.iter().map(key).collect::<Vec<Keyed<Binding<W>, W>>>();
        let known = sought.iter().map(|(key, _)| *key).filter(|key| !key[..asked.len()].contains(&POISON));
        self.need(&view, known);
        let keys = self.tables.keys(&view);
        let absent = sought.iter().filter_map(|(key, binding)| {
            if key[..asked.len()].contains(&POISON) {
                return Some(binding.poisoned(place.before, place.after, &[]));
            }
            // datafrog 2.0.1 gives an empty `Relation::from_antijoin`, whatever the relations hold
            keys.binary_search(key).is_err().then(|| binding.moved(place.before, place.after, |_| None))
        });
        absent.collect()
    }

    /// The same where some argument is a composite with wildcards inside, which has no value that could be looked up.
    fn antijoin_open(&mut self, relation: RelId, args: &[Arg<'_>], place: Place<'_>, rows: Bindings<W>) -> Bindings<W> {
        self.need(&View::of(relation), std::iter::once(row([])));
        let tuples = self.tables.keys(&View { key: (0..args.len()).collect(), ..View::of(relation) });
        let absent = rows.iter().filter_map(|binding| {
            let read = |var| binding.get(place.before, var);
            let closed = args.iter().zip(0..).filter(|(arg, _)| !arg.is_open());
            let known: Vec<(usize, Code)> =
                closed.map(|(arg, column)| (column, self.arg(arg, place.before, binding))).collect();
            let mut undecided = known.iter().any(|(_, code)| *code == POISON);
            let found =
                tuples.iter().filter(|tuple| known.iter().all(|(column, code)| tuple[*column] == *code)).any(|tuple| {
                    let mut all = Ok(true);
                    for (arg, code) in args.iter().zip(tuple) {
                        if let Arg::Computed(expr) = arg
                            && arg.is_open()
                        {
                            all = both(all, self.machine.fits(expr, *code, &read));
                        }
                    }
                    undecided |= all.is_err();
                    all.unwrap_or(false)
                });
            match undecided {
                true => Some(binding.poisoned(place.before, place.after, &[])),
                false => (!found).then(|| binding.moved(place.before, place.after, |_| None)),
            }
        });
        absent.collect()
    }

    /// The code of an argument, [`POISON`] where it has none.
    pub(super) fn arg(&mut self, arg: &Arg<'_>, layout: &[Var], binding: &Binding<W>) -> Code {
        match arg {
            Arg::Any => POISON,
            Arg::Constant(code) => *code,
            Arg::Variable(var) => binding.get(layout, *var),
            Arg::Computed(expr) => self.machine.code_at_best(expr, &|var| binding.get(layout, var)),
        }
    }
}

/// How an atom whose variables `new` have no value yet looks at its relation, and which of them it finds, column by
/// column of the view's rest; those that nobody looks at later are left out, and the columns `passed` are passed over.
pub(super) fn view(
    relation: RelId,
    args: &[Arg<'_>],
    new: &[Var],
    passed: &[usize],
    place: Place<'_>,
) -> (View, Vec<Var>) {
    let mut view = View { again: place.counts_rounds, ..View::of(relation) };
    let mut found: Vec<Var> = Vec::new();
    let mut first: BTreeMap<Var, usize> = BTreeMap::new();
    for (column, arg) in args.iter().enumerate() {
        match arg {
            _ if passed.contains(&column) => {}
            Arg::Any => {}
            Arg::Constant(code) => view.constants.push((column, *code)),
            Arg::Variable(var) if new.contains(var) => match first.get(var) {
                Some(earlier) => view.equal.push((*earlier, column)),
                None => {
                    first.insert(*var, column);
                    if place.after.contains(var) {
                        view.rest.push(column);
                        found.push(*var);
                    }
                }
            },
            Arg::Variable(_) | Arg::Computed(_) => view.key.push(column),
        }
    }
    (view, found)
}
