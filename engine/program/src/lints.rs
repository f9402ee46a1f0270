//! Warnings about a program without errors, and the check of its own strata.

use diagnostics::{Diagnostic, catalogue};

use crate::checked::{Grade, Law, RelId, Stratum};
use crate::directives::Directives;
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
    let mut strata = vec![0; relations.all.len()];
    for (number, Stratum { relations, .. }) in layers.strata.iter().enumerate() {
        relations.iter().for_each(|id| strata[id.0 as usize] = number);
    }
    let asked = outputs.chain(sizes).chain(clues.map(|(id, _)| RelId(id))).collect();
    examine(&Known { edges, components: &layers.components, strata: &strata, asked, heads, filled })
}

/// Reports what the examination of a program without errors found.
pub(crate) fn report(findings: &Findings, relations: &Relations, rules: &Rules, report: &mut Report) {
    for (head, body) in &findings.bad_strata {
        let error = Diagnostic::new(&catalogue::BAD_STRATUM, relations.get(*head).span);
        report.push(error.arg("name", &relations.get(*head).name).arg("needed", &relations.get(*body).name));
    }
    let about = |entry, id: RelId| {
        let declared = relations.get(id);
        Diagnostic::new(entry, declared.span).arg("name", &declared.name)
    };
    report.extend(findings.empty.iter().map(|id| about(&catalogue::EMPTY_RELATION, *id)));
    if !findings.asks {
        return;
    }
    report.extend(findings.unused.iter().map(|id| about(&catalogue::UNUSED_RELATION, *id)));
    for number in &findings.dead {
        let draft = &rules.drafts[*number as usize];
        let Some(head) = draft.heads.first() else { continue };
        let Some(relation) = head.relation else { continue };
        let warning = Diagnostic::new(&catalogue::DEAD_RULE, head.span);
        report.push(warning.arg("name", &relations.get(relation).name));
    }
}
