//! What a derivation rests on beside records: what is absent, and what is counted up.

use std::collections::BTreeSet;

use eval::{AggregateGoal, Arg, Goal, GoalKind, Goals, Solution};
use program::checked::{LawRole, Purpose, Role, VarId};
use values::Value;

use super::{AbsentBeside, Base, GroupBeside, base};
use crate::explain::graph::Graph;
use crate::explain::least::Least;
use crate::explain::{Explainer, FactId, Ground, Match};

/// The absences and aggregates of a proof, from the records up, each once.
pub(super) fn beside(explainer: &Explainer<'_>, graph: &Graph, proof: &Least) -> (Vec<AbsentBeside>, Vec<GroupBeside>) {
    let (mut absences, mut groups) = (Vec::new(), Vec::new());
    for key in proof.needed(graph) {
        let Some(Ground::Match(found)) = proof.by[key].map(|way| &graph.ways[way].ground) else { continue };
        for goal in &explainer.model.goals[found.clause].goals {
            match &goal.kind {
                GoalKind::Absent { .. } => absences.extend(absence(explainer, found, goal)),
                GoalKind::Aggregate { variable, aggregate } => {
                    groups.extend(group(explainer, found, *variable, aggregate));
                }
                _ => {}
            }
        }
    }
    (once(absences), once(groups))
}

fn once<T: PartialEq>(told: Vec<T>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in told {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// A negated premise that somebody wrote; `None` for what the law adds to one.
fn absence(explainer: &Explainer<'_>, found: &Match, goal: &Goal) -> Option<AbsentBeside> {
    let model = explainer.model;
    let GoalKind::Absent { relation, args } = &goal.kind else { return None };
    let clause = &model.clauses[found.clause];
    let literal = clause.literals.get(goal.literal)?.literal;
    let is_told = match literal.role {
        Role::Law(LawRole::Absence | LawRole::Exception | LawRole::Proviso) => true,
        Role::Law(_) => false,
        _ => matches!(model.program.relation(*relation).purpose, Purpose::Declared | Purpose::Declarations(_)),
    };
    let value = |variable: u32| value(explainer, &model.goals[found.clause], &found.solution, variable);
    let pattern = args.iter().map(|arg| match arg {
        Arg::Any => None,
        Arg::Variable(variable) => value(*variable),
        Arg::Constant(value, _) => Some(value.clone()),
    });
    is_told.then(|| AbsentBeside {
        rule: clause.rule,
        alternative: clause.alternative,
        literal: literal.index,
        relation: explainer.finding_behind(*relation),
        pattern: pattern.collect(),
    })
}

fn value(explainer: &Explainer<'_>, goals: &Goals, solution: &Solution, variable: u32) -> Option<Value> {
    explainer.value(&solution.slots[variable as usize], goals.types[variable as usize])
}

/// An aggregate that somebody wrote; `None` for those by which the law joins declarations of completeness.
fn group(explainer: &Explainer<'_>, found: &Match, variable: u32, aggregate: &AggregateGoal) -> Option<GroupBeside> {
    let is_told = |goal: &Goal| match &goal.kind {
        GoalKind::Match { relation, .. } => {
            !matches!(explainer.model.program.relation(*relation).purpose, Purpose::Declarations(_) | Purpose::Hidden)
        }
        _ => false,
    };
    if !aggregate.body.goals.iter().any(is_told) {
        return None;
    }
    let goals = &explainer.model.goals[found.clause];
    let value = |variable: u32| value(explainer, goals, &found.solution, variable);
    let named = aggregate.injected.iter().filter(|id| **id < goals.named);
    let contributions = explainer.contributions(aggregate, &found.solution);
    let facts =
        contributions.iter().flat_map(|one| explainer.used(&aggregate.body, &[], &one.solution)).collect::<Vec<_>>();
    let clause = &explainer.model.clauses[found.clause];
    Some(GroupBeside {
        rule: clause.rule,
        alternative: clause.alternative,
        op: aggregate.op.name(),
        group: named.filter_map(|id| Some((VarId(*id), value(*id)?))).collect(),
        value: aggregate.result(variable, &value)?,
        members: contributions.len(),
        bases: bases_below(explainer, &facts),
    })
}

/// The records and facts of the text that the canonical derivations of `facts` rest on, in output order.
fn bases_below(explainer: &Explainer<'_>, facts: &[FactId]) -> Vec<Base> {
    let steps = explainer.steps_below(facts, None);
    let bases =
        steps.steps.iter().map(|step| step.fact).filter(|fact| explainer.is_base(*fact)).collect::<BTreeSet<_>>();
    let mut bases = bases.into_iter().map(|fact| base(explainer, fact)).collect::<Vec<_>>();
    bases.sort_by(|a, b| (a.relation, &a.args).cmp(&(b.relation, &b.args)));
    bases
}
