//! The whole check.

use std::sync::Arc;

use diagnostics::{Diagnostic, FileId, Files, catalogue};
use syntax::ast::Item;

use crate::checked::{Column, Grade, Law, Program, Relation};
use crate::declarations::Declarations;
use crate::load::{Loader, SourceItem, load};
use crate::report::Report;
use crate::rules::Rules;
use crate::sizes::sizes;
use crate::{counters, cross_products, directives, lints, plans, strata};

/// What came of checking a program.
#[derive(Debug)]
pub struct Checked {
    /// The program; `None` where there are errors.
    pub program: Option<Program>,
    /// Errors and warnings: those with a place first, then by place, errors before warnings; no two equal ones.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks the program whose main text is `main`. Included texts come from `loader` and are added to `files`.
///
/// Independent mistakes are all reported, each once and at its place, also across syntax, names, types, groundedness and
/// strata.
pub fn check(files: &mut Files, main: FileId, loader: &mut dyn Loader) -> Checked {
    let mut report = Report::default();
    let items = load(files, main, loader, &mut report);
    let declarations = Declarations::read(&items, files, &mut report);
    let directives = directives::read(&items, &declarations, &mut report);
    let mut rules = Rules::new(declarations.relations.all.len());
    for SourceItem { file, item } in &items {
        if let Item::Rule(rule) = item {
            rules.add(rule, *file, &declarations, &mut report);
        }
    }
    let edges = strata::edges(&rules.drafts);
    let layers = strata::layers(declarations.relations.all.len(), &edges);
    let findings = lints::examined(&declarations.relations, &rules, &directives, &edges, &layers);
    strata::report_circles(&findings.circular, &declarations.relations, &edges, &layers, &mut report);
    counters::check(&rules.drafts, &layers.components, &mut report);
    plans::check(&mut rules, &layers.components, &declarations.damage, &mut report);
    if report.errors() == 0 {
        // Nothing may be left out of a program that is handed on.
        report.extend(rules.refused.iter().map(|place| Diagnostic::new(&catalogue::UNRESOLVED_RULE, *place)));
        lints::report(&findings, &declarations.relations, &rules, &mut report);
        let sizes = sizes(&declarations.relations, &rules.drafts, &directives.inputs, &layers);
        cross_products::report(&rules.drafts, &sizes, files, &mut report);
    }
    let shapes = declarations.types.shapes().unwrap_or_default();
    let relations = relations(declarations, &rules.clues).unwrap_or_default();
    let program = Program {
        relations,
        rules: rules.rules,
        subsumptions: Vec::new(),
        shapes: Arc::new(shapes),
        facts: rules.facts,
        strata: layers.strata,
        inputs: directives.inputs,
        outputs: directives.outputs,
        print_sizes: directives.print_sizes,
    };
    let program = (report.errors() == 0).then_some(program);
    Checked { program, diagnostics: report.finish() }
}

/// The relations as they are handed on; `None` where a type was reported.
fn relations(declarations: Declarations, clues: &[Option<Grade>]) -> Option<Vec<Relation>> {
    let Declarations { types, relations, .. } = declarations;
    let relation = |(index, declared): (usize, crate::relations::Declared)| {
        let column = |column: crate::relations::Column| {
            let primitive = column.primitive(&types)?;
            Some(Column { name: column.name, type_name: column.type_name, primitive })
        };
        Some(Relation {
            name: declared.name,
            columns: declared.columns.into_iter().map(column).collect::<Option<_>>()?,
            doc: declared.doc,
            annotations: declared.annotations,
            clue: clues.get(index).copied().flatten(),
            law: Law::default(),
            limit: None,
            span: declared.span,
        })
    };
    relations.all.into_iter().enumerate().map(relation).collect()
}
