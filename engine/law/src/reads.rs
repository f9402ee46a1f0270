//! Which relations a rule reads.

use program::checked::{Body, LiteralKind, RelId, Rule, Term};

use crate::walk;

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

/// Calls `visit` for each atom of the rule's body, those in aggregates (of heads also) included.
pub(crate) fn reads(rule: &Rule, visit: &mut dyn FnMut(RelId, Reads)) {
    in_body(&rule.body, None, visit);
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, visit));
}

fn in_body(body: &Body, within: Option<Reads>, visit: &mut dyn FnMut(RelId, Reads)) {
    walk::literals(body, true, &mut |literal, positive| {
        match &literal.kind {
            LiteralKind::Atom(atom) if positive => visit(atom.relation, within.unwrap_or(Reads::Tuples)),
            LiteralKind::Atom(atom) => visit(atom.relation, Reads::Negated),
            LiteralKind::Absent(absent) if positive => visit(absent.atom.relation, Reads::Absent),
            LiteralKind::Absent(absent) => visit(absent.atom.relation, within.unwrap_or(Reads::Tuples)),
            _ => {}
        }
        literal.kind.terms().into_iter().for_each(|term| in_term(term, visit));
    });
}

fn in_term(term: &Term, visit: &mut dyn FnMut(RelId, Reads)) {
    walk::aggregates(term, &mut |aggregate| {
        aggregate.target.iter().for_each(|target| in_term(target, visit));
        in_body(&aggregate.body, Some(Reads::Aggregated), visit);
    });
}
