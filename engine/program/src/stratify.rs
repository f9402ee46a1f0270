//! Strata of a program whose rules were rewritten.

use crate::checked::{Body, Law, Literal, LiteralKind, Program, RelId, Rule, Stratum, Term};
use crate::strata::{Edge, Reads, circle_through, layers};

/// What came of it.
#[derive(Debug)]
pub struct Stratified {
    /// For [`Program::strata`].
    pub strata: Vec<Stratum>,
    /// Relations each of which reads the next one, the last one being the first, and the first reads the second one's absences or all of
    /// its tuples: then no strata exist.
    pub circle: Option<Vec<RelId>>,
}

/// The strata of rules that need not be those that were checked. [`Program::strata`] is not looked at.
pub fn stratify(program: &Program) -> Stratified {
    let mut edges = program.rules.iter().flat_map(edges).collect::<Vec<_>>();
    edges.extend(program.subsumptions.iter().flat_map(self::edges).filter(|edge| edge.head != edge.body));
    for (number, relation) in (0..).zip(&program.relations) {
        if let Law::DeltaOf(body) = relation.law {
            edges.push(Edge { head: RelId(number), body, reads: Reads::Positively, span: relation.span });
        }
    }
    let layers = layers(program.relations.len(), &edges);
    let circle = circle_through(&edges, &layers);
    Stratified { strata: layers.strata, circle }
}

fn edges(rule: &Rule) -> Vec<Edge> {
    let mut edges = Vec::new();
    for head in &rule.heads {
        let mut add =
            |body: RelId, reads: Reads| edges.push(Edge { head: head.relation, body, reads, span: rule.span });
        rule.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, &mut add));
        in_body(&rule.body, true, &mut add);
    }
    edges
}

fn in_body(body: &Body, positive: bool, add: &mut dyn FnMut(RelId, Reads)) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| in_body(part, positive, add)),
        Body::Not(inner) => in_body(inner, !positive, add),
        Body::Literal(literal) => in_literal(literal, positive, add),
    }
}

fn in_literal(literal: &Literal, positive: bool, add: &mut dyn FnMut(RelId, Reads)) {
    match &literal.kind {
        LiteralKind::Atom(atom) => add(atom.relation, if positive { Reads::Positively } else { Reads::Negated }),
        LiteralKind::Absent(absent) => add(absent.atom.relation, Reads::Negated),
        _ => {}
    }
    literal.kind.terms().into_iter().for_each(|term| in_term(term, add));
}

fn in_term(term: &Term, add: &mut dyn FnMut(RelId, Reads)) {
    if let Term::Aggregate(aggregate) = term {
        aggregate.target.iter().for_each(|target| in_term(target, add));
        in_body(&aggregate.body, true, &mut |relation, _| add(relation, Reads::Aggregated));
    }
    term.children().into_iter().for_each(|child| in_term(child, add));
}
