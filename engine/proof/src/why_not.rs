//! Why a fact does not hold: for each rule that could give it, the first premise that fails.

mod barriers;

use eval::{AggregateGoal, GoalKind, Goals, Lookup, Model, Purpose, Quantity, Search, Slot};
use program::checked::{self, LawRole, LiteralKind, RelId, Role, Term, VarId};
use values::Value;

use crate::explain::open::open_variants;
use crate::explain::unify;
use crate::{Question, Replaced};
pub(crate) use barriers::barriers;

/// A fact that does not hold.
#[derive(Debug)]
pub struct WhyNot {
    /// One per clause whose head fits the question, in source order.
    pub attempts: Vec<Attempt>,
    /// What the relation itself has against such a fact, whatever its rules say.
    pub barriers: Vec<Barrier>,
}

/// What a relation's law has against a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Barrier {
    /// `choice-domain`: another fact has the key.
    Taken {
        /// The key's columns.
        columns: Vec<usize>,
        /// That fact.
        by: Vec<Value>,
    },
    /// It was concluded, and a subsumption erased it.
    Dominated {
        /// The fact.
        fact: Vec<Value>,
        /// When, and what dominates it.
        replaced: Replaced,
    },
    /// `eqrel`: no pairs lead from one value to the other.
    Apart {
        /// The values that occur in no pair at all.
        unknown: Vec<Value>,
    },
    /// `.limitsize` of this relation ended the rounds early: what later rounds would have given is missing.
    Cut {
        /// The relation with the limit.
        relation: RelId,
    },
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
    pub found: Option<Quantity>,
    /// What was tried, for those who look nearer.
    pub(crate) tried: Tried,
}

/// A clause with a question that it was to answer.
#[derive(Debug, Clone)]
pub(crate) struct Tried {
    /// Index in [`Model::clauses`].
    pub(crate) clause: usize,
    /// What its head was to be.
    pub(crate) question: Question,
    /// The goal that failed.
    pub(crate) goal: Option<usize>,
    /// The values of all variables of its goals there.
    pub(crate) slots: Vec<Slot>,
}

/// What stands in the way of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The literal at this position of the alternative ([`eval::Clause::literals`]), after the longest fulfilled prefix.
    Literal(usize),
    /// The head computes other values than those asked for.
    Head,
    /// Nothing: all premises hold, but see [`WhyNot::barriers`].
    Nothing,
    /// The search was given up after too many choices ([`STEPS_MAX`]; fewer for exceptions, which nobody asked about).
    GaveUp,
}

/// Enough for any case a person asks about; a rule whose premises combine more ways than this needs a narrower question.
pub const STEPS_MAX: u64 = 1_000_000;

/// For each rule that could give a fact like `question`, the first premise that fails.
pub fn why_not(model: &Model<'_>, question: &Question) -> WhyNot {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let attempts = attempts(model, &lookup, question, STEPS_MAX);
    WhyNot { attempts, barriers: barriers(model, &lookup, question) }
}

/// How far each rule got that could give such a fact, in at most `steps` choices.
pub(crate) fn attempts(model: &Model<'_>, lookup: &Lookup<'_>, question: &Question, steps: u64) -> Vec<Attempt> {
    let clauses = 0..model.clauses.len();
    let found = clauses.filter_map(|clause| attempt(model, lookup, clause, question, steps));
    let mut found = found.flat_map(|attempt| behind(model, lookup, attempt, steps)).collect::<Vec<_>>();
    found.extend(always_open(model, lookup, question, steps, &found));
    found.sort_by_key(|attempt| place(model, attempt));
    found
}

/// Where the attempt's rule stands in the text, so that attempts are told in its order.
fn place(model: &Model<'_>, attempt: &Attempt) -> (u32, u32) {
    let span = model.program.rules[attempt.rule].span;
    (span.file.0, span.start)
}

/// How far the rules got that never hold for certain, since something in them is always open: by the rules of the open tuples.
fn always_open(
    model: &Model<'_>,
    lookup: &Lookup<'_>,
    question: &Question,
    steps: u64,
    found: &[Attempt],
) -> Vec<Attempt> {
    let rules = &model.program.rules;
    let is_told = |rule: usize, found: &[Attempt]| {
        let same = |other: usize| (rules[other].span, &rules[other].label) == (rules[rule].span, &rules[rule].label);
        found.iter().any(|attempt| same(attempt.rule))
    };
    let mut added = Vec::new();
    for (variant, unknown) in open_variants(model.program, question.relation) {
        let known = (0..question.args.len()).filter(|column| !unknown.contains(column));
        let args = known.map(|column| question.args[column].clone()).chain([None]).collect();
        let question = Question { relation: variant, args };
        for clause in 0..model.clauses.len() {
            let rule = model.clauses[clause].rule;
            if !is_told(rule, found) && !is_told(rule, &added) {
                added.extend(attempt(model, lookup, clause, &question, steps));
            }
        }
    }
    added
}

