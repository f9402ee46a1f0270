//! Relations marked `inline`.
//!
//! Most of them are derived like all others, since that gives the same results. But the rules of some give no values to a
//! variable of their head: such a relation may be infinite and has no tuples of its own. Its rules are put in place of the
//! atoms that read it, before types and groundedness are looked at.

mod mistakes;
mod substitution;

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, catalogue};

use crate::checked::{Law, RelId};
use crate::declarations::Declarations;
use crate::directives::Directives;
use crate::draft::{Body, LiteralKind, Rule};
use crate::graph::components;
use crate::grounded;
use crate::infer::infer;
use crate::report::Report;
use crate::rules::Drafted;
use mistakes::Read;

use substitution::Substitution;

/// Literals of one rule after substitution: a rule that reads another one twice, which reads a third twice, ... doubles with
/// each step.
const LITERALS_MAX: usize = 10_000;

/// How deep bodies may be nested after substitution.
const DEPTH_MAX: usize = 100;

/// What atoms of relations without tuples mean.
#[derive(Debug, Default)]
pub(crate) struct Inlining {
    meanings: BTreeMap<RelId, Meaning>,
}

/// What is put in place of an atom.
#[derive(Debug)]
enum Meaning {
    /// One of these rules, each with one head, in which nothing is left to substitute.
    Rules(Vec<Rule>),
    /// It was reported why there is nothing.
    Broken,
}

/// What came of putting rules in place of atoms of one rule.
#[derive(Debug)]
pub(crate) enum Applied {
    /// There was nothing to do.
    Same,
    /// Another rule.
    Other(Box<Rule>),
    /// Nothing: no head has tuples, or the rule grew too large, which is reported.
    Gone,
}

