//! What is written is read back.

use program::checked::Column;
use values::{Code, Date, Decimal, Dictionary, Primitive, Shapes, Value};

use super::*;
use crate::write;

fn of_type(name: &str, primitive: Primitive) -> Column {
    Column { name: name.to_owned(), type_name: primitive.name().to_owned(), primitive }
}

fn all(columns: &[Column], rows: Vec<Vec<Code>>, dictionary: &Dictionary) -> (Vec<u8>, u64) {
    let mut bytes = Vec::new();
    let count = write(&mut bytes, columns, rows.into_iter(), dictionary).unwrap();
    (bytes, count)
}

#[test]
fn types_are_kept() {
    let columns = [
        of_type("s", Primitive::Symbol),
        of_type("n", Primitive::Number),
        of_type("u", Primitive::Unsigned),
        of_type("x", Primitive::Float),
        of_type("d", Primitive::Date),
        of_type("m", Primitive::Decimal),
    ];
    let decimal = |text: &str| Value::Decimal(Decimal::parse(text).unwrap());
    let date = |text: &str| Value::Date(Date::parse(text).unwrap());
    let values = [
        [
            Value::symbol("成交"),
            Value::Number(i64::MIN),
            Value::Unsigned(u64::MAX),
            Value::Float(0.1),
            date("0001-01-01"),
            decimal("-12.000000000001"),
        ],
        [Value::symbol(""), Value::Number(3), Value::Unsigned(4), Value::Float(5.0), date("9999-12-31"), decimal("6")],
    ];
    let mut dictionary = Dictionary::new(Arc::new(Shapes::default()));
    let codes = values.iter().map(|row| row.iter().map(|value| dictionary.encode(value)).collect::<Vec<_>>());
    let codes = codes.collect::<Vec<_>>();
    let (bytes, count) = all(&columns, codes.clone(), &dictionary);
    assert_eq!(count, 2);
    assert_eq!(bytes, all(&columns, codes, &dictionary).0);
    let mut opened = open(&bytes);
    assert_eq!(opened.columns(), ["s", "n", "u", "x", "d", "m"]);
    let expected = [
        ["成交", "i-9223372036854775808", "18446744073709551615", "f0.1", "0001-01-01", "-12.000000000001"],
        ["", "i3", "i4", "f5", "9999-12-31", "6"],
    ];
    assert_eq!(rows(&mut opened), expected);
}

#[test]
fn relations_without_columns_or_facts() {
    let dictionary = Dictionary::new(Arc::new(Shapes::default()));
    let (bytes, count) = all(&[], vec![Vec::new()], &dictionary);
    assert_eq!(count, 1);
    assert_eq!(rows(&mut open(&bytes)), [["i1"]]);
    let (bytes, count) = all(&[of_type("s", Primitive::Symbol)], Vec::new(), &dictionary);
    assert_eq!(count, 0);
    let mut opened = open(&bytes);
    assert_eq!(opened.columns(), ["s"]);
    assert!(rows(&mut opened).is_empty());
}

#[test]
fn groups_of_rows_follow_each_other() {
    let mut dictionary = Dictionary::new(Arc::new(Shapes::default()));
    let codes = (0..150_000).map(|number| vec![dictionary.number(number)]).collect::<Vec<_>>();
    let (bytes, count) = all(&[of_type("n", Primitive::Number)], codes, &dictionary);
    assert_eq!(count, 150_000);
    let found = rows(&mut open(&bytes));
    assert!(found.iter().enumerate().all(|(number, row)| *row == [format!("i{number}")]));
    assert_eq!(found.len(), 150_000);
}
