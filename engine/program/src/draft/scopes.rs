//! Which variables of an aggregate are those outside.
//!
//! A name in an aggregate's body means the variable outside if it occurs there, in a head or in a literal that holds
//! together with the aggregate (not in another alternative), and does not occur in the aggregate's target. Every other
//! name is local to the aggregate.
//!
//! Where nothing outside gives such a variable a value but the body of a `min` or `max` does, it is a witness: one variable
//! inside and outside, in the target or not.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::build::Scope;
use super::{Aggregate, Body, Node, Rule, Term};
use crate::alternatives::{Signed, alternatives};
use crate::checked::VarId;
use crate::grounded::available;

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

/// For each aggregate that may have witnesses, by its scope: the variables of the scope around it that have values there, in
/// each alternative that it belongs to.
type Around = BTreeMap<usize, Vec<Rc<BTreeSet<VarId>>>>;

/// What is visible in an aggregate's body: its own names, then those around it.
struct Visible<'a> {
    names: BTreeMap<&'a str, VarId>,
    /// The variables of the scope itself, before any of them turned out to be one outside.
    own: &'a BTreeMap<String, VarId>,
    around: Option<&'a Visible<'a>>,
}

impl Resolver<'_> {
    fn rule(&mut self, rule: &mut Rule) {
        rule.heads.iter().flat_map(|head| &head.args).for_each(|term| self.count_term(term, 1));
        if let Some(body) = &rule.body {
            self.count(body, 1);
        }
        let around = rule.body.as_ref().map(|body| around(body, &BTreeSet::new())).unwrap_or_default();
        rule.heads.iter_mut().flat_map(|head| &mut head.args).for_each(|term| self.term(term, &around));
        if let Some(body) = &mut rule.body {
            self.body(body, true, &around);
        }
    }

    fn count(&mut self, body: &Body, by: i64) {
        body.literals(&mut |literal| literal.kind.terms().into_iter().for_each(|term| self.count_term(term, by)));
    }

    fn count_term(&mut self, term: &Term, by: i64) {
        term.variables(&mut |id, _| self.occurrences[id.0 as usize] += by);
    }

    fn body(&mut self, body: &mut Body, positive: bool, around: &Around) {
        match body {
            Body::Not(inner) => self.body(inner, !positive, around),
            Body::Any(parts) if positive => self.alternatives(parts, positive, around),
            Body::All(parts) if !positive => self.alternatives(parts, positive, around),
            Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| self.body(part, positive, around)),
            Body::Literal(_) => body.terms_mut(&mut |term| self.term(term, around)),
        }
    }

    /// Each alternative sees itself but not the others.
    fn alternatives(&mut self, parts: &mut [Body], positive: bool, around: &Around) {
        parts.iter().for_each(|part| self.count(part, -1));
        for part in &mut *parts {
            self.count(part, 1);
            self.body(part, positive, around);
            self.count(part, -1);
        }
        parts.iter().for_each(|part| self.count(part, 1));
    }

    fn term(&mut self, term: &mut Term, around: &Around) {
        term.aggregates_mut(&mut |aggregate| self.aggregate(aggregate, None, around.get(&aggregate.scope)));
    }

    /// `available`: what has values around an aggregate that may have witnesses.
    fn aggregate(
        &mut self,
        aggregate: &mut Aggregate,
        outer: Option<&Visible<'_>>,
        available: Option<&Vec<Rc<BTreeSet<VarId>>>>,
    ) {
        let scope = &self.scopes[aggregate.scope];
        let mut names = BTreeMap::new();
        let mut given = BTreeSet::new();
        let mut candidates = Vec::new();
        for (name, id) in &scope.variables {
            let outside = self.outside(name, outer);
            let in_target = scope.in_target.contains(id);
            let has_value = |own: VarId| available.is_none_or(|sets| sets.iter().any(|set| set.contains(&own)));
            match outside {
                Some(outside) if !self.own(name, outer).is_none_or(has_value) => candidates.push((name, *id, outside)),
                Some(outside) if !in_target => {
                    given.insert(*id);
                    names.insert(name.as_str(), outside);
                    self.inject(aggregate, *id, outside);
                }
                _ => {
                    names.insert(name.as_str(), *id);
                    aggregate.local.push(*id);
                }
            }
        }
        let inside = if candidates.is_empty() { BTreeSet::new() } else { inside(&aggregate.body, &given) };
        for (name, id, outside) in candidates {
            names.insert(name, outside);
            if inside.contains(&id) {
                self.same_as[id.0 as usize] = outside;
                aggregate.witnesses.push(outside);
            } else {
                given.insert(id);
                self.inject(aggregate, id, outside);
            }
        }
        let visible = Visible { names, own: &scope.variables, around: outer };
        let around = around(&aggregate.body, &given);
        let mut needed = Vec::new();
        let mut inner = |term: &mut Term| {
            term.aggregates_mut(&mut |inner| {
                self.aggregate(inner, Some(&visible), around.get(&inner.scope));
                needed.extend_from_slice(&inner.injected);
            });
        };
        aggregate.target.iter_mut().for_each(&mut inner);
        aggregate.body.terms_mut(&mut inner);
        // What an inner aggregate takes from outside passes through this one.
        let Aggregate { injected, local, witnesses, .. } = aggregate;
        injected.extend(needed.into_iter().filter(|id| !local.contains(id) && !witnesses.contains(id)));
    }

    fn inject(&mut self, aggregate: &mut Aggregate, id: VarId, outside: VarId) {
        self.same_as[id.0 as usize] = outside;
        aggregate.injected.push(outside);
    }

    /// The variable of this name of the scope right around an aggregate.
    fn own(&self, name: &str, outer: Option<&Visible<'_>>) -> Option<VarId> {
        outer.map_or(&self.scopes[0].variables, |outer| outer.own).get(name).copied()
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

/// What has values around the aggregates of a body, provided that `given` have. `min` and `max` in literals without `!` may have
/// witnesses; what has a value in any alternative is none.
fn around(body: &Body, given: &BTreeSet<VarId>) -> Around {
    let mut around = Around::new();
    if !has_extremum(body) {
        return around;
    }
    for alternative in alternatives(body).unwrap_or_default() {
        let available = Rc::new(available(&alternative, given));
        for Signed { literal, .. } in alternative.iter().filter(|signed| signed.positive) {
            let mut add = |aggregate: &Aggregate| {
                if aggregate.op.is_extremum() {
                    around.entry(aggregate.scope).or_default().push(Rc::clone(&available));
                }
            };
            literal.kind.terms().into_iter().for_each(|term| term.aggregates(&mut add));
        }
    }
    around
}

fn has_extremum(body: &Body) -> bool {
    let mut found = false;
    body.literals(&mut |literal| {
        let mut look = |aggregate: &Aggregate| found |= aggregate.op.is_extremum();
        literal.kind.terms().into_iter().for_each(|term| term.aggregates(&mut look));
    });
    found
}

/// What has values in an aggregate's body, provided that `given` have.
fn inside(body: &Body, given: &BTreeSet<VarId>) -> BTreeSet<VarId> {
    let literals = alternatives(body).and_then(|alternatives| alternatives.into_iter().next());
    available(&literals.unwrap_or_default(), given)
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

/// The lists of variables of every aggregate ascend.
pub(super) fn sort_aggregates(rule: &mut Rule) {
    let mut sort = |term: &mut Term| term.aggregates_mut(&mut sort_aggregate);
    rule.heads.iter_mut().flat_map(|head| &mut head.args).for_each(&mut sort);
    rule.body.iter_mut().for_each(|body| body.terms_mut(&mut sort));
}

fn sort_aggregate(aggregate: &mut Aggregate) {
    for ids in [&mut aggregate.injected, &mut aggregate.local, &mut aggregate.witnesses] {
        ids.sort_unstable();
        ids.dedup();
    }
    aggregate.target.iter_mut().for_each(|target| target.aggregates_mut(&mut sort_aggregate));
    aggregate.body.terms_mut(&mut |term| term.aggregates_mut(&mut sort_aggregate));
}
