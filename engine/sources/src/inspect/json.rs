//! JSON: a list of records, or one a line; objects inside of objects are taken apart.

use program::checked::InputFormat;
use serde_json::value::RawValue;

use super::Inspection;
use super::column::{Noted, Seen};
use super::sample::Sample;
use crate::json::{Fields, Kind, fields};
use crate::read::Failure;

/// Objects inside of objects are taken apart to this depth.
const DEPTH: usize = 4;

/// What a text looks like that is JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A list of records.
    List,
    /// An object with a list of records inside.
    Inside,
    /// A record a line.
    Lines,
}

/// The form of a text that begins with `[` or `{`, if what begins there is JSON.
pub(super) fn form(piece: &[u8]) -> Option<Form> {
    let text = text_of(piece);
    let text = text.trim_start();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let is_record =
        |line: &str| serde_json::from_str::<&RawValue>(line.trim()).is_ok_and(|value| fields(value).is_some());
    match (text.as_bytes().first()?, is_record(first), lines.next().is_some_and(is_record)) {
        (b'[' | b'{', true, true) => Some(Form::Lines),
        (b'[', _, _) => begins_list(text).then_some(Form::List),
        (b'{', true, _) => Some(if list_inside(first).is_some() { Form::Inside } else { Form::Lines }),
        (b'{', false, _) => begins_object(text).then_some(Form::Inside),
        _ => None,
    }
}

/// Looks into a text of this form.
pub(super) fn inspect(form: Form, sample: &Sample) -> Result<Inspection, Failure> {
    let (mut whole, mut broken) = (sample.whole, 0);
    let mut noted = Records::default();
    let format = match form {
        Form::Lines => {
            for piece in &sample.pieces {
                for line in text_of(piece).lines().map(str::trim).filter(|line| !line.is_empty()) {
                    match serde_json::from_str::<&RawValue>(line) {
                        Ok(record) if fields(record).is_some() => noted.add(record),
                        _ => broken += 1,
                    }
                }
            }
            InputFormat::JsonLines
        }
        Form::List => {
            let text = text_of(&sample.pieces[0]);
            elements(&text, &mut |record| noted.add(record));
            InputFormat::Json { records: String::new() }
        }
        Form::Inside => {
            let (text, is_all) = sample.all()?;
            whole = is_all;
            let text = text_of(&text);
            let records = list_inside(&text).map(|(records, list)| {
                elements(list, &mut |record| noted.add(record));
                records
            });
            InputFormat::Json { records: records.unwrap_or_default() }
        }
    };
    let rows = noted.count + broken;
    let (packed, bytes, others, name) = (None, 0, Vec::new(), String::new());
    Ok(Inspection { format, packed, bytes, rows, whole, broken, columns: noted.finish(), others, name })
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned()
}

fn begins_list(text: &str) -> bool {
    let behind = text[1..].trim_start();
    behind.starts_with(['[', '{', ']'])
}

fn begins_object(text: &str) -> bool {
    text[1..].trim_start().starts_with(['"', '}'])
}

/// The records of a list, as far as the text goes.
fn elements(list: &str, take: &mut dyn FnMut(&RawValue)) {
    let mut rest = list.trim_start().strip_prefix('[').unwrap_or_default();
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', ',']);
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        let Some(Ok(value)) = values.next() else { return };
        let end = values.byte_offset();
        take(value);
        rest = &rest[end..];
    }
}

/// The first list of lists or objects inside of an object, nearer ones first, and the way to it.
fn list_inside(text: &str) -> Option<(String, &str)> {
    let top: &RawValue = serde_json::from_str(text).ok()?;
    let mut level = vec![(String::new(), top)];
    for _ in 0..DEPTH {
        let mut next = Vec::new();
        for (way, value) in level {
            let Some(Fields::Object(object)) = fields(value) else { continue };
            for (name, inner) in object.0 {
                let way = format!("{way}/{}", escaped(&name));
                match fields(inner) {
                    Some(Fields::List(list)) if list.first().is_some_and(|first| fields(first).is_some()) => {
                        return Some((way, inner.get()));
                    }
                    _ => next.push((way, inner)),
                }
            }
        }
        level = next;
    }
    None
}

/// A name as a part of a JSON Pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The fields of all records.
#[derive(Default)]
struct Records {
    columns: Vec<(String, Noted)>,
    count: u64,
}

/// Fields that are noted; a record with more is no record.
const FIELDS: usize = 500;

impl Records {
    fn add(&mut self, record: &RawValue) {
        self.count += 1;
        match fields(record) {
            Some(Fields::List(list)) => {
                for (number, value) in list.into_iter().enumerate().take(FIELDS) {
                    self.cell(&number.to_string(), "", value);
                }
            }
            Some(Fields::Object(object)) => {
                let mut open = vec![(String::new(), object, 1)];
                while let Some((way, object, depth)) = open.pop() {
                    for (name, value) in object.0 {
                        let inner = format!("{way}/{}", escaped(&name));
                        match fields(value) {
                            Some(Fields::Object(object)) if depth < DEPTH => open.push((inner, object, depth + 1)),
                            // A name that begins as a way does is written as one.
                            _ if depth > 1 || name.starts_with('/') => self.cell(&inner, &inner, value),
                            _ => self.cell(&name, &name, value),
                        }
                    }
                }
            }
            None => {}
        }
    }

    fn cell(&mut self, key: &str, field: &str, value: &RawValue) {
        let column = match self.columns.iter().position(|(known, _)| known == key) {
            Some(known) => known,
            None if self.columns.len() == FIELDS => return,
            None => {
                self.columns.push((key.to_owned(), Noted::new(field, !field.is_empty())));
                self.columns.len() - 1
            }
        };
        let column = &mut self.columns[column].1;
        match Kind::of(value) {
            Kind::Null => column.add(Seen::Empty),
            Kind::Truth | Kind::Number => column.add(Seen::Bare(value.get())),
            Kind::Text => match serde_json::from_str::<String>(value.get()) {
                Ok(text) => column.add(Seen::Text(&text)),
                Err(_) => column.add(Seen::Fault),
            },
            Kind::List | Kind::Object => column.add(Seen::Nested),
        }
    }

    fn finish(self) -> Vec<super::Inspected> {
        self.columns.into_iter().map(|(_, column)| column.finish(self.count)).collect()
    }
}
