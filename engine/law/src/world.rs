//! What the law's negation has to know of relations.

use std::collections::{BTreeMap, BTreeSet};

use program::checked::{Atom, Beneath, Complete, LawRole, LiteralKind, Program, Purpose, RelId, Relation, Rule, Term};
use values::Primitive;

use crate::absence::{DATA, FINDING};
use crate::coverage::Coverage;
use crate::findings::Finding;
use crate::make;
use crate::piece::{At, Piece};
use crate::reads::{Reads, reads};

/// The relations of a program, and what stands behind them.
#[derive(Debug)]
pub(crate) struct World {
    /// Its rules are those before the law's negation is compiled; relations are added to it.
    pub(crate) program: Program,
    /// Rules of relations that nobody declared.
    pub(crate) rules: Vec<Rule>,
    pub(crate) findings: BTreeMap<RelId, Finding>,
    coverage: BTreeMap<RelId, Coverage>,
    /// By relation, its `p?`.
    variants: BTreeMap<RelId, BTreeMap<Vec<usize>, RelId>>,
    /// Relations that tell which conclusions prevail: no record can be missing there.
    pub(crate) decisive: BTreeSet<RelId>,
    /// By relation that some absence asks for, those with records that it rests on.
    bases: BTreeMap<RelId, Vec<RelId>>,
}

/// Whether a relation with records is complete.
pub(crate) enum Completeness<'w> {
    Everywhere,
    Declared(&'w Coverage),
    Nowhere,
}

impl World {
    pub(crate) fn new(program: Program, decisive: BTreeSet<RelId>) -> World {
        let (findings, coverage, variants) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let bases = bases(&program);
        let mut world = World { program, rules: Vec::new(), findings, coverage, variants, decisive, bases };
        let needed = world.bases.values().flatten().copied().collect::<BTreeSet<_>>();
        for relation in world.program.relation_ids() {
            let finding = Finding::add(relation, &mut world.program, &mut world.rules);
            world.findings.extend(finding.map(|finding| (relation, finding)));
            if needed.contains(&relation) {
                let coverage = Coverage::add(relation, &mut world.program, &mut world.rules);
                world.coverage.extend(coverage.map(|coverage| (relation, coverage)));
            }
        }
        world
    }

    /// The relations with records that an absence from `relation` rests on, ascending.
    pub(crate) fn bases(&self, relation: RelId) -> &[RelId] {
        self.bases.get(&relation).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn completeness(&self, base: RelId) -> Completeness<'_> {
        match (&self.program.relation(base).openness.complete, self.coverage.get(&base)) {
            (Some(Complete::Everywhere { .. }), _) => Completeness::Everywhere,
            (Some(Complete::Declared { .. }), Some(coverage)) => Completeness::Declared(coverage),
            _ => Completeness::Nowhere,
        }
    }

    /// The relations of open tuples of `relation`, each behind the columns that are unknown there.
    pub(crate) fn variants(&self, relation: RelId) -> impl Iterator<Item = (&[usize], RelId)> {
        self.variants.get(&relation).into_iter().flatten().map(|(unknown, variant)| (unknown.as_slice(), *variant))
    }

    /// The relation of the open tuples of `of` with these columns unknown, and whether it is new.
    pub(crate) fn variant(&mut self, of: RelId, unknown: Vec<usize>) -> (RelId, bool) {
        if let Some(known) = self.variants.get(&of).and_then(|variants| variants.get(&unknown)) {
            return (*known, false);
        }
        let Relation { name, columns, span, doc, .. } = self.program.relation(of).clone();
        let names = unknown.iter().map(|index| columns[*index].name.as_str()).collect::<Vec<_>>().join(", ");
        let name = if unknown.is_empty() { format!("{name}?") } else { format!("{name}?[{names}]") };
        let mut kept = known_of(&columns, &unknown);
        kept.push(make::column("kind", Primitive::Number));
        let purpose = Purpose::Open { of, unknown: unknown.clone() };
        let variant = make::add(&mut self.program, Relation { purpose, doc, ..Relation::new(name, kept, span) });
        self.variants.entry(of).or_default().insert(unknown, variant);
        (variant, true)
    }

    /// What stands for an atom over findings, negated or not: only those count that nobody contradicts. `None` for other literals.
    pub(crate) fn settled(&self, piece: &Piece) -> Option<Vec<Piece>> {
        let atom = make::atom_of(piece)?;
        let finding = self.findings.get(&atom.relation)?;
        let key = &atom.args[..finding.keys];
        if piece.positive && !key.iter().any(make::has_wildcard) {
            let agreed = piece.at().lacks(finding.contradictory, key.to_vec(), LawRole::NotOpen);
            return Some(vec![piece.clone(), agreed]);
        }
        let mut settled = piece.clone();
        settled.literal.kind = LiteralKind::Atom(Atom { relation: finding.settled, ..atom.clone() });
        Some(vec![settled])
    }

    /// Whether each key should have a tuple.
    pub(crate) fn is_expected(&self, relation: RelId) -> bool {
        self.program.relation(relation).openness.expected.is_some()
    }

    /// The name of a relation as somebody wrote it: of settled findings that of the finding.
    pub(crate) fn written_name(&self, relation: RelId) -> &str {
        let relation = self.program.relation(relation);
        let Purpose::Settled(finding) = relation.purpose else { return &relation.name };
        &self.program.relation(finding).name
    }

    /// No tuple has this key: no finding that nobody contradicts, no expected tuple.
    fn missing(&self, relation: RelId, key: Vec<Term>, at: At) -> Piece {
        let (of, columns) = match self.findings.get(&relation) {
            Some(finding) => (finding.settled, (0..finding.keys).collect()),
            None => (relation, self.program.relation(relation).openness.expected.clone().unwrap_or_default()),
        };
        let mut args = vec![Term::Wildcard; self.program.relation(relation).columns.len()];
        columns.into_iter().zip(key).for_each(|(column, part)| args[column] = part);
        at.lacks(of, args, LawRole::Open)
    }

    /// What is missing, and of which kind, where an atom has no tuple that it should have; `None` of a key that may be anything.
    pub(crate) fn leaves(&self, atom: &Atom, at: At) -> Vec<(Option<Piece>, i64)> {
        let finding = self.findings.get(&atom.relation).map(|finding| ((0..finding.keys).collect(), FINDING));
        let expected = self.program.relation(atom.relation).openness.expected.clone().map(|key| (key, DATA));
        let leaf = |(columns, kind): (Vec<usize>, i64)| {
            let key = columns.into_iter().map(|column| atom.args[column].clone()).collect::<Vec<_>>();
            let is_given = !key.iter().any(make::has_wildcard);
            (is_given.then(|| self.missing(atom.relation, key, at)), kind)
        };
        finding.into_iter().chain(expected).map(leaf).collect()
    }
}

/// Without the parts of unknown columns.
pub(crate) fn known_of<T: Clone>(parts: &[T], unknown: &[usize]) -> Vec<T> {
    parts.iter().enumerate().filter(|(index, _)| !unknown.contains(index)).map(|(_, part)| part.clone()).collect()
}

/// By relation that some rule asks the absence from, the relations with records below it.
fn bases(program: &Program) -> BTreeMap<RelId, Vec<RelId>> {
    let mut asked = BTreeSet::new();
    for rule in program.rules.iter().chain(&program.subsumptions) {
        reads(rule, &mut |relation, how| {
            if how == Reads::Absent {
                asked.insert(relation);
            }
        });
    }
    let beneath = Beneath::of(program);
    asked.into_iter().map(|relation| (relation, beneath.bases(relation))).collect()
}
