//! Aggregates over what may be open: the value is known where no open tuple belongs to the group.

use std::collections::BTreeSet;

use program::checked::{
    Aggregate, AggregateOp, Body, Comparison, Contribution, LawRole, LiteralKind, Role, Term, VarId,
};
use values::Primitive;

use super::choices::Choice;
use super::{Alternative, Kind, TooMany, alternatives};
use crate::absence::{DATA, FINDING};
use crate::make;
use crate::piece::{At, Piece, all, conjunctions};
use crate::scope::Scope;
use crate::world::World;

/// An aggregate that may be open, with what it may be.
pub(super) struct Folded {
    pub(super) choices: Vec<Choice>,
    /// The variables of its group.
    pub(super) group: Vec<VarId>,
}

/// Takes the aggregates that may be open out of the term: variables take their places.
pub(super) fn fold(term: &mut Term, at: At, world: &World, scope: &mut Scope) -> Result<Vec<Folded>, TooMany> {
    let mut folded = Vec::new();
    take_out(term, at, world, scope, &mut folded)?;
    Ok(folded)
}

fn take_out(
    term: &mut Term,
    at: At,
    world: &World,
    scope: &mut Scope,
    folded: &mut Vec<Folded>,
) -> Result<(), TooMany> {
    let Term::Aggregate(aggregate) = term else {
        return term.children_mut().into_iter().try_for_each(|child| take_out(child, at, world, scope, folded));
    };
    let open = open(aggregate, world, scope)?;
    plain(aggregate, world);
    if open.is_empty() {
        return Ok(());
    }
    let value = Term::Variable(scope.fresh(aggregate.op.name(), aggregate.operand, at.span));
    let (group, operand) = (aggregate.injected.clone(), aggregate.operand);
    let aggregate = std::mem::replace(term, value.clone());
    let result = at.compare([value, aggregate], Comparison::Equal, operand, LawRole::NotOpen);
    let choices = choices(result, &open, &group, at, scope);
    folded.push(Folded { choices, group });
    Ok(())
}

/// The group has no open tuple; or one of a kind, and none of a greater one.
fn choices(result: Piece, open: &[Alternative], group: &[VarId], at: At, scope: &mut Scope) -> Vec<Choice> {
    let mut holds = vec![result];
    holds.extend(open.iter().map(|alternative| nothing(alternative.pieces.clone(), group, at, scope)));
    let mut choices = vec![Choice { pieces: holds, kind: Kind::default(), is_settled: false }];
    let mut no_data = Vec::new();
    for alternative in open {
        let Some(pieces) = of_kind(alternative, DATA, at) else { continue };
        no_data.push(nothing(pieces.clone(), group, at, scope));
        choices.push(Choice { pieces, kind: Kind::of(DATA), is_settled: true });
    }
    for alternative in open {
        let Some(mut pieces) = of_kind(alternative, FINDING, at) else { continue };
        pieces.extend_from_slice(&no_data);
        choices.push(Choice { pieces, kind: Kind::of(FINDING), is_settled: true });
    }
    choices
}

/// The alternative where it has this kind; `None` where it never has.
fn of_kind(alternative: &Alternative, kind: i64, at: At) -> Option<Vec<Piece>> {
    let mut pieces = alternative.pieces.clone();
    let Kind { least, variables } = &alternative.kind;
    if variables.is_empty() {
        return (*least == kind).then_some(pieces);
    }
    let sides = [alternative.kind.term(at.span), make::number(kind)];
    pieces.push(at.compare(sides, Comparison::Equal, Primitive::Number, LawRole::Open));
    Some(pieces)
}

/// `count : { pieces } = 0`
fn nothing(pieces: Vec<Piece>, group: &[VarId], at: At, scope: &mut Scope) -> Piece {
    let pieces = pieces.into_iter().map(|mut piece| {
        piece.literal.role = Role::Law(LawRole::Open);
        piece
    });
    let body = scope.renamed(all(pieces.collect()), group);
    let mut used = BTreeSet::new();
    body.literals(&mut |literal, _| literal.kind.variables(&mut |id| used.extend([id])));
    let (injected, local) = used.into_iter().partition(|id| group.contains(id));
    let count = Aggregate {
        op: AggregateOp::Count,
        target: None,
        operand: Primitive::Number,
        body,
        injected,
        local,
        witnesses: Vec::new(),
        contribution: Contribution::Assignment,
        span: at.span,
    };
    let count = Term::Aggregate(Box::new(count));
    at.compare([count, make::number(0)], Comparison::Equal, Primitive::Number, LawRole::NotOpen)
}

/// The ways in which a tuple of the aggregate's body is open.
fn open(aggregate: &Aggregate, world: &World, scope: &mut Scope) -> Result<Vec<Alternative>, TooMany> {
    let mut found = Vec::new();
    for conjunction in conjunctions(&aggregate.body) {
        found.extend(alternatives(&conjunction, &aggregate.injected, world, scope)?);
    }
    Ok(found)
}

/// What the aggregates of a literal ask for in order not to be open; none where they cannot be.
pub(crate) fn untouched(kind: &LiteralKind, at: At, world: &World, scope: &mut Scope) -> Result<Vec<Piece>, TooMany> {
    let mut pieces = Vec::new();
    for term in kind.terms() {
        let mut aggregates = Vec::new();
        term.aggregates(&mut |aggregate| aggregates.push(aggregate));
        for aggregate in aggregates {
            let open = open(aggregate, world, scope)?;
            pieces.extend(open.into_iter().map(|open| nothing(open.pieces, &aggregate.injected, at, scope)));
        }
    }
    Ok(pieces)
}

/// The aggregate with the law's negation as plain negation, which is what it means where nothing in it is open.
pub(crate) fn plain(aggregate: &mut Aggregate, world: &World) {
    plain_body(&mut aggregate.body, true, world);
}

fn plain_body(body: &mut Body, positive: bool, world: &World) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| plain_body(part, positive, world)),
        Body::Not(inner) => plain_body(inner, !positive, world),
        Body::Literal(literal) => {
            literal.kind.terms_mut().into_iter().for_each(|term| plain_term(term, world));
            match &mut literal.kind {
                LiteralKind::Absent(absent) => {
                    literal.kind = LiteralKind::Atom(absent.atom.clone());
                    *body = Body::Not(Box::new(body.clone()));
                }
                LiteralKind::Atom(atom) if !positive => {
                    if let Some(finding) = world.findings.get(&atom.relation) {
                        atom.relation = finding.settled;
                    }
                }
                _ => {}
            }
        }
    }
}

fn plain_term(term: &mut Term, world: &World) {
    match term {
        Term::Aggregate(aggregate) => plain(aggregate, world),
        term => term.children_mut().into_iter().for_each(|child| plain_term(child, world)),
    }
}
