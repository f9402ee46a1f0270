//! Which literal of a rule's text a step fulfils.

use proof::{Derivation, Node, NodeId};

/// A literal of a rule, with the values that its variables had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// The conclusion of the rule.
    pub(super) fact: NodeId,
    /// [`program::checked::Literal::index`].
    pub(super) literal: u32,
}

/// For each comparison, computation, parameter and aggregate the literal that it fulfils, if one by itself; of several the first conclusion's.
pub(super) fn origins(derivation: &Derivation) -> Vec<Option<Origin>> {
    let mut origins = vec![None; derivation.nodes.len()];
    for (fact, node) in derivation.nodes.iter().enumerate() {
        let Node::Fact { premises, .. } = node else { continue };
        for (number, premise) in premises.iter().enumerate() {
            let Some(literal) = premise.literal else { continue };
            // What computes an argument of an atom stands right before the fact with the literal of that atom.
            let is_last = premises.get(number + 1).is_none_or(|next| next.literal != premise.literal);
            if is_last && origins[premise.node].is_none() {
                origins[premise.node] = Some(Origin { fact, literal });
            }
        }
    }
    origins
}
