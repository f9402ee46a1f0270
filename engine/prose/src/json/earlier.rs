//! Nodes of earlier parts that later ones look at: declarations of completeness, and which norms are in force.

use std::collections::BTreeMap;

use program::checked::{Program, Purpose, RelId};
use proof::{Node, NodeId, Part};

/// By number.
#[derive(Default)]
pub(super) struct Earlier(BTreeMap<NodeId, Node>);

impl Earlier {
    /// One of them.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.0.get(&id)
    }

    /// Keeps of a part what others may look at: the declarations, and what the legal layer concluded with the norms in force under it.
    pub(super) fn keep(&mut self, part: Part, program: &Program) {
        let is_declared = |relation: RelId| program.relation(relation).purpose == Purpose::Declared;
        let mut in_force = Vec::new();
        for node in &part.derivation.nodes {
            if let Node::Fact { relation, premises, .. } = node
                && !is_declared(*relation)
            {
                in_force.extend(premises.iter().map(|premise| premise.node));
            }
        }
        in_force.sort_unstable();
        let is_kept = |id: NodeId, node: &Node| match node {
            Node::Record { relation, .. } | Node::Given { relation, .. } | Node::Fact { relation, .. } => {
                !is_declared(*relation)
            }
            Node::InForce { .. } => in_force.binary_search(&id).is_ok(),
            _ => false,
        };
        let nodes = (part.first..).zip(part.derivation.nodes);
        self.0.extend(nodes.filter(|(id, node)| is_kept(*id, node)));
    }
}
