//! What literals ground, and what terms need.

use std::collections::BTreeSet;

use values::Primitive;

use super::closure::Closure;
use crate::alternatives::Signed;
use crate::checked::{Comparison, VarId};
use crate::draft::{LiteralKind, Rule, Term};
use crate::infer::Primitives;

/// The variables whose values the value of `term` needs.
pub(super) fn of_term(term: &Term, visit: &mut dyn FnMut(VarId)) {
    term.variables(&mut |id, _| visit(id));
    term.aggregates(&mut |aggregate| aggregate.injected.iter().for_each(|id| visit(*id)));
}

/// Enters what a literal grounds.
pub(super) fn learn(closure: &mut Closure, signed: &Signed<'_>, rule: &Rule, primitives: &Primitives) {
    match &signed.literal.kind {
        LiteralKind::Atom(atom) if signed.positive => {
            for term in &atom.args {
                all_inside_broken(term, closure);
                taken_apart(closure, term, &BTreeSet::new(), rule, primitives);
            }
        }
        LiteralKind::Compare { op, left, right } => {
            let op = if signed.positive { *op } else { op.negated() };
            if op == Comparison::Equal {
                equal(closure, left, right, rule, primitives);
                equal(closure, right, left, rule, primitives);
            }
        }
        LiteralKind::Broken(terms) => {
            terms.iter().for_each(|term| term.variables(&mut |id, _| closure.ground(id)));
        }
        _ => {}
    }
}

/// `target = source`: the variables on the left have values once the other side has one.
fn equal(closure: &mut Closure, target: &Term, source: &Term, rule: &Rule, primitives: &Primitives) {
    all_inside_broken(source, closure);
    if is_quotient(source, rule, primitives) || has_wildcard(source) {
        return;
    }
    let mut needed = BTreeSet::new();
    of_term(source, &mut |id| {
        needed.insert(id);
    });
    if let (Term::Broken { .. }, Some(id)) = (source, variable(target, rule, primitives)) {
        return closure.depends(id, &needed);
    }
    taken_apart(closure, target, &needed, rule, primitives);
}

/// The variables that `term` is or holds in its fields have values once all of `needed` have.
fn taken_apart(closure: &mut Closure, term: &Term, needed: &BTreeSet<VarId>, rule: &Rule, primitives: &Primitives) {
    if let Term::Composite(composite) = term {
        composite.args.iter().for_each(|arg| taken_apart(closure, arg, needed, rule, primitives));
    } else if let Some(id) = variable(term, rule, primitives)
        && !needed.contains(&id)
    {
        closure.depends(id, needed);
    }
}

/// True for a value that is only there to take another one apart.
fn has_wildcard(term: &Term) -> bool {
    let mut found = matches!(term, Term::Wildcard(_));
    term.children(&mut |child| found |= has_wildcard(child));
    found
}

/// What stands in something reported may be bound there.
fn all_inside_broken(term: &Term, closure: &mut Closure) {
    if let Term::Broken { inside, .. } = term {
        inside.iter().for_each(|term| term.variables(&mut |id, _| closure.ground(id)));
    }
    term.children(&mut |child| all_inside_broken(child, closure));
}

/// The variable that a term is, looking through casts that change nothing.
pub(super) fn variable(term: &Term, rule: &Rule, primitives: &Primitives) -> Option<VarId> {
    match term {
        Term::Variable(id, _) => Some(*id),
        Term::Cast { operand, node, .. } if primitives.term(rule, operand) == primitives.node(*node) => {
            variable(operand, rule, primitives)
        }
        _ => None,
    }
}

/// True for `a / b` of decimals, which can be compared but has no value.
pub(super) fn is_quotient(term: &Term, rule: &Rule, primitives: &Primitives) -> bool {
    let operation = match term {
        Term::Chain { rest, .. } => rest.last().map(|link| link.operation),
        _ => None,
    };
    operation.is_some_and(|operation| operation.name == "/") && primitives.term(rule, term) == Some(Primitive::Decimal)
}
