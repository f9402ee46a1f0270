//! `.model`

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{Item, ModelDecl};

use super::Registry;
use crate::checked::{Candidate, Element, ElementId, Model, ModelId};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::namespace::Namespace;
use crate::relations::Relations;
use crate::report::Report;

/// Enters the models that `items` declare.
pub(super) fn read(
    registry: &mut Registry,
    items: &[SourceItem],
    relations: &Relations,
    damage: &Damage,
    report: &mut Report,
) {
    let mut shared = Vec::new();
    for SourceItem { file, item, .. } in items {
        let Item::Model(decl) = item else { continue };
        let Some(name) = decl.name() else { continue };
        let (text, span) = (name.dotted(), name.span(*file));
        if let Some(previous) = registry.models.iter().find(|model| model.name == text) {
            report.push(super::twice(".model", &text, span, previous.span));
            continue;
        }
        let candidate = candidate(decl, *file, relations, damage, report);
        let model = ModelId(registry.models.len() as u32);
        let elements = elements(decl, *file, model, &mut shared, report);
        let title = decl.title().and_then(|title| title.string_value()).unwrap_or_default();
        registry.models.push(Model { name: text, title, candidate, elements, doc: decl.docs(), span });
    }
    share(registry, &shared, report);
}

/// An element that is one of another model.
struct Shared {
    own: ElementId,
    /// `MODEL.key`
    of: String,
    span: Span,
}

fn candidate(
    decl: &ModelDecl,
    file: FileId,
    relations: &Relations,
    damage: &Damage,
    report: &mut Report,
) -> Option<Candidate> {
    const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
    let written = decl.candidates();
    let first = written.first()?;
    for again in &written[1..] {
        let error = Diagnostic::new(&catalogue::ENTRY_TWICE, again.span(file)).arg("key", "candidate");
        report.push(error.arg("directive", ".model").related(first.span(file), PREVIOUS));
    }
    let name = first.relation()?;
    let relation = relations.known(&name.dotted(), name.span(file), &Namespace::default(), damage, report)?;
    let columns = relations.columns(relation, &first.columns(), file, report)?;
    Some(Candidate { relation, columns })
}

fn elements(
    decl: &ModelDecl,
    file: FileId,
    model: ModelId,
    shared: &mut Vec<Shared>,
    report: &mut Report,
) -> Vec<Element> {
    let mut elements: Vec<Element> = Vec::new();
    for written in decl.elements() {
        let Some(key) = written.key() else { continue };
        let span = written.span(file);
        if let Some(previous) = elements.iter().find(|element| element.key == key.text()) {
            report.push(super::twice("element", key.text(), key.span(file), previous.span));
            continue;
        }
        let own = ElementId { model, element: elements.len() as u32 };
        let of = written.shared().map(|of| Shared { own, of: of.dotted(), span: of.span(file) });
        shared.extend(of);
        let text = written.wording().and_then(|wording| wording.string_value()).unwrap_or_default();
        elements.push(Element { key: key.text().to_owned(), text, shared: None, span });
    }
    elements
}

/// Finds what shared elements are shared with: through others that are shared, the one that says something itself.
fn share(registry: &mut Registry, shared: &[Shared], report: &mut Report) {
    for Shared { own, of, span } in shared {
        let Some(target) = registry.element(of) else {
            let names = registry.element_names();
            let near = report.near_or_all(of, names.iter().map(String::as_str).collect());
            let error = Diagnostic::new(&catalogue::UNKNOWN_ELEMENT, *span).arg("name", of);
            report.push(error.list("near", near));
            continue;
        };
        registry.element_mut(*own).shared = Some(target);
    }
    for Shared { own, of, span } in shared {
        let mut target = *own;
        // A chain without a circle is shorter than this.
        for _ in 0..=shared.len() {
            match registry.own_element(target).shared {
                Some(next) => target = next,
                None => break,
            }
        }
        if registry.own_element(target).shared.is_some() {
            report.push(Diagnostic::new(&catalogue::SHARED_CIRCLE, *span).arg("name", of));
        } else if target != *own {
            let text = registry.own_element(target).text.clone();
            let element = registry.element_mut(*own);
            (element.shared, element.text) = (Some(target), text);
        }
    }
}

impl Registry {
    fn own_element(&self, id: ElementId) -> &Element {
        &self.models[id.model.0 as usize].elements[id.element as usize]
    }

    fn element_mut(&mut self, id: ElementId) -> &mut Element {
        &mut self.models[id.model.0 as usize].elements[id.element as usize]
    }
}
