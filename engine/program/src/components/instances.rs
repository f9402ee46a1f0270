//! Making instances.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{Atom, Init, Item, Rule};

use super::definitions::{ComponentId, Definitions, Use};
use super::structure::{Unusable, circular, not_overridable, of_program, unknown, wrong_count};
use super::{Expanded, SourceItem};
use crate::load::Placed;
use crate::namespace::Namespace;
use crate::report::Report;

/// Instances in instances, and components that inherit from components, in one chain: parameters can make them endless.
const DEPTH_MAX: usize = 100;

/// Items of all instances together: a component that holds two instances of another, which holds two of a third, ...
/// grows without bounds.
const ITEMS_MAX: usize = 250_000;

pub(super) struct Instances<'a> {
    definitions: &'a Definitions<'a>,
    unusable: Unusable,
    report: &'a mut Report,
    made: usize,
    /// True when a limit was reached, which is reported once.
    stopped: bool,
    pub(super) expanded: Expanded,
}

/// A component taken with arguments for its parameters.
struct Taken {
    id: ComponentId,
    parameters: BTreeMap<String, String>,
}

/// An instance that is being made.
struct Making {
    namespace: Namespace,
    init: Span,
    /// The components taken in so far.
    seen: BTreeSet<ComponentId>,
    /// From the component it is an instance of, through what it inherits from, to the present one.
    line: Vec<ComponentId>,
}

impl<'a> Instances<'a> {
    pub(super) fn new(definitions: &'a Definitions<'a>, unusable: Unusable, report: &'a mut Report) -> Self {
        Instances { definitions, unusable, report, made: 0, stopped: false, expanded: Expanded::default() }
    }

    /// Makes the instances of a program with these items.
    pub(super) fn program(&mut self, items: &[Placed]) {
        let program = Rc::new(Namespace::default());
        for placed in items {
            self.item(placed, &program, None, 0);
        }
    }

    fn item(&mut self, placed: &Placed, namespace: &Rc<Namespace>, within: Option<ComponentId>, depth: usize) {
        let Placed { file, item, .. } = placed;
        match item {
            Item::Init(init) => self.instance(init, *file, namespace, within, depth),
            Item::Component(_) | Item::Override(_) => {}
            // Reported: a component holds none of these.
            item if within.is_some() && of_program(item).is_some() => {}
            Item::Rule(rule) if dropped(rule, namespace) => {}
            Item::Subsumption(rule) if rule.dominated().is_some_and(|head| drops(namespace, &head)) => {}
            item => self.expanded.items.push(SourceItem {
                file: *file,
                item: item.clone(),
                namespace: Rc::clone(namespace),
            }),
        }
    }

    /// Adds what the instance declares.
    fn instance(
        &mut self,
        init: &Init,
        file: FileId,
        around: &Rc<Namespace>,
        within: Option<ComponentId>,
        depth: usize,
    ) {
        let (Some(name), Some(component)) = (init.name(), init.component()) else { return };
        let (span, name) = (init.span(file), name.text().to_owned());
        let fits = !self.unusable.inits.contains(&span) && self.fits(span, depth);
        let taken = if fits { self.taken(&Use::read(&component), around, within, span) } else { None };
        let Some(taken) = taken else { return self.expanded.failed.push(around.full(&name)) };
        let namespace = Namespace::instance(around, &name, span);
        let mut instance = Making { namespace, init: span, seen: BTreeSet::new(), line: Vec::new() };
        self.contents(taken, &mut instance, depth + 1);
    }

    /// Adds what a component declares behind what it inherits.
    fn contents(&mut self, taken: Taken, instance: &mut Making, depth: usize) {
        let definitions = self.definitions;
        let definition = &definitions.all[taken.id];
        self.made += definition.items.len();
        if !self.fits(instance.init, depth) || !self.is_new(taken.id, instance) {
            return;
        }
        let heirs = instance.line.iter().map(|heir| &definitions.all[*heir]);
        self.report.extend(heirs.clone().filter_map(|heir| not_overridable(heir, definition)));
        let overridden = heirs.flat_map(|heir| &heir.overrides).map(|(name, _)| name.clone()).collect();
        let namespace = Rc::new(instance.namespace.of_component(taken.parameters, overridden));
        instance.line.push(taken.id);
        for base in &definition.bases {
            if let Some(base) = self.taken(base, &namespace, definition.outer, definition.header) {
                self.contents(base, instance, depth + 1);
            }
        }
        instance.line.pop();
        for placed in definition.items {
            self.item(placed, &namespace, Some(taken.id), depth);
        }
    }

    /// True the first time that the instance takes in a component; what it declares again is reported.
    fn is_new(&mut self, id: ComponentId, instance: &mut Making) -> bool {
        const BY: Text =
            Text { en: "inherited along two ways by `{component}`", zh: "`{component}` 经由两条路径继承" };
        if let Some(start) = instance.line.iter().position(|heir| *heir == id) {
            self.report.push(circular(&instance.line[start..], self.definitions));
            return false;
        }
        let is_new = instance.seen.insert(id);
        let definitions = &self.definitions.all;
        let (first, heir) = (definitions[id].relations.iter().min_by_key(|(_, place)| **place), instance.line.first());
        if let (false, Some((name, (place, _))), Some(heir)) = (is_new, first, heir) {
            let again = Diagnostic::new(&catalogue::INHERITED_TWICE, *place).arg("name", name);
            let again = again.arg("base", &definitions[id].name).arg("component", &definitions[*heir].name);
            self.report.push(again.related(definitions[*heir].header, BY));
        }
        is_new
    }

    /// False behind a limit, which is reported at `init` when it is reached.
    fn fits(&mut self, init: Span, depth: usize) -> bool {
        let (entry, limit) = match (depth > DEPTH_MAX, self.made > ITEMS_MAX) {
            _ if self.stopped => return false,
            (true, _) => (&catalogue::INSTANCES_TOO_DEEP, DEPTH_MAX),
            (_, true) => (&catalogue::TOO_MANY_INSTANCES, ITEMS_MAX),
            _ => return true,
        };
        self.stopped = true;
        self.report.push(Diagnostic::new(entry, init).arg("limit", limit));
        false
    }

    /// What a use means, with what its arguments stand for; reported at `place` if it means nothing.
    fn taken(
        &mut self,
        written: &Use,
        namespace: &Namespace,
        within: Option<ComponentId>,
        place: Span,
    ) -> Option<Taken> {
        let name = namespace.argument(&written.name);
        let Some(id) = self.definitions.find(within, name) else {
            let error = unknown(name, place, within, self.definitions, self.report);
            self.report.push(error);
            return None;
        };
        let definition = &self.definitions.all[id];
        if definition.parameters.len() != written.arguments.len() {
            self.report.push(wrong_count(definition, written.arguments.len(), place));
            return None;
        }
        let formal = definition.parameters.iter().map(|(name, _)| name.clone());
        let actual = written.arguments.iter().map(|argument| namespace.argument(argument).to_owned());
        (!self.unusable.components.contains(&id)).then(|| Taken { id, parameters: formal.zip(actual).collect() })
    }
}

/// True for a rule all of whose heads are overridden.
fn dropped(rule: &Rule, namespace: &Namespace) -> bool {
    let heads = rule.heads();
    !heads.is_empty() && heads.iter().all(|head| drops(namespace, head))
}

/// True for a head that the instance's component overrides.
fn drops(namespace: &Namespace, head: &Atom) -> bool {
    head.name().is_some_and(|name| namespace.drops(&name.dotted()))
}
