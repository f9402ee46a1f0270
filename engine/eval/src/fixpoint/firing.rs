//! One clause in one round.

mod chains;
mod chunks;

use program::checked::{RelId, Rule};
use values::{Code, Value};

use super::guard::{End, Guard};
use super::plans::{Occasion, Plans};
use super::too_many_rows;
use crate::composition::{Chain, Composition};
use crate::goal::{Goal, GoalKind, Goals};
use crate::membership::Membership;
use crate::pipeline::aggregates::{NOTHING, Prepared};
use crate::pipeline::{Counting, Visible};
use crate::plan::{Access, Join, Plan, Probe, Rows, StepKind};
use crate::{ClauseProfile, Halt, Model, OrderProfile, Relation, fault};
use chunks::Chunks;

/// What a firing sees of its stratum.
pub(super) struct Round<'r> {
    pub(super) number: u32,
    /// The relations that grow in this stratum.
    pub(super) growing: &'r dyn Fn(RelId) -> bool,
    pub(super) visible: &'r [Visible],
}

/// Appends the goals of a clause that may read the previous round's rows in turn: matches of relations that grew in it.
pub(super) fn deltas(goals: &Goals, round: &Round<'_>, deltas: &mut Vec<Option<usize>>) {
    let grew = |relation: RelId| {
        (round.growing)(relation) && !round.visible[relation.0 as usize].range(Rows::Delta).is_empty()
    };
    for (at, goal) in goals.goals.iter().enumerate() {
        if matches!(goal.kind, GoalKind::Match { relation, .. } if grew(relation)) {
            deltas.push(Some(at));
        }
    }
}

/// Fires a clause: appends what is new as one segment of the head's relation.
pub(super) fn fire(
    model: &mut Model<'_>,
    plans: &mut Plans,
    clause: usize,
    delta: Option<usize>,
    round: &Round<'_>,
    guard: &mut Guard<'_>,
) -> Result<Option<End>, Halt> {
    if cannot_fire(model.fired(clause), delta, round) {
        return Ok(None);
    }
    guard.turn(Some(clause), &mut model.profile);
    let head = model.clauses[clause].head_relation();
    let first = model.relation(head).len();
    let yielded = produce(model, plans, clause, delta, round, guard);
    let relation = &mut model.relations[head.0 as usize];
    relation.end_segment(first, round.number, clause as u32);
    let profile = &mut model.profile.clauses[clause];
    profile.rows_in += yielded.rows_in;
    profile.derived += yielded.derived;
    let new = u64::from(relation.len() - first);
    profile.rows_out += new;
    guard.added(new);
    if yielded.suspect && yielded.end.is_none() {
        let rule = &model.program.rules[model.clauses[clause].rule];
        fault::report(model, &model.goals[clause], rule, round.number, round.visible)?;
    }
    if yielded.exhausted { Err(too_many_rows(model, head).into()) } else { Ok(yielded.end) }
}

/// Where the head's relation keeps one tuple of a key: chooses among what the clause gave in this round.
pub(super) fn choose(model: &mut Model<'_>, clause: usize, round: u32, guard: &mut Guard<'_>) -> Result<(), Halt> {
    let head = model.clauses[clause].head_relation();
    let relation = &mut model.relations[head.0 as usize];
    let first = relation.len();
    let chosen = relation.choose(&model.dictionary);
    relation.end_segment(first, round, clause as u32);
    let new = u64::from(relation.len() - first);
    model.profile.clauses[clause].rows_out += new;
    guard.added(new);
    chosen.ok_or_else(|| too_many_rows(model, head).into())
}

/// True where a match has no rows to read. One whose arguments are computed is no guard of a failing computation.
fn cannot_fire(goals: &Goals, delta: Option<usize>, round: &Round<'_>) -> bool {
    goals.goals.iter().enumerate().any(|(number, goal)| match goal.kind {
        GoalKind::Match { relation, .. } if goal.needs.is_empty() => {
            let older = delta.is_some_and(|delta| number < delta) && (round.growing)(relation);
            let rows = if older { Rows::Old } else { Rows::All };
            round.visible[relation.0 as usize].range(rows).is_empty()
        }
        _ => false,
    })
}

