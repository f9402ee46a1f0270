//! Models and their elements.

use diagnostics::{Diagnostic, Text, catalogue};

use crate::checked::{Model, Program};
use crate::law_lints::norms::place;
use crate::law_lints::rules_about_law::{Found, Known};

const MODEL: Text = Text { en: "the model", zh: "所属的模型" };

/// Elements without rules, and clue rules that rest on no element of their model.
pub(crate) fn elements(program: &Program, found: &Found) -> Vec<Diagnostic> {
    let bare = found.bare.iter().map(|id| {
        let (model, element) = (program.model(id.model), program.element(*id));
        let warning = Diagnostic::new(&catalogue::ELEMENT_WITHOUT_RULE, element.span);
        warning.arg("element", format!("{}.{}", model.name, element.key))
    });
    let rootless = found.rootless.iter().filter_map(|(rule, model)| {
        let (rule, model) = (&program.rules[*rule], program.model(*model));
        let warning = Diagnostic::new(&catalogue::CLUE_WITHOUT_ELEMENT, place(rule)?).arg("rule", &rule.label);
        Some(warning.arg("model", &model.name).related(model.span, MODEL))
    });
    bare.chain(rootless).collect()
}

/// Clue rules whose head lacks a column that identifies a candidate.
pub(crate) fn candidates(program: &Program, known: &Known) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for (number, model) in &known.clue_rules {
        let rule = &program.rules[*number];
        let [head] = rule.heads.as_slice() else { continue };
        let columns = &program.relation(head.relation).columns;
        let model = program.model(*model);
        let has = |name: &&String| !columns.iter().any(|column| column.name == **name);
        let missing = identifying(program, model).into_iter().filter(has).collect::<Vec<_>>();
        if !missing.is_empty() {
            let warning = Diagnostic::new(&catalogue::CANDIDATE_NOT_IN_CLUE, head.span).arg("model", &model.name);
            let warning = warning.arg("name", &program.relation(head.relation).name).list("columns", missing);
            told.push(warning.related(model.span, MODEL));
        }
    }
    told
}

/// The names of the columns that identify a candidate.
fn identifying<'p>(program: &'p Program, model: &'p Model) -> Vec<&'p String> {
    let Some(candidate) = &model.candidate else { return Vec::new() };
    let columns = &program.relation(candidate.relation).columns;
    candidate.columns.iter().map(|column| &columns[*column].name).collect()
}
