//! `.decl` declarations.

mod debug_delta;
mod openness;
mod qualifiers;

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::SyntaxKind;
use syntax::ast::{Attribute, Item, RelationDecl};
use values::Primitive;

use crate::annotations::{annotations, words};
use crate::checked::{Annotation, Complete, Law, Openness, Purpose, RelId, Templates};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::features;
use crate::namespace::Namespace;
use crate::report::Report;
use crate::templates;
use crate::types::{TypeId, Types};
use qualifiers::Qualifiers;

/// The declared relations.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    /// In the order of their declarations; a [`RelId`] is an index into it.
    pub(crate) all: Vec<Declared>,
    names: BTreeMap<String, RelId>,
    /// Names that stand for something that was reported.
    broken: BTreeMap<String, ()>,
}

/// A declared relation.
#[derive(Debug)]
pub(crate) struct Declared {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    /// False where a syntax error may have hidden a column.
    pub(crate) complete: bool,
    /// `inline`
    pub(crate) inline: Option<Span>,
    pub(crate) law: Law,
    /// What is said of tuples that are not there.
    pub(crate) openness: Openness,
    /// The relation's name in the `.expect`.
    expected_at: Option<Span>,
    /// Conclusions that agree in these columns may conflict.
    pub(crate) conflict: Option<Vec<usize>>,
    pub(crate) purpose: Purpose,
    /// `brie`, `btree` or `eqrel`.
    pub(crate) representation: Option<Span>,
    /// `btree_delete`
    pub(crate) deletable: Option<Span>,
    /// The old qualifiers `input`, `output`, `printsize`.
    pub(crate) io: Vec<(SyntaxKind, Span)>,
    pub(crate) doc: String,
    pub(crate) annotations: Vec<Annotation>,
    pub(crate) templates: Templates,
    /// The name.
    pub(crate) span: Span,
}

impl Declared {
    /// A relation of which nothing more is said.
    pub(crate) fn new(name: String, columns: Vec<Column>, span: Span) -> Declared {
        Declared {
            name,
            columns,
            complete: true,
            inline: None,
            law: Law::Set,
            openness: Openness::default(),
            expected_at: None,
            conflict: None,
            purpose: Purpose::Declared,
            representation: None,
            deletable: None,
            io: Vec::new(),
            doc: String::new(),
            annotations: Vec::new(),
            templates: Templates::default(),
            span,
        }
    }

    /// The column with this name; that there is none is reported at `place`.
    pub(crate) fn column(&self, name: &str, place: Span, report: &mut Report) -> Option<usize> {
        const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };
        let found = self.columns.iter().position(|column| column.name == name);
        if found.is_none() && self.complete {
            let known = self.columns.iter().map(|column| column.name.as_str()).collect();
            let error = Diagnostic::new(&catalogue::UNKNOWN_COLUMN, place).arg("column", name);
            let error = error.arg("name", &self.name).list("near", report.near_or_all(name, known));
            report.push(error.related(self.span, DECLARED));
        }
        found
    }
}

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// As written.
    pub(crate) type_name: String,
    /// `None` where something was reported.
    pub(crate) of: Option<TypeId>,
    /// Name and type.
    pub(crate) span: Span,
}

impl Column {
    /// What its type rests on, if the type is known.
    pub(crate) fn primitive(&self, types: &Types) -> Option<Primitive> {
        self.of.map(|id| types.primitive(id))
    }
}

impl Relations {
    /// The relation that `name` means in `namespace`.
    pub(crate) fn find(&self, name: &str, namespace: &Namespace) -> Option<RelId> {
        namespace.find(name, |full| self.names.get(full).copied())
    }

    /// True for a name that is declared as something that was reported.
    pub(crate) fn is_broken(&self, name: &str, namespace: &Namespace) -> bool {
        namespace.find(name, |full| self.broken.get(full)).is_some()
    }

    /// The relation that `name` means in `namespace`; that there is none is reported at `place`.
    pub(crate) fn known(
        &self,
        name: &str,
        place: Span,
        namespace: &Namespace,
        damage: &Damage,
        report: &mut Report,
    ) -> Option<RelId> {
        let found = self.find(name, namespace);
        if found.is_none() && !self.is_broken(name, namespace) && !damage.is_excused(name, namespace) {
            let error = Diagnostic::new(&catalogue::UNDECLARED_RELATION, place).arg("name", name);
            let near = report.nearest(name, self.names().map(|full| namespace.shown(full)));
            report.push(near.into_iter().fold(error, |error, near| error.arg("near", near)));
        }
        found
    }

    /// The relation with this number.
    pub(crate) fn get(&self, id: RelId) -> &Declared {
        &self.all[id.0 as usize]
    }

    /// The column by which a `within` may say where `of` must be complete: one of its own, or one that the completeness of another
    /// relation is declared by.
    pub(crate) fn extent(&self, name: &str, of: RelId) -> Option<(RelId, usize)> {
        let column = |id: RelId| self.get(id).columns.iter().position(|column| column.name == name);
        let named = |id: &RelId| match &self.get(*id).openness.complete {
            Some(Complete::Declared { places, day, .. }) => {
                column(*id).is_some_and(|column| places.contains(&column) || *day == Some(column))
            }
            _ => false,
        };
        let others = (0..self.all.len() as u32).map(RelId).filter(named);
        std::iter::once(of).chain(others).find_map(|id| Some((id, column(id)?)))
    }