/// Where a rule fails since the law has nothing to choose from (results under the law of two days, claims that may conflict): how far the
/// rules got that give those.
fn behind(model: &Model<'_>, lookup: &Lookup<'_>, attempt: Attempt, steps: u64) -> Vec<Attempt> {
    let is_it = |clause: &&eval::Clause<'_>| (clause.rule, clause.alternative) == (attempt.rule, attempt.alternative);
    let literals = model.clauses.iter().find(is_it).map(|clause| &clause.literals[..]).unwrap_or_default();
    let failing = if let Obstacle::Literal(position) = attempt.obstacle { literals.get(position) } else { None };
    let Some((signed, LiteralKind::Atom(atom))) = failing.map(|signed| (signed, &signed.literal.kind)) else {
        return vec![attempt];
    };
    if !signed.positive || model.program.relation(atom.relation).purpose != checked::Purpose::Hidden {
        return vec![attempt];
    }
    let arg = |term: &Term| match term {
        Term::Variable(id) => attempt.bindings.iter().find(|(known, _)| known == id).map(|(_, value)| value.clone()),
        Term::Constant(value) => Some(value.clone()),
        _ => None,
    };
    let question = Question { relation: atom.relation, args: atom.args.iter().map(arg).collect() };
    let clauses = 0..model.clauses.len();
    let found = clauses.filter_map(|clause| self::attempt(model, lookup, clause, &question, steps));
    let found = found.collect::<Vec<_>>();
    // Where none of those rules could say it, the one asked about could not either.
    let chooses = matches!(signed.literal.role, Role::Law(LawRole::Precedence | LawRole::Version));
    if found.is_empty() && !chooses { vec![attempt] } else { found }
}

fn attempt(model: &Model<'_>, lookup: &Lookup<'_>, clause: usize, question: &Question, steps: u64) -> Option<Attempt> {
    if model.clauses[clause].head_relation() != question.relation {
        return None;
    }
    let goals = &model.goals[clause];
    let slots = asked_slots(model, clause, question)?;
    let ends = |relation: RelId| model.relation(relation).len();
    let mut search = Search::new(goals, Purpose::Prefix, lookup, &ends, slots).with_limit(steps);
    let obstacle = |search: &Search<'_>| match search.deepest_failure() {
        Some((goal, _)) if goals.goals[goal].literal != usize::MAX => Obstacle::Literal(goals.goals[goal].literal),
        _ => Obstacle::Head,
    };
    // There is no solution, which would be a derivation, unless the relation's law dropped what it gives.
    let dropped = search.advance();
    let obstacle = match dropped {
        true => Obstacle::Nothing,
        false if search.gave_up() => Obstacle::GaveUp,
        false => obstacle(&search),
    };
    let goal = if obstacle == Obstacle::Nothing { None } else { search.deepest_failure().map(|(goal, _)| goal) };
    let rule = &model.program.rules[model.clauses[clause].rule];
    let slots = match dropped {
        true => search.solution().slots,
        false => search.deepest_failure().map(|(_, slots)| slots.to_vec()).unwrap_or_default(),
    };
    let value = |(id, slot): (u32, &Slot)| Some((VarId(id), slot.value(goals.types[id as usize], &model.dictionary)?));
    let bindings = (0..).zip(&slots).take(rule.variables.len()).filter_map(value).collect();
    let value_of =
        |variable: u32| slots.get(variable as usize)?.value(goals.types[variable as usize], &model.dictionary);
    let found = aggregate_in(goals, obstacle).and_then(|(variable, aggregate)| aggregate.result(variable, &value_of));
    Some(Attempt {
        rule: model.clauses[clause].rule,
        alternative: model.clauses[clause].alternative,
        bindings,
        obstacle,
        found,
        tried: Tried { clause, question: question.clone(), goal, slots },
    })
}

/// The slots of a clause whose head is to be what is asked for; `None` where it cannot be.
pub(crate) fn asked_slots(model: &Model<'_>, clause: usize, question: &Question) -> Option<Vec<Slot>> {
    let goals = &model.goals[clause];
    // A rule that reads the round's number could have given the fact in any round; the last one stands for all.
    let rounds = model.profile.rounds.get(model.stratum_of[question.relation.0 as usize]).copied().unwrap_or(1);
    let args = question.args.iter().map(|arg| arg.clone().map(|value| Slot::bound(value, &model.dictionary)));
    unify(goals, args, goals.unbound(rounds, &model.dictionary))
}

/// The aggregate of the literal in the way, with the variable that stands for it.
fn aggregate_in(goals: &Goals, obstacle: Obstacle) -> Option<(u32, &AggregateGoal)> {
    let Obstacle::Literal(literal) = obstacle else { return None };
    let mut inside = goals.goals.iter().filter(|goal| goal.literal == literal);
    inside.find_map(|goal| match &goal.kind {
        GoalKind::Aggregate { variable, aggregate } => Some((*variable, &**aggregate)),
        _ => None,
    })
}
