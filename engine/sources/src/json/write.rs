//! Facts as JSON.

use std::io;

use program::checked::{Column, JsonForm};
use values::{Code, Dictionary, Primitive, ShapeId, Value};

/// Writes a list with a line for each row; `columns` are those of the relation.
///
/// Symbols, dates and decimals are texts, so that no reader rounds them; numbers are numbers, as are floats apart from `nan`
/// and the infinities. `nil` is `null`, a record a list or an object, a branch an object whose only key is its name.
///
/// # Errors
/// Those of `out`.
pub fn write<R: AsRef<[Code]>>(
    out: &mut dyn io::Write,
    form: JsonForm,
    columns: &[Column],
    rows: impl IntoIterator<Item = R>,
    dictionary: &Dictionary,
) -> io::Result<u64> {
    out.write_all(b"[")?;
    let count = write_each(out, [",\n", ""], form, columns, rows, dictionary)?;
    out.write_all(b"]\n")?;
    out.flush()?;
    Ok(count)
}

/// Writes a line for each row, which is JSON by itself, as [`write`] writes it.
///
/// # Errors
/// Those of `out`.
pub fn write_lines<R: AsRef<[Code]>>(
    out: &mut dyn io::Write,
    form: JsonForm,
    columns: &[Column],
    rows: impl IntoIterator<Item = R>,
    dictionary: &Dictionary,
) -> io::Result<u64> {
    let count = write_each(out, ["", "\n"], form, columns, rows, dictionary)?;
    out.flush()?;
    Ok(count)
}

/// Writes each row; between two of them the one text, behind each the other.
fn write_each<R: AsRef<[Code]>>(
    out: &mut dyn io::Write,
    [between, behind]: [&str; 2],
    form: JsonForm,
    columns: &[Column],
    rows: impl IntoIterator<Item = R>,
    dictionary: &Dictionary,
) -> io::Result<u64> {
    let mut count = 0;
    let mut line = String::new();
    for row in rows {
        line.clear();
        if count > 0 {
            line.push_str(between);
        }
        count += 1;
        let fields = columns.iter().zip(row.as_ref()).map(|(column, code)| (&*column.name, column.primitive, *code));
        let mut waiting = Vec::new();
        braces(&mut line, form, fields, &mut waiting);
        while let Some(piece) = waiting.pop() {
            match piece {
                Piece::Text(text) => line.push_str(text),
                Piece::Name(name) => {
                    quote(&mut line, name);
                    line.push_str(": ");
                }
                Piece::Value(Primitive::Composite(shape), code) => {
                    composite(&mut line, form, dictionary, shape, code, &mut waiting);
                }
                Piece::Value(simple, code) => scalar(&mut line, dictionary, simple, code),
            }
        }
        line.push_str(behind);
        out.write_all(line.as_bytes())?;
    }
    Ok(count)
}

/// What is still to be written.
enum Piece<'n> {
    Text(&'static str),
    Name(&'n str),
    Value(Primitive, Code),
}

/// Opens a list or an object and notes what comes then.
fn braces<'n>(
    line: &mut String,
    form: JsonForm,
    fields: impl DoubleEndedIterator<Item = (&'n str, Primitive, Code)>,
    waiting: &mut Vec<Piece<'n>>,
) {
    let (open, close) = if form == JsonForm::List { ("[", "]") } else { ("{", "}") };
    line.push_str(open);
    waiting.push(Piece::Text(close));
    let start = waiting.len();
    for (name, primitive, code) in fields.rev() {
        if waiting.len() > start {
            waiting.push(Piece::Text(", "));
        }
        waiting.push(Piece::Value(primitive, code));
        if form == JsonForm::Object {
            waiting.push(Piece::Name(name));
        }
    }
}

fn composite<'d>(
    line: &mut String,
    form: JsonForm,
    dictionary: &'d Dictionary,
    shape: ShapeId,
    code: Code,
    waiting: &mut Vec<Piece<'d>>,
) {
    let Some((branch, codes)) = dictionary.unpack(shape, code) else { return line.push_str("null") };
    let shape = dictionary.shapes().get(shape);
    if let Some(name) = shape.branch(branch) {
        line.push('{');
        quote(line, name);
        line.push_str(": ");
        waiting.push(Piece::Text("}"));
    }
    let fields = shape.fields(branch).iter().zip(codes).map(|(field, code)| (&*field.name, field.primitive, *code));
    braces(line, form, fields, waiting);
}

fn scalar(line: &mut String, dictionary: &Dictionary, primitive: Primitive, code: Code) {
    if primitive == Primitive::Symbol {
        return quote(line, dictionary.text(code));
    }
    let value = dictionary.decode(primitive, code);
    match value {
        Value::Number(_) | Value::Unsigned(_) => line.push_str(&value.to_string()),
        // The shortest digits that give the same float.
        Value::Float(x) if x.is_finite() => line.push_str(&serde_json::Value::from(x).to_string()),
        other => quote(line, &other.to_string()),
    }
}

fn quote(line: &mut String, text: &str) {
    line.push_str(&serde_json::Value::from(text).to_string());
}
