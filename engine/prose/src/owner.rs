//! Which rule a step's variables belong to.

use proof::{Derivation, Node, NodeId};

/// For every node the rule in whose body it stands, where it stands in one and is not a fact of its own.
///
/// Only aggregates need it: their groups name variables. One pass from conclusions to premises, since premises have smaller
/// numbers.
pub(crate) fn owners(derivation: &Derivation) -> Vec<Option<usize>> {
    owners_in(&derivation.nodes, 0)
}

/// The same of the nodes of a part, the first of which has the number `first`. What stands in a rule's body has its node in the same part.
pub(crate) fn owners_in(nodes: &[Node], first: NodeId) -> Vec<Option<usize>> {
    let mut owners = vec![None; nodes.len()];
    for id in (0..nodes.len()).rev() {
        let rule = match &nodes[id] {
            Node::Fact { rule, .. } => Some(*rule),
            _ => owners[id],
        };
        for premise in nodes[id].premises().filter_map(|premise| premise.checked_sub(first)) {
            if !matches!(nodes[premise], Node::Fact { .. }) {
                owners[premise] = rule;
            }
        }
    }
    owners
}
