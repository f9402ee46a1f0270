//! Which relations a rule reads.

use program::checked::{Read, RelId, Rule};

/// How a rule reads a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    /// Its tuples.
    Tuples,
    /// All tuples, in an aggregate.
    Aggregated,
    /// `!`: the tuples that are not there.
    Negated,
    /// `not`, `unless`: those that are known not to be there.
    Absent,
}

/// Calls `visit` for each atom of the rule, those in aggregates (of heads also) included.
pub(crate) fn reads(rule: &Rule, visit: &mut dyn FnMut(RelId, Reads)) {
    rule.atoms(&mut |Read { atom, absent, positive, in_aggregate, .. }| {
        let how = match (absent, positive) {
            (true, true) => Reads::Absent,
            (false, false) => Reads::Negated,
            _ if in_aggregate => Reads::Aggregated,
            _ => Reads::Tuples,
        };
        visit(atom.relation, how);
    });
}
