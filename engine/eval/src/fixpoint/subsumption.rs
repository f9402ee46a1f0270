//! Subsumption: tuples that others of their relation dominate are erased.

use std::ops::Range;

use program::checked::RelId;
use values::Value;

use super::firing::{self, Round};
use super::plans::{Occasion, Plans};
use crate::pipeline::aggregates::Prepared;
use crate::pipeline::{Codes, Context, Run, Visible};
use crate::{Domination, Halt, Model, fault};

/// Rows of a round are taken together up to this number, as the dialect says;
const TOGETHER: u32 = 1 << 11;
/// of more of them so many at a time: what is erased by then is not compared with those that follow.
const CHUNK: Range<u32> = 1 << 7..1 << 12;
/// Pairs looked at for each row of a chunk, from which on the next one is smaller.
const PAIRS_A_ROW: u64 = 16;

/// Erases what is dominated since the rows from `first` on came: first those of them that others dominate, new or old, then the
/// older ones that the rest of them dominates.
pub(super) fn subsume(
    model: &mut Model<'_>,
    plans: &mut Plans,
    relation: RelId,
    first: u32,
    visible: &[Visible],
) -> Result<(), Halt> {
    let len = model.relation(relation).len();
    let mut step = if len - first <= TOGETHER { TOGETHER } else { CHUNK.start };
    let mut visible = visible.to_vec();
    let mut old = first;
    while old < len {
        let all = len.min(old.saturating_add(step));
        visible[relation.0 as usize] = Visible { old, all };
        let mut pairs = 0;
        // A stratum of its own, so to say: only the relation itself grows.
        let growing = |other: RelId| other == relation;
        let round = Round { number: 0, growing: &growing, visible: &visible };
        for new_ones in [true, false] {
            let mut dominated = Vec::new();
            for number in 0..model.dominations.len() {
                if model.dominations[number].relation == relation {
                    pairs += find(model, plans, number, new_ones, &round, &mut dominated)?;
                }
            }
            model.relations[relation.0 as usize].erase(&dominated);
        }
        // By the data alone, so that threads and time have no say.
        let many = pairs > u64::from(all - old) * PAIRS_A_ROW;
        step = if many { step / 2 } else { step * 2 }.clamp(CHUNK.start, CHUNK.end);
        old = all;
    }
    Ok(())
}

/// Adds the rows that a subsumption finds to be dominated: new ones by any, or older ones by new ones. How many pairs it finds.
fn find(
    model: &mut Model<'_>,
    plans: &mut Plans,
    number: usize,
    new_ones: bool,
    round: &Round<'_>,
    dominated: &mut Vec<u32>,
) -> Result<u64, Halt> {
    let clauses = model.clauses.len();
    let Model { relations, dictionary, dominations, fired, .. } = model;
    let domination = &dominations[number];
    let goals = fired.get(&(clauses + number)).unwrap_or(&domination.goals);
    let delta =
        if new_ones { goals.matched_by(Domination::DOMINATED) } else { goals.matched_by(Domination::DOMINATING) };
    let growing = round.growing;
    let visible = round.visible;
    let occasion = Occasion { clause: clauses + number, delta, goals, wanted_order: None, growing, relations, visible };
    let (way, scratch) = plans.way(&occasion);
    let plan = &way.plan;
    relations[domination.relation.0 as usize].ensure_membership();
    firing::ensure(plan, relations, round);
    let prepared =
        Prepared::new(plan, goals, round.visible[domination.relation.0 as usize].all, relations, visible, dictionary);
    firing::ensure_groups(plan, &prepared, relations, round);
    let mut run = Run::new(plan, goals, None, scratch.take().unwrap_or_default());
    let round_code = goals.round.map(|_| dictionary.encode(&Value::Unsigned(u64::from(round.number - 1))));
    run.bind(goals.round.as_slice(), round_code.as_slice());
    let codes = Codes::Own(dictionary);
    let mut context = Context { relations, visible, codes, prepared: &prepared, suspect: false };
    let arity = goals.head.len() / 2;
    let (mut pairs, mut found) = (0, Vec::new());
    while let Some(batch) = run.next(&mut context) {
        let columns = goals.head.iter().map(|arg| batch.argument(arg)).collect::<Vec<_>>();
        let table = &context.relations[domination.relation.0 as usize];
        pairs += batch.len as u64;
        found.clear();
        found.extend((0..batch.len).filter(|row| {
            let code = |column: usize| columns[column].code(*row);
            // What dominates one tuple mostly comes together.
            let repeats = *row > 0 && (0..arity).all(|column| code(column) == columns[column].code(row - 1));
            let differs =
                |row: usize| (0..arity).any(|column| columns[column].code(row) != columns[arity + column].code(row));
            differs(*row) && !(repeats && differs(row - 1))
        }));
        table.find_all(&columns[..arity], batch.len, &found, dominated);
        run.reuse(batch);
    }
    let suspect = context.suspect;
    *scratch = Some(run.into_scratch());
    if suspect {
        let rule = &model.program.subsumptions[model.dominations[number].rule];
        fault::report(model, &model.dominations[number].goals, rule, round.number, round.visible)?;
    }
    Ok(pairs)
}
