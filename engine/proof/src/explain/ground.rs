//! How a fact was concluded: its clause's least match over what was known before its round.

use eval::{Arg, Atoms, Bindings, Ends, Found, Goals, Origin, Outcome, Purpose, Search, Slot, Solution};
use program::checked::{Law, RelId};

use super::chain::Given;
use super::{Explainer, FactId};

/// How a fact was concluded.
#[derive(Debug, Clone)]
pub(crate) enum Ground {
    /// It was not, or what it rests on is left out.
    None,
    /// By a clause of atoms alone.
    Rows(Taken),
    /// By its clause.
    Match(Match),
    /// By given pairs of its equivalence.
    Chain(Vec<Given>),
    /// By this row of the relation that is watched.
    Repeats(FactId),
}

/// The rows that a clause of atoms alone takes.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    /// The clause.
    pub clause: usize,
    /// By goal.
    pub rows: Box<[u32]>,
}

/// What a conclusion rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// The clause whose premises are told.
    pub clause: usize,
    /// How they are fulfilled.
    pub solution: Solution,
    /// Where rules of the relation may conflict: what its rule claims, which prevailed.
    pub claim: Option<FactId>,
}

impl Explainer<'_> {
    /// How a fact was concluded; by a clause of atoms alone, too, as a match.
    pub(crate) fn ground(&self, fact: FactId) -> Ground {
        self.in_full(fact, self.ground_fast(fact, &mut Found::default()))
    }

    /// A ground with all that a match says.
    pub(super) fn in_full(&self, fact: FactId, ground: Ground) -> Ground {
        match ground {
            Ground::Rows(taken) => Ground::Match(self.match_of(fact, &taken)),
            other => other,
        }
    }

    /// How a fact was concluded.
    pub(super) fn ground_fast(&self, fact: FactId, found: &mut Found) -> Ground {
        match self.origin(fact) {
            Origin::Record(_) | Origin::Given(_) => Ground::None,
            Origin::Derived { clause, round } => {
                let about = self.about(clause);
                if about.claims.is_none() && !about.declares && self.least(fact, clause, round, found).is_some() {
                    return Ground::Rows(Taken { clause, rows: found.rows().into() });
                }
                let found = self.canonical(fact, clause, round);
                found.map_or(Ground::None, |solution| Ground::Match(self.prevailing(clause, solution)))
            }
            Origin::Implied { round } => Ground::Chain(self.chain(fact, round)),
            Origin::Repeated { .. } => self.repeated(fact).map_or(Ground::None, Ground::Repeats),
        }
    }

    /// The fact of the watched relation that a tuple behind the number of a round repeats.
    pub(super) fn repeated(&self, (relation, row): FactId) -> Option<FactId> {
        let Law::DeltaOf(watched) = self.model.program.relation(relation).law else { return None };
        let tuple = self.lookup.tuple(relation, row);
        self.model.relation(watched).find(&tuple[1..]).map(|row| (watched, row))
    }

    /// The least match of the fact's clause over what was known before its round.
    pub(super) fn canonical(&self, fact: FactId, clause: usize, round: u32) -> Option<Solution> {
        let mut found = Found::default();
        if let Some(atoms) = self.least(fact, clause, round, &mut found) {
            return Some(atoms.solution(&found));
        }
        let (relation, row) = fact;
        let found = self.matches(clause, fact, &|other| self.known_before(relation, round, other), 1).pop();
        assert!(found.is_some(), "a fact without a derivation: relation {relation:?} row {row}");
        found
    }

    /// The same, where the clause is one of atoms alone; `None` where a search has to be made.
    pub(super) fn least(
        &self,
        (relation, row): FactId,
        clause: usize,
        round: u32,
        found: &mut Found,
    ) -> Option<&Atoms<'_>> {
        let atoms = self.about(clause).atoms.as_ref()?;
        let recent = self.recent(clause, relation, row);
        let range = |goal: usize, read: RelId| {
            let first = recent.filter(|(recent, _)| *recent == goal).map_or(0, |(_, first)| first);
            first..self.known_before(relation, round, read)
        };
        let tuple = self.model.relation(relation).rows().row(row);
        (atoms.least(tuple, &range, found) == Outcome::Found).then_some(atoms)
    }

    /// What a clause of atoms alone rests on, as a match.
    fn match_of(&self, (relation, row): FactId, taken: &Taken) -> Match {
        let Taken { clause, rows } = taken;
        let mut solution = Solution::default();
        if let Some(atoms) = &self.about(*clause).atoms {
            let tuple = self.model.relation(relation).rows().row(row);
            atoms.replay(tuple, rows, &mut Found::default(), &mut solution);
        }
        Match { clause: *clause, solution, claim: None }
    }

    /// How many rows of `other` a firing in this round of `relation`'s stratum could see.
    pub(super) fn known_before(&self, relation: RelId, round: u32, other: RelId) -> u32 {
        let stratum = |id: RelId| self.model.stratum_of[id.0 as usize];
        match stratum(other) == stratum(relation) {
            true if round < 2 => 0,
            true => self.model.relation(other).rows_before(round),
            false => self.model.relation(other).len(),
        }
    }

    /// Up to `limit` matches of a clause whose head is the fact, least first.
    pub(super) fn matches(
        &self,
        clause: usize,
        (relation, row): FactId,
        ends: Ends<'_>,
        limit: usize,
    ) -> Vec<Solution> {
        let goals = &self.model.goals[clause];
        let args = self.lookup.tuple(relation, row).into_iter().map(|code| Some(Slot::Code(code)));
        let round = if let Origin::Derived { round, .. } = self.origin((relation, row)) { round } else { 1 };
        let Some(slots) = unify(goals, args, goals.unbound(round, &self.model.dictionary)) else { return Vec::new() };
        let mut search = Search::new(goals, Purpose::Proof, &self.lookup, ends, slots);
        if let Some((goal, first)) = self.recent(clause, relation, row) {
            search = search.with_recent(goal, first);
        }
        let mut found = Vec::new();
        while found.len() < limit && search.advance() {
            found.push(search.solution());
        }
        found
    }

    /// A fact of a later round rests on one of the round before, or it would have been there earlier. Where a clause reads
    /// its own stratum once, that match is the one, and only the rows of that round need be tried. The second round has all
    /// before it for new.
    fn recent(&self, clause: usize, relation: RelId, row: u32) -> Option<(usize, u32)> {
        let Origin::Derived { clause: first, round: round @ 3.. } = self.origin((relation, row)) else {
            return None;
        };
        let (goal, read) = self.about(clause).recursion.filter(|_| clause == first)?;
        Some((goal, self.model.relation(read).rows_before(round - 1)))
    }
}

/// `slots` with the values that make the head equal the given arguments; `None` where it cannot be.
pub(crate) fn unify(goals: &Goals, args: impl Iterator<Item = Option<Slot>>, mut slots: Bindings) -> Option<Bindings> {
    for (arg, slot) in goals.head.iter().zip(args) {
        let Some(slot) = slot else { continue };
        match arg {
            Arg::Constant(_, code) if slot != Slot::Code(*code) => return None,
            Arg::Constant(..) | Arg::Any => {}
            Arg::Variable(variable) => match &slots[*variable as usize] {
                Slot::Free => slots[*variable as usize] = slot,
                bound if *bound == slot => {}
                _ => return None,
            },
        }
    }
    Some(slots)
}
