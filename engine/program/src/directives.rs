//! `.input`, `.output`, `.printsize` and the qualifiers that mean the same.

mod complete;
mod conditions;
mod input;
mod mapping;
mod names;
mod output;
mod parameters;
mod pieces;

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::SyntaxKind;
use syntax::ast::{IoDirective, Item};

use crate::check::{DeclaredInput, Written};
use crate::checked::{Input, Output, PrintSize, RelId};
use crate::components::SourceItem;
use crate::declarations::Declarations;
use crate::draft::undeclared;
use crate::namespace::Namespace;
use crate::relations::Declared;
use crate::report::Report;

use parameters::Parameters;

/// What the directives of a program ask for, each kind in source order.
#[derive(Debug, Default)]
pub(crate) struct Directives {
    pub(crate) inputs: Vec<Input>,
    pub(crate) outputs: Vec<Output>,
    pub(crate) print_sizes: Vec<PrintSize>,
    /// What `.limitsize` asks for.
    pub(crate) limits: BTreeMap<RelId, u64>,
}

/// Reads the directives among `items`, and those `outside` of the text: what somebody says there of a relation stands in place of what the rules
/// say of it.
pub(crate) fn read(
    items: &[SourceItem],
    outside: &[DeclaredInput],
    declarations: &Declarations,
    report: &mut Report,
) -> Directives {
    let mut directives = Directives::default();
    let mut counted = BTreeMap::new();
    for (number, relation) in (0..).zip(&declarations.relations.all) {
        let none = Parameters::default();
        for (kind, span) in &relation.io {
            let target = Target { relation, id: RelId(number), span: *span };
            directives.add(*kind, &target, &none, declarations, &mut counted, report);
        }
    }
    for SourceItem { file, item, namespace } in items {
        report.enter(namespace);
        match item {
            Item::Io(directive) => {
                directives.directive(directive, *file, namespace, declarations, &mut counted, report);
            }
            Item::Complete(decl) => {
                directives.inputs.extend(complete::read(decl, *file, namespace, &declarations.relations));
            }
            _ => {}
        }
    }
    report.leave();
    let outside: Vec<Input> =
        outside.iter().filter_map(|declared| input_outside(declared, declarations, report)).collect();
    directives.inputs.retain(|input| outside.iter().all(|other| other.relation != input.relation));
    directives.inputs.extend(outside);
    directives
}

fn input_outside(declared: &DeclaredInput, declarations: &Declarations, report: &mut Report) -> Option<Input> {
    let (Written { text, span }, namespace) = (&declared.relation, Namespace::default());
    let Some(id) = declarations.relations.find(text, &namespace) else {
        undeclared(text, *span, &namespace, declarations, report);
        return None;
    };
    let parameters = Parameters::declared(declared, report);
    parameters.unknown(&input::known(parameters.value("IO")), report);
    let target = Target { relation: declarations.relations.get(id), id, span: *span };
    input::read(&target, &parameters, declarations, report)
}

/// A relation in a directive.
struct Target<'a> {
    relation: &'a Declared,
    id: RelId,
    /// The name in the directive.
    span: Span,
}

impl Directives {
    fn directive(
        &mut self,
        directive: &IoDirective,
        file: FileId,
        namespace: &Namespace,
        declarations: &Declarations,
        counted: &mut BTreeMap<(SyntaxKind, RelId), Span>,
        report: &mut Report,
    ) {
        let Some(word) = directive.directive() else { return };
        let kind = match word.kind() {
            SyntaxKind::INPUT_DIR => SyntaxKind::INPUT,
            SyntaxKind::OUTPUT_DIR => SyntaxKind::OUTPUT,
            SyntaxKind::PRINTSIZE_DIR => SyntaxKind::PRINTSIZE,
            _ => SyntaxKind::LIMITSIZE_DIR,
        };
        let parameters = Parameters::read(directive, file, report);
        let io = parameters.value("IO");
        parameters.unknown(
            &match kind {
                SyntaxKind::INPUT => input::known(io),
                SyntaxKind::OUTPUT => output::known(io),
                SyntaxKind::LIMITSIZE_DIR => vec!["n"],
                _ => Vec::new(),
            },
            report,
        );
        for name in directive.relations() {
            let (text, span) = (name.dotted(), name.span(file));
            let Some(id) = declarations.relations.find(&text, namespace) else {
                undeclared(&text, span, namespace, declarations, report);
                continue;
            };
            let target = Target { relation: declarations.relations.get(id), id, span };
            self.add(kind, &target, &parameters, declarations, counted, report);
        }
    }

    fn add(
        &mut self,
        kind: SyntaxKind,
        target: &Target<'_>,
        parameters: &Parameters,
        declarations: &Declarations,
        counted: &mut BTreeMap<(SyntaxKind, RelId), Span>,
        report: &mut Report,
    ) {
        const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
        match kind {
            SyntaxKind::INPUT => self.inputs.extend(input::read(target, parameters, declarations, report)),
            SyntaxKind::OUTPUT => self.outputs.extend(output::read(target, parameters, report)),
            _ => {
                if let Some(previous) = counted.get(&(kind, target.id)) {
                    let word = if kind == SyntaxKind::PRINTSIZE { ".printsize" } else { ".limitsize" };
                    let again = Diagnostic::new(&catalogue::PRINTSIZE_TWICE, target.span).arg("directive", word);
                    report.push(again.arg("name", &target.relation.name).related(*previous, PREVIOUS));
                    return;
                }
                counted.insert((kind, target.id), target.span);
                if kind == SyntaxKind::PRINTSIZE {
                    self.print_sizes.push(PrintSize { relation: target.id, span: target.span });
                } else {
                    self.limits.extend(parameters.limit(target.span, report).map(|limit| (target.id, limit)));
                }
            }
        }
    }
}
