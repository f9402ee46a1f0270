//! The ways to one conclusion.

use std::collections::BTreeSet;

use eval::{Origin, Purpose, Search, Slot};
use program::checked::{Law, RelId};
use values::Code;

use super::{Bounds, Builder, Key, View};
use crate::explain::{Explainer, FactId, Ground, Match, unify};

/// A way whose premises have no numbers yet.
pub(super) type Found = (Vec<Key>, Ground);

impl Builder<'_, '_> {
    /// All ways to a conclusion, and whether that is all of them.
    pub(super) fn expand(&mut self, key: Key) -> (Vec<Found>, bool) {
        match key {
            Key::Fact(fact) => {
                let is_pair = self.explainer.model.program.relation(fact.0).law == Law::Equivalence;
                let (mut found, complete) = if is_pair { self.pair(fact) } else { self.by_rules(fact) };
                self.add_canonical(fact, &mut found);
                (found, complete)
            }
            Key::Given(relation, a, b) => match self.explainer.row_of_pair(relation, [a, b]) {
                Some(row) => {
                    let (mut found, complete) = self.by_rules((relation, row));
                    if !matches!(self.explainer.origin((relation, row)), Origin::Implied { .. }) {
                        self.add_canonical((relation, row), &mut found);
                    }
                    (found, complete)
                }
                None => (Vec::new(), true),
            },
            Key::Chain(relation, a, b) => self.chains(relation, a, b),
        }
    }

    /// Puts the canonical way first; one that rests on facts that were erased later is not found among those that hold.
    fn add_canonical(&self, fact: FactId, found: &mut Vec<Found>) {
        if !self.seeds.contains(&fact) {
            return;
        }
        let canonical = match self.explainer.canonical_ground(fact, self.view) {
            Ground::Match(canonical) => {
                let is_it = |(_, ground): &Found| matches!(ground, Ground::Match(other) if *other == canonical);
                match found.iter().position(is_it) {
                    Some(at) => found.remove(at),
                    None => (self.facts(&canonical), Ground::Match(canonical)),
                }
            }
            Ground::Chain(links) => {
                let given = |(row, _): &(u32, bool)| {
                    let tuple = self.explainer.lookup.tuple(fact.0, *row);
                    Key::Given(fact.0, tuple[0], tuple[1])
                };
                (links.iter().map(given).collect(), Ground::Chain(links))
            }
            Ground::None | Ground::Repeats(_) | Ground::Rows(_) => return,
        };
        found.insert(0, canonical);
    }

    fn facts(&self, found: &Match) -> Vec<Key> {
        self.explainer.premises(found, self.view).into_iter().map(Key::Fact).collect()
    }

    /// By a record, by the text, by each match of each rule.
    fn by_rules(&mut self, fact: FactId) -> (Vec<Found>, bool) {
        let explainer = self.explainer;
        let mut found = match explainer.origin(fact) {
            Origin::Record(_) | Origin::Given(_) => vec![(Vec::new(), Ground::None)],
            Origin::Repeated { .. } => {
                let of = explainer.repeated(fact);
                of.map(|of| (vec![Key::Fact(of)], Ground::Repeats(of))).into_iter().collect()
            }
            Origin::Derived { .. } | Origin::Implied { .. } => Vec::new(),
        };
        let (matches, complete) = match self.view {
            View::Compiled => explainer.all_matches(fact, &mut self.bounds),
            View::Told => explainer.told_matches(fact, &mut self.bounds),
        };
        found.extend(matches.into_iter().map(|one| (self.facts(&one), Ground::Match(one))));
        (found, complete)
    }

    /// A pair of an equivalence: by the ways over given pairs; of a value with itself by any pair that holds it.
    fn pair(&mut self, fact: FactId) -> (Vec<Found>, bool) {
        let (relation, row) = fact;
        let tuple = self.explainer.lookup.tuple(relation, row);
        if tuple[0] != tuple[1] {
            return (vec![(vec![Key::Chain(relation, tuple[0], tuple[1])], Ground::None)], true);
        }
        let (pairs, complete) = self.explainer.given_pairs(relation, tuple[0], &mut self.bounds);
        let way = |pair: [Code; 2]| {
            let row = self.explainer.row_of_pair(relation, pair)?;
            Some((vec![Key::Given(relation, pair[0], pair[1])], Ground::Chain(vec![(row, false)])))
        };
        (pairs.into_iter().filter_map(way).collect(), complete)
    }

    /// Of each given pair that ends at `to`: the way up to its other side, unless that is where the chain begins.
    fn chains(&mut self, relation: RelId, from: Code, to: Code) -> (Vec<Found>, bool) {
        let (pairs, complete) = self.explainer.given_pairs(relation, to, &mut self.bounds);
        let way = |pair: [Code; 2]| {
            let other = if pair[0] == to { pair[1] } else { pair[0] };
            let given = Key::Given(relation, pair[0], pair[1]);
            if other == to {
                return None;
            }
            let before = (other != from).then_some(Key::Chain(relation, from, other));
            Some((before.into_iter().chain([given]).collect(), Ground::None))
        };
        (pairs.into_iter().filter_map(way).collect(), complete)
    }
}

