//! `.type` declarations.

use std::collections::BTreeMap;
use std::rc::Rc;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::SyntaxKind;
use syntax::ast::{Item, Name, TypeDecl, TypeDefinition};
use values::{Primitive, ShapeId};

use super::{Kind, Named, TypeId, Types, inhabited};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::graph::components;
use crate::namespace::Namespace;
use crate::report::Report;

/// The types that `items` declare, and the primitives.
pub(crate) fn declare(items: &[SourceItem], damage: &Damage, report: &mut Report) -> Types {
    let mut types = Types::primitives();
    let declared = collect(items, &mut types, report);
    let shapes: Vec<Option<ShapeId>> = declared
        .iter()
        .map(|declared| declared.is_record().map(|is_record| types.announce(declared, is_record)))
        .collect();
    let number: BTreeMap<&str, usize> = declared.iter().enumerate().map(|(i, d)| (d.name.as_str(), i)).collect();
    let next: Vec<Vec<usize>> = declared.iter().map(|declared| declared.needs(&number)).collect();
    for component in components(&next) {
        let first = component[0];
        if shapes[first].is_some() {
            continue;
        }
        if component.len() > 1 || next[first].contains(&first) {
            report.push(cycle(&component, &declared));
            component.iter().for_each(|member| types.set(&declared[*member].name, Named::Broken));
            continue;
        }
        report.enter(&declared[first].namespace);
        let named = types.define(&declared[first], damage, report).map_or(Named::Broken, Named::Type);
        types.set(&declared[first].name, named);
    }
    for (declared, shape) in declared.iter().zip(shapes) {
        report.enter(&declared.namespace);
        shape.into_iter().for_each(|shape| types.fill(shape, declared, damage, report));
    }
    report.leave();
    inhabited::check(&types, report);
    types
}

/// A declaration that defines a type of its own.
pub(super) struct Declared {
    /// Its full name.
    pub(super) name: String,
    pub(super) decl: TypeDecl,
    pub(super) file: FileId,
    pub(super) namespace: Rc<Namespace>,
    pub(super) span: Span,
}

impl Declared {
    /// `Some(true)` for a record type, `Some(false)` for an algebraic data type.
    fn is_record(&self) -> Option<bool> {
        match self.decl.definition() {
            Some(TypeDefinition::Record(_)) => Some(true),
            Some(TypeDefinition::Adt(_)) => Some(false),
            _ => None,
        }
    }

    /// The names on the right side.
    fn names(&self) -> Vec<Name> {
        match self.decl.definition() {
            Some(TypeDefinition::Subset(subset)) => subset.base().into_iter().collect(),
            Some(TypeDefinition::Union(union)) => union.members(),
            _ => Vec::new(),
        }
    }

    fn needs(&self, number: &BTreeMap<&str, usize>) -> Vec<usize> {
        let meaning = |name: &Name| {
            self.namespace.find(self.namespace.argument(&name.dotted()), |full| number.get(full).copied())
        };
        self.names().iter().filter_map(meaning).collect()
    }
}

/// Every type's first declaration; second ones are reported.
fn collect(items: &[SourceItem], types: &mut Types, report: &mut Report) -> Vec<Declared> {
    let mut places: BTreeMap<String, Span> = BTreeMap::new();
    let mut declared = Vec::new();
    for SourceItem { file, item, namespace } in items {
        let Item::Type(decl) = item else { continue };
        let Some(name) = decl.name() else { continue };
        report.enter(namespace);
        let span = item.span(*file);
        if is_fixed(name.text()) {
            report.push(Diagnostic::new(&catalogue::PREDEFINED_TYPE, span).arg("name", name.text()));
            types.forget_branches(decl.definition(), namespace);
            continue;
        }
        let name = namespace.full(name.text());
        if let Some(previous) = places.get(&name) {
            const PREVIOUS: Text = Text { en: "declared first here", zh: "最先在此声明" };
            let again = Diagnostic::new(&catalogue::TYPE_DECLARED_TWICE, span).arg("name", &name);
            report.push(again.related(*previous, PREVIOUS));
            types.forget_branches(decl.definition(), namespace);
            continue;
        }
        places.insert(name.clone(), span);
        declared.push(Declared { name, decl: decl.clone(), file: *file, namespace: Rc::clone(namespace), span });
    }
    declared
}

/// The primitives of the dialect; `date` and `decimal` may be declared anew.
fn is_fixed(name: &str) -> bool {
    matches!(name, "number" | "unsigned" | "float" | "symbol")
}

fn cycle(component: &[usize], declared: &[Declared]) -> Diagnostic {
    const STEP: Text = Text { en: "part of the circle", zh: "处于循环之中" };
    let names: Vec<&str> = component.iter().map(|member| declared[*member].name.as_str()).collect();
    let error = Diagnostic::new(&catalogue::CYCLIC_TYPE, declared[component[0]].span).list("names", names);
    component[1..].iter().fold(error, |error, member| error.related(declared[*member].span, STEP))
}

