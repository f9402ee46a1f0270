//! The ways in which a conjunction is open: each literal holds or is open, and at least one is open.

mod aggregates;
mod choices;

pub(crate) use aggregates::{plain, untouched};

use diagnostics::Span;
use program::checked::{Functor, LawRole, Role, Term, VarId};
use values::Primitive;

use self::choices::{Absences, Choice, Part, parts};
use crate::absence::{Absence, DATA, FINDING};
use crate::known::{Known, known, settle};
use crate::make;
use crate::piece::Piece;
use crate::scope::Scope;
use crate::world::World;

/// More ways than these are refused.
pub(crate) const ALTERNATIVES_MAX: usize = 256;

/// There are more than [`ALTERNATIVES_MAX`].
#[derive(Debug)]
pub(crate) struct TooMany;

/// One way in which a conjunction is open.
#[derive(Clone, Debug)]
pub(crate) struct Alternative {
    /// What holds then, in text order.
    pub(crate) pieces: Vec<Piece>,
    pub(crate) kind: Kind,
    /// The variables that have a value.
    pub(crate) known: Known,
    /// Findings and expected tuples that are missing for nobody in particular: a variable of their key has no value.
    pub(crate) of_nobody: Vec<Piece>,
}

/// Kind of an alternative: the greatest of those of its open literals.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kind {
    /// 0 where nothing is open.
    least: i64,
    /// Variables that stand for kinds.
    variables: Vec<VarId>,
}

impl Kind {
    pub(crate) fn of(kind: i64) -> Kind {
        Kind { least: kind, variables: Vec::new() }
    }

    pub(crate) fn variable(variable: VarId) -> Kind {
        Kind { least: FINDING, variables: vec![variable] }
    }

    fn is_open(&self) -> bool {
        self.least > 0
    }

    fn with(&self, other: &Kind) -> Kind {
        let least = self.least.max(other.least);
        let variables = self.variables.iter().chain(&other.variables).copied();
        Kind { least, variables: if least == DATA { Vec::new() } else { variables.collect() } }
    }

    /// Its value.
    pub(crate) fn term(&self, span: Span) -> Term {
        match self.variables.as_slice() {
            [] => make::number(self.least),
            [only] => Term::Variable(*only),
            more => {
                let args = more.iter().map(|variable| Term::Variable(*variable)).collect();
                Term::Call { functor: Functor::Max(Primitive::Number), args, span }
            }
        }
    }
}

/// The ways in which the conjunction is open. Variables of `outside` have a value anyway.
///
/// # Errors
/// [`TooMany`].
pub(crate) fn alternatives(
    conjunction: &[Piece],
    outside: &[VarId],
    world: &World,
    scope: &mut Scope,
) -> Result<Vec<Alternative>, TooMany> {
    let parts = parts(conjunction, world, scope)?;
    let counts = parts.iter().map(|part| part.choices().map_or(1, <[Choice]>::len)).collect::<Vec<_>>();
    let mut found = Vec::new();
    if counts
        .iter()
        .try_fold(1usize, |all, count| all.checked_mul(*count).filter(|all| *all <= ALTERNATIVES_MAX))
        .is_none()
    {
        return Err(TooMany);
    }
    let mut chosen = vec![0; counts.len()];
    loop {
        add(&parts, &chosen, outside, &mut found);
        if found.len() > ALTERNATIVES_MAX {
            return Err(TooMany);
        }
        // The last part moves fastest, so that what is open first comes last.
        let Some(place) = (0..chosen.len()).rev().find(|place| chosen[*place] + 1 < counts[*place]) else {
            return Ok(found);
        };
        chosen[place] += 1;
        chosen[place + 1..].fill(0);
    }
}

/// Adds the alternatives in which atoms and aggregates are as chosen.
fn add(parts: &[Part], chosen: &[usize], outside: &[VarId], found: &mut Vec<Alternative>) {
    let choice = |(part, number): (&'_ Part, &usize)| part.choices().map(|choices| choices[*number].clone());
    let choices = parts.iter().zip(chosen).map(choice).collect::<Vec<_>>();
    let unsettled = choices.iter().flatten().filter(|choice| !choice.is_settled);
    let known = known(unsettled.flat_map(|choice| &choice.pieces), outside);
    let (mut kind, mut fixed, mut of_nobody) = (Kind::default(), Vec::new(), Vec::new());
    for (part, choice) in parts.iter().zip(choices) {
        let Some(choice) = choice else {
            fixed.push(Vec::new());
            continue;
        };
        let pieces = match part {
            Part::Aggregate { group, at, .. } if !group.iter().all(|id| known.contains(id)) => {
                if choice.kind.is_open() {
                    // The aggregate is open because its group is unknown: said once, by the choice in which it holds.
                    return;
                }
                vec![at.open()]
            }
            _ if choice.is_settled => choice.pieces,
            _ => {
                let settled = |piece: Piece| {
                    let settled = settle(piece.clone(), &known);
                    if settled.is_none() && piece.is_missing_tuple() {
                        of_nobody.push(piece.clone());
                    }
                    // What does not hold anyway need not be asked of a value that is not known.
                    let is_asked = piece.literal.role != Role::Law(LawRole::NotHeld);
                    settled.or_else(|| is_asked.then(|| piece.at().open()))
                };
                choice.pieces.into_iter().filter_map(settled).collect()
            }
        };
        kind = kind.with(&choice.kind);
        fixed.push(pieces);
    }
    let absences = Absences::of(parts, &known);
    let mut push = |kind: Kind, pieces: &dyn Fn(usize, &Absence) -> Vec<Piece>| {
        let pieces = absences.between(&fixed, pieces);
        found.push(Alternative { pieces, kind, known: known.clone(), of_nobody: of_nobody.clone() });
    };
    with_absences(&absences, kind, &mut push);
}

type Push<'a> = dyn FnMut(Kind, &dyn Fn(usize, &Absence) -> Vec<Piece>) + 'a;

/// The alternatives by what the absences are. Where one of them lacks data, it does not matter whether the others hold or are open.
fn with_absences(absences: &Absences<'_>, kind: Kind, push: &mut Push<'_>) {
    let lacks = |absence: &Absence| vec![absence.lacks.clone()];
    let with = |absence: &Absence, pieces: &[Piece]| [std::slice::from_ref(&absence.lacks), pieces].concat();
    let no_data = |absence: &Absence| with(absence, absence.no_data.as_deref().unwrap_or_default());
    if kind.least == DATA {
        return push(kind, &|_, absence| lacks(absence));
    }
    let never_lack_data = absences.all().all(|(_, absence)| absence.no_data.is_some());
    if kind.is_open() && never_lack_data {
        push(kind.clone(), &|_, absence| no_data(absence));
    }
    for (place, open) in absences.all() {
        for reason in &open.data {
            let pieces =
                |at: usize, absence: &Absence| if at == place { with(absence, reason) } else { lacks(absence) };
            push(Kind::of(DATA), &pieces);
        }
        let reasons = open.finding.iter().filter(|_| !kind.is_open() && never_lack_data);
        for reason in reasons {
            let pieces = |at: usize, absence: &Absence| {
                let mut pieces = no_data(absence);
                pieces.extend(reason.iter().filter(|_| at == place).cloned());
                pieces
            };
            push(Kind::of(FINDING), &pieces);
        }
    }
}
