//! Facts, rules and subsumptions as clauses with their plans.

use program::checked::{LiteralKind, NormId, Program, RelId, Term, VarId};

use crate::clause::{Arg, Clause, Goal, Reading, Var, flatten, flatten_pair};
use crate::dnf::{Conjunction, disjuncts};
use crate::halt::{Halt, Origin, Reason, refused};
use crate::interner::Interner;
use crate::openness::Openness;
use crate::plan::Plan;

/// A rule with more recursive atoms is evaluated in full every round: one plan for each atom would take space that grows
/// with the square of the body. Not where the round's number tells rounds apart.
const RECURSIVE_ATOMS_MAX: usize = 16;

/// One head of a fact, rule or subsumption with one conjunction of its body.
pub struct Query<'p> {
    /// Where it comes from.
    pub origin: Origin,
    /// What it adds to.
    pub relation: RelId,
    /// The clause.
    pub clause: Clause<'p>,
    /// The plan that takes everything into account.
    pub whole: Plan,
    /// Under the law of which day it concludes: the number of one of the two dates of a `lighter`.
    pub version: Option<usize>,
    /// What it concludes behind the head: the day of a version, or days on which norms must be in force where conclusions of its
    /// relation may conflict.
    pub days: Vec<(Option<NormId>, Var)>,
    later: Later,
}

/// What a later round of a recursive stratum runs.
enum Later {
    /// One plan for each recursive atom.
    Deltas(Vec<Delta>),
    /// The whole rule again.
    Whole,
}

/// What to run in a round in which one goal reads the last round only.
struct Delta {
    goal: usize,
    relation: RelId,
    /// The plan that begins with the goal; the whole one will do as well where there is none.
    plan: Option<Plan>,
}

/// All facts, rules and subsumptions of `program`, each in source order.
///
/// ```text
/// h1, h2 :- a ; b.         is   h1 :- a.  h1 :- b.  h2 :- a.  h2 :- b.
/// r(x) <= r(y) :- a ; b.   is   r(x, y) :- r(x), r(y), a.  r(x, y) :- r(x), r(y), b.
/// ```
///
/// A rule whose conclusions may be open comes twice, the second time over what may be.
pub fn queries<'p>(
    program: &'p Program,
    openness: &'p Openness,
    interner: &mut Interner,
) -> Result<Vec<Query<'p>>, Halt> {
    let mut queries = Vec::new();
    let strata = strata(program);
    let sure = Reading { program, open: &openness.open, at_best: false };
    let mut compile = |origin, relation: RelId, head: &'p [Term], body: &Conjunction<'p>, variables, reading| {
        let subsumes = matches!(origin, Origin::Subsumption(_));
        let stratum = strata[relation.0 as usize].filter(|_| !subsumes);
        let growing = |read: RelId| stratum.is_some() && strata[read.0 as usize] == stratum;
        let days = match (origin, &program.relation(relation).conflict) {
            (Origin::Rule(rule), _) if program.rules[rule].lighter.is_some() => {
                program.rules[rule].lighter.iter().map(|lighter| (None, lighter.day.0)).collect()
            }
            (Origin::Rule(_), Some(_)) => in_force(body),
            _ => vec![],
        };
        let vars: Vec<Var> = days.iter().map(|(_, day)| *day).collect();
        let clause = match subsumes {
            true => flatten_pair(body, variables, reading, interner),
            false => flatten((head, &vars), body, variables, reading, interner),
        };
        let query = clause.and_then(|clause| Query::new(origin, relation, clause, &growing));
        let query = query.map(|query| Query { days, ..query });
        query.map_err(|reason| refused(program, origin, reason))
    };
    for (index, fact) in program.facts.iter().enumerate() {
        let atom = &fact.atom;
        queries.push(compile(Origin::Fact(index), atom.relation, &atom.args, &vec![], 0, sure)?);
    }
    let rules = program.rules.iter().enumerate().map(|(index, rule)| (Origin::Rule(index), rule));
    let subsumptions = program.subsumptions.iter().enumerate();
    let subsumptions = subsumptions.map(|(index, rule)| (Origin::Subsumption(index), rule));
    for (origin, rule) in rules.chain(subsumptions) {
        let bodies = disjuncts(&rule.body).map_err(|reason| refused(program, origin, reason))?;
        for head in &rule.heads {
            let may_be_open = matches!(origin, Origin::Rule(_)) && openness.open.contains(&head.relation);
            let readings = [sure, Reading { at_best: true, ..sure }];
            for reading in readings.into_iter().take(1 + usize::from(may_be_open)) {
                for (number, body) in bodies.iter().enumerate() {
                    let variables = rule.variables.len() as u32;
                    let query = compile(origin, head.relation, &head.args, body, variables, reading)?;
                    // the choice between the two days stands last, so that the alternatives take turns
                    queries.push(Query { version: rule.lighter.as_ref().map(|_| number % 2), ..query });
                }
            }
        }
    }
    Ok(queries)
}