fn note(profile: &mut ClauseProfile, order: &OrderProfile) {
    let same = |known: &&mut OrderProfile| known.delta == order.delta && known.literals == order.literals;
    match profile.orders.iter_mut().find(same) {
        Some(known) => known.rounds += 1,
        None => profile.orders.push(OrderProfile { rounds: 1, ..order.clone() }),
    }
}

/// What a firing gave besides new rows.
pub(super) struct Yield {
    /// Rows read by the match taken first.
    rows_in: u64,
    /// Tuples of the head, repetitions included.
    derived: u64,
    /// A computation failed for some binding.
    suspect: bool,
    /// The head's relation has no row numbers left.
    exhausted: bool,
    /// The run is to end.
    end: Option<End>,
}

fn produce(
    model: &mut Model<'_>,
    plans: &mut Plans,
    clause: usize,
    delta: Option<usize>,
    round: &Round<'_>,
    guard: &Guard<'_>,
) -> Yield {
    let head = model.clauses[clause].head_relation();
    let rule = &model.program.rules[model.clauses[clause].rule];
    let Model { relations, dictionary, goals: all_goals, fired, profile, next_number, .. } = model;
    let goals = fired.get(&clause).unwrap_or(&all_goals[clause]);
    let &Round { growing, visible, number } = round;
    let wanted_order = delta.and_then(|delta| wanted_order(rule, goals, delta, growing));
    let (way, scratch) = plans.way(&Occasion { clause, delta, goals, wanted_order, growing, relations, visible });
    relations[head.0 as usize].ensure_membership();
    let round_code = goals.round.map(|_| dictionary.encode(&Value::Unsigned(u64::from(number - 1))));
    let firing = Firing { goals, head, visible, round: round_code };
    let (rows_in, outcome) = match way.chain.as_ref().and_then(|chain| compose(chain, relations, round)) {
        Some(composition) => {
            let outcome = chains::run(&firing, &composition, relations, guard);
            note(&mut profile.clauses[clause], &way.chain_order);
            (composition.len() as u64, outcome)
        }
        None => {
            let plan = &way.plan;
            ensure(plan, relations, round);
            let range = first_rows(plan, visible);
            let asked = range.as_ref().map_or(1, |range| range.len() as u32);
            let prepared = Prepared::new(plan, goals, asked, relations, visible, dictionary);
            ensure_groups(plan, &prepared, relations, round);
            let rows_in = range.as_ref().map_or(0, |range| range.len() as u64);
            let counting = plan.counts().then(|| Box::new(Counting::from(*next_number)));
            let mut chunks = Chunks { firing: &firing, plan, prepared, range, counting, outcome: Outcome::default() };
            chunks.run(relations, dictionary, guard, scratch);
            note(&mut profile.clauses[clause], &way.plan_order);
            let outcome = chunks.outcome;
            if let Some(numbered) = chunks.counting.and_then(|counting| counting.numbered) {
                *next_number = numbered.end();
                all_goals[clause].numbered = Some(numbered);
            }
            (rows_in, outcome)
        }
    };
    let Outcome { derived, suspect, exhausted, end, .. } = outcome;
    Yield { rows_in, derived, suspect, exhausted, end }
}

/// The matches in the order that the rule's `.plan` asks for where `delta` reads the previous round's rows. A rule with a
/// plan is one clause, so that its positive atoms are the clause's matches.
fn wanted_order(rule: &Rule, goals: &Goals, delta: usize, growing: &dyn Fn(RelId) -> bool) -> Option<Vec<usize>> {
    let matched = |(at, goal): (usize, &Goal)| match goal.kind {
        GoalKind::Match { relation, .. } => Some((at, relation, goal.literal)),
        _ => None,
    };
    if rule.plans.is_empty() {
        return None;
    }
    let matches = goals.goals.iter().enumerate().filter_map(matched).collect::<Vec<_>>();
    let version = matches.iter().filter(|(at, relation, _)| *at < delta && growing(*relation)).count();
    let plan = rule.plans.iter().find(|plan| plan.version as usize == version)?;
    // A pair that is implied is matched by both of its sides.
    let atoms = matches.chunk_by(|a, b| a.2 == b.2).collect::<Vec<_>>();
    Some(plan.order.iter().flat_map(|atom| atoms[*atom as usize]).map(|(at, ..)| *at).collect())
}

