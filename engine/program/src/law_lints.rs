//! Warnings about the law in a program without errors: norms, exceptions, parameters, models, and what clues rest on.
//!
//! Which rules and relations are concerned is found by rules (see [`rules_about_law`]), values by intervals ([`bounds`]).

mod bounds;
mod clues;
mod exceptions;
mod facts;
mod models;
mod norms;
mod parameters;
mod range;
mod reach;
mod rules_about_law;
mod walk;

use std::collections::BTreeSet;

use diagnostics::Diagnostic;

use crate::checked::{Program, RelId};
use bounds::{Bounds, Columns, columns};
use clues::Examined;
use exceptions::Facts;

/// What can be said against the law in a program.
///
/// A program that declares neither norms nor models nor completeness nor findings is left in the dialect's closed world: that its clues cite
/// nothing and its negations are closed is no news there.
pub(crate) fn examine(program: &Program) -> Vec<Diagnostic> {
    let filled = facts::filled(program);
    let with_facts = bounds(program, &columns(program, &filled));
    let (out_of_force, mut told) = norms::never_in_force(program, &with_facts);
    // Facts of the text are data like records: that none of them meets an exception today says nothing against the exception.
    let facts = program.facts.iter().map(|fact| fact.atom.relation);
    let filled = filled.into_iter().chain(facts).collect::<BTreeSet<_>>();
    let columns = columns(program, &filled);
    let bounds = bounds(program, &columns);
    let contradictory = program
        .rules
        .iter()
        .enumerate()
        .filter(|(number, rule)| exceptions::contradiction(rule, &bounds[*number]).is_some());
    let impossible = contradictory.map(|(number, _)| number).chain(out_of_force).collect::<BTreeSet<_>>();
    let (known, literals) = facts::known(program, &filled, &impossible);
    let found = rules_about_law::examine(&known);
    let facts = Facts { program, filled: &filled, columns: &columns, bounds: &bounds };
    let of_law = |number: usize| found.leading.contains(&number) || !program.rules[number].norms.is_empty();
    let ways = ways(program, &known.reads);
    let examined = Examined { program, known: &known, found: &found, literals: &literals, ways: &ways };
    told.extend(norms::ended(program));
    told.extend(exceptions::contradictory(&facts, &of_law));
    told.extend(exceptions::unreachable(&facts, &found));
    told.extend(exceptions::precedence(&facts, &found));
    told.extend(parameters::report(program));
    told.extend(clues::unverified_norms(&examined));
    told.extend(clues::open_absences(&examined));
    told.extend(clues::floats(&examined));
    told.extend(models::elements(program, &found));
    told.extend(models::candidates(program, &known));
    if !known.asked.is_empty() {
        told.extend(clues::idle_inputs(&examined));
    }
    if speaks_of_law(program) {
        told.extend(clues::without_norm(program));
        told.extend(clues::closed_negations(&examined));
    }
    told
}

fn speaks_of_law(program: &Program) -> bool {
    let opens = |relation: &crate::checked::Relation| {
        relation.openness.complete.is_some() || relation.openness.finding.is_some()
    };
    !program.norms.is_empty() || !program.models.is_empty() || program.relations.iter().any(opens)
}

/// By rule.
fn bounds(program: &Program, columns: &Columns) -> Vec<Bounds> {
    program.rules.iter().map(|rule| Bounds::of(rule, program, columns)).collect()
}

/// Heads and what their rules read.
fn ways(program: &Program, reads: &[(usize, RelId)]) -> Vec<(RelId, RelId)> {
    let heads = |rule: usize| program.rules[rule].heads.iter().map(|head| head.relation);
    reads.iter().flat_map(|(rule, body)| heads(*rule).map(|head| (head, *body))).collect()
}
