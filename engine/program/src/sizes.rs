//! How many rows relations can have at most, as far as the program text alone tells.

use std::collections::BTreeSet;

use crate::alternatives::{Signed, alternatives};
use crate::checked::{Comparison, Input, VarId};
use crate::draft::{Atom, LiteralKind, Rule, Term};
use crate::grounded::Closure;
use crate::relations::Relations;
use crate::strata::Layers;

/// By relation: facts are counted, rules give at most as many rows as their atoms multiplied, or one where every argument of
/// the head has one value. `usize::MAX` where records or recursion may give any number.
pub(crate) fn sizes(relations: &Relations, drafts: &[Rule], inputs: &[Input], layers: &Layers) -> Vec<usize> {
    let mut sizes = vec![0usize; relations.all.len()];
    inputs.iter().for_each(|input| sizes[input.relation.0 as usize] = usize::MAX);
    let mut by_head = vec![Vec::new(); relations.all.len()];
    for draft in drafts {
        for head in &draft.heads {
            let Some(relation) = head.relation else { continue };
            match draft.body {
                Some(_) => by_head[relation.0 as usize].push((draft, head)),
                None if head.args.iter().any(ranges) => sizes[relation.0 as usize] = usize::MAX,
                None => sizes[relation.0 as usize] = sizes[relation.0 as usize].saturating_add(1),
            }
        }
    }
    for stratum in &layers.strata {
        for relation in stratum.relations.iter().map(|id| id.0 as usize) {
            let derived = by_head[relation].iter().map(|(draft, head)| match stratum.recursive {
                true => usize::MAX,
                false => of_rule(draft, head, &sizes),
            });
            let all = derived.fold(sizes[relation], usize::saturating_add);
            sizes[relation] = if relations.all[relation].columns.is_empty() { all.min(1) } else { all };
        }
    }
    sizes
}

fn of_rule(draft: &Rule, head: &Atom, sizes: &[usize]) -> usize {
    let Some(alternatives) = draft.body.as_ref().and_then(alternatives) else { return usize::MAX };
    alternatives.iter().map(|literals| of_conjunction(literals, head, sizes)).fold(0, usize::saturating_add)
}

fn of_conjunction(literals: &[Signed<'_>], head: &Atom, sizes: &[usize]) -> usize {
    let single = single_valued(literals, sizes);
    if head.args.iter().all(|term| is_single(term, &single)) {
        return 1;
    }
    let mut terms = head.args.iter().chain(literals.iter().flat_map(|signed| signed.literal.kind.terms()));
    if terms.any(ranges) {
        return usize::MAX;
    }
    let many = positive_atoms(literals).filter(|atom| !atom.args.iter().all(|term| is_single(term, &single)));
    many.filter_map(|atom| atom.relation).map(|id| sizes[id.0 as usize]).fold(1, usize::saturating_mul)
}

/// The atoms without `!` among literals.
pub(crate) fn positive_atoms<'a>(literals: &[Signed<'a>]) -> impl Iterator<Item = &'a Atom> {
    literals.iter().filter(|signed| signed.positive).filter_map(|signed| match &signed.literal.kind {
        LiteralKind::Atom(atom) => Some(atom),
        _ => None,
    })
}

/// The two sides of the equalities among literals.
pub(crate) fn equalities<'a>(literals: &[Signed<'a>]) -> impl Iterator<Item = [&'a Term; 2]> {
    literals.iter().filter_map(|signed| match &signed.literal.kind {
        LiteralKind::Compare { op, left, right } => {
            let op = if signed.positive { *op } else { op.negated() };
            (op == Comparison::Equal).then_some([left, right])
        }
        _ => None,
    })
}

/// The variables that have one value only: it follows from constants, aggregates and relations of at most one row.
pub(crate) fn single_valued(literals: &[Signed<'_>], sizes: &[usize]) -> BTreeSet<VarId> {
    let mut closure = Closure::default();
    for atom in positive_atoms(literals) {
        if atom.relation.is_some_and(|relation| sizes[relation.0 as usize] <= 1) {
            atom.args.iter().for_each(|term| term.variables(&mut |id, _| closure.ground(id)));
        }
    }
    for [left, right] in equalities(literals) {
        for (side, other) in [(left, right), (right, left)] {
            let mut needed = BTreeSet::new();
            reads(other, &mut |id| {
                needed.insert(id);
            });
            if let Term::Variable(id, _) = side
                && !needed.contains(id)
                && !ranges(other)
            {
                closure.depends(*id, &needed);
            }
        }
    }
    closure.run();
    closure.into_grounded()
}

/// True where a term adds no rows: it has one value, or is `_`.
pub(crate) fn is_single(term: &Term, single: &BTreeSet<VarId>) -> bool {
    let mut is_single = !ranges(term);
    reads(term, &mut |id| is_single &= single.contains(&id));
    is_single
}

/// The variables that the value of a term rests on: those in it, and those that its aggregates take from outside.
pub(crate) fn reads(term: &Term, visit: &mut dyn FnMut(VarId)) {
    term.variables(&mut |id, _| visit(id));
    term.aggregates(&mut |aggregate| aggregate.injected.iter().for_each(|id| visit(*id)));
}

/// True where a term gives several rows or another value for each: a range, an aggregate with witnesses, a counter.
fn ranges(term: &Term) -> bool {
    let mut found = match term {
        Term::Call(call) => call.operation.name == "range",
        Term::Aggregate(aggregate) => !aggregate.witnesses.is_empty(),
        Term::Counter(..) => true,
        _ => false,
    };
    term.children(&mut |child| found |= ranges(child));
    found
}
