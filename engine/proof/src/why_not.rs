//! Why a fact does not hold: for each rule that could give it, the first premise that fails.

use eval::{GoalKind, Goals, Lookup, Model, Purpose, Search, Slot};
use program::checked::{RelId, VarId};
use values::Value;

use crate::Question;
use crate::explain::unify;

/// A fact that does not hold.
#[derive(Debug)]
pub struct WhyNot {
    /// One per clause whose head fits the question, in source order.
    pub attempts: Vec<Attempt>,
}

/// How far one rule got.
#[derive(Debug)]
pub struct Attempt {
    /// Index of the rule in the program.
    pub rule: usize,
    /// Which disjunct of the rule.
    pub alternative: u32,
    /// The variables' values at the failing premise, in the order of the rule's variables.
    pub bindings: Vec<(VarId, Value)>,
    /// What stands in the way.
    pub obstacle: Obstacle,
    /// The value of the aggregate in the literal that stands in the way, where it has one.
    pub found: Option<Value>,
}

/// What stands in the way of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The literal at this position of the alternative ([`eval::Clause::literals`]), after the longest fulfilled prefix.
    Literal(usize),
    /// The head computes other values than those asked for.
    Head,
    /// The search was given up after [`STEPS_MAX`] choices.
    GaveUp,
}

/// Enough for any case a person asks about; a rule whose premises combine more ways than this needs a narrower question.
pub const STEPS_MAX: u64 = 1_000_000;

/// For each rule that could give a fact like `question`, the first premise that fails.
pub fn why_not(model: &Model<'_>, question: &Question) -> WhyNot {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let clauses = 0..model.clauses.len();
    let attempts = clauses.filter_map(|clause| attempt(model, &lookup, clause, question)).collect();
    WhyNot { attempts }
}

fn attempt(model: &Model<'_>, lookup: &Lookup<'_>, clause: usize, question: &Question) -> Option<Attempt> {
    if model.clauses[clause].head_relation() != question.relation {
        return None;
    }
    let goals = &model.goals[clause];
    let slots = unify(model, goals, &question.args)?;
    let ends = |relation: RelId| model.relation(relation).len();
    let mut search = Search::new(goals, Purpose::Prefix, lookup, &ends, slots).with_limit(STEPS_MAX);
    let obstacle = |search: &Search<'_>| match search.deepest_failure() {
        Some((goal, _)) if goals.goals[goal].literal != usize::MAX => Obstacle::Literal(goals.goals[goal].literal),
        _ => Obstacle::Head,
    };
    // There is no solution: it would be a derivation of a fact that does not hold.
    search.advance();
    let obstacle = if search.gave_up() { Obstacle::GaveUp } else { obstacle(&search) };
    let rule = &model.program.rules[model.clauses[clause].rule];
    let slots = search.deepest_failure().map(|(_, slots)| slots.to_vec()).unwrap_or_default();
    let value = |(id, slot): (u32, &Slot)| Some((VarId(id), slot.value(goals.types[id as usize], &model.dictionary)?));
    let bindings = (0..).zip(&slots).take(rule.variables.len()).filter_map(value).collect();
    let found = aggregate_in(goals, obstacle)
        .and_then(|variable| slots.get(variable as usize)?.value(goals.types[variable as usize], &model.dictionary));
    Some(Attempt {
        rule: model.clauses[clause].rule,
        alternative: model.clauses[clause].alternative,
        bindings,
        obstacle,
        found,
    })
}

/// The variable that stands for the aggregate of the literal in the way.
fn aggregate_in(goals: &Goals, obstacle: Obstacle) -> Option<u32> {
    let Obstacle::Literal(literal) = obstacle else { return None };
    let mut inside = goals.goals.iter().filter(|goal| goal.literal == literal);
    inside.find_map(|goal| match &goal.kind {
        GoalKind::Aggregate { variable, .. } => Some(*variable),
        _ => None,
    })
}
