//! The law's negation: when it holds, and what leaves it open.

use program::checked::{Absent, AbsentForm, Atom, LawRole, RelId, Term};

use crate::make;
use crate::piece::{At, Piece};
use crate::scope::Scope;
use crate::world::{Completeness, World};

/// Kind of openness: a finding is missing, or data.
pub(crate) const FINDING: i64 = 1;
/// Data is missing.
pub(crate) const DATA: i64 = 2;

/// `not p(..)`: fails where p holds a tuple that fits, otherwise it is open for the reasons given here, otherwise it holds.
#[derive(Debug)]
pub(crate) struct Absence {
    /// `!p(..)`
    pub(crate) lacks: Piece,
    /// What leaves it open for lack of data: each reason, as what holds then.
    pub(crate) data: Vec<Vec<Piece>>,
    /// What leaves it open for lack of a finding.
    pub(crate) finding: Vec<Vec<Piece>>,
    /// What holds where no data is missing; `None` where that is never so.
    pub(crate) no_data: Option<Vec<Piece>>,
    /// What holds where no finding is missing.
    pub(crate) no_finding: Option<Vec<Piece>>,
}

impl Absence {
    pub(crate) fn of(absent: &Absent, at: At, world: &World, scope: &mut Scope) -> Absence {
        let Atom { relation, args, .. } = &absent.atom;
        let is_decisive = world.decisive.contains(relation);
        let role = match absent.form {
            _ if is_decisive => LawRole::Precedence,
            AbsentForm::Not => LawRole::Absence,
            AbsentForm::Unless => LawRole::Exception,
            AbsentForm::Proviso => LawRole::Proviso,
        };
        let lacks = at.lacks(*relation, args.clone(), role);
        let (data, finding) = (Vec::new(), Vec::new());
        let mut absence = Absence { lacks, data, finding, no_data: Some(Vec::new()), no_finding: Some(Vec::new()) };
        if !is_decisive {
            let bases = world.bases(*relation);
            bases.iter().for_each(|base| absence.base(*base, absent, at, world, scope));
        }
        for (unknown, variant) in world.variants(*relation) {
            absence.derived(variant, known_args(args, unknown), at);
        }
        absence.leaves(&absent.atom, at, world);
        absence
    }

    /// What holds where the absence is not open; `None` where it always is.
    pub(crate) fn not_open(self) -> Option<Vec<Piece>> {
        let mut pieces = self.no_data?;
        pieces.extend(self.no_finding?);
        Some(pieces)
    }

    /// A relation with records below.
    fn base(&mut self, base: RelId, absent: &Absent, at: At, world: &World, scope: &mut Scope) {
        let declared = match world.completeness(base) {
            Completeness::Everywhere => return,
            Completeness::Declared(coverage) => coverage.pieces(absent, at, scope),
            Completeness::Nowhere => None,
        };
        match declared {
            Some((covered, reasons)) => {
                self.no_data.iter_mut().for_each(|pieces| pieces.extend_from_slice(&covered));
                self.data.extend(reasons);
            }
            None => always(&mut self.data, &mut self.no_data, at),
        }
    }

    /// Tuples that are open.
    fn derived(&mut self, variant: RelId, args: Vec<Term>, at: At) {
        let of_kind = |kind| args.iter().cloned().chain([make::number(kind)]).collect::<Vec<_>>();
        self.data.push(vec![at.holds(variant, of_kind(DATA), LawRole::Open)]);
        self.finding.push(vec![at.holds(variant, of_kind(FINDING), LawRole::Open)]);
        let none = |kind| at.lacks(variant, of_kind(kind), LawRole::NotOpen);
        self.no_data.iter_mut().for_each(|pieces| pieces.push(none(DATA)));
        self.no_finding.iter_mut().for_each(|pieces| pieces.push(none(FINDING)));
    }

    /// Findings that nobody made, and expected tuples that are missing.
    fn leaves(&mut self, atom: &Atom, at: At, world: &World) {
        if let Some(finding) = world.findings.get(&atom.relation) {
            let mut args = atom.args[..finding.keys].to_vec();
            if args.iter().any(make::has_wildcard) {
                always(&mut self.finding, &mut self.no_finding, at);
            } else {
                args.resize(atom.args.len(), Term::Wildcard);
                self.finding.push(vec![at.lacks(finding.settled, args.clone(), LawRole::Open)]);
                let settled = at.holds(finding.settled, args, LawRole::NotOpen);
                self.no_finding.iter_mut().for_each(|pieces| pieces.push(settled.clone()));
            }
        }
        if let Some((args, is_given)) = world.expected(atom) {
            if is_given {
                self.data.push(vec![at.lacks(atom.relation, args.clone(), LawRole::Open)]);
                let there = at.holds(atom.relation, args, LawRole::NotOpen);
                self.no_data.iter_mut().for_each(|pieces| pieces.push(there.clone()));
            } else {
                always(&mut self.data, &mut self.no_data, at);
            }
        }
    }
}

fn always(reasons: &mut Vec<Vec<Piece>>, none: &mut Option<Vec<Piece>>, at: At) {
    reasons.push(vec![at.open()]);
    *none = None;
}

/// The arguments without those of unknown columns.
pub(crate) fn known_args(args: &[Term], unknown: &[usize]) -> Vec<Term> {
    args.iter().enumerate().filter(|(index, _)| !unknown.contains(index)).map(|(_, arg)| arg.clone()).collect()
}
