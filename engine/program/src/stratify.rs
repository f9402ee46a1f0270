//! Strata of a program whose rules were rewritten.

use crate::checked::{Law, Program, Read, RelId, Rule, Stratum};
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
        rule.atoms(&mut |read| {
            let reads = match read {
                Read { in_aggregate: true, .. } => Reads::Aggregated,
                Read { absent: false, positive: true, .. } => Reads::Positively,
                _ => Reads::Negated,
            };
            edges.push(Edge { head: head.relation, body: read.atom.relation, reads, span: rule.span });
        });
    }
    edges
}
