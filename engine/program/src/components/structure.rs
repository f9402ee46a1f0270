//! What can be said about components before there are instances.

use std::collections::{BTreeMap, BTreeSet};

use diagnostics::{Diagnostic, Entry, FileId, Span, Text, catalogue};
use syntax::ast::Item;

use super::definitions::{ComponentId, Definition, Definitions, Use, header};
use crate::graph;
use crate::load::{Placed, Source};
use crate::report::Report;

/// What was reported so that no instance can be made.
#[derive(Debug, Default)]
pub(super) struct Unusable {
    /// Components that inherit from themselves.
    pub(super) components: BTreeSet<ComponentId>,
    /// `.init` directives whose name is taken.
    pub(super) inits: BTreeSet<Span>,
}

/// Checks names, numbers of parameters and inheritance.
pub(super) fn check(source: &Source, definitions: &Definitions<'_>, report: &mut Report) -> Unusable {
    let mut inits = names(&source.items, true, report);
    uses(&source.items, None, definitions, report);
    for (id, definition) in definitions.all.iter().enumerate() {
        inits.extend(names(definition.items, false, report));
        parameters(definition, report);
        for base in &definition.bases {
            used(base, definition.header, definition.outer, definition, definitions, report);
        }
        uses(definition.items, Some(id), definitions, report);
    }
    let next: Vec<Vec<ComponentId>> = definitions.all.iter().map(|definition| bases(definition, definitions)).collect();
    let components = circles(&next, definitions, report);
    for id in (0..definitions.all.len()).filter(|id| !components.contains(id)) {
        overrides(id, &next, definitions, report);
    }
    Unusable { components, inits }
}

/// No component of that name can be used inside `within`.
pub(super) fn unknown(
    name: &str,
    place: Span,
    within: Option<ComponentId>,
    definitions: &Definitions<'_>,
    report: &mut Report,
) -> Diagnostic {
    const NEAR: Text =
        Text { en: "`{near}` is declared here; is it meant?", zh: "此处声明了 `{near}`，是指它吗？" };
    let error = Diagnostic::new(&catalogue::UNKNOWN_COMPONENT, place).arg("name", name);
    match report.nearest(name, definitions.visible(within)).and_then(|near| definitions.find(within, near)) {
        Some(near) => {
            let near = &definitions.all[near];
            error.arg("near", &near.name).related(near.header, NEAR)
        }
        None => error,
    }
}

/// The component has another number of parameters.
pub(super) fn wrong_count(definition: &Definition<'_>, found: usize, place: Span) -> Diagnostic {
    const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };
    let error = Diagnostic::new(&catalogue::COMPONENT_ARGUMENTS, place).arg("name", &definition.name);
    let error = error.arg("expected", definition.parameters.len()).arg("found", found);
    error.related(definition.header, DECLARED)
}

/// The first relation of `base` that `heir` overrides although it is not `overridable`.
pub(super) fn not_overridable(heir: &Definition<'_>, base: &Definition<'_>) -> Option<Diagnostic> {
    const HERE: Text = Text { en: "overridden here", zh: "在此覆盖" };
    const DECLARED: Text =
        Text { en: "declared here without `overridable`", zh: "在此声明，未写 `overridable`" };
    heir.overrides.iter().find_map(|(name, place)| match base.relations.get(name) {
        Some((declared, false)) => Some(
            Diagnostic::new(&catalogue::NOT_OVERRIDABLE, heir.header)
                .arg("name", name)
                .arg("base", &base.name)
                .related(*place, HERE)
                .related(*declared, DECLARED),
        ),
        _ => None,
    })
}

