//! Why a fact does not hold: for each rule that could give it, the first premise that fails.

use eval::{Lookup, Model, Purpose, Search, Slot};
use program::checked::VarId;
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
    let ends = model.relations.iter().map(eval::Relation::len).collect::<Vec<_>>();
    let mut search = Search::new(goals, Purpose::Prefix, lookup, &ends, slots).with_limit(STEPS_MAX);
    let obstacle = |search: &Search<'_>| match search.deepest_failure() {
        Some((goal, _)) if goals.goals[goal].literal != usize::MAX => Obstacle::Literal(goals.goals[goal].literal),
        _ => Obstacle::Head,
    };
    // A solution would be a derivation of a fact that does not hold.
    let found = search.advance();
    debug_assert!(!found);
    let obstacle = if search.gave_up() { Obstacle::GaveUp } else { obstacle(&search) };
    let rule = &model.program.rules[model.clauses[clause].rule];
    let slots = search.deepest_failure().map(|(_, slots)| slots.to_vec()).unwrap_or_default();
    let value = |(id, slot): (u32, &Slot)| match slot {
        Slot::Code(code) => Some((VarId(id), model.dictionary.decode(goals.types[id as usize], *code))),
        Slot::Value(value) => Some((VarId(id), value.clone())),
        Slot::Free | Slot::Undefined => None,
    };
    let bindings = (0..).zip(&slots).take(rule.variables.len()).filter_map(value).collect();
    Some(Attempt {
        rule: model.clauses[clause].rule,
        alternative: model.clauses[clause].alternative,
        bindings,
        obstacle,
    })
}
