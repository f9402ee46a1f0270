//! Declarations of record types and algebraic data types: their names first, so that they can hold themselves, then their
//! branches and fields.

use std::collections::BTreeMap;
use std::rc::Rc;

use diagnostics::{Diagnostic, Span, Text, catalogue};
use syntax::ast::{Attribute, BranchDecl, TypeDefinition};
use values::{Primitive, ShapeId};

use super::composite::{BranchType, CompositeType, FieldType, NamedBranch};
use super::declare::Declared;
use super::{Kind, Named, Types};
use crate::damage::Damage;
use crate::features;
use crate::namespace::Namespace;
use crate::report::Report;

const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };

impl Types {
    /// Makes the name of a record type or algebraic data type known.
    pub(super) fn announce(&mut self, declared: &Declared, is_record: bool) -> ShapeId {
        let shape = ShapeId(self.composites.len() as u32);
        let name = declared.name.clone();
        let kind = self.bases.len() as Kind;
        self.bases.push(kind);
        let id = self.add(&name, Primitive::Composite(shape), Rc::new([kind]));
        self.set(&name, Named::Type(id));
        self.composites.push(CompositeType { name, is_record, branches: Vec::new(), span: declared.span });
        shape
    }

    /// Reads the branches and fields of a type whose name is known.
    pub(super) fn fill(&mut self, shape: ShapeId, declared: &Declared, damage: &Damage, report: &mut Report) {
        let complete = !damage.touches(declared.span);
        let branches = match declared.decl.definition() {
            Some(TypeDefinition::Record(record)) => {
                let fields = self.fields(&record.fields(), declared, damage, report);
                vec![BranchType { name: String::new(), fields, complete, span: declared.span }]
            }
            Some(TypeDefinition::Adt(adt)) => {
                let mut own: BTreeMap<String, BranchDecl> = BTreeMap::new();
                for branch in adt.branches() {
                    let Some(name) = branch.name().map(|name| declared.namespace.full(name.text())) else { continue };
                    if self.is_free(&name, &own, branch.span(declared.file), declared, report) {
                        own.insert(name, branch);
                    }
                }
                own.into_iter()
                    .map(|(name, branch)| {
                        let fields = self.fields(&branch.fields(), declared, damage, report);
                        BranchType { name, fields, complete, span: branch.span(declared.file) }
                    })
                    .collect()
            }
            _ => Vec::new(),
        };
        for (number, branch) in (0..).zip(&branches).filter(|(_, branch)| !branch.name.is_empty()) {
            self.branches.insert(branch.name.clone(), NamedBranch::Branch(shape, number));
        }
        self.composites[shape.0 as usize].branches = branches;
    }

    /// True where no branch has this name yet; otherwise that is reported.
    fn is_free(
        &self,
        name: &str,
        own: &BTreeMap<String, BranchDecl>,
        span: Span,
        declared: &Declared,
        report: &mut Report,
    ) -> bool {
        let here = own.get(name).map(|branch| branch.span(declared.file));
        let elsewhere = match self.branches.get(name).copied() {
            Some(NamedBranch::Branch(shape, number)) => Some(self.branch(shape, number).span),
            Some(NamedBranch::Broken) | None => None,
        };
        let Some(previous) = here.or(elsewhere) else { return true };
        let again = Diagnostic::new(&catalogue::BRANCH_DECLARED_TWICE, span).arg("name", name);
        report.push(again.related(previous, PREVIOUS));
        false
    }

    fn fields(
        &self,
        attributes: &[Attribute],
        declared: &Declared,
        damage: &Damage,
        report: &mut Report,
    ) -> Vec<FieldType> {
        let file = declared.file;
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut fields = Vec::with_capacity(attributes.len());
        for attribute in attributes {
            let (Some(name), Some(type_name)) = (attribute.name(), attribute.type_name()) else { continue };
            let (place, name) = (name.span(file), name.text().to_owned());
            match seen.get(&name) {
                Some(previous) => {
                    let again = Diagnostic::new(&catalogue::FIELD_DECLARED_TWICE, type_name.span(file));
                    report.push(again.arg("name", &name).related(*previous, PREVIOUS));
                }
                None => {
                    seen.insert(name.clone(), place);
                }
            }
            let of = if attribute.is_lattice() {
                report.push(features::LATTICES.refused(attribute.span(file)));
                None
            } else {
                self.resolve(&type_name, file, &declared.namespace, damage, report)
            };
            fields.push(FieldType { name, of, span: attribute.span(file) });
        }
        fields
    }

    /// Branches of a declaration that does not count.
    pub(super) fn forget_branches(&mut self, definition: Option<TypeDefinition>, namespace: &Namespace) {
        if let Some(TypeDefinition::Adt(adt)) = definition {
            let names = adt.branches().into_iter().filter_map(|branch| branch.name());
            names.for_each(|name| {
                self.branches.entry(namespace.full(name.text())).or_insert(NamedBranch::Broken);
            });
        }
    }
}
