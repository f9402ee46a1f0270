//! How pairs of an equivalence lead from one value to another.

use std::collections::{BTreeMap, VecDeque};

use eval::Origin;
use program::checked::RelId;
use values::Code;

use super::{Explainer, FactId};

/// A given pair, and whether it is read backwards.
pub(crate) type Given = (u32, bool);

impl Explainer<'_> {
    /// The shortest way over pairs that rules, records or facts gave until the round of the implied one; among several the one that comes
    /// first when smaller values are tried first. Of `(a, a)` the least pair that holds `a`.
    pub(super) fn chain(&self, (relation, row): FactId, round: u32) -> Vec<Given> {
        let (from, to) = (self.lookup.code(relation, row, 0), self.lookup.code(relation, row, 1));
        if from == to {
            let mut pairs = self.pairs_with(relation, from, round);
            pairs.sort_unstable_by(|(_, (a, _)), (_, (b, _))| self.lookup.compare_rows(relation, *a, *b));
            return pairs.first().map(|(_, (row, _))| (*row, false)).into_iter().collect();
        }
        let mut reached = BTreeMap::from([(from, None)]);
        let mut open = VecDeque::from([from]);
        while let Some(at) = open.pop_front() {
            if at == to {
                break;
            }
            for (next, given) in self.pairs_with(relation, at, round) {
                reached.entry(next).or_insert_with(|| {
                    open.push_back(next);
                    Some((at, given))
                });
            }
        }
        let mut chain = Vec::new();
        let mut at = to;
        while let Some(Some((before, given))) = reached.get(&at) {
            chain.push(*given);
            at = *before;
        }
        chain.reverse();
        chain
    }

    /// The given pairs that hold `code`, each with its other side, which ascend by value.
    fn pairs_with(&self, relation: RelId, code: Code, round: u32) -> Vec<(Code, Given)> {
        let mut pairs = Vec::new();
        for column in [0, 1] {
            let rows = self.lookup.given_rows(relation, column, code);
            pairs.extend(
                rows.into_iter()
                    .filter(|row| self.is_given(relation, *row, round))
                    .map(|row| (self.lookup.code(relation, row, 1 - column), (row, column == 1))),
            );
        }
        let primitive = self.model.program.relation(relation).columns[0].primitive;
        let compare = |a: Code, b: Code| self.model.dictionary.compare(primitive, a, b);
        pairs.sort_unstable_by(|(a, (_, turned)), (b, (_, other))| compare(*a, *b).then(turned.cmp(other)));
        pairs
    }

    fn is_given(&self, relation: RelId, row: u32, until: u32) -> bool {
        match self.model.origin(relation, row) {
            Origin::Implied { .. } | Origin::Repeated { .. } => false,
            Origin::Derived { round, .. } => round <= until,
            Origin::Record(_) | Origin::Given(_) => true,
        }
    }
}