    /// All full names, in the order of their letters.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }
}

/// The relations that `items` declare.
pub(crate) fn declare(items: &[SourceItem], types: &Types, damage: &Damage, report: &mut Report) -> Relations {
    let mut relations = Relations::default();
    for SourceItem { file, item, namespace } in items {
        report.enter(namespace);
        match item {
            Item::Relation(decl) => relations.add(decl, *file, namespace, types, damage, report),
            Item::Finding(decl) => {
                if let Some(finding) = openness::finding(decl, *file, namespace, types, damage, report) {
                    relations.insert(finding, report);
                }
            }
            _ => {}
        }
    }
    relations.observe(items, types, damage, report);
    relations.open(items, types, damage, report);
    relations
}

impl Relations {
    fn add(
        &mut self,
        decl: &RelationDecl,
        file: FileId,
        namespace: &Namespace,
        types: &Types,
        damage: &Damage,
        report: &mut Report,
    ) {
        let qualifiers = Qualifiers::read(decl, file, report);
        let attributes = decl.attributes();
        columns_differ(&attributes, file, report);
        let mut told = false;
        for name in decl.names() {
            let mut silent = Report::default();
            // Several names share one list: what is wrong with it is told once.
            let told_to = if told { &mut silent } else { &mut *report };
            let columns =
                attributes.iter().filter_map(|written| column(written, file, namespace, types, damage, told_to));
            let columns: Vec<Column> = columns.collect();
            let mut declared = Declared {
                complete: columns.len() == attributes.len() && !damage.touches(decl.span(file)),
                inline: qualifiers.inline,
                law: qualifiers.law.clone(),
                representation: qualifiers.representation,
                deletable: qualifiers.deletable,
                io: qualifiers.io.clone(),
                doc: decl.docs(),
                annotations: annotations(&decl.annotations(), file),
                ..Declared::new(namespace.full(name.text()), columns, name.span(file))
            };
            let told_to = if told { &mut silent } else { &mut *report };
            declared.conflict = conflict(decl, &declared, file, told_to);
            let written = templates::written(&decl.annotations(), file, told_to);
            declared.templates = templates::of_relation(&written, &declared, told_to);
            told = true;
            self.insert(declared, report);
        }
    }

    fn insert(&mut self, declared: Declared, report: &mut Report) {
        const PREVIOUS: Text = Text { en: "declared first here", zh: "最先在此声明" };
        if let Some(previous) = self.names.get(&declared.name).copied() {
            let again = Diagnostic::new(&catalogue::RELATION_DECLARED_TWICE, declared.span);
            report.push(again.arg("name", &declared.name).related(self.get(previous).span, PREVIOUS));
            return;
        }
        self.names.insert(declared.name.clone(), RelId(self.all.len() as u32));
        self.all.push(declared);
    }
}

/// The columns of `@[conflict = (..)]`.
fn conflict(decl: &RelationDecl, declared: &Declared, file: FileId, report: &mut Report) -> Option<Vec<usize>> {
    let words = words(&decl.annotations(), "conflict")?;
    if words.is_empty() {
        let place = decl.annotations().first().map_or(declared.span, |annotation| annotation.span(file));
        report.push(Diagnostic::new(&catalogue::ANNOTATION_WITHOUT_VALUE, place).arg("key", "conflict"));
        return None;
    }
    let columns = words.iter().filter_map(|word| declared.column(word.text(), word.span(file), report));
    let mut columns: Vec<usize> = columns.collect();
    columns.sort_unstable();
    columns.dedup();
    Some(columns)
}

/// A column as declared; `None` where the tree lacks a part of it.
pub(crate) fn column(
    attribute: &Attribute,
    file: FileId,
    namespace: &Namespace,
    types: &Types,
    damage: &Damage,
    report: &mut Report,
) -> Option<Column> {
    let (name, type_name) = (attribute.name()?, attribute.type_name()?);
    let of = if attribute.is_lattice() {
        report.push(features::LATTICES.refused(attribute.span(file)));
        None
    } else {
        types.resolve(&type_name, file, namespace, damage, report)
    };
    Some(Column { name: name.text().to_owned(), type_name: type_name.dotted(), of, span: attribute.span(file) })
}

/// Reports names that stand twice.
pub(crate) fn columns_differ(attributes: &[Attribute], file: FileId, report: &mut Report) {
    const PREVIOUS: Text = Text { en: "the first one", zh: "第一个" };
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for attribute in attributes {
        let Some(name) = attribute.name() else { continue };
        let span = name.span(file);
        if let Some(previous) = seen.get(name.text()) {
            let place = attribute.type_name().map_or(span, |type_name| type_name.span(file));
            let again = Diagnostic::new(&catalogue::COLUMN_DECLARED_TWICE, place);
            report.push(again.arg("name", name.text()).related(*previous, PREVIOUS));
            continue;
        }
        seen.insert(name.text().to_owned(), span);
    }
}