impl Types {
    pub(super) fn set(&mut self, name: &str, named: Named) {
        self.names.insert(name.to_owned(), named);
    }

    /// Defines a type whose parts are defined. `None`: it was reported, here or where a part is declared.
    fn define(&mut self, declared: &Declared, damage: &Damage, report: &mut Report) -> Option<TypeId> {
        match declared.decl.definition() {
            Some(TypeDefinition::Subset(subset)) => {
                let base = self.resolve(&subset.base()?, declared.file, &declared.namespace, damage, report)?;
                if self.is_composite(base) {
                    report.push(self.part_is_composite(declared, base));
                    return None;
                }
                if self.kinds(base).len() > 1 {
                    let error = Diagnostic::new(&catalogue::SUBSET_OF_UNION, declared.span);
                    report.push(error.arg("name", &declared.name).arg("base", self.name(base)));
                    return None;
                }
                Some(self.subset(&declared.name, base))
            }
            Some(TypeDefinition::Union(union)) => self.union(declared, &union.members(), damage, report),
            Some(TypeDefinition::Record(_) | TypeDefinition::Adt(_)) => None,
            None => {
                let kind = declared.decl.directive()?.kind();
                let base = if kind == SyntaxKind::NUMBER_TYPE_DIR { Primitive::Number } else { Primitive::Symbol };
                let old = Diagnostic::new(&catalogue::OLD_TYPE_DECLARATION, declared.span);
                report.push(old.arg("name", &declared.name).arg("base", base.name()));
                let Some(Named::Type(base)) = self.find(base.name()) else { return None };
                Some(self.subset(&declared.name, base))
            }
        }
    }

    fn subset(&mut self, name: &str, base: TypeId) -> TypeId {
        let (primitive, of) = (self.primitive(base), self.kinds(base)[0]);
        let kind = self.bases.len() as Kind;
        self.bases.push(of);
        self.add(name, primitive, Rc::new([kind]))
    }

    fn union(&mut self, declared: &Declared, members: &[Name], damage: &Damage, report: &mut Report) -> Option<TypeId> {
        let mut resolved = |member| self.resolve(member, declared.file, &declared.namespace, damage, report);
        let parts: Vec<Option<TypeId>> = members.iter().map(&mut resolved).collect();
        let parts: Vec<TypeId> = parts.into_iter().collect::<Option<_>>()?;
        let composite = parts.iter().find(|part| self.is_composite(**part));
        if let (Some(part), true) = (composite, parts.len() > 1) {
            report.push(self.part_is_composite(declared, *part));
            return None;
        }
        let primitive = self.primitive(*parts.first()?);
        if let Some(other) = parts.iter().find(|part| self.primitive(**part) != primitive) {
            let error = Diagnostic::new(&catalogue::MIXED_UNION, declared.span).arg("name", &declared.name);
            let error = error.arg("first", self.name(parts[0])).arg("first_base", primitive.name());
            report.push(error.arg("other", self.name(*other)).arg("other_base", self.primitive(*other).name()));
            return None;
        }
        let mut kinds: Vec<Kind> = parts.iter().flat_map(|part| self.kinds(*part).iter().copied()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Some(self.add(&declared.name, primitive, kinds.into()))
    }

    fn is_composite(&self, id: TypeId) -> bool {
        matches!(self.primitive(id), Primitive::Composite(_))
    }

    /// The part is a record type or algebraic data type, which has no subsets and is in no union.
    fn part_is_composite(&self, declared: &Declared, part: TypeId) -> Diagnostic {
        let error = Diagnostic::new(&catalogue::PART_OF_COMPOSITE, declared.span).arg("name", &declared.name);
        error.arg("part", self.name(part))
    }

    /// The type that `name` means in `namespace`; a name without a meaning is reported. `None` where something was.
    pub(crate) fn resolve(
        &self,
        name: &Name,
        file: FileId,
        namespace: &Namespace,
        damage: &Damage,
        report: &mut Report,
    ) -> Option<TypeId> {
        let written = name.dotted();
        let text = namespace.argument(&written);
        match namespace.find(text, |full| self.find(full)) {
            Some(Named::Type(id)) => Some(id),
            Some(Named::Broken) => None,
            None => {
                if !damage.is_excused(text, namespace) {
                    let error = Diagnostic::new(&catalogue::UNDEFINED_TYPE, name.span(file)).arg("name", text);
                    let known = self.names().map(|full| namespace.shown(full));
                    let near = report.nearest(text, known).map_or_else(predefined, |near| vec![near.to_owned()]);
                    report.push(error.list("near", near));
                }
                None
            }
        }
    }
}

/// The names of the predefined types.
fn predefined() -> Vec<String> {
    Primitive::ALL.map(|primitive| primitive.name().to_owned()).to_vec()
}
