//! 从旧兼从轻: of the results under the law of two days the lighter one is taken.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::RelId;

use super::Run;
use crate::halt::{Halt, Origin};
use crate::interner::{Code, Interner, POISON, UNKNOWN};
use crate::query::Query;
use crate::rows::{Kind, Row};
use crate::solve::Bindings;

/// For each rule with two versions of the law what it concludes under each, and what is missing if it is open; the day stands behind
/// the result.
#[derive(Default)]
pub struct Versions<const W: usize> {
    sure: BTreeMap<Origin, Both<W>>,
    open: BTreeMap<Origin, Both<W>>,
}

/// Results under the one and the other version.
type Both<const W: usize> = [BTreeSet<(Row<W>, Kind)>; 2];

/// The shape of a result: how many columns it has, and which one is compared.
#[derive(Clone, Copy)]
struct Shape {
    columns: usize,
    by: usize,
}

impl<const W: usize> Run<'_, W> {
    /// Notes what a rule concludes under one version and gives the lighter results of all pairs known so far.
    pub(super) fn lighter(&mut self, query: &Query<'_>, version: usize, rows: Vec<Row<W>>) -> Vec<Row<W>> {
        let shape = self.shape(query.origin, query.relation);
        let known = self.versions.sure.entry(query.origin).or_default();
        known[version].extend(rows.into_iter().map(|row| (row, 0)));
        let [one, other] = known;
        pairs(one, other, shape, &self.machine.interner).into_iter().map(|(row, _)| row).collect()
    }

    /// The same over what may be: each result with what is missing.
    pub(super) fn lighter_at_best(
        &mut self,
        query: &Query<'_>,
        version: usize,
        heads: &Bindings<W>,
    ) -> Result<Vec<(Row<W>, Kind)>, Halt> {
        let shape = self.shape(query.origin, query.relation);
        let sure = self.versions.sure.entry(query.origin).or_default();
        let open = self.versions.open.entry(query.origin).or_default();
        for head in heads.iter().filter(|head| head.open.kind > 0 && !sure[version].contains(&(head.values, 0))) {
            if head.failed || head.values.contains(&POISON) {
                return Err(Halt::Failed(query.origin));
            }
            open[version].insert((head.values, head.open.kind));
        }
        let all = |version: usize| sure[version].union(&open[version]).copied().collect::<BTreeSet<_>>();
        Ok(pairs(&all(0), &all(1), shape, &self.machine.interner))
    }

    fn shape(&self, origin: Origin, relation: RelId) -> Shape {
        let columns = self.program.relation(relation).columns.len();
        let lighter = match origin {
            Origin::Rule(rule) => self.program.rules[rule].lighter.as_ref(),
            Origin::Fact(_) | Origin::Subsumption(_) => None,
        };
        Shape { columns, by: lighter.map_or(0, |lighter| lighter.by) }
    }
}

/// For every result of the one version and every result of the other one for the same key the lighter of both.
fn pairs<const W: usize>(
    one: &BTreeSet<(Row<W>, Kind)>,
    other: &BTreeSet<(Row<W>, Kind)>,
    shape: Shape,
    interner: &Interner,
) -> Vec<(Row<W>, Kind)> {
    let key = |row: &Row<W>| {
        let mut key = *row;
        key[shape.columns..].fill(0);
        key[shape.by] = 0;
        key
    };
    let mut by_key: BTreeMap<Row<W>, Vec<&(Row<W>, Kind)>> = BTreeMap::new();
    let mut vague = Vec::new();
    for result in other {
        let key = key(&result.0);
        match key.contains(&UNKNOWN) {
            true => vague.push(result),
            false => by_key.entry(key).or_default().push(result),
        }
    }
    let mut found = Vec::new();
    for result in one {
        let key = key(&result.0);
        let others: Vec<&(Row<W>, Kind)> = match key.contains(&UNKNOWN) {
            true => other.iter().collect(),
            false => by_key.get(&key).into_iter().flatten().chain(&vague).copied().collect(),
        };
        found.extend(others.into_iter().filter_map(|other| pair(result, other, shape, interner)));
    }
    found
}

fn pair<const W: usize>(
    (one, kind): &(Row<W>, Kind),
    (other, others): &(Row<W>, Kind),
    shape: Shape,
    interner: &Interner,
) -> Option<(Row<W>, Kind)> {
    let mut row = [0; W];
    for column in 0..shape.columns {
        row[column] = match (one[column], other[column]) {
            (a, b) if a == b => a,
            (a, b) if column == shape.by => lesser(a, b, interner),
            (UNKNOWN, known) | (known, UNKNOWN) => known,
            _ => return None,
        };
    }
    Some((row, *kind.max(others)))
}

fn lesser(a: Code, b: Code, interner: &Interner) -> Code {
    match a == UNKNOWN || b == UNKNOWN {
        true => UNKNOWN,
        false if interner.value(a) <= interner.value(b) => a,
        false => b,
    }
}
