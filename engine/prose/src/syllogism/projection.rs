//! Collapsing projections.

use eval::Model;
use proof::{Derivation, Node, NodeId};

/// For each node the one that it rests on through projections alone; for a node that is none, itself.
///
/// A projection says a part of what one other fact says, by a rule with that premise alone, which cites no norm and is no clue or element:
/// `seized(x) :- seizure(_, x, _)`. It is told in its own words, with what stands behind the other fact. One pass, since premises
/// have smaller numbers.
pub(super) fn grounds(derivation: &Derivation, model: &Model<'_>) -> Vec<NodeId> {
    let mut grounds: Vec<NodeId> = (0..derivation.nodes.len()).collect();
    for (id, node) in derivation.nodes.iter().enumerate() {
        let Node::Fact { rule, premises, .. } = node else { continue };
        let rule = &model.program.rules[*rule];
        let speaks =
            !rule.norms.is_empty() || rule.clue.is_some() || !rule.elements.is_empty() || rule.lighter.is_some();
        if let [only] = &premises[..]
            && only.role.is_none()
            && !speaks
            && matches!(derivation.nodes[only.node], Node::Record { .. } | Node::Given { .. } | Node::Fact { .. })
            && !derivation.replaced.contains_key(&id)
        {
            grounds[id] = grounds[only.node];
        }
    }
    grounds
}
