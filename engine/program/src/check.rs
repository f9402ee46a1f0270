//! The whole check.

use std::collections::BTreeMap;
use std::sync::Arc;

use diagnostics::{Diagnostic, FileId, Files, Span, Text, catalogue};
use preprocess::{Loader, Preprocessor};

use crate::checked::{Column, Grade, Law, Program, RelId, Relation};
use crate::components::expand;
use crate::declarations::Declarations;
use crate::load::load;
use crate::report::Report;
use crate::rules::{Drafted, Rules};
use crate::sizes::sizes;
use crate::{
    circles, counters, cross_products, directives, inlining, law_lints, law_tests, legal, lints, lone_variables, plans,
    pragmas, registry, strata, subsumptions, templates,
};

/// What came of checking a program.
#[derive(Debug)]
pub struct Checked {
    /// The program; `None` where there are errors.
    pub program: Option<Program>,
    /// Errors and warnings: those with a place first, then by place, errors before warnings; no two equal ones.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is said of a program outside of its text.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    /// Macros: `NAME=VALUE` or `NAME`, separated by blanks.
    pub macros: String,
    /// Lines that begin with `#` mean nothing, line markers excepted.
    pub without_preprocessor: bool,
    /// What older versions of the dialect accepted is a warning only.
    pub legacy: bool,
    /// Values of parameters: name and text. They replace those of the program for all keys and days; of several for one name the last
    /// counts.
    pub parameters: Vec<(String, String)>,
    /// Sources of records, in place of those that the text names for the same relations.
    pub inputs: Vec<DeclaredInput>,
}

/// An `.input` that stands outside of the program's text: a relation and the parameters of the directive.
#[derive(Clone, Debug)]
pub struct DeclaredInput {
    /// The relation's full name.
    pub relation: Written,
    /// The directive's parameters: key and value.
    pub parameters: Vec<(Written, Written)>,
    /// Entries of `map`: a column, and what gives it.
    pub columns: Vec<(Written, Written)>,
}

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// Checks the program whose main text is `main`, of which nothing is said outside of it; see [`check_dialect`].
pub fn check(files: &mut Files, main: FileId, loader: &mut dyn Loader) -> Checked {
    check_dialect(files, main, loader, &Dialect::default())
}

