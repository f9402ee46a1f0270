//! What may hold once findings are made or data is there: the relations `p?` and their rules.

use std::collections::BTreeSet;

use diagnostics::{Diagnostic, catalogue};
use program::checked::{Atom, Comparison, LawRole, RelId, Rule, Term};

use crate::alternatives::{ALTERNATIVES_MAX, Alternative, TooMany, alternatives};
use crate::known::has_value;
use crate::make;
use crate::piece::{At, Piece, all, conjunctions};
use crate::scope::Scope;
use crate::world::{World, known_of};

/// The rules of `p?` for each relation of `needed` that can be open. Their relations are added to the world.
///
/// # Errors
/// Rules with too many alternatives.
pub(crate) fn rules(needed: &BTreeSet<RelId>, world: &mut World) -> Result<Vec<Rule>, Vec<Diagnostic>> {
    // Which columns can be unknown depends on which can be unknown below.
    loop {
        let (open, mut has_grown) = (pass(needed, world)?, false);
        for Open { head, unknown, .. } in open {
            has_grown |= world.variant(head.relation, unknown).1;
        }
        if !has_grown {
            break;
        }
    }
    let open = pass(needed, world)?;
    let mut rules = Vec::new();
    for Open { rule, head, unknown, alternative, scope } in open {
        let (variant, _) = world.variant(head.relation, unknown.clone());
        let written = &world.program.rules[rule];
        rules.push(conclude(written, (head, &unknown), variant, alternative, scope));
    }
    Ok(rules)
}

/// A way in which a rule's head is open.
struct Open {
    /// The rule.
    rule: usize,
    /// The head; aggregates that may be open are taken out of it.
    head: Atom,
    /// Columns that have no value.
    unknown: Vec<usize>,
    alternative: Alternative,
    scope: Scope,
}

/// All ways in which heads of `needed` are open, as far as the relations `p?` are known.
fn pass(needed: &BTreeSet<RelId>, world: &World) -> Result<Vec<Open>, Vec<Diagnostic>> {
    let (mut open, mut errors) = (Vec::new(), Vec::new());
    for (number, rule) in world.program.rules.iter().enumerate() {
        for head in rule.heads.iter().filter(|head| needed.contains(&head.relation)) {
            match ways(number, rule, head, world) {
                Ok(ways) => {
                    errors.extend(ways.iter().find_map(|open| about_nobody(open, world)));
                    open.extend(ways);
                }
                Err(TooMany) => errors.push(too_many(rule)),
            }
        }
    }
    if errors.is_empty() { Ok(open) } else { Err(errors) }
}

pub(crate) fn too_many(rule: &Rule) -> Diagnostic {
    let error = Diagnostic::new(&catalogue::TOO_MANY_OPEN_ALTERNATIVES, rule.span);
    error.arg("rule", &rule.label).arg("most", ALTERNATIVES_MAX)
}

/// The error where the head would be open for anybody, since only a finding or an expected tuple that is missing could say for whom.
fn about_nobody(open: &Open, world: &World) -> Option<Diagnostic> {
    let mut in_head = BTreeSet::new();
    open.head.args.iter().for_each(|arg| arg.variables(&mut |id| _ = in_head.insert(id)));
    let of_head = |piece: &Piece| {
        let atom = make::atom_of(piece)?;
        let mut read = Vec::new();
        atom.args.iter().for_each(|arg| arg.variables(&mut |id| read.push(id)));
        let id = read.into_iter().find(|id| in_head.contains(id) && !open.alternative.known.contains(id))?;
        let name = &world.program.rules[open.rule].variables.get(id.0 as usize)?.name;
        let error = Diagnostic::new(&catalogue::MISSING_OF_NOBODY, piece.literal.span);
        Some(error.arg("relation", world.written_name(atom.relation)).arg("variable", name))
    };
    open.alternative.of_nobody.iter().find_map(of_head)
}

fn ways(number: usize, rule: &Rule, head: &Atom, world: &World) -> Result<Vec<Open>, TooMany> {
    let mut ways = Vec::new();
    for conjunction in conjunctions(&rule.body) {
        ways.extend(of_conjunction((number, rule), head, conjunction, world)?);
        if ways.len() > ALTERNATIVES_MAX {
            return Err(TooMany);
        }
    }
    Ok(ways)
}

fn of_conjunction(
    (number, rule): (usize, &Rule),
    head: &Atom,
    mut conjunction: Vec<Piece>,
    world: &World,
) -> Result<Vec<Open>, TooMany> {
    let (mut scope, mut head) = (Scope::new(&rule.variables), head.clone());
    let at = At { index: rule.body.next_index(), span: head.span };
    head.args.iter_mut().for_each(|arg| name_aggregates(arg, at, &mut conjunction, &mut scope));
    let alternatives = alternatives(&conjunction, &[], world, &mut scope)?;
    let open = alternatives.into_iter().map(|alternative| {
        let is_unknown = |column: &usize| !has_value(&head.args[*column], &alternative.known);
        let unknown = (0..head.args.len()).filter(is_unknown).collect();
        Open { rule: number, head: head.clone(), unknown, alternative, scope: scope.clone() }
    });
    Ok(open.collect())
}

/// Aggregates of the head become equations of the body, so that they can be open there.
fn name_aggregates(term: &mut Term, at: At, conjunction: &mut Vec<Piece>, scope: &mut Scope) {
    let Term::Aggregate(aggregate) = &*term else {
        return term.children_mut().into_iter().for_each(|child| name_aggregates(child, at, conjunction, scope));
    };
    let operand = aggregate.operand;
    let value = Term::Variable(scope.fresh(aggregate.op.name(), operand, at.span));
    let aggregate = std::mem::replace(term, value.clone());
    conjunction.push(at.compare([value, aggregate], Comparison::Equal, operand, LawRole::Open));
}

/// `p?(known, kind) :- alternative, !p(known).` Where a column is unknown, the tuple stands for many, and none of those that hold is it.
fn conclude(
    rule: &Rule,
    (head, unknown): (Atom, &[usize]),
    variant: RelId,
    alternative: Alternative,
    scope: Scope,
) -> Rule {
    let at = At { index: rule.body.next_index(), span: head.span };
    let Alternative { mut pieces, kind, .. } = alternative;
    if unknown.is_empty() {
        pieces.push(at.lacks(head.relation, head.args.clone(), LawRole::NotHeld));
    }
    let mut args = known_of(&head.args, unknown);
    args.push(kind.term(at.span));
    let heads = vec![make::head(variant, args, head.span)];
    let body = all(pieces);
    let made =
        Rule { heads, body, clue: None, lighter: None, precedences: Vec::new(), plans: Vec::new(), ..rule.clone() };
    scope.close(made)
}
