//! One element: the values of a record, or why it is none.

use diagnostics::{Diagnostic, catalogue};
use program::checked::ColumnSource;
use serde_json::value::RawValue;
use values::{Primitive, Value};

use super::composite::composite;
use super::fields::{Fields, Kind, fields};
use super::pointer::at;
use super::scalar::{Unfit, converted, scalar};
use crate::read::{CellError, Reading};
use crate::{Reject, shorten};

/// Why an element gives no fact.
pub(super) struct Bad<'t> {
    diagnostic: Diagnostic,
    column: Option<usize>,
    /// The way to what is at fault inside the column's value.
    path: String,
    found: &'t RawValue,
}

impl<'t> Bad<'t> {
    /// The value at fault.
    pub(super) fn found(&self) -> &'t RawValue {
        self.found
    }
}

/// The values of an element; nothing where `blank="skip"` passes over it. Any element gives the fact of a relation without
/// columns.
pub(super) fn record<'t>(
    reading: &Reading,
    row: u32,
    element: &'t RawValue,
) -> Result<Option<Vec<Value>>, Box<Bad<'t>>> {
    if reading.relation.columns.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let Some(fields) = fields(element) else {
        let needed = ["a list or an object", "列表或对象"];
        return Err(bad(reading, Unfit::kind(element, needed), None, element));
    };
    let mut found = Vec::with_capacity(reading.relation.columns.len());
    for (position, (column, source)) in reading.mapped().enumerate() {
        found.push((column, field(reading, &fields, position, column, source, element)?));
    }
    let is_blank = |value: &Option<&RawValue>| value.is_none_or(|value| matches!(value.get(), "null" | "\"\""));
    if found.iter().any(|(column, value)| reading.skips(*column) && is_blank(value)) {
        return Ok(None);
    }
    let mut values = reading.values(row.into());
    for (column, value) in found {
        let Some(value) = value else { continue };
        values[column] = self::value(reading, column, value)?;
        if matches!(&values[column], Value::Symbol(text) if reading.is_anonymous(column, text)) {
            return Err(bad(reading, Unfit::Cell(CellError::Anonymous, Primitive::Symbol), Some(column), value));
        }
    }
    Ok(Some(values))
}

/// The value for a column; nothing if it is not there and may be left out.
fn field<'t>(
    reading: &Reading,
    fields: &Fields<'t>,
    position: usize,
    column: usize,
    source: Option<&ColumnSource>,
    element: &'t RawValue,
) -> Result<Option<&'t RawValue>, Box<Bad<'t>>> {
    let fail =
        |diagnostic| Err(Box::new(Bad { diagnostic, column: Some(column), path: String::new(), found: element }));
    match (fields, source) {
        (Fields::List(list), None | Some(ColumnSource::Index(_))) => {
            let at = if let Some(ColumnSource::Index(at)) = source { *at } else { position };
            match list.get(at) {
                Some(value) => Ok(Some(value)),
                None => {
                    let short = Diagnostic::unplaced(&catalogue::TOO_FEW_FIELDS).arg("needed", at + 1);
                    fail(short.arg("found", list.len()))
                }
            }
        }
        (Fields::Object(object), None | Some(ColumnSource::Header(_))) => {
            let name = match source {
                Some(ColumnSource::Header(name)) => name,
                _ => &reading.relation.columns[column].name,
            };
            if name.starts_with('/') {
                return match at(element, name) {
                    Some(value) => Ok(Some(value)),
                    None if reading.skips(column) => Ok(None),
                    None => fail(Diagnostic::unplaced(&catalogue::MISSING_FIELD).arg("name", name)),
                };
            }
            match object.named(name)[..] {
                [value] => Ok(Some(value)),
                [] if reading.skips(column) => Ok(None),
                [] => fail(Diagnostic::unplaced(&catalogue::MISSING_FIELD).arg("name", name)),
                _ => Err(bad(reading, repeated(name), Some(column), element)),
            }
        }
        (Fields::List(_), _) => Err(bad(reading, Unfit::kind(element, Kind::Object.words()), Some(column), element)),
        (Fields::Object(_), _) => Err(bad(reading, Unfit::kind(element, Kind::List.words()), Some(column), element)),
    }
}

fn repeated(name: &str) -> Unfit {
    let name = shorten::for_message(name);
    Unfit::Kind {
        found: [format!("an object with several fields `{name}`"), format!("含有多个字段 `{name}` 的对象")],
        needed: ["an object with one".to_owned(), "只有一个该字段的对象".to_owned()],
    }
}

fn value<'t>(reading: &Reading, column: usize, found: &'t RawValue) -> Result<Value, Box<Bad<'t>>> {
    let limit = reading.limits.cell_bytes;
    if found.get().len() > limit {
        let diagnostic = Diagnostic::unplaced(&catalogue::CELL_TOO_LONG).arg("limit", limit);
        return Err(Box::new(Bad { diagnostic, column: Some(column), path: String::new(), found }));
    }
    if reading.is_converted(column) {
        return converted(found, reading, column).map_err(|unfit| bad(reading, unfit, Some(column), found));
    }
    match reading.relation.columns[column].primitive {
        Primitive::Composite(shape) => composite(found, shape, reading.shapes).map(Value::Composite).map_err(|wrong| {
            let diagnostic = wrong.unfit.diagnostic(reading.shapes);
            Box::new(Bad { diagnostic, column: Some(column), path: wrong.path, found: wrong.found })
        }),
        simple => scalar(found, simple, reading.shapes).map_err(|unfit| bad(reading, unfit, Some(column), found)),
    }
}

fn bad<'t>(reading: &Reading, unfit: Unfit, column: Option<usize>, found: &'t RawValue) -> Box<Bad<'t>> {
    Box::new(Bad { diagnostic: unfit.diagnostic(reading.shapes), column, path: String::new(), found })
}

/// What is said about an element that gives no fact and stands `at` this place.
pub(super) fn describe(reading: &Reading, row: u32, at: [String; 2], bad: Bad) -> Reject {
    let name = bad.column.map(|column| format!("{}{}", reading.relation.columns[column].name, bad.path));
    // Of a text what it says.
    let said = serde_json::from_str::<String>(bad.found.get());
    let found = shorten::for_reject(said.as_deref().unwrap_or(bad.found.get()));
    let diagnostic = match name {
        Some(name) if bad.diagnostic.code() == catalogue::WRONG_KIND.code => {
            let [en, zh] = &at;
            bad.diagnostic.texts("at", format!("{en}, column `{name}`"), format!("{zh}，列 `{name}`"))
        }
        Some(name) => bad.diagnostic.arg("column", name),
        None => bad.diagnostic,
    };
    reading.reject(diagnostic, reading.at(row), at, bad.column, found)
}
