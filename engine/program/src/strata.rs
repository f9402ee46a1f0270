//! Which relations need which, and in which order they can be computed.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use diagnostics::Span;

use crate::alternatives::Signed;
use crate::checked::{Law, RelId, Stratum};
use crate::draft::{Aggregate, Body, LiteralKind, Rule, Term};
use crate::graph::components;
use crate::relations::Relations;
use crate::rules::Rules;

/// How a rule reads a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reads {
    /// Its tuples.
    Positively,
    /// That it lacks a tuple.
    Negated,
    /// All of its tuples, in an aggregate.
    Aggregated,
}

/// A head relation that reads a body relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edge {
    pub(crate) head: RelId,
    pub(crate) body: RelId,
    pub(crate) reads: Reads,
    /// The atom read.
    pub(crate) span: Span,
}

/// The relations that rules and subsumptions read, in source order, and those that are observed. That a subsumption reads the relation
/// whose tuples it compares makes no circle.
pub(crate) fn all_edges(rules: &Rules, relations: &Relations) -> Vec<Edge> {
    let mut all = edges(&rules.drafts);
    all.extend(edges(&rules.dominances).into_iter().filter(|edge| edge.head != edge.body));
    for (number, declared) in (0..).zip(&relations.all) {
        if let Law::DeltaOf(body) = declared.law {
            all.push(Edge { head: RelId(number), body, reads: Reads::Positively, span: declared.span });
        }
    }
    all
}

/// The relations that the rules read, in source order.
pub(crate) fn edges(rules: &[Rule]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for rule in rules {
        let mut read = Vec::new();
        rule.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, &mut read));
        rule.body.iter().for_each(|body| in_body(body, true, None, &mut read));
        for head in rule.heads.iter().filter_map(|head| head.relation) {
            edges.extend(read.iter().map(|(body, reads, span)| Edge { head, body: *body, reads: *reads, span: *span }));
        }
    }
    edges
}

type Read = (RelId, Reads, Span);

fn in_body(body: &Body, positive: bool, within: Option<Reads>, read: &mut Vec<Read>) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| in_body(part, positive, within, read)),
        Body::Not(inner) => in_body(inner, !positive, within, read),
        Body::Literal(literal) => in_literal(Signed { literal, positive }, within, read),
    }
}

fn in_literal(signed: Signed<'_>, within: Option<Reads>, read: &mut Vec<Read>) {
    let (atom, positive) = match &signed.literal.kind {
        LiteralKind::Atom(atom) => (Some(atom), signed.positive),
        LiteralKind::Absent(absent) => (Some(&absent.atom), false),
        _ => (None, true),
    };
    if let Some(atom) = atom
        && let Some(relation) = atom.relation
    {
        let reads = if positive { Reads::Positively } else { Reads::Negated };
        read.push((relation, within.unwrap_or(reads), atom.span));
    }
    signed.literal.kind.terms().into_iter().for_each(|term| in_term(term, read));
}

fn in_term(term: &Term, read: &mut Vec<Read>) {
    term.aggregates(&mut |aggregate: &Aggregate| {
        aggregate.target.iter().for_each(|target| in_term(target, read));
        in_body(&aggregate.body, true, Some(Reads::Aggregated), read);
    });
}

/// Components and strata.
#[derive(Debug)]
pub(crate) struct Layers {
    /// The component of each relation.
    pub(crate) components: Vec<usize>,
    /// Bottom up; among those that could come next, the one with the relation declared first.
    pub(crate) strata: Vec<Stratum>,
    /// The relations that each relation reads.
    pub(crate) next: Vec<Vec<usize>>,
}

/// The layers of so many relations.
pub(crate) fn layers(count: usize, edges: &[Edge]) -> Layers {
    let mut next = vec![Vec::new(); count];
    for edge in edges {
        next[edge.head.0 as usize].push(edge.body.0 as usize);
    }
    for targets in &mut next {
        targets.sort_unstable();
        targets.dedup();
    }
    let components = components(&next);
    let mut component_of = vec![0; count];
    for (number, component) in components.iter().enumerate() {
        component.iter().for_each(|relation| component_of[*relation] = number);
    }
    let order = bottom_up(&components, &component_of, &next);
    let stratum = |number: usize| {
        let members = &components[number];
        let recursive = members.len() > 1 || next[members[0]].contains(&members[0]);
        Stratum { relations: members.iter().map(|relation| RelId(*relation as u32)).collect(), recursive }
    };
    let strata = order.into_iter().map(stratum).collect();
    Layers { components: component_of, strata, next }
}

/// The components in the order described at [`Layers::strata`].
fn bottom_up(components: &[Vec<usize>], component_of: &[usize], next: &[Vec<usize>]) -> Vec<usize> {
    let mut readers = vec![Vec::new(); components.len()];
    let mut missing = vec![0usize; components.len()];
    for (number, component) in components.iter().enumerate() {
        let mut needed: Vec<usize> =
            component.iter().flat_map(|member| &next[*member]).map(|to| component_of[*to]).collect();
        needed.sort_unstable();
        needed.dedup();
        for below in needed.into_iter().filter(|below| *below != number) {
            readers[below].push(number);
            missing[number] += 1;
        }
    }
    let ready = |number: usize| Reverse((components[number][0], number));
    let mut heap: BinaryHeap<_> = (0..components.len()).filter(|number| missing[*number] == 0).map(ready).collect();
    let mut order = Vec::with_capacity(components.len());
    while let Some(Reverse((_, number))) = heap.pop() {
        order.push(number);
        for &reader in &readers[number] {
            missing[reader] -= 1;
            if missing[reader] == 0 {
                heap.push(ready(reader));
            }
        }
    }
    order
}

/// The first circle that leads through a negation or an aggregation.
pub(crate) fn circle_through(edges: &[Edge], layers: &Layers) -> Option<Vec<RelId>> {
    let Layers { components, next, .. } = layers;
    let inside = |edge: &&Edge| components[edge.head.0 as usize] == components[edge.body.0 as usize];
    let edge = edges.iter().filter(inside).find(|edge| edge.reads != Reads::Positively)?;
    Some(std::iter::once(edge.head).chain(way(edge.body, edge.head, next, components)).collect())
}

/// A shortest way inside a component; only the start where both are the same.
pub(crate) fn way(from: RelId, to: RelId, next: &[Vec<usize>], component_of: &[usize]) -> Vec<RelId> {
    let (from, to) = (from.0 as usize, to.0 as usize);
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::from([(from, from)]);
    let mut queue = VecDeque::from([from]);
    while let Some(at) = queue.pop_front() {
        if at == to {
            break;
        }
        for &target in next[at].iter().filter(|target| component_of[**target] == component_of[from]) {
            came_from.entry(target).or_insert_with(|| {
                queue.push_back(target);
                at
            });
        }
    }
    let mut way = vec![RelId(to as u32)];
    let mut at = to;
    while at != from {
        let Some(before) = came_from.get(&at) else { break };
        at = *before;
        way.push(RelId(at as u32));
    }
    way.reverse();
    way
}
