//! 从旧兼从轻: of the results under the law of two days the lighter one is taken.

use std::collections::{BTreeMap, BTreeSet};

use super::Run;
use crate::halt::Origin;
use crate::interner::{Code, Interner, UNKNOWN};
use crate::query::Query;
use crate::rows::{Binding, Row};
use crate::solve::Bindings;

/// For each rule with two versions of the law what it concludes under each.
#[derive(Default)]
pub struct Versions<const W: usize> {
    sure: BTreeMap<Origin, [BTreeSet<Binding<W>>; 2]>,
    at_best: BTreeMap<Origin, [BTreeSet<Binding<W>>; 2]>,
}

impl<const W: usize> Run<'_, W> {
    /// Notes what a rule concludes under one version and gives the lighter results of all pairs known so far.
    pub(super) fn lighter(&mut self, query: &Query<'_>, version: usize, rows: Vec<Row<W>>) -> Vec<Row<W>> {
        let by = self.column(query);
        let known = self.versions.sure.entry(query.origin).or_default();
        known[version].extend(rows.into_iter().map(|values| Binding { failed: false, open: Default::default(), values }));
        pairs(known, by, &self.machine.interner).into_iter().map(|pair| pair.values).collect()
    }

    /// The same over what may be.
    pub(super) fn lighter_at_best(
        &mut self,
        query: &Query<'_>,
        version: usize,
        heads: &Bindings<W>,
    ) -> Vec<Binding<W>> {
        let by = self.column(query);
        let known = self.versions.at_best.entry(query.origin).or_default();
        let (failed, sound): (Vec<_>, Vec<_>) = heads.iter().copied().partition(|head| head.failed);
        known[version].extend(sound);
        [failed, pairs(known, by, &self.machine.interner)].concat()
    }

    fn column(&self, query: &Query<'_>) -> usize {
        match query.origin {
            Origin::Rule(rule) => self.program.rules[rule].lighter.as_ref().map_or(0, |lighter| lighter.by),
            Origin::Fact(_) | Origin::Subsumption(_) => 0,
        }
    }
}

/// For every result of the one version and every result of the other one for the same key the lighter of both.
fn pairs<const W: usize>(versions: &[BTreeSet<Binding<W>>; 2], by: usize, interner: &Interner) -> Vec<Binding<W>> {
    let mut by_key: BTreeMap<Row<W>, Vec<&Binding<W>>> = BTreeMap::new();
    let key = |binding: &Binding<W>| {
        let mut key = binding.values;
        key[by] = 0;
        key
    };
    versions[1].iter().for_each(|one| by_key.entry(key(one)).or_default().push(one));
    let vague: Vec<&Binding<W>> = versions[1].iter().filter(|one| key(one).contains(&UNKNOWN)).collect();
    let mut found = Vec::new();
    for one in &versions[0] {
        let others: Vec<&Binding<W>> = match key(one).contains(&UNKNOWN) {
            true => versions[1].iter().collect(),
            false => by_key.get(&key(one)).into_iter().flatten().chain(&vague).copied().collect(),
        };
        found.extend(others.into_iter().filter_map(|other| pair(one, other, by, interner)));
    }
    found
}

fn pair<const W: usize>(one: &Binding<W>, other: &Binding<W>, by: usize, interner: &Interner) -> Option<Binding<W>> {
    let mut values = one.values;
    for (column, (value, theirs)) in values.iter_mut().zip(other.values).enumerate() {
        *value = match (*value, theirs) {
            (a, b) if a == b => a,
            (a, b) if column == by => lesser(a, b, interner),
            (UNKNOWN, known) | (known, UNKNOWN) => known,
            _ => return None,
        };
    }
    Some(Binding { values, ..one.at_best(other.open.kind) })
}

fn lesser(a: Code, b: Code, interner: &Interner) -> Code {
    match a == UNKNOWN || b == UNKNOWN {
        true => UNKNOWN,
        false if interner.value(a) <= interner.value(b) => a,
        false => b,
    }
}
