//! Types that do not fit together.

use diagnostics::{Diagnostic, Span, Text, catalogue};
use values::Primitive;

use super::classes::{Class, Classes, Witness};
use super::collect::{AtColumn, Called, Compared, Slot};
use super::literal;
use super::sets::Set;
use crate::draft::Constant;
use crate::types::Types;

const FIRST: Text = Text { en: "`{first}` here", zh: "此处是 `{first}`" };
const SECOND: Text = Text { en: "`{second}` here", zh: "此处是 `{second}`" };

fn first_declared(slot: Slot) -> Text {
    match slot {
        Slot::Column => Text { en: "this column is `{first}`", zh: "该列为 `{first}`" },
        Slot::Field => Text { en: "this field is `{first}`", zh: "该字段为 `{first}`" },
        Slot::Cast => Text { en: "`{first}` is asked for here", zh: "此处要求 `{first}`" },
    }
}

fn second_declared(slot: Slot) -> Text {
    match slot {
        Slot::Column => Text { en: "this column is `{second}`", zh: "该列为 `{second}`" },
        Slot::Field => Text { en: "this field is `{second}`", zh: "该字段为 `{second}`" },
        Slot::Cast => Text { en: "`{second}` is asked for here", zh: "此处要求 `{second}`" },
    }
}

/// What stands in `column` has another type already.
pub(super) fn at_column(classes: &Classes<'_>, class: Class, column: &AtColumn) -> Diagnostic {
    let (found, expected) = (classes.set(class), Set::one(column.primitive));
    let Some(variable) = classes.variable(class) else {
        return wrong_value(classes, column.span, found, expected)
            .related(column.declared, second_declared(column.slot));
    };
    let error = Diagnostic::new(&catalogue::TYPE_CONFLICT, variable);
    let (first, second) = (found.shown(classes.types), expected.shown(classes.types));
    let error = error.arg("name", name_at(classes, variable)).arg("first", first).arg("second", second);
    let error = with_witness(error, classes.witness(class), variable);
    let error = if column.span == variable { error } else { error.related(column.span, SECOND) };
    error.related(column.declared, second_declared(column.slot))
}

/// The sides of a comparison have different types.
pub(super) fn compared(classes: &Classes<'_>, a: Class, b: Class, compared: &Compared) -> Diagnostic {
    let (left, right) = (classes.set(a), classes.set(b));
    let is_constant = |class: Class, place: Span| match classes.witness(class) {
        Some(Witness::Given(span)) => classes.variable(class).is_none() && span == place,
        _ => false,
    };
    if is_constant(b, compared.sides.1) {
        return wrong_value(classes, compared.sides.1, right, left).related(compared.sides.0, SECOND);
    }
    if is_constant(a, compared.sides.0) {
        return wrong_value(classes, compared.sides.0, left, right).related(compared.sides.1, SECOND);
    }
    let (first, second) = (classes.shown(a), classes.shown(b));
    let error = Diagnostic::new(&catalogue::COMPARED_TYPES, compared.span).arg("first", first).arg("second", second);
    let error = with_witness(error, classes.witness(a), compared.span);
    match classes.witness(b) {
        Some(Witness::Column(column)) => {
            error.related(column.span, SECOND).related(column.declared, second_declared(column.slot))
        }
        Some(Witness::Given(span)) => error.related(span, SECOND),
        None => error,
    }
}

/// A constant or the result of a call of type `found` where `expected` is needed.
fn wrong_value(classes: &Classes<'_>, span: Span, found: Set, expected: Set) -> Diagnostic {
    let (first, second) = (found.shown(classes.types), expected.shown(classes.types));
    let error = Diagnostic::new(&catalogue::WRONG_VALUE_TYPE, span).arg("first", first).arg("second", second);
    let literal = expected.first().map(|primitive| literal::proposed(classes.constant(span), primitive, classes.types));
    error.arg("literal", literal.unwrap_or_default())
}

/// What is wrong with a constant where a value of type `primitive` is declared; `None` where it fits.
pub(crate) fn unfit(constant: &Constant, primitive: Primitive, types: &Types) -> Option<Diagnostic> {
    let (found, expected) = (Set::of_constant(constant), Set::one(primitive));
    if found.has(primitive) && (!constant.negative || constant.takes_sign()) {
        return None;
    }
    let error = Diagnostic::new(&catalogue::WRONG_VALUE_TYPE, constant.span).arg("first", found.shown(types));
    let error = error.arg("second", expected.shown(types));
    Some(error.arg("literal", literal::proposed(Some(constant), primitive, types)))
}

/// A call that would have a type if it were not for a constant that its result is compared with.
pub(super) fn constant_result(
    classes: &Classes<'_>,
    call: &Called,
    result: Class,
    possible: Set,
) -> Option<Diagnostic> {
    let Some(Witness::Given(place)) = classes.witness(result) else { return None };
    classes.constant(place)?;
    Some(wrong_value(classes, place, classes.set(result), possible).related(call.span, SECOND))
}

/// Shows what gave the first type.
fn with_witness(error: Diagnostic, witness: Option<Witness>, told: Span) -> Diagnostic {
    match witness {
        Some(Witness::Column(column)) => {
            let error = if column.span == told { error } else { error.related(column.span, FIRST) };
            error.related(column.declared, first_declared(column.slot))
        }
        Some(Witness::Given(span)) => error.related(span, FIRST),
        None => error,
    }
}

fn name_at<'a>(classes: &'a Classes<'_>, place: Span) -> &'a str {
    let variable = classes.rule.variables.iter().find(|variable| variable.span == place);
    variable.map_or("?", |variable| variable.name.as_str())
}
