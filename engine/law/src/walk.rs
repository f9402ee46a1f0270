//! Variables of bodies, to be renamed.

use program::checked::{Aggregate, Body, LiteralKind, Term, VarId};

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