/// Reports names that clash, and items that do not belong here; returns the `.init` directives whose name is taken.
fn names(items: &[Placed], in_program: bool, report: &mut Report) -> BTreeSet<Span> {
    let mut taken: BTreeMap<String, Span> = BTreeMap::new();
    if in_program {
        items.iter().for_each(|placed| declared(placed, &mut taken));
    }
    for Placed { file, item, .. } in items {
        match item {
            Item::Component(component) => {
                let name = component.header().and_then(|header| header.name()).map(|name| name.dotted());
                let place = header(component, *file);
                report.extend(name.and_then(|name| claim(name, place, &catalogue::COMPONENT_NAME_TAKEN, &mut taken)));
            }
            Item::Override(_) if in_program => misplaced(item, *file, ".override", false, report),
            item => match of_program(item) {
                Some(word) if !in_program => misplaced(item, *file, word, true, report),
                _ => {}
            },
        }
    }
    let mut refused = BTreeSet::new();
    for Placed { file, item, .. } in items {
        let Item::Init(init) = item else { continue };
        let (name, place) = (init.name().map(|name| name.text().to_owned()), init.span(*file));
        if let Some(error) = name.and_then(|name| claim(name, place, &catalogue::INSTANCE_NAME_TAKEN, &mut taken)) {
            report.push(error);
            refused.insert(place);
        }
    }
    refused
}

/// Takes a name; an error if it is taken.
fn claim(name: String, place: Span, entry: &'static Entry, taken: &mut BTreeMap<String, Span>) -> Option<Diagnostic> {
    const TAKEN: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };
    match taken.get(&name) {
        Some(previous) => Some(Diagnostic::new(entry, place).arg("name", name).related(*previous, TAKEN)),
        None => {
            taken.insert(name, place);
            None
        }
    }
}

/// The relations and types that an item declares.
fn declared(placed: &Placed, taken: &mut BTreeMap<String, Span>) {
    let names = match &placed.item {
        Item::Relation(decl) => decl.names(),
        Item::DebugDelta(decl) => decl.name().into_iter().collect(),
        Item::Type(decl) => decl.name().into_iter().collect(),
        Item::Finding(decl) => decl.name().and_then(|name| name.parts().into_iter().next()).into_iter().collect(),
        _ => Vec::new(),
    };
    for name in names {
        taken.entry(name.text().to_owned()).or_insert(name.span(placed.file));
    }
}

/// The word of an item that concerns the whole program: no component holds one.
pub(super) fn of_program(item: &Item) -> Option<&'static str> {
    Some(match item {
        Item::Functor(_) => ".functor",
        Item::Pragma(_) => ".pragma",
        Item::Norm(_) => ".norm",
        Item::Param(_) => ".param",
        Item::Policy(_) => ".policy",
        Item::Model(_) => ".model",
        Item::Test(_) => ".test",
        _ => return None,
    })
}

fn misplaced(item: &Item, file: FileId, word: &str, inside: bool, report: &mut Report) {
    const INSIDE: Text = Text { en: "inside a component", zh: "组件之内" };
    const OUTSIDE: Text = Text { en: "outside components", zh: "组件之外" };
    let (here, there) = if inside { (INSIDE, OUTSIDE) } else { (OUTSIDE, INSIDE) };
    let error = Diagnostic::new(&catalogue::MISPLACED_DIRECTIVE, item.span(file)).arg("word", word);
    report.push(error.words("here", here).words("there", there));
}

fn parameters(definition: &Definition<'_>, report: &mut Report) {
    const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
    const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    let mut types: BTreeMap<String, Span> = BTreeMap::new();
    for Placed { file, item, .. } in definition.items {
        if let Item::Type(decl) = item {
            types.extend(decl.name().map(|name| (name.text().to_owned(), name.span(*file))));
        }
    }
    for (name, place) in &definition.parameters {
        if let Some(previous) = seen.insert(name, *place) {
            let again = Diagnostic::new(&catalogue::COMPONENT_PARAMETER_TWICE, *place).arg("name", name);
            report.push(again.related(previous, PREVIOUS));
        }
        if let Some(hidden) = types.get(name) {
            let hides = Diagnostic::new(&catalogue::PARAMETER_HIDES_TYPE, *place).arg("name", name);
            report.push(hides.related(*hidden, DECLARED));
        }
    }
}