/// Finds the relations whose rules have to be substituted, and reports what is wrong with relations marked `inline`.
pub(crate) fn check(
    drafted: &[Drafted<'_>],
    declarations: &Declarations,
    directives: &Directives,
    report: &mut Report,
) -> Inlining {
    if declarations.relations.all.iter().all(|declared| declared.inline.is_none()) {
        return Inlining::default();
    }
    let inlining = Inlining::of(drafted, declarations, report);
    mistakes::report(drafted, &inlining, declarations, directives, report);
    inlining
}

impl Inlining {
    fn of(drafted: &[Drafted<'_>], declarations: &Declarations, report: &mut Report) -> Inlining {
        let mut inlining = Inlining::default();
        let relations = &declarations.relations.all;
        let is_marked = |id: RelId| relations[id.0 as usize].inline.is_some();
        let marked: Vec<RelId> = (0..relations.len() as u32).map(RelId).filter(|id| is_marked(*id)).collect();
        let position: BTreeMap<RelId, usize> = marked.iter().copied().zip(0..).collect();
        // By relation: its drafts, each with the number of the head.
        let mut rules: Vec<Vec<(&Rule, usize)>> = vec![Vec::new(); marked.len()];
        let mut has_law: Vec<bool> = marked.iter().map(|id| relations[id.0 as usize].law != Law::Set).collect();
        for drafted in drafted {
            for (number, head) in drafted.draft.heads.iter().enumerate() {
                let Some(at) = head.relation.and_then(|id| position.get(&id)) else { continue };
                match drafted.is_subsumption() {
                    true => has_law[*at] = true,
                    false => rules[*at].push((&drafted.draft, number)),
                }
            }
        }
        let next = |rules: &Vec<(&Rule, usize)>| {
            let mut next: Vec<usize> = Vec::new();
            rules.iter().for_each(|(rule, _)| {
                mistakes::atoms(rule, &mut |read| next.extend(read.atom.relation.and_then(|id| position.get(&id))));
            });
            next
        };
        let next: Vec<Vec<usize>> = rules.iter().map(next).collect();
        for component in components(&next) {
            let first = component[0];
            if component.len() > 1 || next[first].contains(&first) {
                let circle: Vec<RelId> = component.iter().map(|at| marked[*at]).collect();
                report.push(mistakes::circle(&circle, declarations));
                inlining.meanings.extend(circle.into_iter().map(|id| (id, Meaning::Broken)));
            } else if !has_law[first] {
                inlining.decide(marked[first], &rules[first], declarations, report);
            }
        }
        inlining
    }

    /// A relation is substituted where one of its rules leaves a variable without values.
    fn decide(&mut self, id: RelId, rules: &[(&Rule, usize)], declarations: &Declarations, report: &mut Report) {
        let is_broken = |id: &RelId| matches!(self.meanings.get(id), Some(Meaning::Broken));
        let mut reads_broken = false;
        let mut look = |read: Read<'_>| reads_broken |= read.atom.relation.as_ref().is_some_and(is_broken);
        rules.iter().for_each(|(rule, _)| mistakes::atoms(rule, &mut look));
        if reads_broken {
            self.meanings.insert(id, Meaning::Broken);
            return;
        }
        let mut substituted = Vec::with_capacity(rules.len());
        for (rule, head) in rules {
            match Substitution::new(self, declarations, rule).rule(&rule.heads[*head..=*head]) {
                Some(rule) => substituted.push(rule),
                None => {
                    report.push(too_large(rule));
                    self.meanings.insert(id, Meaning::Broken);
                    return;
                }
            }
        }
        if substituted.iter().any(|rule| has_ungrounded(rule, declarations)) {
            self.meanings.insert(id, Meaning::Rules(substituted));
        }
    }

    /// True for a relation that has no tuples of its own.
    pub(crate) fn replaces(&self, id: RelId) -> bool {
        self.meanings.contains_key(&id)
    }

    /// The relations that have no tuples of their own.
    pub(crate) fn relations(&self) -> impl Iterator<Item = RelId> {
        self.meanings.keys().copied()
    }

    /// The rule with everything substituted, without heads that have no tuples.
    pub(crate) fn apply(&self, rule: &Rule, declarations: &Declarations, report: &mut Report) -> Applied {
        let replaced = |id: Option<RelId>| id.is_some_and(|id| self.replaces(id));
        let mut found = rule.heads.iter().any(|head| replaced(head.relation));
        if !rule.heads.is_empty() && rule.heads.iter().all(|head| replaced(head.relation)) {
            return Applied::Gone;
        }
        rule.body.iter().for_each(|body| {
            body.literals(&mut |literal| {
                found |= matches!(&literal.kind, LiteralKind::Atom(atom) if replaced(atom.relation));
            });
        });
        if !found {
            return Applied::Same;
        }
        match Substitution::new(self, declarations, rule).rule(&rule.heads) {
            Some(other) => Applied::Other(Box::new(other)),
            None => {
                report.push(too_large(rule));
                Applied::Gone
            }
        }
    }
}

fn too_large(rule: &Rule) -> Diagnostic {
    Diagnostic::new(&catalogue::INLINING_TOO_LARGE, rule.span).arg("literals", LITERALS_MAX).arg("depth", DEPTH_MAX)
}

fn has_ungrounded(rule: &Rule, declarations: &Declarations) -> bool {
    let mut silent = Report::default();
    let primitives = infer(rule, declarations, &mut silent);
    grounded::check(rule, &primitives, &mut silent);
    silent.diagnostics().iter().any(|found| found.code() == catalogue::UNGROUNDED.code)
}

/// Numbers the literals in text order, those in aggregates left aside.
fn number(body: &mut Body, next: &mut u32) {
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter_mut().for_each(|part| number(part, next)),
        Body::Not(inner) => number(inner, next),
        Body::Literal(literal) => {
            literal.index = *next;
            *next += 1;
        }
    }
}

/// How deep a body is nested.
fn depth(body: &Body) -> usize {
    match body {
        Body::All(parts) | Body::Any(parts) => 1 + parts.iter().map(depth).max().unwrap_or(0),
        Body::Not(inner) => 1 + depth(inner),
        Body::Literal(_) => 0,
    }
}
