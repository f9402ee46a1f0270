//! Which variables of an aggregate are those outside.
//!
//! A name in an aggregate's body means the variable outside if it occurs there, in a head or in a literal that holds
//! together with the aggregate (not in another alternative), and does not occur in the aggregate's target. Every other
//! name is local to the aggregate.

use std::collections::BTreeMap;

use super::build::Scope;
use super::{Aggregate, Body, Node, Rule, Term};
use crate::checked::VarId;

/// Joins the variables of aggregates with those outside, fills `injected` and `local`, and numbers the variables anew in
/// the order of first occurrence.
pub(super) fn resolve(rule: &mut Rule, scopes: &[Scope]) {
    if scopes.len() > 1 {
        let same_as = (0..rule.variables.len() as u32).map(VarId).collect();
        let mut resolver = Resolver { scopes, occurrences: vec![0; rule.variables.len()], same_as };
        resolver.rule(rule);
        let same_as = resolver.same_as;
        renumber(rule, &same_as);
    }
}

struct Resolver<'a> {
    scopes: &'a [Scope],
    /// How often each variable of the rule's scope occurs where the present literal's alternative can see it.
    occurrences: Vec<i64>,
    /// The variable that each variable turned out to be.
    same_as: Vec<VarId>,
}

/// What is visible in an aggregate's body: its own names, then those around it.
struct Visible<'a> {
    names: BTreeMap<&'a str, VarId>,
    around: Option<&'a Visible<'a>>,
}

impl Resolver<'_> {
    fn rule(&mut self, rule: &mut Rule) {
        rule.heads.iter().flat_map(|head| &head.args).for_each(|term| self.count_term(term, 1));
        if let Some(body) = &rule.body {
            self.count(body, 1);
        }
        rule.heads.iter_mut().flat_map(|head| &mut head.args).for_each(|term| self.term(term));
        if let Some(body) = &mut rule.body {
            self.body(body, true);
        }
    }

    fn count(&mut self, body: &Body, by: i64) {
        body.literals(&mut |literal| literal.kind.terms().into_iter().for_each(|term| self.count_term(term, by)));
    }

    fn count_term(&mut self, term: &Term, by: i64) {
        term.variables(&mut |id, _| self.occurrences[id.0 as usize] += by);
    }

    fn body(&mut self, body: &mut Body, positive: bool) {
        match body {
            Body::Not(inner) => self.body(inner, !positive),
            Body::Any(parts) if positive => self.alternatives(parts, positive),
            Body::All(parts) if !positive => self.alternatives(parts, positive),
            Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| self.body(part, positive)),
            Body::Literal(_) => body.terms_mut(&mut |term| self.term(term)),
        }
    }

    /// Each alternative sees itself but not the others.
    fn alternatives(&mut self, parts: &mut [Body], positive: bool) {
        parts.iter().for_each(|part| self.count(part, -1));
        for part in &mut *parts {
            self.count(part, 1);
            self.body(part, positive);
            self.count(part, -1);
        }
        parts.iter().for_each(|part| self.count(part, 1));
    }

    fn term(&mut self, term: &mut Term) {
        term.aggregates_mut(&mut |aggregate| {
            self.aggregate(aggregate, None);
        });
    }

    fn aggregate(&mut self, aggregate: &mut Aggregate, around: Option<&Visible<'_>>) {
        let scope = &self.scopes[aggregate.scope];
        let mut names = BTreeMap::new();
        for (name, id) in &scope.variables {
            let outside = if scope.in_target.contains(id) { None } else { self.outside(name, around) };
            match outside {
                Some(outside) => {
                    self.same_as[id.0 as usize] = outside;
                    aggregate.injected.push(outside);
                }
                None => aggregate.local.push(*id),
            }
            names.insert(name.as_str(), outside.unwrap_or(*id));
        }
        let visible = Visible { names, around };
        let mut needed = Vec::new();
        let mut inner = |term: &mut Term| {
            term.aggregates_mut(&mut |inner| {
                self.aggregate(inner, Some(&visible));
                needed.extend_from_slice(&inner.injected);
            });
        };
        aggregate.target.iter_mut().for_each(&mut inner);
        aggregate.body.terms_mut(&mut inner);
        // What an inner aggregate takes from outside passes through this one.
        aggregate.injected.extend(needed.into_iter().filter(|id| !aggregate.local.contains(id)));
    }

    /// The variable that `name` means around an aggregate.
    fn outside(&self, name: &str, around: Option<&Visible<'_>>) -> Option<VarId> {
        let mut level = around;
        while let Some(visible) = level {
            if let Some(id) = visible.names.get(name) {
                return Some(*id);
            }
            level = visible.around;
        }
        self.scopes[0].variables.get(name).copied().filter(|id| self.occurrences[id.0 as usize] > 0)
    }
}

/// Variables that are the same get one number; numbers ascend in the order of first occurrence.
fn renumber(rule: &mut Rule, same_as: &[VarId]) {
    let nodes: BTreeMap<Node, Node> = (rule.variables.iter().zip(same_as))
        .map(|(variable, id)| (variable.node, rule.variables[id.0 as usize].node))
        .collect();
    for field in &mut rule.in_fields {
        field.node = nodes.get(&field.node).copied().unwrap_or(field.node);
    }
    let mut numbers: BTreeMap<VarId, VarId> = BTreeMap::new();
    let mut variables = Vec::new();
    for (variable, id) in rule.variables.iter().zip(same_as) {
        numbers.entry(*id).or_insert_with(|| {
            let node = rule.variables[id.0 as usize].node;
            variables.push(super::Variable { node, ..variable.clone() });
            VarId(variables.len() as u32 - 1)
        });
    }
    rule.variables = variables;
    rule.every_variable_mut(&mut |id| *id = numbers[&same_as[id.0 as usize]]);
    sort_aggregates(rule);
}

fn sort_aggregates(rule: &mut Rule) {
    let mut sort = |term: &mut Term| term.aggregates_mut(&mut sort_aggregate);
    rule.heads.iter_mut().flat_map(|head| &mut head.args).for_each(&mut sort);
    rule.body.iter_mut().for_each(|body| body.terms_mut(&mut sort));
}

fn sort_aggregate(aggregate: &mut Aggregate) {
    for ids in [&mut aggregate.injected, &mut aggregate.local] {
        ids.sort_unstable();
        ids.dedup();
    }
    aggregate.target.iter_mut().for_each(|target| target.aggregates_mut(&mut sort_aggregate));
    aggregate.body.terms_mut(&mut |term| term.aggregates_mut(&mut sort_aggregate));
}
