//! Record literals and `nil`: their types are those of their classes.

use diagnostics::{Diagnostic, Text, catalogue};
use values::{Primitive, ShapeId};

use super::classes::{Class, Classes};
use super::collect::{AtColumn, Slot};
use crate::draft::{Composite, Form};
use crate::report::Report;
use crate::types::{FieldType, Types};

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
        let error = unfit(record, shape, classes.types);
        if error.is_some() || fields(record, shape, classes.types).len() != record.args.len() {
            report.extend(error);
            return spoil_args(record, classes);
        }
        let mut changed = Vec::new();
        for (arg, field) in record.args.iter().zip(fields(record, shape, classes.types)) {
            let Some(node) = classes.rule.node(arg) else { continue };
            match field.of.map(|of| classes.types.primitive(of)) {
                Some(primitive) => {
                    let (span, declared) = (arg.span(), field.span);
                    let column = AtColumn { node, primitive, span, declared, slot: Slot::Field };
                    changed.extend(classes.column(&column, report));
                }
                None => {
                    let class = classes.find(node);
                    classes.spoil(class);
                    changed.push(class);
                }
            }
        }
        changed
    }
}

fn fields<'a>(record: &Composite, shape: ShapeId, types: &'a Types) -> &'a [FieldType] {
    match record.form {
        Form::Nil => &[],
        _ => &types.branch(shape, 0).fields,
    }
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
