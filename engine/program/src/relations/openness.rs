//! What is said of tuples that are not there: `.finding`, `.complete`, `.expect`.

use diagnostics::{Diagnostic, FileId, Span, catalogue};
use syntax::ast::{CompleteDecl, ExpectDecl, FindingDecl, Item, Token};
use values::Primitive;

use super::{Column, Declared, Relations, column, columns_differ};
use crate::annotations::annotations;
use crate::checked::{Complete, Openness, Purpose, RelId};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::namespace::Namespace;
use crate::registry::twice;
use crate::report::Report;
use crate::templates;
use crate::types::Types;

/// What stands behind the keys of a finding, and the types; that of the value is declared.
const OF_FINDING: [(&str, Primitive); 3] =
    [("by", Primitive::Symbol), ("on", Primitive::Date), ("basis", Primitive::Symbol)];

/// The relation that a `.finding` declares; `None` where the tree lacks a part of it.
pub(super) fn finding(
    decl: &FindingDecl,
    file: FileId,
    namespace: &Namespace,
    types: &Types,
    damage: &Damage,
    report: &mut Report,
) -> Option<Declared> {
    let (name, type_name, attributes) = (decl.name()?, decl.type_name()?, decl.attributes());
    columns_differ(&attributes, file, report);
    let keys = attributes.iter().filter_map(|key| column(key, file, namespace, types, damage, report));
    let keys: Vec<Column> = keys.collect();
    let complete = keys.len() == attributes.len() && !damage.touches(decl.span(file));
    let value = Column {
        name: "value".to_owned(),
        type_name: type_name.dotted(),
        of: types.resolve(&type_name, file, namespace, damage, report),
        span: type_name.span(file),
    };
    let span = name.span(file);
    let added = OF_FINDING.iter().map(|(name, primitive)| of_primitive(name, *primitive, types, span));
    let added: Vec<Column> = std::iter::once(value).chain(added).collect();
    for key in keys.iter().filter(|key| added.iter().any(|added| added.name == key.name)) {
        report.push(Diagnostic::new(&catalogue::COLUMN_DECLARED_TWICE, key.span).arg("name", &key.name));
    }
    let openness = Openness { finding: Some(keys.len()), ..Openness::default() };
    let columns = keys.into_iter().chain(added).collect();
    let mut declared = Declared {
        complete,
        openness,
        doc: decl.docs(),
        annotations: annotations(&decl.annotations(), file),
        ..Declared::new(namespace.full(&name.dotted()), columns, span)
    };
    let written = templates::written(&decl.annotations(), file, report);
    declared.templates = templates::of_relation(&written, &declared, report);
    Some(declared)
}

fn of_primitive(name: &str, primitive: Primitive, types: &Types, span: Span) -> Column {
    let of = types.of_primitive(primitive);
    Column { name: name.to_owned(), type_name: primitive.name().to_owned(), of, span }
}

impl Relations {
    /// Enters what `.complete` and `.expect` say; the relations' declarations may stand anywhere.
    pub(super) fn open(&mut self, items: &[SourceItem], types: &Types, damage: &Damage, report: &mut Report) {
        for SourceItem { file, item, namespace } in items {
            let name = match item {
                Item::Complete(decl) => decl.name(),
                Item::Expect(decl) => decl.name(),
                _ => continue,
            };
            report.enter(namespace);
            let Some(name) = name else { continue };
            let Some(id) = self.known(&name.dotted(), name.span(*file), namespace, damage, report) else { continue };
            match item {
                Item::Complete(decl) => self.complete(id, decl, name.span(*file), *file, types, report),
                Item::Expect(decl) => self.expect(id, decl, name.span(*file), *file, report),
                _ => {}
            }
        }
    }

    fn expect(&mut self, id: RelId, decl: &ExpectDecl, span: Span, file: FileId, report: &mut Report) {
        let Some(mut columns) = self.columns(id, &decl.columns(), file, report) else { return };
        columns.sort_unstable();
        let declared = &mut self.all[id.0 as usize];
        match declared.expected_at {
            Some(previous) => report.push(twice(".expect", &declared.name, span, previous)),
            None => {
                declared.openness.expected = Some(columns);
                declared.expected_at = Some(span);
            }
        }
    }

    fn complete(
        &mut self,
        id: RelId,
        decl: &CompleteDecl,
        span: Span,
        file: FileId,
        types: &Types,
        report: &mut Report,
    ) {
        let declared = self.get(id);
        if let Some(Complete::Everywhere { span: previous } | Complete::Declared { span: previous, .. }) =
            declared.openness.complete
        {
            report.push(twice(".complete", &declared.name, span, previous));
            return;
        }
        let written = decl.columns();
        if written.is_empty() != decl.file().is_none() {
            report.push(Diagnostic::new(&catalogue::COMPLETE_BY_FILE, span).arg("name", &declared.name));
            return;
        }
        let complete = match written.as_slice() {
            [] => Some(Complete::Everywhere { span }),
            written => self.declared_complete(id, written, span, file, types, report),
        };
        self.all[id.0 as usize].openness.complete = complete;
    }

    /// `by (place, day) from "file"`
    fn declared_complete(
        &mut self,
        id: RelId,
        written: &[Token],
        span: Span,
        file: FileId,
        types: &Types,
        report: &mut Report,
    ) -> Option<Complete> {
        let columns = self.columns(id, written, file, report)?;
        let declared = self.get(id);
        let is_day = |column: &usize| declared.columns[*column].primitive(types) == Some(Primitive::Date);
        let (days, places): (Vec<usize>, Vec<usize>) = columns.iter().partition(|column| is_day(column));
        if let [first, second, ..] = days.as_slice() {
            let at = columns.iter().position(|column| column == second).unwrap_or_default();
            let error = Diagnostic::new(&catalogue::TWO_DAYS, written[at].span(file)).arg("name", &declared.name);
            let (first, second) = (&declared.columns[*first].name, &declared.columns[*second].name);
            report.push(error.arg("first", first).arg("second", second));
            return None;
        }
        let period: &[_] = if days.is_empty() { &[] } else { &[("from", Primitive::Date), ("to", Primitive::Date)] };
        let who = [("declared_by", Primitive::Symbol), ("on", Primitive::Date)];
        let added = period.iter().chain(&who).map(|(name, primitive)| of_primitive(name, *primitive, types, span));
        let columns = places.iter().map(|place| declared.columns[*place].clone()).chain(added).collect();
        let hidden = Declared {
            complete: declared.complete,
            purpose: Purpose::Declarations(id),
            ..Declared::new(format!("complete {}", declared.name), columns, span)
        };
        // Nobody can name it: its name stands for nothing in rules.
        let declared = RelId(self.all.len() as u32);
        self.all.push(hidden);
        Some(Complete::Declared { places, day: days.first().copied(), declared, span })
    }

    /// The columns that are named; `None` where one is unknown or named twice, which is reported.
    pub(crate) fn columns(
        &self,
        id: RelId,
        written: &[Token],
        file: FileId,
        report: &mut Report,
    ) -> Option<Vec<usize>> {
        let declared = self.get(id);
        let mut columns = Vec::new();
        for name in written {
            let Some(column) = declared.column(name.text(), name.span(file), report) else { continue };
            if columns.contains(&column) {
                let error = Diagnostic::new(&catalogue::COLUMN_GIVEN_TWICE, name.span(file));
                report.push(error.arg("column", name.text()).arg("name", &declared.name));
                continue;
            }
            columns.push(column);
        }
        (columns.len() == written.len()).then_some(columns)
    }
}