/// The `.init` directives among the items that `within` holds.
fn uses(items: &[Placed], within: Option<ComponentId>, definitions: &Definitions<'_>, report: &mut Report) {
    for Placed { file, item, .. } in items {
        let Item::Init(init) = item else { continue };
        let Some(component) = init.component() else { continue };
        let (written, place) = (Use::read(&component), init.span(*file));
        used(&written, place, within, within.map(|id| &definitions.all[id]), definitions, report);
    }
}

/// A use names a component and has as many arguments as that has parameters, or it names a parameter of `holder`.
fn used<'a>(
    written: &Use,
    place: Span,
    within: Option<ComponentId>,
    holder: impl Into<Option<&'a Definition<'a>>>,
    definitions: &Definitions<'_>,
    report: &mut Report,
) {
    if holder.into().is_some_and(|holder| holder.has_parameter(&written.name)) {
        return;
    }
    let error = match definitions.find(within, &written.name) {
        None => unknown(&written.name, place, within, definitions, report),
        Some(id) if definitions.all[id].parameters.len() != written.arguments.len() => {
            wrong_count(&definitions.all[id], written.arguments.len(), place)
        }
        Some(_) => return,
    };
    report.push(error);
}

/// What a component inherits from, parameters left aside.
fn bases(definition: &Definition<'_>, definitions: &Definitions<'_>) -> Vec<ComponentId> {
    let bases = definition.bases.iter().filter(|base| !definition.has_parameter(&base.name));
    bases.filter_map(|base| definitions.find(definition.outer, &base.name)).collect()
}

/// Reports components that inherit from themselves, and returns them with those that inherit from these.
fn circles(next: &[Vec<ComponentId>], definitions: &Definitions<'_>, report: &mut Report) -> BTreeSet<ComponentId> {
    let mut unusable = BTreeSet::new();
    // What a component inherits from comes before it.
    for circle in graph::components(next) {
        let first = circle[0];
        let is_circle = circle.len() > 1 || next[first].contains(&first);
        if is_circle {
            report.push(circular(&circle, definitions));
        }
        if is_circle || next[first].iter().any(|base| unusable.contains(base)) {
            unusable.extend(circle);
        }
    }
    unusable
}

/// These components inherit from each other.
pub(super) fn circular(circle: &[ComponentId], definitions: &Definitions<'_>) -> Diagnostic {
    const STEP: Text = Text { en: "part of the circle", zh: "处于循环之中" };
    let members: Vec<&Definition<'_>> = circle.iter().map(|id| &definitions.all[*id]).collect();
    let names = members.iter().map(|member| member.name.as_str());
    let error = Diagnostic::new(&catalogue::CYCLIC_INHERITANCE, members[0].header).list("names", names);
    members[1..].iter().fold(error, |error, member| error.related(member.header, STEP))
}

/// What a component overrides is inherited and `overridable`.
fn overrides(id: ComponentId, next: &[Vec<ComponentId>], definitions: &Definitions<'_>, report: &mut Report) {
    const HERE: Text = Text { en: "overridden here", zh: "在此覆盖" };
    let heir = &definitions.all[id];
    let mut ancestors: Vec<ComponentId> = next[id].clone();
    let mut seen: BTreeSet<ComponentId> = ancestors.iter().copied().collect();
    let mut at = 0;
    while let Some(ancestor) = ancestors.get(at) {
        ancestors.extend(next[*ancestor].iter().copied().filter(|base| seen.insert(*base)).collect::<Vec<_>>());
        at += 1;
    }
    let ancestors: Vec<&Definition<'_>> = ancestors.into_iter().map(|id| &definitions.all[id]).collect();
    report.extend(ancestors.iter().filter_map(|base| not_overridable(heir, base)));
    let open = ancestors.iter().chain([&heir]).any(|line| line.bases.iter().any(|base| line.has_parameter(&base.name)));
    for (name, place) in &heir.overrides {
        let inherited = ancestors.iter().any(|base| base.relations.contains_key(name));
        // A base that is a parameter may declare it.
        if heir.relations.contains_key(name) || !inherited && !open {
            let error = Diagnostic::new(&catalogue::NOT_INHERITED, heir.header).arg("name", name);
            report.push(error.arg("component", &heir.name).related(*place, HERE));
        }
    }
}