/// Checks the program whose main text is `main`. Included texts come from `loader` and are added to `files`.
///
/// Independent mistakes are all reported, each once and at its place, also across syntax, names, types, groundedness and
/// strata.
pub fn check_dialect(files: &mut Files, main: FileId, loader: &mut dyn Loader, dialect: &Dialect) -> Checked {
    let mut report = Report::default();
    report.legacy = dialect.legacy;
    let preprocessor = match dialect.without_preprocessor {
        true => Preprocessor::off(),
        false => Preprocessor::new(&dialect.macros, files, &mut |found| report.push(found)),
    };
    let source = load(files, main, loader, &preprocessor, &mut report);
    let expanded = expand(&source, &mut report);
    let mut declarations = Declarations::read(&expanded, &dialect.parameters, files, &mut report);
    let items = &expanded.items;
    let directives = directives::read(items, &dialect.inputs, &declarations, &mut report);
    pragmas::check(items, &mut report);
    let drafted: Vec<Drafted<'_>> =
        items.iter().filter_map(|item| Drafted::of(item, &declarations, &mut report)).collect();
    report.leave();
    let inlining = inlining::check(&drafted, &declarations, &directives, &mut report);
    let mut rules = Rules::new(declarations.relations.all.len());
    for drafted in drafted {
        report.enter(&drafted.namespace);
        rules.add(drafted, &inlining, &declarations, &mut report);
    }
    report.leave();
    let conflicting = |id: RelId| declarations.relations.get(id).conflict.is_some();
    legal::resolve(std::mem::take(&mut rules.claims), &mut rules.rules, &conflicting, &mut report);
    let tests = law_tests::read(items, &declarations, &rules, &mut report);
    subsumptions::apply(&rules.dominances, &mut declarations.relations, &mut report);
    observers_have_no_rules(&rules, &declarations, &mut report);
    let edges = strata::all_edges(&rules, &declarations.relations);
    let layers = strata::layers(declarations.relations.all.len(), &edges);
    let findings = lints::examined(&declarations.relations, &rules, &directives, &inlining, &tests, &edges, &layers);
    circles::report_circles(&findings.circular, &declarations.relations, &edges, &layers, &rules.rules, &mut report);
    counters::check(&rules.drafts, &layers.components, &mut report);
    counters::check(&rules.dominances, &layers.components, &mut report);
    plans::check(&mut rules, &layers.components, &declarations.damage, &mut report);
    if report.errors() == 0 {
        // Nothing may be left out of a program that is handed on.
        report.extend(rules.refused.iter().map(|place| Diagnostic::new(&catalogue::UNRESOLVED_RULE, *place)));
        lints::report(&findings, &declarations.relations, &rules, &mut report);
        subsumptions::lint(&declarations.relations, &mut report);
        let named = legal::named(&rules.rules);
        rules.drafts.iter().for_each(|draft| lone_variables::report(draft, &named, &mut report));
        let sizes = sizes(&declarations.relations, &rules.drafts, &directives.inputs, &layers);
        cross_products::report(&rules.drafts, &sizes, files, &mut report);
    }
    let shapes = declarations.types.shapes().unwrap_or_default();
    let registry = std::mem::take(&mut declarations.registry);
    let relations = relations(declarations, &rules.clues, &directives.limits).unwrap_or_default();
    let mut program = Program {
        relations,
        rules: rules.rules,
        subsumptions: rules.subsumptions,
        shapes: Arc::new(shapes),
        facts: rules.facts,
        strata: layers.strata,
        inputs: directives.inputs,
        outputs: directives.outputs,
        print_sizes: directives.print_sizes,
        norms: registry.norms,
        parameters: registry.parameters,
        policies: registry.policies,
        models: registry.models,
        tests,
    };
    registry::settle(&mut program);
    let program = (report.errors() == 0).then_some(program);
    report.extend(program.iter().flat_map(law_lints::examine));
    report.extend(program.iter().flat_map(templates::examine));
    Checked { program, diagnostics: report.finish(files) }
}

/// What observes the rounds of a relation has no other facts.
fn observers_have_no_rules(rules: &Rules, declarations: &Declarations, report: &mut Report) {
    for head in rules.drafts.iter().flat_map(|draft| &draft.heads) {
        let Some(relation) = head.relation.map(|id| declarations.relations.get(id)) else { continue };
        if let Law::DeltaOf(of) = relation.law {
            const DECLARED: Text = Text { en: "declared here", zh: "在此声明" };
            let error = Diagnostic::new(&catalogue::RULE_OF_DEBUG_DELTA, head.span).arg("name", &relation.name);
            report.push(error.arg("of", declarations.name(of)).related(relation.span, DECLARED));
        }
    }
}

/// The relations as they are handed on; `None` where a type was reported.
fn relations(
    declarations: Declarations,
    clues: &[Option<Grade>],
    limits: &BTreeMap<RelId, u64>,
) -> Option<Vec<Relation>> {
    let Declarations { types, relations, .. } = declarations;
    let relation = |(index, declared): (usize, crate::relations::Declared)| {
        let column = |column: crate::relations::Column| {
            let primitive = column.primitive(&types)?;
            Some(Column { name: column.name, type_name: column.type_name, primitive })
        };
        let columns = declared.columns.into_iter().map(column).collect::<Option<_>>()?;
        Some(Relation {
            doc: declared.doc,
            annotations: declared.annotations,
            templates: declared.templates,
            clue: clues.get(index).copied().flatten(),
            law: declared.law,
            openness: declared.openness,
            conflict: declared.conflict,
            purpose: declared.purpose,
            limit: limits.get(&RelId(index as u32)).copied(),
            ..Relation::new(declared.name, columns, declared.span)
        })
    };
    relations.all.into_iter().enumerate().map(relation).collect()
}
