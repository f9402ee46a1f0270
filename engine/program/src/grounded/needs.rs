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

/// What is known about types: a cast that changes them is none that can be looked through, and a ratio of decimals has no
/// value. Before inference nothing is known.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    types: Option<(&'a Rule, &'a Primitives)>,
}

impl<'a> Known<'a> {
    pub(super) const NOTHING: Known<'static> = Known { types: None };

    pub(super) fn types(rule: &'a Rule, primitives: &'a Primitives) -> Known<'a> {
        Known { types: Some((rule, primitives)) }
    }
}

/// Enters what a literal grounds.
pub(super) fn learn(closure: &mut Closure, signed: &Signed<'_>, known: Known<'_>) {
    if signed.positive {
        signed.literal.kind.terms().into_iter().for_each(|term| witnesses(closure, term));
    }
    match &signed.literal.kind {
        LiteralKind::Atom(atom) if signed.positive => {
            for term in &atom.args {
                all_inside_broken(term, closure);
                taken_apart(closure, term, &BTreeSet::new(), known);
            }
        }
        LiteralKind::Compare { op, left, right } => {
            let op = if signed.positive { *op } else { op.negated() };
            if op == Comparison::Equal {
                equal(closure, left, right, known);
                equal(closure, right, left, known);
            }
        }
        LiteralKind::Broken(terms) => {
            terms.iter().for_each(|term| term.variables(&mut |id, _| closure.ground(id)));
        }
        _ => {}
    }
}

/// The witnesses of an aggregate have values once its group has.
fn witnesses(closure: &mut Closure, term: &Term) {
    term.aggregates(&mut |aggregate| {
        let needed = aggregate.injected.iter().copied().collect();
        aggregate.witnesses.iter().for_each(|id| closure.depends(*id, &needed));
    });
}

/// `target = source`: the variables on the left have values once the other side has one.
fn equal(closure: &mut Closure, target: &Term, source: &Term, known: Known<'_>) {
    all_inside_broken(source, closure);
    if is_ratio(source, known) || has_wildcard(source) {
        return;
    }
    let mut needed = BTreeSet::new();
    of_term(source, &mut |id| {
        needed.insert(id);
    });
    if let (Term::Broken { .. }, Some(id)) = (source, variable(target, known)) {
        return closure.depends(id, &needed);
    }
    taken_apart(closure, target, &needed, known);
}

/// The variables that `term` is or holds in its fields have values once all of `needed` have.
fn taken_apart(closure: &mut Closure, term: &Term, needed: &BTreeSet<VarId>, known: Known<'_>) {
    match uncast(term, known) {
        Term::Composite(composite) => {
            composite.args.iter().for_each(|arg| taken_apart(closure, arg, needed, known));
        }
        Term::Variable(id, _) if !needed.contains(id) => closure.depends(*id, needed),
        _ => {}
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
pub(super) fn variable(term: &Term, known: Known<'_>) -> Option<VarId> {
    match uncast(term, known) {
        Term::Variable(id, _) => Some(*id),
        _ => None,
    }
}

/// The term inside casts that change nothing.
fn uncast<'t>(term: &'t Term, known: Known<'_>) -> &'t Term {
    let Term::Cast { operand, node, .. } = term else { return term };
    let keeps = |(rule, primitives): (&Rule, &Primitives)| primitives.term(rule, operand) == primitives.node(*node);
    if known.types.is_none_or(keeps) { uncast(operand, known) } else { term }
}

/// True for a ratio of decimals, which can be compared but has no value.
pub(super) fn is_ratio(term: &Term, known: Known<'_>) -> bool {
    let is_decimal = |(rule, primitives): (&Rule, &Primitives)| primitives.term(rule, term) == Some(Primitive::Decimal);
    term.divides() && known.types.is_some_and(is_decimal)
}
