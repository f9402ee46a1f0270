//! The canonical proof by its definition: the first rule in the order of the text that gives the fact in its round, and
//! of that rule's matches over earlier rounds the least, compared premise by premise in the order of the text. Found here
//! by trying all tuples in output order, for clauses of plain positive atoms.

use std::collections::BTreeMap;

use eval::{Clause, Model, Origin};
use program::checked::{Atom, Law, LiteralKind, RelId, Term, VarId};
use values::Value;

type Bound = BTreeMap<VarId, Value>;

/// A relation's tuples in output order, each with its round (1 for records and facts of the text too: nobody in their stratum sees them in
/// the first round).
type Tuples = Vec<(Vec<Value>, u32)>;

/// All tuples of a model.
pub struct Rounds<'m> {
    model: &'m Model<'m>,
    tuples: Vec<Tuples>,
}

/// Relations with more tuples than this are not searched.
const TUPLES_MAX: usize = 60;

impl<'m> Rounds<'m> {
    /// Those of `model`.
    pub fn of(model: &'m Model<'m>) -> Self {
        let round = |relation, row| match model.origin(relation, row) {
            Origin::Derived { round, .. } | Origin::Implied { round } | Origin::Repeated { round } => round,
            Origin::Record(_) | Origin::Given(_) => 1,
        };
        let tuples = |relation| {
            let rows = model.sorted(relation).into_iter();
            rows.map(|row| (model.values(relation, row), round(relation, row))).collect()
        };
        Self { model, tuples: model.program.relation_ids().map(tuples).collect() }
    }

    /// Compares the rule and the premises that a derivation gives for a fact with the canonical ones.
    pub fn check(&self, relation: RelId, args: &[Value], clause: usize, premises: &[&[Value]]) -> Result<(), String> {
        if self.model.program.relations.iter().any(|relation| relation.law != Law::Set) {
            // What a round sees is then more than the rows that hold in the end, or less.
            return Ok(());
        }
        let known = self.tuples[relation.0 as usize].iter().find(|(tuple, _)| tuple == args);
        let Some((_, round)) = known else { return Err("the fact does not hold".to_string()) };
        let clauses = &self.model.clauses;
        for (number, earlier) in clauses.iter().enumerate().take(clause) {
            let atoms = plain(earlier).filter(|_| earlier.head_relation() == relation);
            if atoms.is_some_and(|atoms| self.least(earlier, &atoms, args, *round).is_some()) {
                return Err(format!("clause {number} gives it in the same round, before clause {clause}"));
            }
        }
        let Some(atoms) = plain(&clauses[clause]) else { return Ok(()) };
        if atoms.iter().any(|atom| self.tuples[atom.relation.0 as usize].len() > TUPLES_MAX) {
            return Ok(());
        }
        match self.least(&clauses[clause], &atoms, args, *round) {
            Some(least) if least == premises => Ok(()),
            least => Err(format!("the canonical premises are {least:?}, not {premises:?}")),
        }
    }

    /// The least match of a clause of plain atoms whose head is the fact, over what is known before `round`.
    fn least(&self, clause: &Clause<'_>, atoms: &[&Atom], args: &[Value], round: u32) -> Option<Vec<Vec<Value>>> {
        if atoms.iter().any(|atom| self.tuples[atom.relation.0 as usize].len() > TUPLES_MAX) {
            return None;
        }
        let bound = unify(clause.head, args, &Bound::new())?;
        let stratum = |relation: RelId| self.model.stratum_of[relation.0 as usize];
        let ends =
            |relation: RelId| if stratum(relation) == stratum(clause.head_relation()) { round } else { u32::MAX };
        self.search(atoms, &bound, &ends)
    }

    fn search(&self, atoms: &[&Atom], bound: &Bound, ends: &dyn Fn(RelId) -> u32) -> Option<Vec<Vec<Value>>> {
        let Some((atom, rest)) = atoms.split_first() else { return Some(Vec::new()) };
        let tuples = &self.tuples[atom.relation.0 as usize];
        let visible = tuples.iter().filter(|(_, round)| *round < ends(atom.relation));
        visible.into_iter().find_map(|(tuple, _)| {
            let below = self.search(rest, &unify(atom, tuple, bound)?, ends)?;
            Some([vec![tuple.clone()], below].concat())
        })
    }
}

/// The atoms of a clause that has nothing else in its body, and only variables, wildcards and constants in head and body.
fn plain<'p>(clause: &Clause<'p>) -> Option<Vec<&'p Atom>> {
    let simple = |atom: &&Atom| {
        atom.args.iter().all(|arg| matches!(arg, Term::Variable(_) | Term::Wildcard | Term::Constant(_)))
    };
    let atoms = clause.literals.iter().filter_map(|signed| match &signed.literal.kind {
        LiteralKind::Truth(truth) if *truth == signed.positive => None,
        LiteralKind::Atom(atom) if signed.positive => Some(Some(atom).filter(simple)),
        _ => Some(None),
    });
    Some(clause.head).filter(simple).and(atoms.collect())
}

/// The bindings under which the atom is the tuple.
fn unify(atom: &Atom, tuple: &[Value], bound: &Bound) -> Option<Bound> {
    let mut bound = bound.clone();
    for (arg, value) in atom.args.iter().zip(tuple) {
        match arg {
            Term::Constant(constant) if constant != value => return None,
            Term::Variable(id) if bound.insert(*id, value.clone()).is_some_and(|known| known != *value) => return None,
            _ => {}
        }
    }
    Some(bound)
}
