//! `.except`

use std::rc::Rc;

use diagnostics::{Diagnostic, catalogue};
use syntax::ast::Item;

use super::CarveOut;
use crate::annotations::marks;
use crate::components::SourceItem;
use crate::report::Report;

/// The exceptions that `items` make to rules; each rule must have the name that is written, given by its `@[name = ..]`.
pub(super) fn read(items: &[SourceItem], report: &mut Report) -> Vec<CarveOut> {
    let mut labels: Option<Vec<String>> = None;
    let mut exceptions = Vec::new();
    for SourceItem { file, item, namespace } in items {
        let Item::Except(decl) = item else { continue };
        let (Some(rule), Some(unless)) = (decl.rule(), decl.exception()) else { continue };
        let (label, span) = (rule.dotted(), rule.span(*file));
        let labels = labels.get_or_insert_with(|| self::labels(items));
        if !labels.contains(&label) {
            let near = report.near_or_all(&label, labels.iter().map(String::as_str).collect());
            let error = Diagnostic::new(&catalogue::EXCEPTION_OF_NO_RULE, span).arg("name", &label);
            report.push(error.list("near", near));
            continue;
        }
        exceptions.push(CarveOut { label, unless, file: *file, namespace: Rc::clone(namespace) });
    }
    exceptions
}

/// The names that rules were given.
fn labels(items: &[SourceItem]) -> Vec<String> {
    // What is wrong with annotations is told where the rules are read.
    let mut silent = Report::default();
    let label = |SourceItem { file, item, .. }: &SourceItem| match item {
        Item::Rule(rule) => marks(&rule.annotations(), *file, &mut silent).label,
        _ => None,
    };
    let mut labels: Vec<String> = items.iter().filter_map(label).collect();
    labels.dedup();
    labels
}
