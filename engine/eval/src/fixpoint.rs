//! Strata, rounds, firings.

mod classes;
mod equivalence;
mod firing;
mod ground;
mod guard;
mod implied;
mod laws;
mod plans;
mod statistics;
mod subsumption;

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, catalogue};
use program::checked::{self, Program, RelId};
use values::Dictionary;

use self::firing::Round;
use self::guard::Guard;
use self::laws::Laws;
use self::plans::Plans;
use crate::clause::{clauses, dominations};
use crate::pipeline::Visible;
use crate::plan::Rows;
use crate::{ClauseProfile, Domination, Goals, Halt, Limits, Model, Profile, Records, Relation, Watch};

/// The least model of `program` over `records` (by relation; rows of a relation are distinct).
///
/// Work is shared among the threads of the current rayon pool; the result is the same with any number of them.
///
/// # Errors
/// The first failing rule in source order of the first failing round, with its least binding; row numbers that are
/// exhausted; a limit that was reached; or the end that `watch` asked for.
pub fn evaluate<'p>(
    program: &'p Program,
    mut dictionary: Dictionary,
    records: Vec<Records>,
    limits: &Limits,
    watch: &dyn Watch,
) -> Result<Model<'p>, Halt> {
    let clauses = clauses(program);
    let goals_of =
        |clause, dictionary: &mut Dictionary| Goals::of(clause, &program.rules[clause.rule], program, dictionary);
    let goals = clauses.iter().map(|clause| goals_of(clause, &mut dictionary)).collect::<Vec<_>>();
    let subsumptions = dominations(program);
    let domination = |clause| Domination::new(clause, program, &mut dictionary);
    let dominations = subsumptions.iter().map(domination).collect();
    let types = |relation: &checked::Relation| relation.columns.iter().map(|column| column.primitive).collect();
    let new = |relation: &checked::Relation| Relation::new(types(relation), &relation.law);
    let relations = program.relations.iter().map(new).collect();
    let mut stratum_of = vec![0; program.relations.len()];
    for (number, stratum) in program.strata.iter().enumerate() {
        stratum.relations.iter().for_each(|relation| stratum_of[relation.0 as usize] = number);
    }
    let given = vec![Vec::new(); program.relations.len()];
    let profile = Profile { clauses: vec![ClauseProfile::default(); clauses.len()], rounds: Vec::new() };
    let (cut, fired, next_number) = (Vec::new(), BTreeMap::new(), 0);
    let mut model = Model {
        program,
        dictionary,
        relations,
        clauses,
        goals,
        stratum_of,
        profile,
        dominations,
        cut,
        fired,
        given,
        next_number,
    };
    let (hidden, observers) = (laws::hide(&mut model, &subsumptions), laws::observers(program));
    ground::load(&mut model, records)?;
    let mut guard = Guard::new(&model, limits, watch);
    let mut by_stratum = vec![Vec::new(); program.strata.len()];
    for (number, clause) in model.clauses.iter().enumerate() {
        by_stratum[model.stratum_of[clause.head_relation().0 as usize]].push(number);
    }
    let mut plans = Plans::default();
    for (number, clauses) in by_stratum.into_iter().enumerate() {
        let laws = Laws::of(&model, number, &hidden, &observers);
        saturate(&mut model, &mut plans, number, &clauses, laws, &mut guard)?;
    }
    guard.turn(None, &mut model.profile);
    Ok(model)
}

/// Rounds of one stratum until nothing is new. Round 1 fires every clause, and nobody sees a row of the stratum itself yet: what
/// is given and what this round adds is new together. Each later one fires the clauses that read the stratum itself, once for
/// each of their atoms that had new rows in the round before.
fn saturate(
    model: &mut Model<'_>,
    plans: &mut Plans,
    number: usize,
    clauses: &[usize],
    mut laws: Laws,
    guard: &mut Guard<'_>,
) -> Result<(), Halt> {
    let stratum = &model.program.strata[number];
    let stratum_of = model.stratum_of.clone();
    let growing = |relation: RelId| stratum.recursive && stratum_of[relation.0 as usize] == number;
    let mut visible = model.relations.iter().map(everything).collect::<Vec<_>>();
    stratum.relations.iter().for_each(|relation| visible[relation.0 as usize] = Visible::default());
    let mut deltas = Vec::new();
    for round in 1.. {
        guard.round(model, number, round, clauses)?;
        for clause in clauses {
            let seen = Round { number: round, growing: &growing, visible: &visible };
            deltas.clear();
            if round == 1 {
                deltas.push(None);
            } else {
                firing::deltas(model.fired(*clause), &seen, &mut deltas);
            }
            model.profile.clauses[*clause].rounds += u32::from(!deltas.is_empty());
            for delta in deltas.iter().copied() {
                let end = firing::fire(model, plans, *clause, delta, &seen, guard)?;
                guard.fired(model, clauses, end)?;
            }
            if laws.choosing {
                firing::choose(model, *clause, round, guard)?;
            }
        }
        if laws.come_last() {
            laws.end_round(model, plans, round, &visible, clauses, guard)?;
        }
        let mut grown = |relation: &RelId| {
            let at = &mut visible[relation.0 as usize];
            *at = Visible { old: at.all, all: model.relations[relation.0 as usize].len() };
            model.relations[relation.0 as usize].holding(at.range(Rows::Delta)) > 0
        };
        // Every relation's bounds move, so no short cut at the first one that grew.
        let new = stratum.relations.iter().filter(|relation| grown(relation)).count();
        if new == 0 || !stratum.recursive || laws.is_enough(model) {
            model.profile.rounds.push(round);
            break;
        }
    }
    laws.finish(model);
    Ok(())
}

fn everything(relation: &Relation) -> Visible {
    Visible { old: relation.len(), all: relation.len() }
}

impl From<Diagnostic> for Halt {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Wrong(Box::new(diagnostic))
    }
}

fn too_many_rows(model: &Model<'_>, relation: RelId) -> Diagnostic {
    let relation = model.program.relation(relation);
    Diagnostic::new(&catalogue::ROW_NUMBERS_EXHAUSTED, relation.span).arg("relation", &relation.name)
}
