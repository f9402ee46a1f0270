//! What is written is read back.

use program::checked::Column;
use sources::SourceTable;
use std::sync::Arc;
use values::{Date, Decimal, Dictionary, Primitive, Shapes, Value};

use super::*;
use crate::{SheetOf, write};

fn column(name: &str, primitive: Primitive) -> Column {
    Column { name: name.to_owned(), type_name: primitive.name().to_owned(), primitive }
}

fn written(sheets: &[&str], columns: &[Column], values: &[Vec<Value>]) -> (Vec<u8>, Vec<u64>) {
    let mut dictionary = Dictionary::new(Arc::new(Shapes::default()));
    let rows = values.iter().map(|row| row.iter().map(|value| dictionary.encode(value)).collect::<Vec<_>>());
    let rows = rows.collect::<Vec<_>>();
    let sheet = |name| SheetOf { name, columns, rows: Box::new(rows.clone().into_iter()) };
    let sheets = sheets.iter().copied().map(sheet).collect();
    let mut bytes = Vec::new();
    let counts = write(&mut bytes, sheets, &dictionary).unwrap();
    (bytes, counts)
}

fn decimal(text: &str) -> Value {
    Value::Decimal(Decimal::parse(text).unwrap())
}

fn date(text: &str) -> Value {
    Value::Date(Date::parse(text).unwrap())
}

#[test]
fn types_are_kept_and_what_does_not_fit_is_text() {
    let columns = [
        column("s", Primitive::Symbol),
        column("n", Primitive::Number),
        column("u", Primitive::Unsigned),
        column("x", Primitive::Float),
        column("d", Primitive::Date),
        column("m", Primitive::Decimal),
    ];
    let values = [
        vec![
            Value::symbol("=1+1"),
            Value::Number(-42),
            Value::Unsigned(7),
            Value::Float(0.25),
            date("2023-05-01"),
            decimal("12.50"),
        ],
        vec![
            Value::symbol("110101199003070011"),
            Value::Number(110_101_199_003_070_011),
            Value::Unsigned(u64::MAX),
            Value::Float(f64::NAN),
            date("1900-02-28"),
            decimal("1234567890123.456"),
        ],
        vec![
            Value::symbol(""),
            Value::Number(999_999_999_999_999),
            Value::Unsigned(0),
            Value::Float(1e-7),
            date("9999-12-31"),
            decimal("-0.000000000001"),
        ],
    ];
    let (bytes, counts) = written(&["r"], &columns, &values);
    assert_eq!(counts, [3]);
    let mut opened = open(&bytes);
    assert_eq!(opened.unit(), sources::RowUnit::SheetRow("r".to_owned()));
    assert_eq!(opened.columns(), ["s", "n", "u", "x", "d", "m"]);
    let expected = [
        row(2, &["=1+1", "i-42", "i7", "f0.25", "2023-05-01", "f12.5"]),
        row(
            3,
            &[
                "110101199003070011",
                "110101199003070011",
                "18446744073709551615",
                "nan",
                "1900-02-28",
                "1234567890123.456",
            ],
        ),
        row(4, &["", "i999999999999999", "i0", "f0.0000001", "9999-12-31", "f-0.000000000001"]),
    ];
    assert_eq!(rows(&mut opened), expected);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let columns = [column("s", Primitive::Symbol), column("n", Primitive::Number)];
    let values = [vec![Value::symbol("a"), Value::Number(1)]];
    let (first, counts) = written(&["r", "R", "a/b"], &columns, &values);
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(first, written(&["r", "R", "a/b"], &columns, &values).0);
    assert_eq!(counts, [1, 1, 1]);
    assert_eq!(Workbook::sheets(file(&first)).unwrap(), ["r", "R (2)", "a_b"]);
}

#[test]
fn a_text_that_no_cell_holds_is_an_error() {
    let mut dictionary = Dictionary::new(Arc::new(Shapes::default()));
    let long = dictionary.encode(&Value::symbol(&"长".repeat(32_768)));
    let columns = [column("s", Primitive::Symbol)];
    let sheet = SheetOf { name: "r", columns: &columns, rows: Box::new(std::iter::once(vec![long])) };
    let error = write(Vec::new(), vec![sheet], &dictionary).unwrap_err();
    assert_eq!(error.to_string(), "a text has more than the 32,767 characters that a cell of a workbook holds");
}
