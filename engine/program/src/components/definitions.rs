//! The components of a program, and which one a name means.

use std::collections::{BTreeMap, VecDeque};

use diagnostics::{FileId, Span};
use syntax::SyntaxKind;
use syntax::ast::{self, Component, ComponentType, Item, Token};

use crate::load::{Placed, Source};

/// Number of a component in [`Definitions`]: one that holds others comes before them.
pub(super) type ComponentId = usize;

/// A component as declared.
#[derive(Debug)]
pub(super) struct Definition<'a> {
    pub(super) name: String,
    pub(super) parameters: Vec<(String, Span)>,
    /// What it inherits from.
    pub(super) bases: Vec<Use>,
    pub(super) items: &'a [Placed],
    /// The component in which it is declared.
    pub(super) outer: Option<ComponentId>,
    /// Its relations: the place of the name, and whether they are `overridable`.
    pub(super) relations: BTreeMap<String, (Span, bool)>,
    /// The relations behind `.override`.
    pub(super) overrides: Vec<(String, Span)>,
    /// From `.comp` up to the brace.
    pub(super) header: Span,
}

impl Definition<'_> {
    pub(super) fn has_parameter(&self, name: &str) -> bool {
        self.parameters.iter().any(|(parameter, _)| parameter == name)
    }
}

/// The place of a component from `.comp` up to the brace.
pub(super) fn header(component: &Component, file: FileId) -> Span {
    let last = component.bases().into_iter().chain(component.header()).map(|part| part.span(file).end).max();
    let span = component.span(file);
    Span { end: last.unwrap_or(span.end), ..span }
}

/// A component's name with arguments, in `.init` or behind the colon of `.comp`.
#[derive(Debug)]
pub(super) struct Use {
    pub(super) name: String,
    pub(super) arguments: Vec<String>,
}

impl Use {
    pub(super) fn read(written: &ComponentType) -> Use {
        let name = written.name().map_or_else(String::new, |name| name.dotted());
        Use { name, arguments: written.arguments().iter().map(ast::Name::dotted).collect() }
    }
}

/// All components.
#[derive(Debug, Default)]
pub(super) struct Definitions<'a> {
    pub(super) all: Vec<Definition<'a>>,
    names: BTreeMap<(Option<ComponentId>, String), ComponentId>,
}

impl<'a> Definitions<'a> {
    /// The components of `source`, wherever they stand. Of two with one name in one place the first counts.
    pub(super) fn read(source: &'a Source) -> Definitions<'a> {
        let mut definitions = Definitions::default();
        let mut open = VecDeque::from([(None, source.items.as_slice())]);
        while let Some((outer, items)) = open.pop_front() {
            for Placed { file, item, body } in items {
                let (Item::Component(component), Some(body)) = (item, body) else { continue };
                let held = source.bodies[*body].as_slice();
                let id = definitions.all.len();
                let Some(definition) = definition(component, *file, held, outer) else { continue };
                definitions.names.entry((outer, definition.name.clone())).or_insert(id);
                definitions.all.push(definition);
                open.push_back((Some(id), held));
            }
        }
        definitions
    }

    /// The component that `name` means inside `within`: declared there, or in a component around it, or outside all.
    pub(super) fn find(&self, within: Option<ComponentId>, name: &str) -> Option<ComponentId> {
        let mut level = within;
        loop {
            match (self.names.get(&(level, name.to_owned())), level) {
                (None, Some(id)) => level = self.all[id].outer,
                (found, _) => return found.copied(),
            }
        }
    }

    /// The names of components that can be used inside `within`.
    pub(super) fn visible(&self, within: Option<ComponentId>) -> Vec<&str> {
        let mut levels = vec![within];
        while let Some(Some(id)) = levels.last() {
            levels.push(self.all[*id].outer);
        }
        let visible = self.names.keys().filter(|(level, _)| levels.contains(level));
        visible.map(|(_, name)| name.as_str()).collect()
    }

    /// The places of what components hold, components excepted.
    pub(super) fn places(&self) -> Vec<Span> {
        let items = self.all.iter().flat_map(|definition| definition.items);
        items.filter(|placed| placed.body.is_none()).map(|placed| placed.item.span(placed.file)).collect()
    }
}

fn definition<'a>(
    component: &Component,
    file: FileId,
    items: &'a [Placed],
    outer: Option<ComponentId>,
) -> Option<Definition<'a>> {
    let written = component.header()?;
    let mut relations = BTreeMap::new();
    let mut overrides = Vec::new();
    for Placed { file, item, .. } in items {
        match item {
            Item::Relation(decl) => {
                let overridable = decl.qualifiers().iter().any(|word| word.kind() == SyntaxKind::OVERRIDABLE);
                let place = |name: &Token| (name.text().to_owned(), (name.span(*file), overridable));
                decl.names().iter().map(place).for_each(|(name, found)| {
                    relations.entry(name).or_insert(found);
                });
            }
            Item::DebugDelta(decl) => {
                relations.extend(decl.name().map(|name| (name.text().to_owned(), (name.span(*file), false))))
            }
            Item::Override(written) => {
                overrides.extend(written.relation().map(|name| (name.dotted(), written.span(*file))));
            }
            _ => {}
        }
    }
    Some(Definition {
        name: written.name()?.dotted(),
        parameters: written.arguments().iter().map(|name| (name.dotted(), name.span(file))).collect(),
        bases: component.bases().iter().map(Use::read).collect(),
        items,
        outer,
        relations,
        overrides,
        header: header(component, file),
    })
}
