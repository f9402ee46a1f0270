//! Which rule a step's variables belong to.

use proof::{Derivation, Node};

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
        for premise in derivation.nodes[id].premises() {
            if !matches!(derivation.nodes[premise], Node::Fact { .. }) {
                owners[premise] = rule;
            }
        }
    }
    owners
}
