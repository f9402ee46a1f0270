//! Conclusions that conflict: which of them stands.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::RelId;

use super::Run;
use crate::halt::Origin;
use crate::interner::{Code, UNKNOWN};
use crate::outcomes::Refer;
use crate::precedence::{Standing, Verdict, standings, verdict};
use crate::query::Query;
use crate::rows::{Kind, Row};

/// A conclusion with what decides whether it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claim<const W: usize> {
    rule: usize,
    standing: Standing,
    /// Unknown columns only where the claim is open.
    tuple: Row<W>,
}

/// Claims with what is missing: nothing, or 1 and 2.
type Kinds<const W: usize> = BTreeMap<Claim<W>, BTreeSet<Kind>>;

/// What rules claim, and what nothing decides.
#[derive(Default)]
pub struct Claims<const W: usize> {
    claims: BTreeMap<RelId, Kinds<W>>,
    /// The columns of the conflict and the numbers of both rules.
    undecided: BTreeMap<RelId, BTreeSet<(Vec<Code>, usize, usize)>>,
}

impl<const W: usize> Run<'_, W> {
    /// Whether conclusions of this relation may conflict.
    pub(super) fn conflicts(&self, relation: RelId) -> bool {
        self.program.relation(relation).conflict.is_some()
    }

    /// Notes what a rule claims, or may claim; what it claims it does not only may claim.
    pub(super) fn claim(&mut self, query: &Query<'_>, row: &Row<W>, kind: Kind) {
        let Origin::Rule(rule) = query.origin else { return };
        let arity = self.program.relation(query.relation).columns.len();
        let mut tuple = *row;
        tuple[arity..].fill(0);
        for standing in self.standings(query, rule, &row[arity..]) {
            let claims = self.claims.claims.entry(query.relation).or_default();
            let kinds = claims.entry(Claim { rule, standing, tuple }).or_default();
            if kind == 0 || !kinds.contains(&0) {
                kinds.insert(kind);
            }
        }
    }

    /// All that it may have, where its day is not known.
    fn standings(&self, query: &Query<'_>, rule: usize, days: &[Code]) -> Vec<Standing> {
        let cited = self.program.rules[rule].cites.first();
        let own = query.days.iter().zip(days).filter(|((norm, _), _)| norm.as_ref() == cited).map(|(_, day)| *day);
        let own = own.collect::<Vec<_>>();
        let known = own.iter().filter(|day| **day != UNKNOWN).map(|day| self.machine.interner.value(*day));
        let known = known.collect::<Vec<_>>();
        standings(self.program, rule, (!own.is_empty()).then_some(&known[..]))
    }

    /// Concludes the claims that no other one beats, nor faces undecided. A claim that one of those that are open may beat is open.
    pub(super) fn decide(&mut self, relation: RelId) {
        let Some(agreeing) = self.program.relation(relation).conflict.clone() else { return };
        let columns = self.program.relation(relation).columns.len();
        let claims = self.claims.claims.remove(&relation).unwrap_or_default();
        let mut by_key: BTreeMap<Vec<Code>, Vec<&Claim<W>>> = BTreeMap::new();
        let key = |claim: &Claim<W>| agreeing.iter().map(|column| claim.tuple[*column]).collect::<Vec<Code>>();
        claims.keys().for_each(|claim| by_key.entry(key(claim)).or_default().push(claim));
        let vague = |key: &[Code]| key.contains(&UNKNOWN);
        let (mut standing, mut open) = (BTreeSet::new(), BTreeMap::<Row<W>, BTreeSet<Kind>>::new());
        for (claim, kinds) in &claims {
            let others: Vec<&Claim<W>> = match vague(&key(claim)) {
                true => claims.keys().collect(),
                false => {
                    let others = by_key.iter().filter(|(other, _)| vague(other)).flat_map(|(_, claims)| claims);
                    by_key.get(&key(claim)).into_iter().flatten().chain(others).copied().collect()
                }
            };
            let (mut lost, mut worst) = (false, 0);
            for other in others {
                let verdict = verdict(self.program, (claim.rule, &claim.standing), (other.rule, &other.standing));
                if verdict == Verdict::First || !differ(claim, other, &agreeing, columns) {
                    continue;
                }
                let sure = kinds.contains(&0) && claims[other].contains(&0);
                lost |= sure;
                worst = worst.max(claims[other].iter().chain(kinds).copied().max().unwrap_or(0));
                if sure && verdict == Verdict::Refer {
                    let pair = (key(claim), claim.rule.min(other.rule), claim.rule.max(other.rule));
                    self.claims.undecided.entry(relation).or_default().insert(pair);
                }
            }
            let vague = claim.tuple[..columns].contains(&UNKNOWN);
            match kinds.contains(&0) {
                true if lost => {}
                true if worst == 0 => _ = standing.insert((claim.rule, claim.tuple)),
                _ if vague => open.entry(claim.tuple).or_default().extend(kinds),
                _ => open.entry(claim.tuple).or_default().extend(kinds.iter().map(|kind| worst.max(*kind))),
            }
        }
        standing.iter().for_each(|(rule, tuple)| self.grade(relation, *rule, [*tuple].into_iter()));
        self.tables.add([(relation, standing.into_iter().map(|(_, tuple)| tuple).collect())].into());
        let is_asked = self.openness.asked.contains(&relation);
        for (tuple, kinds) in open.into_iter().filter(|_| is_asked) {
            kinds.into_iter().for_each(|kind| _ = self.add_open(relation, &tuple, kind));
        }
    }

    /// The conflicts of a relation that nothing decides.
    pub(super) fn refer(&self, relation: RelId) -> BTreeSet<Refer> {
        let label = |rule: usize| self.program.rules[rule].label.clone();
        let refer = |(key, one, other): &(Vec<Code>, usize, usize)| Refer {
            key: self.tuple(key),
            rules: [label(*one), label(*other)],
        };
        self.claims.undecided.get(&relation).into_iter().flatten().map(refer).collect()
    }
}

/// Whether two claims agree in the columns of the conflict and differ in another one, as far as that is known.
fn differ<const W: usize>(one: &Claim<W>, other: &Claim<W>, agreeing: &[usize], columns: usize) -> bool {
    let unknown = |column: usize| one.tuple[column] == UNKNOWN || other.tuple[column] == UNKNOWN;
    let same = |column: usize| one.tuple[column] == other.tuple[column];
    agreeing.iter().all(|column| same(*column) || unknown(*column))
        && (0..columns).any(|column| !agreeing.contains(&column) && (unknown(column) || !same(column)))
}