impl Explainer<'_> {
    /// [`all_matches`](Self::all_matches); of a conclusion that prevails over others, those of the rules that claim it.
    pub(in crate::explain) fn told_matches(&self, fact: FactId, bounds: &mut Bounds) -> (Vec<Match>, bool) {
        let (matches, mut complete) = self.all_matches(fact, bounds);
        let mut told = Vec::new();
        for found in matches {
            let claim = self.about(found.clause).claims;
            let claim = claim.and_then(|(goal, relation)| Some((relation, found.solution.rows[goal]?)));
            match claim {
                None => told.push(found),
                Some(claim) => {
                    let (claims, all) = self.all_matches(claim, bounds);
                    complete &= all;
                    told.extend(claims.into_iter().map(|found| Match { claim: Some(claim), ..found }));
                }
            }
        }
        (told, complete)
    }

    /// Every match of every rule that gives the fact over all rows that hold, rules in source order, least first. False where the bounds left some out.
    pub(in crate::explain) fn all_matches(&self, fact: FactId, bounds: &mut Bounds) -> (Vec<Match>, bool) {
        let (mut found, mut complete) = (Vec::new(), true);
        let (relation, row) = fact;
        let round = if let Origin::Derived { round, .. } = self.origin(fact) { round } else { 1 };
        for clause in self.clauses_of(relation) {
            let head = self.lookup.tuple(relation, row).into_iter().map(|code| Some(Slot::Code(code)));
            complete &= self.matches_of(clause, head.collect(), round, bounds, &mut found);
        }
        (found, complete)
    }

    fn clauses_of(&self, relation: RelId) -> impl Iterator<Item = usize> + use<> {
        let clauses = self.model.clauses.iter().enumerate();
        let of = clauses.filter(|(_, clause)| clause.head_relation() == relation).map(|(number, _)| number);
        of.collect::<Vec<_>>().into_iter()
    }

    /// Adds the matches of a clause whose head has these values. False where the bounds left some out.
    fn matches_of(
        &self,
        clause: usize,
        head: Vec<Option<Slot>>,
        round: u32,
        bounds: &mut Bounds,
        found: &mut Vec<Match>,
    ) -> bool {
        let goals = &self.model.goals[clause];
        let Some(slots) = unify(goals, head.into_iter(), goals.unbound(round, &self.model.dictionary)) else {
            return true;
        };
        let ends = |relation: RelId| self.model.relation(relation).len();
        let mut search =
            Search::new(goals, Purpose::Proof, &self.lookup, &ends, slots).with_limit(bounds.choices.max(1));
        while bounds.ways > 0 && search.advance() {
            bounds.ways -= 1;
            found.push(Match { clause, solution: search.solution(), claim: None });
        }
        bounds.choices = search.choices_left();
        bounds.ways > 0 && !search.gave_up()
    }

    /// The pairs of an equivalence that a rule, a record or the text gives and that hold `code`, in output order.
    pub(in crate::explain) fn given_pairs(
        &self,
        relation: RelId,
        code: Code,
        bounds: &mut Bounds,
    ) -> (Vec<[Code; 2]>, bool) {
        let (mut pairs, mut complete) = (BTreeSet::new(), true);
        for column in [0, 1] {
            let rows = self.lookup.given_rows(relation, column, code).into_iter();
            let stated =
                rows.filter(|row| matches!(self.model.origin(relation, *row), Origin::Record(_) | Origin::Given(_)));
            pairs.extend(stated.map(|row| [0, 1].map(|column| self.lookup.code(relation, row, column))));
            for clause in self.clauses_of(relation) {
                let mut head = vec![None, None];
                head[column] = Some(Slot::Code(code));
                let mut found = Vec::new();
                complete &= self.matches_of(clause, head, 1, bounds, &mut found);
                pairs.extend(found.iter().filter_map(|one| self.head_pair(one)));
            }
        }
        let primitive = self.model.program.relation(relation).columns[0].primitive;
        let compare = |a: Code, b: Code| self.model.dictionary.compare(primitive, a, b);
        let mut pairs = pairs.into_iter().collect::<Vec<_>>();
        pairs.sort_unstable_by(|a, b| compare(a[0], b[0]).then(compare(a[1], b[1])));
        (pairs, complete)
    }

    /// The pair that a match gives.
    fn head_pair(&self, found: &Match) -> Option<[Code; 2]> {
        let head = &self.model.goals[found.clause].head;
        let code = |column: usize| match head.get(column)? {
            eval::Arg::Constant(_, code) => Some(*code),
            eval::Arg::Variable(variable) => match &found.solution.slots[*variable as usize] {
                Slot::Code(code) => Some(*code),
                _ => None,
            },
            eval::Arg::Any => None,
        };
        Some([code(0)?, code(1)?])
    }

    /// The row of a pair that holds, its own or one that stands for it.
    pub(crate) fn row_of_pair(&self, relation: RelId, pair: [Code; 2]) -> Option<u32> {
        self.lookup.facts(relation, &[0, 1], &pair, 1).first().copied()
    }
}
