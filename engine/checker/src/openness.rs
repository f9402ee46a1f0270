//! Which relations may have open tuples, and on what it depends whether the absence of a tuple is known.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Absent, Body, Complete, LiteralKind, Program, RelId, Rule, Term};

use crate::rows::Kind;

/// What a program leaves open.
pub struct Openness {
    /// Relations that may have open tuples, as far as somebody asks for them.
    pub open: BTreeSet<RelId>,
    /// Relations whose open tuples somebody asks for. Those whose conclusions may conflict have open ones for themselves, too.
    pub asked: BTreeSet<RelId>,
    /// For each relation those that it rests on, itself included, that people fill with records.
    bases: BTreeMap<RelId, BTreeSet<RelId>>,
}

/// How a literal looks at a relation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A tuple is there.
    Present,
    /// None is: closed world.
    Closed,
    /// None is: the law's negation.
    Known,
    /// A tuple is there, in the body of an aggregate.
    Folded,
}

impl Openness {
    /// That of `program`.
    pub fn of(program: &Program) -> Openness {
        let looks: Vec<Vec<(RelId, Look)>> = rules(program).map(looks).collect();
        let bases = bases(program, &looks);
        let mut openness = Openness { open: BTreeSet::new(), asked: BTreeSet::new(), bases };
        let given = program.relation_ids().filter(|id| !keys(program, *id).is_empty());
        openness.open.extend(given);
        let opens = |openness: &Openness, (relation, look): &(RelId, Look)| match look {
            Look::Present | Look::Folded => openness.open.contains(relation),
            Look::Known => openness.open.contains(relation) || !openness.is_complete(program, *relation),
            Look::Closed => false,
        };
        spread(program, |rule, heads| {
            let open = rule < program.rules.len() && looks[rule].iter().any(|look| opens(&openness, look));
            // Every head is entered, so nothing may end this early.
            let before = openness.open.len();
            openness.open.extend(heads.iter().filter(|_| open).copied());
            openness.open.len() > before
        });
        let asked = asked(program, &looks);
        openness.open.retain(|relation| asked.contains(relation) || is_disputed(program, *relation));
        openness.asked = asked;
        openness
    }

    /// The relations that decide whether `relation` is complete.
    pub fn bases(&self, relation: RelId) -> impl Iterator<Item = RelId> + use<'_> {
        self.bases.get(&relation).into_iter().flatten().copied()
    }

    /// True where it is complete everywhere.
    fn is_complete(&self, program: &Program, relation: RelId) -> bool {
        let everywhere = |base| matches!(program.relation(base).openness.complete, Some(Complete::Everywhere { .. }));
        self.bases(relation).all(everywhere)
    }
}

fn is_disputed(program: &Program, relation: RelId) -> bool {
    program.relation(relation).conflict.is_some()
}

/// The columns whose values should have a tuple, and what is missing if they have none.
pub fn keys(program: &Program, relation: RelId) -> Vec<(Vec<usize>, Kind)> {
    let openness = &program.relation(relation).openness;
    let finding = openness.finding.map(|keys| ((0..keys).collect(), 1));
    finding.into_iter().chain(openness.expected.clone().map(|keys| (keys, 2))).collect()
}

/// The rules, then the subsumptions.
fn rules(program: &Program) -> impl Iterator<Item = &Rule> {
    program.rules.iter().chain(&program.subsumptions)
}

/// Calls `visit` with each rule and its heads until it says of none that it changed something.
fn spread(program: &Program, mut visit: impl FnMut(usize, &[RelId]) -> bool) {
    let heads = |rule: &Rule| rule.heads.iter().map(|head| head.relation).collect::<Vec<_>>();
    let rules: Vec<(usize, Vec<RelId>)> = rules(program).map(heads).enumerate().collect();
    while rules.iter().fold(false, |grown, (rule, heads)| visit(*rule, heads) || grown) {}
}

/// Findings are complete in their own way: a key without one is open.
fn bases(program: &Program, looks: &[Vec<(RelId, Look)>]) -> BTreeMap<RelId, BTreeSet<RelId>> {
    let filled = program.inputs.iter().map(|input| input.relation);
    let filled = filled.filter(|relation| program.relation(*relation).openness.finding.is_none());
    let mut bases: BTreeMap<RelId, BTreeSet<RelId>> =
        filled.map(|relation| (relation, BTreeSet::from([relation]))).collect();
    spread(program, |rule, heads| {
        let below = looks[rule].iter().filter_map(|(relation, _)| bases.get(relation)).flatten().copied();
        let below: BTreeSet<RelId> = below.collect();
        heads.iter().fold(false, |grown, head| {
            let of = bases.entry(*head).or_default();
            let before = of.len();
            of.extend(&below);
            of.len() > before || grown
        })
    });
    bases
}

/// Relations whose open tuples somebody asks for: clues, what tests expect something of, what the law's negation and aggregates
/// read, and what these and conclusions that may conflict rest on.
fn asked(program: &Program, looks: &[Vec<(RelId, Look)>]) -> BTreeSet<RelId> {
    let clues = program.rules.iter().filter(|rule| rule.clue.is_some());
    let mut asked: BTreeSet<RelId> = clues.flat_map(|rule| rule.heads.iter().map(|head| head.relation)).collect();
    asked.extend(program.relation_ids().filter(|id| program.relation(*id).clue.is_some()));
    asked.extend(program.tests.iter().flat_map(|test| &test.expectations).map(|expectation| expectation.relation));
    let looked = looks.iter().flatten().filter(|(_, look)| matches!(look, Look::Known | Look::Folded));
    asked.extend(looked.map(|(relation, _)| *relation));
    spread(program, |rule, heads| {
        let of_rule = heads.iter().any(|head| asked.contains(head) || is_disputed(program, *head));
        let below = looks[rule].iter().filter(|(_, look)| of_rule && *look != Look::Closed);
        below.fold(false, |grown, (relation, _)| asked.insert(*relation) || grown)
    });
    asked
}

/// The relations that a rule reads, each with how it is read.
fn looks(rule: &Rule) -> Vec<(RelId, Look)> {
    let mut found = Vec::new();
    let terms = rule.heads.iter().flat_map(|head| &head.args);
    terms.for_each(|term| in_term(term, &mut found));
    in_body(&rule.body, true, false, &mut found);
    found
}

fn in_body(body: &Body, holds: bool, folded: bool, found: &mut Vec<(RelId, Look)>) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| in_body(part, holds, folded, found)),
        Body::Not(inner) => in_body(inner, !holds, folded, found),
        Body::Literal(literal) => {
            match &literal.kind {
                LiteralKind::Atom(atom) => {
                    let look = match (holds, folded) {
                        (true, false) => Look::Present,
                        (true, true) => Look::Folded,
                        (false, _) => Look::Closed,
                    };
                    found.push((atom.relation, look));
                }
                LiteralKind::Absent(Absent { atom, .. }) => found.push((atom.relation, Look::Known)),
                _ => {}
            }
            literal.kind.terms().into_iter().for_each(|term| in_term(term, found));
        }
    }
}

fn in_term(term: &Term, found: &mut Vec<(RelId, Look)>) {
    match term {
        Term::Aggregate(aggregate) => {
            aggregate.target.iter().for_each(|target| in_term(target, found));
            in_body(&aggregate.body, true, true, found);
        }
        _ => term.children().into_iter().for_each(|child| in_term(child, found)),
    }
}