fn compose(chain: &Chain, relations: &mut [Relation], round: &Round<'_>) -> Option<Composition> {
    for hop in &chain.links {
        let relation = &mut relations[hop.relation.0 as usize];
        relation.domain();
        if hop.rows != Rows::Delta {
            relation.ensure_index(&[hop.from], round.visible[hop.relation.0 as usize].all);
        }
    }
    Composition::new(chain, relations, round.visible)
}

/// A clause and what it sees.
struct Firing<'f> {
    goals: &'f Goals,
    head: RelId,
    visible: &'f [Visible],
    /// The round's number, where the clause reads it.
    round: Option<Code>,
}

/// What happened besides new rows.
#[derive(Debug, Default, Clone, Copy)]
struct Outcome {
    derived: u64,
    suspect: bool,
    exhausted: bool,
    /// A value was made that has no code yet.
    lacks: bool,
    end: Option<End>,
}

impl Outcome {
    fn add(&mut self, other: Outcome) {
        self.derived += other.derived;
        self.suspect |= other.suspect;
        self.exhausted |= other.exhausted;
        self.lacks |= other.lacks;
        self.end = self.end.or(other.end);
    }

    fn is_over(&self) -> bool {
        self.exhausted || self.lacks || self.end.is_some()
    }
}

/// The rows that a scan taken first reads.
fn first_rows(plan: &Plan, visible: &[Visible]) -> Option<std::ops::Range<u32>> {
    match &plan.steps.first()?.kind {
        // One row that fits is enough for all chunks together.
        StepKind::Join(join) if join.probe.access == Access::Scan && !join.exists => {
            Some(visible[join.probe.relation.0 as usize].range(join.probe.rows))
        }
        _ => None,
    }
}

/// Builds what the plan looks up by key; for aggregates what computes them for all groups.
pub(super) fn ensure(plan: &Plan, relations: &mut [Relation], round: &Round<'_>) {
    for step in &plan.steps {
        match &step.kind {
            StepKind::Join(join) => ensure_probe(&join.probe, relations, round),
            StepKind::Absent(probe) => ensure_probe(probe, relations, round),
            StepKind::Intersect(joins) => {
                for Join { probe, outputs, .. } in joins {
                    relations[probe.relation.0 as usize].ensure_ascending(&probe.columns, outputs[0].0);
                }
            }
            StepKind::Aggregate(step) => {
                if let Some(plan) = &step.for_all {
                    ensure(plan, relations, round);
                    ensure_groups(plan, &NOTHING, relations, round);
                }
            }
            StepKind::Assign { .. } | StepKind::Filter(_) | StepKind::Generate { .. } => {}
            StepKind::Pack(_) | StepKind::Unpack(_) | StepKind::Ordinal { .. } | StepKind::Count(_) => {}
        }
    }
}

/// Builds what computes those aggregates group by group that are not `prepared` for all groups.
pub(super) fn ensure_groups(plan: &Plan, prepared: &Prepared, relations: &mut [Relation], round: &Round<'_>) {
    for step in &plan.steps {
        if let StepKind::Aggregate(step) = &step.kind
            && !prepared.holds(step.goal)
        {
            ensure(&step.for_group, relations, round);
            ensure_groups(&step.for_group, &NOTHING, relations, round);
        }
    }
}

fn ensure_probe(probe: &Probe, relations: &mut [Relation], round: &Round<'_>) {
    if let Some(implied) = relations[probe.relation.0 as usize].implied() {
        let classes = &mut relations[implied.classes.0 as usize];
        return classes.ensure_index(&[0], classes.len());
    }
    let relation = &mut relations[probe.relation.0 as usize];
    let end = round.visible[probe.relation.0 as usize].all;
    match probe.access {
        Access::Scan => {}
        Access::Index => relation.ensure_index(&probe.columns, end),
        Access::Member => {
            relation.ensure_membership();
            // Bits do not tell rows of this round from earlier ones.
            if (round.growing)(probe.relation) && matches!(relation.membership(), Membership::Bits(_)) {
                relation.ensure_index(&probe.columns, end);
            }
        }
    }
}
