//! Conclusions that conflict: which of them stands.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{NormVersion, PrecedenceForm, Rank, RelId};
use values::{Date, Value};

use super::{Concluded, Run};
use crate::halt::Origin;
use crate::interner::Code;
use crate::outcomes::Refer;
use crate::query::Query;
use crate::rows::Row;

/// A conclusion with what decides whether it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claim<const W: usize> {
    rule: usize,
    /// Rank and first day of the norm that it rests on.
    rests_on: Option<(Option<Rank>, Date)>,
    tuple: Row<W>,
}

/// What rules claim, and what nothing decides.
#[derive(Default)]
pub struct Claims<const W: usize> {
    claims: BTreeMap<RelId, BTreeSet<Claim<W>>>,
    /// The columns of the conflict and the numbers of both rules.
    undecided: BTreeMap<RelId, BTreeSet<(Vec<Code>, usize, usize)>>,
}

/// Which of two claims prevails.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    First,
    Second,
    Refer,
}

impl<const W: usize> Run<'_, W> {
    /// Whether conclusions of this relation may conflict.
    pub(super) fn conflicts(&self, relation: RelId) -> bool {
        self.program.relation(relation).conflict.is_some()
    }

    /// Notes what a rule claims.
    pub(super) fn claim(&mut self, query: &Query<'_>, rows: Vec<Row<W>>) {
        let Origin::Rule(rule) = query.origin else { return };
        let arity = self.program.relation(query.relation).columns.len();
        for row in rows {
            let rests_on = self.rests_on(query, rule, &row[arity..]);
            let mut tuple = row;
            tuple[arity..].fill(0);
            self.claims.claims.entry(query.relation).or_default().insert(Claim { rule, rests_on, tuple });
        }
    }

    /// The highest rank among the versions of the norms that the rule cites, and the latest first day among those of that rank:
    /// the versions in force on the rule's days, or the only ones.
    fn rests_on(&self, query: &Query<'_>, rule: usize, days: &[Code]) -> Option<(Option<Rank>, Date)> {
        let on = |day: Code| if let Value::Date(day) = self.machine.interner.value(day) { Some(*day) } else { None };
        let version = |norm: &program::checked::NormId| -> Option<&NormVersion> {
            let versions = &self.program.norm(*norm).versions;
            match query.in_force.iter().position(|(of, _)| of == norm) {
                Some(place) => {
                    let day = on(days[place])?;
                    let holds = |version: &&NormVersion| {
                        version.in_force.from <= day && version.in_force.to.is_none_or(|to| day <= to)
                    };
                    versions.iter().find(holds)
                }
                None => versions.first().filter(|_| versions.len() == 1),
            }
        };
        let found: Vec<(Option<Rank>, Date)> = self.program.rules[rule]
            .cites
            .iter()
            .filter_map(version)
            .map(|version| (version.rank, version.in_force.from))
            .collect();
        let lower = |(rank, _): &(Option<Rank>, Date)| {
            found.iter().any(|(other, _)| matches!((other, rank), (Some(other), Some(rank)) if other.is_above(*rank)))
        };
        found.iter().filter(|one| !lower(one)).max_by_key(|(_, from)| *from).copied()
    }

    /// Concludes the claims that no other one beats, nor faces undecided.
    pub(super) fn decide(&mut self, relation: RelId, concluded: &mut Concluded<W>) {
        let Some(columns) = &self.program.relation(relation).conflict else { return };
        let claims = self.claims.claims.remove(&relation).unwrap_or_default();
        let mut by_key: BTreeMap<Vec<Code>, Vec<Claim<W>>> = BTreeMap::new();
        for claim in claims {
            by_key.entry(columns.iter().map(|column| claim.tuple[*column]).collect()).or_default().push(claim);
        }
        for (key, claims) in by_key {
            let mut standing: Vec<bool> = vec![true; claims.len()];
            for (first, one) in claims.iter().enumerate() {
                for (second, other) in claims.iter().enumerate().skip(first + 1).filter(|(_, c)| c.tuple != one.tuple) {
                    let verdict = self.verdict(one, other);
                    standing[first] &= verdict == Verdict::First;
                    standing[second] &= verdict == Verdict::Second;
                    if verdict == Verdict::Refer {
                        let undecided = self.claims.undecided.entry(relation).or_default();
                        undecided.insert((key.clone(), one.rule.min(other.rule), one.rule.max(other.rule)));
                    }
                }
            }
            let standing = claims.iter().zip(standing).filter(|(_, stands)| *stands).map(|(claim, _)| claim.tuple);
            concluded.entry(relation).or_default().extend(standing);
        }
    }

    /// Overriding, then the special rule unless the general one is newer, then rank, then the later day.
    fn verdict(&self, one: &Claim<W>, other: &Claim<W>) -> Verdict {
        let says = |from: &Claim<W>, of: &Claim<W>, form: PrecedenceForm| {
            let precedences = &self.program.rules[from.rule].precedences;
            precedences.iter().any(|precedence| precedence.over == of.rule && precedence.form == form)
        };
        if says(one, other, PrecedenceForm::Overrides) {
            return Verdict::First;
        }
        if says(other, one, PrecedenceForm::Overrides) {
            return Verdict::Second;
        }
        let newer = |a: &Claim<W>, b: &Claim<W>| match (a.rests_on, b.rests_on) {
            (Some((_, a)), Some((_, b))) => a > b,
            _ => false,
        };
        if says(one, other, PrecedenceForm::Special) {
            return if newer(other, one) { Verdict::Refer } else { Verdict::First };
        }
        if says(other, one, PrecedenceForm::Special) {
            return if newer(one, other) { Verdict::Refer } else { Verdict::Second };
        }
        let (Some((Some(a), _)), Some((Some(b), _))) = (one.rests_on, other.rests_on) else { return Verdict::Refer };
        match () {
            () if a.is_above(b) => Verdict::First,
            () if b.is_above(a) => Verdict::Second,
            () if a == b && newer(one, other) => Verdict::First,
            () if a == b && newer(other, one) => Verdict::Second,
            () => Verdict::Refer,
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
