//! Record literals and `nil`: their types are those of their classes.

use diagnostics::{Diagnostic, Text, catalogue};
use values::{Primitive, ShapeId};

use super::classes::{Class, Classes};
use super::collect::{AtColumn, Slot};
use crate::draft::{Composite, Form};
use crate::report::Report;
use crate::types::Types;

/// The record literals of a rule, outer ones before inner ones.
pub(super) struct Records<'a> {
    all: &'a [&'a Composite],
    /// Those whose arguments have been looked at.
    settled: Vec<bool>,
}

impl<'a> Records<'a> {
    pub(super) fn new(all: &'a [&'a Composite]) -> Records<'a> {
        Records { all, settled: vec![false; all.len()] }
    }

    pub(super) fn all(&self) -> &'a [&'a Composite] {
        self.all
    }

    /// Looks at every literal whose type is known.
    pub(super) fn settle_all(&mut self, classes: &mut Classes<'_>, report: &mut Report) {
        for number in 0..self.all.len() {
            self.settle(number, classes, report);
        }
    }

    /// Once the type is known, the arguments have the types of its fields. Returns the classes that changed.
    pub(super) fn settle(&mut self, number: usize, classes: &mut Classes<'_>, report: &mut Report) -> Vec<Class> {
        let record = self.all[number];
        let class = classes.find(record.node);
        if self.settled[number] {
            return Vec::new();
        }
        if classes.is_spoilt(class) {
            self.settled[number] = true;
            return spoil_args(record, classes);
        }
        let Some(Primitive::Composite(shape)) = classes.set(class).only() else { return Vec::new() };
        self.settled[number] = true;
        if let Some(error) = unfit(record, shape, classes.types) {
            report.push(error);
            return spoil_args(record, classes);
        }
        let columns: Vec<AtColumn> = in_fields(record, shape, 0, classes).collect();
        columns.iter().filter_map(|column| classes.column(column, report)).collect()
    }
}

/// The arguments of a value as what stands in its fields.
fn in_fields<'a>(
    composite: &'a Composite,
    shape: ShapeId,
    branch: u32,
    classes: &'a Classes<'_>,
) -> impl Iterator<Item = AtColumn> + 'a {
    let fields = match composite.form {
        Form::Nil => &[],
        _ => classes.types.branch(shape, branch).fields.as_slice(),
    };
    composite.args.iter().zip(fields).filter_map(|(arg, field)| {
        let primitive = classes.types.primitive(field.of?);
        let node = classes.rule.node(arg)?;
        Some(AtColumn { node, primitive, span: arg.span(), declared: field.span, slot: Slot::Field })
    })
}

fn spoil_args(record: &Composite, classes: &mut Classes<'_>) -> Vec<Class> {
    let nodes: Vec<_> = record.args.iter().filter_map(|arg| classes.rule.node(arg)).collect();
    let open: Vec<Class> = nodes.into_iter().map(|node| classes.find(node)).collect();
    let open: Vec<Class> = open.into_iter().filter(|class| classes.is_open(*class)).collect();
    open.iter().for_each(|class| classes.spoil(*class));
    open
}

/// Why a literal is no value of this type.
fn unfit(record: &Composite, shape: ShapeId, types: &Types) -> Option<Diagnostic> {
    const DECLARED: Text = Text { en: "`{name}` is declared here", zh: "`{name}` 在此声明" };
    let of = types.composite(shape);
    if !of.is_record {
        let branches: Vec<String> = of.branches.iter().map(|branch| format!("${}(..)", branch.name)).collect();
        let error = Diagnostic::new(&catalogue::NO_RECORD_TYPE, record.span).arg("value", written(record));
        return Some(error.arg("name", &of.name).list("branches", branches).related(of.span, DECLARED));
    }
    let (found, expected) = (record.args.len(), types.branch(shape, 0));
    if record.form == Form::Nil || found == expected.fields.len() || !expected.complete {
        return None;
    }
    let error = Diagnostic::new(&catalogue::FIELD_COUNT, record.span).arg("name", &of.name);
    Some(error.arg("expected", expected.fields.len()).arg("found", found).related(of.span, DECLARED))
}

/// Nothing says which type a literal has.
pub(super) fn ambiguous(record: &Composite) -> Diagnostic {
    Diagnostic::new(&catalogue::AMBIGUOUS_RECORD, record.span).arg("value", written(record))
}

fn written(record: &Composite) -> &'static str {
    if record.form == Form::Nil { "nil" } else { "[..]" }
}
