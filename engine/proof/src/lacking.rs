//! What a fact that does not hold lacks: the premises that fail, what comes nearest to them, and why they do not hold in turn.

use std::collections::BTreeMap;

use eval::{GoalKind, Lookup, Model};
use program::checked::{LiteralKind, Program, Purpose, RelId, Term, VarId};
use values::Value;

use crate::evaluate::evaluate;
use crate::explain::open::{open_tuples, open_variants};
use crate::near::nearby;
use crate::why_not::{self, attempts, barriers};
use crate::{Attempt, Gap, Nearby, Obstacle, OpenTuple, Question, WhyNot, gaps};

/// How far it is looked.
#[derive(Debug, Clone, Copy)]
pub struct Reach {
    /// Missing premises are followed so many steps below the fact asked about; 0 for that fact alone.
    pub depth: usize,
    /// At most so many near misses of each premise.
    pub near: usize,
}

impl Default for Reach {
    fn default() -> Self {
        Reach { depth: 3, near: 3 }
    }
}

/// A fact that does not hold, with what comes near to it.
#[derive(Debug)]
pub struct Lacking {
    /// The fact.
    pub question: Question,
    /// Of a premise that may be open: what is open about it. It does not fail then, and nothing else is told of it.
    pub open: Vec<OpenTuple>,
    /// For each rule the first premise that fails.
    pub why_not: WhyNot,
    /// What its relation holds near it, where it has records or no rule gives it such a fact.
    pub nearby: Nearby,
    /// By attempt of `why_not`, what is behind its failing premise.
    pub behind: Vec<Behind>,
}

/// What is behind a premise that fails.
#[derive(Debug, Default)]
pub struct Behind {
    /// Of a comparison: by how much it fails under the bindings told.
    pub gap: Option<Gap>,
    /// Of a comparison: the bindings of the premises before it under which it fails by least.
    pub gaps: Vec<Gap>,
    /// True where the search for them gave up.
    pub stopped: bool,
    /// Of a fact that is missing: which one, and what its relation holds near it.
    pub missing: Option<(Question, Nearby)>,
    /// Of a fact that rules might give: why it does not hold in turn.
    pub below: Option<Below>,
}

/// Where it is told why a missing premise does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// At this place of the list: further on, or before, where it was met on another way or rests on itself.
    At(usize),
    /// Nowhere: it lies deeper than [`Reach::depth`], or behind too many others ([`LACKING_MAX`]).
    Deeper,
}

/// Missing facts that are told one after the other: more than anybody reads.
pub const LACKING_MAX: usize = 50;

/// Open tuples told of a missing premise.
const OPEN_MAX: usize = 3;

/// Choices for each rule of a missing premise, which nobody asked about by itself.
const STEPS_BELOW_MAX: u64 = 20_000;

/// Why no fact fits `question`, and in turn why the premises do not hold that fail: the fact asked about first, each other one behind those
/// that it is a premise of, once. `written` is the program before the law was compiled.
pub fn lacking(model: &Model<'_>, written: &Program, question: &Question, reach: &Reach) -> Vec<Lacking> {
    let lookup = Lookup::new(&model.relations, &model.dictionary);
    let mut places = BTreeMap::from([(key(question), 0)]);
    let mut waiting = vec![(question.clone(), 0)];
    let mut found: Vec<Lacking> = Vec::new();
    while let Some((question, depth)) = waiting.get(found.len()).cloned() {
        let open = if depth == 0 { Vec::new() } else { open_tuples(model, written, &question, OPEN_MAX) };
        let mut lacking =
            if open.is_empty() { closed(model, &lookup, question, depth, reach) } else { undecided(question, open) };
        for behind in &mut lacking.behind {
            let Some((missing, _)) = &behind.missing else { continue };
            if !is_derived(model, missing.relation) {
                continue;
            }
            let next = waiting.len();
            behind.below = Some(match places.get(&key(missing)) {
                Some(place) => Below::At(*place),
                None if depth == reach.depth || next == LACKING_MAX => Below::Deeper,
                None => {
                    places.insert(key(missing), next);
                    waiting.push((missing.clone(), depth + 1));
                    Below::At(next)
                }
            });
        }
        found.push(lacking);
    }
    found
}

