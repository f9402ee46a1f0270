//! How often steps are referred to.

use proof::Derivation;

use super::step::{Edge, Steps};

/// By node, how many of the edges that are told lead to it; being asked about counts as one.
pub(super) fn references(steps: &Steps<'_>, derivation: &Derivation) -> Vec<u32> {
    let mut references = vec![0; derivation.nodes.len()];
    let mut open = derivation.answers.iter().copied().map(Edge::root).collect::<Vec<_>>();
    while let Some(edge) = open.pop() {
        if let Some(id) = edge.node() {
            references[id] += 1;
            if references[id] > 1 {
                continue;
            }
        }
        open.extend(steps.below(&edge));
    }
    references
}
