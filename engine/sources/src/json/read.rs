//! A JSON text from its first record to its last.

use std::io::Read;

use diagnostics::{Diagnostic, catalogue};
use program::checked::ColumnSource;
use serde_json::error::Category;
use serde_json::value::RawValue;
use values::{Primitive, Value};

use super::composite::composite;
use super::fields::{Fields, Kind, fields};
use super::scalar::{Unfit, scalar};
use crate::read::{CellError, Failure, Into, Opened, Reading};
use crate::records::Counted;
use crate::{Place, Reject, shorten};

/// Reads a text to its end. Every element of its list is a record.
///
/// # Errors
/// Where the text is no JSON list, or the relation gets too large.
pub(crate) fn read(reading: &Reading, opened: Opened, mut into: Into) -> Result<(), Failure> {
    into.reports[reading.source as usize].counted = Counted::Elements;
    let bytes = whole(opened)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| not_utf8(reading, &bytes, error.valid_up_to()))?;
    let elements: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| no_list(reading, text, &error))?;
    let mut lines = Lines { text, at: 0, line: 1 };
    for element in elements {
        let row = into.count(reading)?;
        match record(reading, row, element) {
            Ok(Some(values)) => into.take(reading, row, &values)?,
            Ok(None) => into.pass_over(reading),
            Err(bad) => into.reject(reading, || describe(reading, &mut lines, row, *bad)),
        }
    }
    Ok(())
}

fn whole(mut opened: Opened) -> Result<Vec<u8>, Failure> {
    let mut bytes = opened.head;
    let count = (&mut opened.rest).take(opened.bytes_max.saturating_add(1)).read_to_end(&mut bytes)?;
    if count as u64 > opened.bytes_max { Err(Failure::TooLarge) } else { Ok(bytes) }
}

/// Why an element gives no fact.
struct Bad<'t> {
    diagnostic: Diagnostic,
    column: Option<usize>,
    /// The way to what is at fault inside the column's value.
    path: String,
    found: &'t RawValue,
}

/// The values of an element; nothing where `blank="skip"` passes over it. Any element gives the fact of a relation without
/// columns.
fn record<'t>(reading: &Reading, row: u32, element: &'t RawValue) -> Result<Option<Vec<Value>>, Box<Bad<'t>>> {
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
    let mut values: Vec<Value> = vec![Value::Number(row.into()); reading.relation.columns.len()];
    if let Some(column) =
        reading.input.row.filter(|column| reading.relation.columns[*column].primitive == Primitive::Unsigned)
    {
        values[column] = Value::Unsigned(row.into());
    }
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

/// What is said about an element that gives no fact.
fn describe(reading: &Reading, lines: &mut Lines, row: u32, bad: Bad) -> Reject {
    let line = lines.line_of(bad.found);
    let [en, zh] = Place::Element(row).words();
    let at = [format!("{en} (line {line})"), format!("{zh}（第 {line} 行）")];
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

/// The text is no JSON, or no list.
fn no_list(reading: &Reading, text: &str, error: &serde_json::Error) -> Box<Diagnostic> {
    let line = text.split_inclusive('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let column = line.char_indices().take_while(|(at, _)| at + 1 < error.column()).count() + 1;
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    let reason = match error.classify() {
        Category::Eof => ["it ends too early".to_owned(), "文件过早结束".to_owned()],
        Category::Data => ["a list is expected".to_owned(), "此处应为列表".to_owned()],
        Category::Syntax | Category::Io => [message.to_owned(), format!("语法错误（{message}）")],
    };
    place(reading, error.line(), column, reason)
}

fn not_utf8(reading: &Reading, bytes: &[u8], valid: usize) -> Box<Diagnostic> {
    let text = String::from_utf8_lossy(&bytes[..valid]);
    let (line, column) = line_and_column(&text, text.len());
    place(reading, line, column, ["it is not UTF-8".to_owned(), "不是 UTF-8".to_owned()])
}

fn place(reading: &Reading, line: usize, column: usize, reason: [String; 2]) -> Box<Diagnostic> {
    let [en, zh] = reason;
    let error = reading.error(&catalogue::BAD_JSON).arg("line", line.max(1)).arg("character", column);
    Box::new(error.texts("reason", en, zh))
}

/// A walk through a text.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    /// The line of `at`, from 1.
    line: usize,
}

impl Lines<'_> {
    /// The line of a value of the text that lies behind those asked for before.
    fn line_of(&mut self, value: &RawValue) -> usize {
        let at = value.get().as_ptr() as usize - self.text.as_ptr() as usize;
        self.line += memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at.min(at)..at]).count();
        self.at = at;
        self.line
    }
}

/// Both from 1.
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}
