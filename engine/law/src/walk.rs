//! Variables of bodies, looked at and renamed.

use program::checked::{Aggregate, Body, Literal, LiteralKind, Term, VarId};

/// Calls `visit` with each variable in the body, those inside of aggregates included.
pub(crate) fn body_variables(body: &mut Body, visit: &mut dyn FnMut(&mut VarId)) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| body_variables(part, visit)),
        Body::Not(inner) => body_variables(inner, visit),
        Body::Literal(literal) => kind_variables(&mut literal.kind, visit),
    }
}

fn kind_variables(kind: &mut LiteralKind, visit: &mut dyn FnMut(&mut VarId)) {
    if let LiteralKind::InForce { day, .. } = kind {
        visit(day);
    }
    kind.terms_mut().into_iter().for_each(|term| term_variables(term, visit));
}

/// Calls `visit` with each variable in the term, those inside of aggregates included. Recursion is bounded by the nesting of terms.
pub(crate) fn term_variables(term: &mut Term, visit: &mut dyn FnMut(&mut VarId)) {
    match term {
        Term::Variable(id) => visit(id),
        Term::Aggregate(aggregate) => aggregate_variables(aggregate, visit),
        term => term.children_mut().into_iter().for_each(|child| term_variables(child, visit)),
    }
}

fn aggregate_variables(aggregate: &mut Aggregate, visit: &mut dyn FnMut(&mut VarId)) {
    let Aggregate { target, body, injected, local, witnesses, .. } = aggregate;
    for list in [injected, local, witnesses] {
        list.iter_mut().for_each(&mut *visit);
        list.sort_unstable();
    }
    target.iter_mut().for_each(|target| term_variables(target, visit));
    body_variables(body, visit);
}

/// Calls `visit` with each literal that does not stand inside of an aggregate, and whether it stands under an even number of `!`.
pub(crate) fn literals<'b>(body: &'b Body, positive: bool, visit: &mut dyn FnMut(&'b Literal, bool)) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| literals(part, positive, visit)),
        Body::Not(inner) => literals(inner, !positive, visit),
        Body::Literal(literal) => visit(literal, positive),
    }
}

/// [`literals`], and those inside of aggregates.
pub(crate) fn all_literals<'b>(body: &'b Body, positive: bool, visit: &mut dyn FnMut(&'b Literal, bool)) {
    literals(body, positive, &mut |literal, positive| {
        visit(literal, positive);
        for term in literal.kind.terms() {
            aggregates(term, &mut |aggregate| all_literals(&aggregate.body, true, visit));
        }
    });
}

/// Calls `visit` with each aggregate in the term, those inside of others excepted.
pub(crate) fn aggregates<'t>(term: &'t Term, visit: &mut dyn FnMut(&'t Aggregate)) {
    match term {
        Term::Aggregate(aggregate) => visit(aggregate),
        term => term.children().into_iter().for_each(|child| aggregates(child, visit)),
    }
}
