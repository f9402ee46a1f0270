//! What the relations of a stratum make of the tuples that a round gave.

use program::checked::{Law, Program, RelId};
use values::{Code, Value};

use super::equivalence::{Closing, classify};
use super::guard::Guard;
use super::implied::{Hidden, hidden, read_classes, reads};
use super::plans::Plans;
use super::subsumption::subsume;
use super::too_many_rows;
use crate::pipeline::Visible;
use crate::relation::Segment;
use crate::{Clause, Goals, Halt, Model, Relation};

/// The laws of one stratum; mostly none.
#[derive(Debug, Default)]
pub(super) struct Laws {
    /// Some relation keeps one tuple of a key.
    pub(super) choosing: bool,
    subsumed: Vec<RelId>,
    closing: Vec<Closing>,
    /// Relations whose tuples are implied, with those of their classes.
    classified: Vec<(RelId, RelId)>,
    /// Relations that repeat what is new in others, of this stratum or a later one, with those.
    repeating: Vec<(RelId, RelId)>,
    limits: Vec<(RelId, u64)>,
}

/// Adds the hidden relations of classes, and lets clauses read them.
pub(super) fn hide(model: &mut Model<'_>, subsumptions: &[Clause<'_>]) -> Hidden {
    let program = model.program;
    let clauses = model.clauses.iter().chain(subsumptions);
    let strata = clauses.map(|clause| model.stratum_of[clause.head_relation().0 as usize]).collect::<Vec<_>>();
    let bodies = model.goals.iter().chain(model.dominations.iter().map(|domination| &domination.goals));
    let bodies = strata.into_iter().zip(bodies).collect::<Vec<_>>();
    let hidden = hidden(program, &bodies, &model.stratum_of);
    let reading = (0..).zip(&bodies).filter(|(_, (_, goals))| reads(goals, &hidden)).map(|(number, _)| number);
    for number in reading.collect::<Vec<usize>>() {
        let mut goals = match number.checked_sub(model.clauses.len()) {
            None => {
                let clause = &model.clauses[number];
                Goals::of(clause, &program.rules[clause.rule], program, &mut model.dictionary)
            }
            Some(number) => crate::Domination::new(&subsumptions[number], program, &mut model.dictionary).goals,
        };
        read_classes(&mut goals, &hidden, program);
        model.fired.insert(number, goals);
    }
    for relation in hidden.keys() {
        let types = program.relation(*relation).columns.iter().map(|column| column.primitive).collect();
        model.relations.push(Relation::new(types, &Law::Set));
        model.stratum_of.push(model.stratum_of[relation.0 as usize]);
        model.given.push(Vec::new());
    }
    hidden
}

/// The relations that repeat what is new in another one, each with that.
pub(super) fn observers(program: &Program) -> Vec<(RelId, RelId)> {
    let observer = |id: RelId| match program.relation(id).law {
        Law::DeltaOf(watched) => Some((id, watched)),
        _ => None,
    };
    program.relation_ids().filter_map(observer).collect()
}

impl Laws {
    pub(super) fn of(model: &Model<'_>, number: usize, hidden: &Hidden, observers: &[(RelId, RelId)]) -> Laws {
        let stratum = &model.program.strata[number];
        let mut laws = Laws::default();
        let own = |(_, watched): &&(RelId, RelId)| model.stratum_of[watched.0 as usize] == number;
        laws.repeating.extend(observers.iter().filter(own));
        for id in stratum.relations.iter().copied() {
            let relation = model.program.relation(id);
            match (&relation.law, hidden.get(&id)) {
                (Law::Set | Law::DeltaOf(_), _) => {}
                (Law::Choice(_), _) => laws.choosing = true,
                (Law::Equivalence, Some(classes)) => laws.classified.push((id, *classes)),
                (Law::Equivalence, None) => laws.closing.push(Closing::new(id)),
                (Law::Subsumption, _) => laws.subsumed.push(id),
            }
            laws.limits.extend(relation.limit.map(|limit| (id, limit)));
        }
        laws
    }

    /// Whether something is left to do after the firings of a round.
    pub(super) fn come_last(&self) -> bool {
        !(self.subsumed.is_empty() && self.closing.is_empty() && self.repeating.is_empty())
    }

    /// After the firings of a round that saw what was `visible`.
    pub(super) fn end_round(
        &mut self,
        model: &mut Model<'_>,
        plans: &mut Plans,
        round: u32,
        visible: &[Visible],
        clauses: &[usize],
        guard: &mut Guard<'_>,
    ) -> Result<(), Halt> {
        guard.turn(None, &mut model.profile);
        for relation in &self.subsumed {
            let first = visible[relation.0 as usize].all;
            if model.relation(*relation).len() > first {
                subsume(model, plans, *relation, first, visible)?;
            }
        }
        for closing in &mut self.closing {
            let end = closing.close(model, round, guard)?;
            guard.fired(model, clauses, end)?;
        }
        for (relation, watched) in self.repeating.iter().copied() {
            guard.added(repeat(model, relation, watched, visible[watched.0 as usize].all, round)?);
        }
        guard.fired(model, clauses, None)
    }

    /// Whether a relation holds as many facts as its stratum goes on for.
    pub(super) fn is_enough(&self, model: &mut Model<'_>) -> bool {
        let full = |(relation, limit): &&(RelId, u64)| model.relation(*relation).facts() >= *limit;
        let full = self.limits.iter().filter(full).map(|(relation, _)| *relation).collect::<Vec<_>>();
        let enough = !full.is_empty();
        model.cut.extend(full);
        enough
    }

    /// After the last round.
    pub(super) fn finish(self, model: &mut Model<'_>) {
        for (relation, classes) in self.classified {
            classify(model, relation, classes);
        }
        for relation in self.subsumed {
            model.relations[relation.0 as usize].forget_indexes();
        }
    }
}

/// Repeats the rows from `first` on that hold, behind the number of rounds before this one. How many these are.
fn repeat(model: &mut Model<'_>, relation: RelId, watched: RelId, first: u32, round: u32) -> Result<u64, Halt> {
    let number = model.dictionary.encode(&Value::Unsigned(u64::from(round - 1)));
    let from = model.relation(watched);
    let rows = (first..from.len()).filter(|row| from.holds(*row)).collect::<Vec<_>>();
    let mut tuple: Vec<Code> = vec![number; from.rows().columns.len() + 1];
    model.relations[relation.0 as usize].ensure_membership();
    let start = model.relation(relation).len();
    for row in rows {
        tuple[1..].iter_mut().zip(model.relation(watched).rows().row(row)).for_each(|(to, code)| *to = code);
        if model.relations[relation.0 as usize].insert(&tuple).is_none() {
            return Err(too_many_rows(model, relation).into());
        }
    }
    let relation = &mut model.relations[relation.0 as usize];
    relation.end_segment(start, round, Segment::DELTA);
    Ok(u64::from(relation.len() - start))
}
