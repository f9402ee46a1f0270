//! The literals of a rule.

use crate::checked::{Body, Literal, LiteralKind, RelId, Rule, Term};

/// How a rule reads a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    /// Its tuples, perhaps in an aggregate.
    Tuples,
    /// `!`
    Negated,
    /// `not`, `unless`, `but .. when`
    Absent,
}

/// Calls `visit` for each literal, with false where it stands under an odd number of `!`.
pub(crate) fn literals<'r>(body: &'r Body, positive: bool, visit: &mut dyn FnMut(&'r Literal, bool)) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| literals(part, positive, visit)),
        Body::Not(inner) => literals(inner, !positive, visit),
        Body::Literal(literal) => visit(literal, positive),
    }
}

/// Calls `visit` for each literal that must hold wherever the body does, with false for `!`.
pub(crate) fn premises<'r>(body: &'r Body, visit: &mut dyn FnMut(&'r Literal, bool)) {
    match body {
        Body::All(parts) => parts.iter().for_each(|part| premises(part, visit)),
        Body::Any(parts) if parts.len() == 1 => premises(&parts[0], visit),
        Body::Any(_) => {}
        Body::Not(inner) => {
            if let Body::Literal(literal) = &**inner {
                visit(literal, false);
            }
        }
        Body::Literal(literal) => visit(literal, true),
    }
}

/// Calls `visit` for each atom of the rule with the literal it stands in, those of aggregates included.
pub(crate) fn atoms<'r>(rule: &'r Rule, visit: &mut dyn FnMut(RelId, Reads, &'r Literal)) {
    rule.heads.iter().flat_map(|head| &head.args).for_each(|term| in_term(term, visit));
    in_body(&rule.body, visit);
}

fn in_body<'r>(body: &'r Body, visit: &mut dyn FnMut(RelId, Reads, &'r Literal)) {
    literals(body, true, &mut |literal, positive| {
        match &literal.kind {
            LiteralKind::Atom(atom) if positive => visit(atom.relation, Reads::Tuples, literal),
            LiteralKind::Atom(atom) => visit(atom.relation, Reads::Negated, literal),
            LiteralKind::Absent(absent) => visit(absent.atom.relation, Reads::Absent, literal),
            _ => {}
        }
        literal.kind.terms().into_iter().for_each(|term| in_term(term, visit));
    });
}

fn in_term<'r>(term: &'r Term, visit: &mut dyn FnMut(RelId, Reads, &'r Literal)) {
    if let Term::Aggregate(aggregate) = term {
        aggregate.target.iter().for_each(|target| in_term(target, visit));
        in_body(&aggregate.body, visit);
    }
    term.children().into_iter().for_each(|child| in_term(child, visit));
}
