//! The law's negation: when it holds, and what leaves it open.

use program::checked::{Absent, AbsentForm, Atom, LawRole, RelId, Role, Term};

use crate::make;
use crate::piece::{At, Piece};
use crate::scope::Scope;
use crate::world::{Completeness, World, known_of};

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
        let settled = world.findings.get(relation).map_or(*relation, |finding| finding.settled);
        let lacks = at.lacks(settled, args.clone(), role);
        let (data, finding) = (Vec::new(), Vec::new());
        let mut absence = Absence { lacks, data, finding, no_data: Some(Vec::new()), no_finding: Some(Vec::new()) };
        if !is_decisive {
            let bases = world.bases(*relation);
            bases.iter().for_each(|base| absence.base(*base, absent, at, world, scope));
        }
        for (unknown, variant) in world.variants(*relation) {
            absence.derived(variant, &known_of(args, unknown), at);
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
    fn derived(&mut self, variant: RelId, args: &[Term], at: At) {
        let of_kind = |kind| args.iter().cloned().chain([make::number(kind)]).collect::<Vec<_>>();
        let sides = [(DATA, &mut self.data, &mut self.no_data), (FINDING, &mut self.finding, &mut self.no_finding)];
        for (kind, reasons, none) in sides {
            reasons.push(vec![at.holds(variant, of_kind(kind), LawRole::Open)]);
            none.iter_mut().for_each(|pieces| pieces.push(at.lacks(variant, of_kind(kind), LawRole::NotOpen)));
        }
    }

    /// Findings that nobody made, and expected tuples that are missing.
    fn leaves(&mut self, atom: &Atom, at: At, world: &World) {
        for (missing, kind) in world.leaves(atom, at) {
            let (reasons, none) = match kind {
                DATA => (&mut self.data, &mut self.no_data),
                _ => (&mut self.finding, &mut self.no_finding),
            };
            match missing {
                Some(missing) => {
                    let mut there = Piece { positive: true, ..missing.clone() };
                    there.literal.role = Role::Law(LawRole::NotOpen);
                    reasons.push(vec![missing]);
                    none.iter_mut().for_each(|pieces| pieces.push(there.clone()));
                }
                None => always(reasons, none, at),
            }
        }
    }
}

fn always(reasons: &mut Vec<Vec<Piece>>, none: &mut Option<Vec<Piece>>, at: At) {
    reasons.push(vec![at.open()]);
    *none = None;
}
