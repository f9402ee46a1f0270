//! Aggregates.

use std::collections::{BTreeMap, BTreeSet};

use datafrog::Relation;
use program::checked::AggregateOp;
use values::{Primitive, Value};

use super::{Bindings, LimitReached, Place, Solver};
use crate::arithmetic::{Computed, Undefined, decimal_sum, integer_sum};
use crate::clause::{Fold, Var};
use crate::interner::{Code, POISON};
use crate::rows::{Binding, Keyed, Kind, Open, Row, row};

/// What one group's body gives.
#[derive(Default)]
struct Contributions<const W: usize> {
    /// A computation failed.
    failed: bool,
    /// The targets, one for each contribution.
    targets: Vec<Code>,
    /// Each target with the witnesses behind it.
    attained: BTreeSet<Row<W>>,
}

impl<const W: usize> Solver<'_, W> {
    /// `after <- before, variable = op target : { body }`
    ///
    /// ```text
    /// group(g)         <- before.
    /// contribution(..) <- group(g), body.
    /// result(g, r)     <- r is op of g's contributions.
    /// after            <- before, result(g, r).
    /// ```
    ///
    /// A group with a contribution that failed has no result, but a failure.
    pub(super) fn aggregate(
        &mut self,
        variable: Var,
        fold: &Fold<'_>,
        place: Place<'_>,
        rows: Bindings<W>,
    ) -> Result<Bindings<W>, LimitReached> {
        let group = |binding: &Binding<W>| row(fold.group.iter().map(|var| binding.get(place.before, *var)));
        let (unknown, known): (Vec<_>, Vec<_>) = rows
            .elements
            .into_iter()
            .map(|binding| (group(&binding), binding))
            .partition(|(group, _)| group[..fold.group.len()].contains(&POISON));
        let unknown = unknown.iter().map(|(_, binding)| binding.poisoned(place.before, place.after, &place.step.binds));
        let open = self.open_groups(fold, known.iter().map(|(group, _)| *group).collect())?;
        let (open, known): (Vec<_>, Vec<_>) = known
            .into_iter()
            .map(|(group, binding)| (group, binding, open.get(&group)))
            .partition(|(_, _, kind)| kind.is_some());
        let known: Vec<_> = known.into_iter().map(|(group, binding, _)| (group, binding)).collect();
        let open = open.iter().filter(|_| place.at_best).map(|(_, binding, kind)| {
            binding.guessed(place.before, place.after, &place.step.binds, kind.copied().unwrap_or(0))
        });
        let results = self.results(fold, known.iter().map(|(group, _)| *group).collect())?;
        let learnt: Vec<Var> = [variable].into_iter().chain(fold.witnesses.iter().copied()).collect();
        let joined = Relation::from_join(&Relation::from_vec(known), &results, |_, binding, result| {
            let value = |var| learnt.iter().position(|known| *known == var).map(|place| result[place]);
            // what another aggregate has given a value already must have it here too, unless that failed
            let lacks = |var: &Var| place.step.binds.contains(var) || binding.get(place.before, *var) == POISON;
            let same = |var: &Var| lacks(var) || value(*var) == Some(binding.get(place.before, *var));
            let new = |var| value(var).filter(|_| lacks(&var));
            let next = binding.moved(place.before, place.after, new);
            let failed = next.failed || result[0] == POISON;
            (result[0] == POISON || learnt.iter().all(same)).then_some(Binding { failed, ..next })
        });
        Ok(joined.iter().flatten().copied().chain(unknown).chain(open).collect())
    }

    /// The groups with open contributions, and what is missing.
    fn open_groups(
        &mut self,
        fold: &Fold<'_>,
        groups: BTreeSet<Row<W>>,
    ) -> Result<BTreeMap<Row<W>, Kind>, LimitReached> {
        let mut open = BTreeMap::new();
        if fold.open.is_empty() {
            return Ok(open);
        }
        let given = Self::given(&groups);
        for (clause, plan) in &fold.open {
            let contributed = self.heads(clause, plan, None, given.clone())?;
            for Binding { open: Open { kind, .. }, values, .. } in contributed.iter().filter(|one| one.open.kind > 0) {
                let group = row(values[..fold.group.len()].iter().copied());
                open.entry(group).and_modify(|known: &mut Kind| *known = *kind.max(known)).or_insert(*kind);
            }
        }
        Ok(open)
    }

    fn given(groups: &BTreeSet<Row<W>>) -> Bindings<W> {
        let given = |group: &Row<W>| Binding { failed: false, open: Open::default(), values: *group };
        groups.iter().map(given).collect()
    }

    /// Each group with its result and, for each contribution that attains it, the witnesses; one without a result is left out.
    fn results(
        &mut self,
        fold: &Fold<'_>,
        groups: BTreeSet<Row<W>>,
    ) -> Result<Relation<Keyed<Row<W>, W>>, LimitReached> {
        let width = fold.group.len();
        let given = Self::given(&groups);
        let mut contributed = Relation::from_vec(vec![]);
        for (clause, plan) in &fold.body {
            contributed = contributed.merge(self.heads(clause, plan, None, given.clone())?);
        }
        let mut by_group: BTreeMap<Row<W>, Contributions<W>> =
            groups.into_iter().map(|group| (group, Contributions::default())).collect();
        for Binding { failed, values, .. } in contributed.iter() {
            let contributions = by_group.entry(row(values[..width].iter().copied())).or_default();
            contributions.failed |= failed;
            let target = values.get(width).copied().unwrap_or_default();
            contributions.targets.push(target);
            if !fold.witnesses.is_empty() {
                contributions.attained.insert(row(values[width..].iter().copied().take(1 + fold.witnesses.len())));
            }
        }
        let mut results = Vec::new();
        for (group, contributions) in by_group {
            let result = if contributions.failed { Some(Err(Undefined)) } else { self.result(fold, &contributions) };
            match result.map(|result| result.map(|value| self.machine.interner.code(&value))) {
                None => {}
                Some(Err(Undefined)) => results.push((group, [POISON; W])),
                Some(Ok(code)) if fold.witnesses.is_empty() => results.push((group, row([code]))),
                Some(Ok(code)) => {
                    let attained = contributions.attained.into_iter().filter(|attained| attained[0] == code);
                    results.extend(attained.map(|attained| (group, attained)));
                }
            }
        }
        Ok(results.into())
    }

    /// The result for one group: 0 for no contributions to `count` and `sum`, none for the others.
    fn result(&self, fold: &Fold<'_>, contributions: &Contributions<W>) -> Option<Computed> {
        let count = contributions.targets.len();
        if fold.op == AggregateOp::Count {
            return Some(Ok(Value::Number(count as i64)));
        }
        let mut values: Vec<&Value> =
            contributions.targets.iter().map(|code| self.machine.interner.value(*code)).collect();
        values.sort_unstable();
        match fold.op {
            AggregateOp::Min => values.first().map(|value| Ok((*value).clone())),
            AggregateOp::Max => values.last().map(|value| Ok((*value).clone())),
            AggregateOp::Mean if count == 0 => None,
            AggregateOp::Mean => Some(Ok(Value::Float(float_sum(&values) / count as f64))),
            AggregateOp::Sum | AggregateOp::Count => Some(match fold.operand {
                Primitive::Float => Ok(Value::Float(float_sum(&values))),
                Primitive::Decimal => decimal_sum(values.into_iter()),
                kind => integer_sum(kind, values.into_iter()),
            }),
        }
    }
}

/// The sum of floats in ascending order: a function of the set, though addition of floats is not associative.
fn float_sum(ascending: &[&Value]) -> f64 {
    ascending.iter().fold(0.0, |sum, value| if let Value::Float(x) = value { sum + x } else { sum })
}
