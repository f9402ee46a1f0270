//! Warnings about a program without errors, and the check of its own strata.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Span, catalogue};

use crate::checked::{Grade, Law, Purpose, RelId, Stratum, Test};
use crate::directives::Directives;
use crate::inlining::Inlining;
use crate::relations::Relations;
use crate::report::Report;
use crate::rules::Rules;
use crate::rules_about_rules::{Findings, Known, examine};
use crate::strata::{Edge, Layers};

/// Examines the program by rules; see [`Findings`].
pub(crate) fn examined(
    relations: &Relations,
    rules: &Rules,
    directives: &Directives,
    inlining: &Inlining,
    tests: &[Test],
    edges: &[Edge],
    layers: &Layers,
) -> Findings {
    let outputs = directives.outputs.iter().map(|output| output.relation);
    let sizes = directives.print_sizes.iter().map(|size| size.relation);
    let clues = (0..).zip(&rules.clues).filter(|(_, clue): &(u32, &Option<Grade>)| clue.is_some());
    let (mut heads, mut filled) = (Vec::new(), Vec::new());
    for (number, draft) in (0..).zip(&rules.drafts) {
        for head in draft.heads.iter().filter_map(|head| head.relation) {
            match draft.body {
                Some(_) => heads.push((number, head)),
                None => filled.push(head),
            }
        }
    }
    filled.extend(directives.inputs.iter().map(|input| input.relation));
    let observers = (0..).map(RelId).zip(&relations.all).filter(|(_, of)| matches!(of.law, Law::DeltaOf(_)));
    filled.extend(observers.map(|(id, _)| id));
    filled.extend(inlining.relations());
    filled.extend(tests.iter().flat_map(|test| &test.given).map(|fact| fact.atom.relation));
    let declared = || (0..).map(RelId).zip(&relations.all);
    filled.extend(declared().filter(|(_, of)| of.openness.finding.is_some()).map(|(id, _)| id));
    let mut strata = vec![0; relations.all.len()];
    for (number, Stratum { relations, .. }) in layers.strata.iter().enumerate() {
        relations.iter().for_each(|id| strata[id.0 as usize] = number);
    }
    let expected = tests.iter().flat_map(|test| &test.expectations).map(|expectation| expectation.relation);
    let mut asked: Vec<RelId> = outputs.chain(sizes).chain(expected).chain(clues.map(|(id, _)| RelId(id))).collect();
    // Where anything is asked for: what stands for a relation without tuples is in other rules.
    if !asked.is_empty() {
        asked.extend(declared().filter(|(_, of)| of.purpose != Purpose::Declared).map(|(id, _)| id));
        asked.extend(inlining.relations());
    }
    examine(&Known { edges, components: &layers.components, strata: &strata, asked, heads, filled })
}

/// Reports what the examination of a program without errors found.
pub(crate) fn report(findings: &Findings, relations: &Relations, rules: &Rules, report: &mut Report) {
    for (head, body) in &findings.bad_strata {
        let error = Diagnostic::new(&catalogue::BAD_STRATUM, relations.get(*head).span);
        report.push(error.arg("name", &relations.get(*head).name).arg("needed", &relations.get(*body).name));
    }
    let places: Vec<Span> = relations.all.iter().map(|declared| declared.span).collect();
    let mut about = |entry, found: &BTreeSet<RelId>| {
        for index in in_all_instances(found.iter().map(|id| id.0 as usize), &places) {
            report.push(Diagnostic::new(entry, places[index]).arg("name", &relations.all[index].name));
        }
    };
    about(&catalogue::EMPTY_RELATION, &findings.empty);
    if !findings.asks {
        return;
    }
    about(&catalogue::UNUSED_RELATION, &findings.unused);
    let places: Vec<Span> = rules.drafts.iter().map(|draft| draft.span).collect();
    for index in in_all_instances(findings.dead.iter().map(|rule| *rule as usize), &places) {
        let Some(head) = rules.drafts[index].heads.first() else { continue };
        let Some(relation) = head.relation else { continue };
        let warning = Diagnostic::new(&catalogue::DEAD_RULE, head.span);
        report.push(warning.arg("name", &relations.get(relation).name));
    }
}

/// Those of `found` that hold for everything at their place: what one instance of a component does not use, another one
/// may.
fn in_all_instances(found: impl Iterator<Item = usize> + Clone, places: &[Span]) -> Vec<usize> {
    let mut left: BTreeMap<Span, usize> = BTreeMap::new();
    places.iter().for_each(|place| *left.entry(*place).or_default() += 1);
    found.clone().for_each(|index| *left.entry(places[index]).or_default() -= 1);
    found.filter(|index| left[&places[*index]] == 0).collect()
}