/// The norms that must be in force, with the days.
fn in_force(body: &Conjunction<'_>) -> Vec<(Option<NormId>, Var)> {
    let norm = |kind: &LiteralKind| match kind {
        LiteralKind::InForce { norm, day: VarId(day) } => Some((Some(*norm), *day)),
        _ => None,
    };
    body.iter().filter(|signed| signed.holds).filter_map(|signed| norm(signed.literal)).collect()
}

/// For each relation the number of its stratum if that is recursive.
fn strata(program: &Program) -> Vec<Option<usize>> {
    let mut strata = vec![None; program.relations.len()];
    for (number, stratum) in program.strata.iter().enumerate().filter(|(_, stratum)| stratum.recursive) {
        stratum.relations.iter().for_each(|relation| strata[relation.0 as usize] = Some(number));
    }
    strata
}

impl<'p> Query<'p> {
    fn new(
        origin: Origin,
        relation: RelId,
        mut clause: Clause<'p>,
        growing: &dyn Fn(RelId) -> bool,
    ) -> Result<Self, Reason> {
        let whole = Plan::new(&mut clause, None)?;
        let recursive: Vec<(usize, RelId, bool)> = (0..)
            .zip(&clause.goals)
            .filter_map(|(goal, kind)| match kind {
                Goal::Atom { relation, args, .. } if growing(*relation) => {
                    Some((goal, *relation, args.iter().any(|arg| matches!(arg, Arg::Computed(_)))))
                }
                _ => None,
            })
            .collect();
        let later = if clause.open.is_some() || recursive.len() > RECURSIVE_ATOMS_MAX && !clause.counts_rounds {
            Later::Whole
        } else {
            let delta = |(goal, relation, computed): (usize, RelId, bool)| {
                // an atom that has to be looked up by computed arguments keeps its turn
                let plan = if computed { None } else { Plan::new(&mut clause, Some(goal)).ok() };
                Delta { goal, relation, plan }
            };
            Later::Deltas(recursive.into_iter().map(delta).collect())
        };
        Ok(Query { origin, relation, clause, whole, version: None, days: vec![], later })
    }

    /// Whether it concludes what is open, too.
    pub fn at_best(&self) -> bool {
        self.clause.open.is_some()
    }

    /// What to run in a round after the first: the plan for everything new through one atom, with the atom's goal and
    /// relation, for each recursive atom; or the plan for everything.
    pub fn later(&self) -> Vec<(Option<(usize, RelId)>, &Plan)> {
        match &self.later {
            Later::Deltas(deltas) => {
                let plans = deltas.iter().map(|delta| delta.plan.as_ref().unwrap_or(&self.whole));
                deltas.iter().map(|delta| Some((delta.goal, delta.relation))).zip(plans).collect()
            }
            Later::Whole => vec![(None, &self.whole)],
        }
    }

    /// How many values stand side by side at the most, inside aggregates too.
    pub fn width(&self) -> usize {
        let plans = self.later().into_iter().map(|(_, plan)| plan).chain([&self.whole]);
        plans.map(Plan::width).max().unwrap_or(0).max(self.clause.width())
    }
}
