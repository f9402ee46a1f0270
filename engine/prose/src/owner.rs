//! Which rule a step's variables belong to.

use proof::{Derivation, Node, NodeId};

/// For every node the rule in whose body it stands, where it stands in one and is not a fact of its own.
///
/// Only aggregates need it: their groups name variables. One pass from conclusions to premises, since premises have smaller
/// numbers.
pub(crate) fn owners(derivation: &Derivation) -> Vec<Option<usize>> {
    let mut owners = vec![None; derivation.nodes.len()];
    for id in (0..derivation.nodes.len()).rev() {
        let rule = match &derivation.nodes[id] {
            Node::Fact { rule, .. } => Some(*rule),
            _ => owners[id],
        };
        for premise in premises(&derivation.nodes[id]) {
            if !matches!(derivation.nodes[premise], Node::Fact { .. }) {
                owners[premise] = rule;
            }
        }
    }
    owners
}

/// Everything a node rests on, in text order.
pub(crate) fn premises(node: &Node) -> Box<dyn Iterator<Item = NodeId> + '_> {
    match node {
        Node::Record { .. } | Node::Given { .. } | Node::Precedence { .. } => Box::new(std::iter::empty()),
        Node::Implied { links, .. } => Box::new(links.iter().map(|link| link.node)),
        Node::Repeated { of, .. } => Box::new(of.iter().copied()),
        Node::Fact { premises, .. } => Box::new(premises.iter().map(|premise| premise.node)),
        Node::Comparison { premises, .. }
        | Node::Computation { premises, .. }
        | Node::Absence { premises, .. }
        | Node::InForce { premises, .. }
        | Node::Parameter { premises, .. } => Box::new(premises.iter().copied()),
        Node::Aggregate { members, .. } => {
            Box::new(members.iter().flat_map(|member| &member.premises).map(|premise| premise.node))
        }
    }
}
