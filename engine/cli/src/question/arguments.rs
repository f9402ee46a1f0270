//! Arguments of a question, brought into the order of the columns.

use diagnostics::{Diagnostic, Span, catalogue};
use program::checked::{Column, Relation};
use syntax::ast::{Argument, Atom, Term};
use values::{Primitive, Shapes, Value};

use super::value::{Mistake, value};
use crate::nearest::suggestion;

/// One value for each column, `None` for `_` and for columns that named arguments leave out.
pub(super) fn by_column(
    atom: &Atom,
    relation: &Relation,
    shapes: &Shapes,
    whole: Span,
) -> Result<Vec<Option<Value>>, Vec<Diagnostic>> {
    let arguments = atom.arguments();
    let named = arguments.iter().filter(|argument| argument.name().is_some()).count();
    if named == 0 && arguments.len() != relation.columns.len() {
        let arity = Diagnostic::new(&catalogue::QUESTION_ARITY, whole)
            .arg("relation", &relation.name)
            .arg("expected", relation.columns.len())
            .arg("found", arguments.len())
            .list("columns", columns(relation));
        return Err(vec![arity]);
    }
    let mut found = Vec::new();
    let mut taken = vec![None; relation.columns.len()];
    for (position, argument) in arguments.iter().enumerate() {
        match place(position, argument, relation, &taken, whole) {
            Ok(column) => match read(argument, &relation.columns[column], relation, shapes, whole) {
                Ok(value) => taken[column] = Some(value),
                Err(wrong) => found.push(*wrong),
            },
            Err(wrong) => found.push(*wrong),
        }
    }
    if found.is_empty() { Ok(taken.into_iter().map(Option::flatten).collect()) } else { Err(found) }
}

/// The column of an argument; one without a name goes by its position.
fn place(
    position: usize,
    argument: &Argument,
    relation: &Relation,
    taken: &[Option<Option<Value>>],
    whole: Span,
) -> Result<usize, Box<Diagnostic>> {
    let span = argument.name().map_or(argument.span(whole.file), |name| name.span(whole.file));
    let name = argument.name().map(|name| name.text().to_owned());
    let column = match &name {
        None => Some(position).filter(|position| *position < taken.len()),
        Some(name) => relation.columns.iter().position(|column| column.name == *name),
    };
    match column {
        Some(column) if taken[column].is_some() => {
            let twice = Diagnostic::new(&catalogue::QUESTION_COLUMN_GIVEN_TWICE, span);
            Err(Box::new(twice.arg("column", &relation.columns[column].name)))
        }
        Some(column) => Ok(column),
        None => {
            let name = name.unwrap_or_else(|| (position + 1).to_string());
            let near = suggestion(&name, relation.columns.iter().map(|column| column.name.as_str()));
            let unknown = Diagnostic::new(&catalogue::QUESTION_UNKNOWN_COLUMN, span);
            let unknown = unknown.arg("column", name).arg("relation", &relation.name);
            Err(Box::new(unknown.list("columns", columns(relation)).arg("near", near)))
        }
    }
}

fn read(
    argument: &Argument,
    column: &Column,
    relation: &Relation,
    shapes: &Shapes,
    whole: Span,
) -> Result<Option<Value>, Box<Diagnostic>> {
    let Some(term) = argument.term() else {
        return Err(Box::new(Diagnostic::new(&catalogue::QUESTION_NOT_A_VALUE, whole)));
    };
    if matches!(term, Term::Wildcard(_)) {
        return Ok(None);
    }
    let span = term.span(whole.file);
    value(&term, column.primitive, shapes).map(Some).map_err(|mistake| match mistake {
        Mistake::NoValue => Box::new(Diagnostic::new(&catalogue::QUESTION_NOT_A_VALUE, span)),
        Mistake::OtherType => {
            let wrong = Diagnostic::new(&catalogue::QUESTION_WRONG_TYPE, span);
            let wrong = wrong.arg("column", &column.name).arg("relation", &relation.name);
            Box::new(
                wrong
                    .arg("type", type_name(column.primitive, shapes))
                    .arg("form", super::value::form(column.primitive)),
            )
        }
    })
}

/// The name of a column's type; of a record type or algebraic data type, the one that it was declared with.
fn type_name(primitive: Primitive, shapes: &Shapes) -> &str {
    match primitive {
        Primitive::Composite(shape) => &shapes.get(shape).name,
        scalar => scalar.name(),
    }
}

fn columns(relation: &Relation) -> impl Iterator<Item = &str> {
    relation.columns.iter().map(|column| column.name.as_str())
}