fn undecided(question: Question, open: Vec<OpenTuple>) -> Lacking {
    let why_not = WhyNot { attempts: Vec::new(), barriers: Vec::new() };
    Lacking { question, open, why_not, nearby: Nearby::default(), behind: Vec::new() }
}

fn closed(model: &Model<'_>, lookup: &Lookup<'_>, question: Question, depth: usize, reach: &Reach) -> Lacking {
    let steps = if depth == 0 { why_not::STEPS_MAX } else { STEPS_BELOW_MAX };
    let attempts = attempts(model, lookup, &question, steps);
    let nearby = match has_records(model, question.relation) || attempts.is_empty() {
        true => nearby(model, question.relation, &question.args, reach.near),
        false => Nearby::default(),
    };
    let behind = attempts.iter().map(|attempt| look(model, lookup, attempt, reach)).collect();
    let why_not = WhyNot { attempts, barriers: barriers(model, lookup, &question) };
    Lacking { question, open: Vec::new(), why_not, nearby, behind }
}

fn key(question: &Question) -> (RelId, Vec<Option<Value>>) {
    (question.relation, question.args.clone())
}

/// Whether some rule could give the relation facts, for certain or not.
fn is_derived(model: &Model<'_>, relation: RelId) -> bool {
    let heads = |relation: RelId| model.clauses.iter().any(|clause| clause.head_relation() == relation);
    heads(relation) || !open_variants(model.program, relation).is_empty()
}

fn has_records(model: &Model<'_>, relation: RelId) -> bool {
    model.program.inputs.iter().any(|input| input.relation == relation)
}

fn look(model: &Model<'_>, lookup: &Lookup<'_>, attempt: &Attempt, reach: &Reach) -> Behind {
    let gap = gaps::gap(model, attempt);
    let (gaps, stopped) = match gap {
        Some(_) => gaps::nearest(model, lookup, attempt, reach.near),
        None => (Vec::new(), false),
    };
    let missing = missing(model, attempt).map(|question| {
        let stated = model.program.facts.iter().any(|fact| fact.atom.relation == question.relation);
        let single = question.args.iter().flatten().count() == 1;
        // What is concluded is followed into its rules; another conclusion with a similar number explains nothing.
        let nearby = match is_derived(model, question.relation) && !stated && !has_records(model, question.relation) {
            true if single => Nearby::default(),
            true => Nearby { unseen: Vec::new(), ..nearby(model, question.relation, &question.args, reach.near) },
            false => nearby(model, question.relation, &question.args, reach.near),
        };
        (question, nearby)
    });
    Behind { gap, gaps, stopped, missing, below: None }
}

/// The fact that the failing premise looked for; `None` where it is none, or where its arguments say more than a pattern can.
fn missing(model: &Model<'_>, attempt: &Attempt) -> Option<Question> {
    let clause = &model.clauses[attempt.tried.clause];
    let Obstacle::Literal(position) = attempt.obstacle else { return None };
    let signed = clause.literals.get(position).filter(|signed| signed.positive)?;
    let LiteralKind::Atom(atom) = &signed.literal.kind else { return None };
    let goal = &model.goals[attempt.tried.clause].goals[attempt.tried.goal?];
    let GoalKind::Match { .. } = goal.kind else { return None };
    let relation = match &model.program.relation(atom.relation).purpose {
        Purpose::Declared => atom.relation,
        Purpose::Settled(finding) => *finding,
        _ => return None,
    };
    let mut free: Vec<VarId> = Vec::new();
    let mut args = Vec::new();
    for term in &atom.args {
        let value = evaluate(term, &attempt.bindings, model);
        if let (Term::Variable(id), None) = (term, &value) {
            if free.contains(id) {
                return None;
            }
            free.push(*id);
        } else if value.is_none() && !matches!(term, Term::Wildcard) {
            return None;
        }
        args.push(value);
    }
    Some(Question { relation, args })
}
