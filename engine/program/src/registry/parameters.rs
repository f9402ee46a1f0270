//! `.param`

use std::collections::BTreeMap;
use std::sync::Arc;

use diagnostics::{Diagnostic, FileId, Span, Text, catalogue};
use syntax::ast::{Item, ParamDecl, ParamValue};
use values::{Primitive, Value};

use super::{Registry, constant, interval};
use crate::checked::{Column, Parameter, ParameterId, ParameterValue, Program};
use crate::components::SourceItem;
use crate::damage::Damage;
use crate::relations::{Relations, column, columns_differ};
use crate::report::Report;
use crate::types::Types;

/// The parameter of type date that means the day on which is judged. Nobody has to declare it.
pub(crate) const AS_OF: &str = "as_of";

/// Enters the parameters that `items` declare and, behind them, `as_of`, unless something else has that name.
pub(super) fn read(
    registry: &mut Registry,
    items: &[SourceItem],
    types: &Types,
    relations: &Relations,
    damage: &Damage,
    report: &mut Report,
) {
    let program = Default::default();
    for SourceItem { file, item, .. } in items {
        let Item::Param(decl) = item else { continue };
        let Some(name) = decl.name() else { continue };
        let (text, span) = (name.dotted(), name.span(*file));
        let named_so = registry.parameter(&text).map(|other| registry.parameters[other.0 as usize].span);
        let relation = relations.find(&text, &program).map(|relation| relations.get(relation).span);
        if let Some(previous) = named_so.or(relation) {
            report.push(super::twice(".param", &text, span, previous));
            continue;
        }
        let reader = Reader { file: *file, types, damage, report: &mut *report };
        match reader.parameter(decl, text.clone(), span) {
            Some(parameter) => registry.parameters.push(Arc::new(parameter)),
            None => registry.broken.push(text),
        }
    }
    if registry.parameter(AS_OF).is_none() && relations.find(AS_OF, &program).is_none() {
        registry.parameters.push(Arc::new(as_of()));
    }
}

/// Takes the `as_of` that nobody declares out of a program none of whose rules reads it; otherwise its place is that of its first use.
pub(crate) fn settle(program: &mut Program) {
    let last = program.parameters.len().saturating_sub(1);
    let Some(as_of) = program.parameters.last().filter(|last| last.name == AS_OF && last.span == nowhere()) else {
        return;
    };
    let mut as_of = Parameter::clone(as_of);
    program.parameters.pop();
    match program.used_parameters().get(&ParameterId(last as u32)) {
        Some(first) => {
            as_of.span = *first;
            as_of.values.iter_mut().for_each(|value| value.span = *first);
            program.parameters.push(Arc::new(as_of));
        }
        None => {
            for test in &mut program.tests {
                test.parameters.retain(|(id, _)| id.0 < last as u32);
            }
        }
    }
}

/// Where nothing stands.
fn nowhere() -> Span {
    Span { file: FileId(0), start: 0, end: 0 }
}

/// Its place is that of its first use, which is found later.
fn as_of() -> Parameter {
    let (keys, values, type_name) = (Vec::new(), Vec::new(), Primitive::Date.name().to_owned());
    let span = nowhere();
    Parameter {
        name: AS_OF.to_owned(),
        keys,
        type_name,
        primitive: Primitive::Date,
        dated: false,
        values,
        replaced: false,
        doc: String::new(),
        span,
    }
}

struct Reader<'a> {
    file: FileId,
    types: &'a Types,
    damage: &'a Damage,
    report: &'a mut Report,
}

impl Reader<'_> {
    /// `None` where a type is unknown, which was reported.
    fn parameter(mut self, decl: &ParamDecl, name: String, span: Span) -> Option<Parameter> {
        let Reader { file, types, damage, .. } = self;
        let (written, program) = (decl.attributes(), Default::default());
        columns_differ(&written, file, self.report);
        let columns: Vec<_> =
            written.iter().map(|key| column(key, file, &program, types, damage, self.report)).collect();
        let type_name = decl.type_name()?;
        let primitive = types.primitive(types.resolve(&type_name, file, &program, damage, self.report)?);
        let key = |column: Option<crate::relations::Column>| {
            let column = column?;
            Some(Column { primitive: column.primitive(types)?, name: column.name, type_name: column.type_name })
        };
        let keys: Vec<Column> = columns.into_iter().map(key).collect::<Option<_>>()?;
        let values = decl.values();
        let values: Vec<ParameterValue> =
            values.iter().filter_map(|value| self.value(value, &name, &keys, primitive)).collect();
        self.overlaps(&values, &name);
        let (type_name, dated) = (type_name.dotted(), values.iter().any(|value| value.applies.is_some()));
        Some(Parameter { name, keys, type_name, primitive, dated, values, replaced: false, doc: decl.docs(), span })
    }

    fn value(
        &mut self,
        written: &ParamValue,
        name: &str,
        keys: &[Column],
        primitive: Primitive,
    ) -> Option<ParameterValue> {
        let (file, span, terms) = (self.file, written.span(self.file), written.terms());
        if self.damage.touches(span) {
            return None;
        }
        let (intervals, sources) = (written.intervals(), written.sources());
        if terms.len() != keys.len() + 1 || intervals.len() > 1 || sources.len() > 1 {
            let form = keys.iter().map(|key| key.name.as_str()).chain(["[d\"2021-01-01\" ..]", primitive.name()]);
            let form = form.collect::<Vec<_>>().join(", ");
            let error = Diagnostic::new(&catalogue::PARAMETER_VALUE_FORM, span).arg("name", name);
            self.report.push(error.arg("form", form));
            return None;
        }
        let applies = match intervals.first() {
            Some(written) => Some(interval::read(written, file, self.report)?),
            None => None,
        };
        let expected = keys.iter().map(|key| key.primitive).chain([primitive]);
        let values = terms.iter().zip(expected);
        let values: Vec<Option<Value>> =
            values.map(|(term, expected)| constant::value(term, file, expected, self.types, self.report)).collect();
        let mut values = values.into_iter().collect::<Option<Vec<Value>>>()?;
        let value = values.pop()?;
        let source = sources.first().and_then(|source| source.string_value()).unwrap_or_default();
        Some(ParameterValue { keys: values, applies, value, source, span })
    }

    /// Values of equal keys are of different times.
    fn overlaps(&mut self, values: &[ParameterValue], name: &str) {
        const OTHER: Text = Text { en: "the same day has this value", zh: "同一日已有此取值" };
        let mut by_keys: BTreeMap<&[Value], Vec<&ParameterValue>> = BTreeMap::new();
        for value in values {
            let others = by_keys.entry(&value.keys).or_default();
            let meets = |other: &&&ParameterValue| match (value.applies, other.applies) {
                (Some(a), Some(b)) => a.meets(&b),
                _ => true,
            };
            if let Some(other) = others.iter().find(meets) {
                let error = Diagnostic::new(&catalogue::OVERLAPPING_TIMES, value.span).arg("name", name);
                self.report.push(error.related(other.span, OTHER));
            }
            others.push(value);
        }
    }
}
