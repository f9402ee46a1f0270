//! Facts as text.

use values::{Code, Value};

use super::*;
use crate::{Written, ambiguous_output, write_header, write_rows};

fn written(format: &TextFormat, rows: &[&[Value]]) -> (String, Written) {
    let mut dictionary = Dictionary::default();
    let primitives: Vec<_> = rows.first().map_or(Vec::new(), |row| row.iter().map(Value::primitive).collect());
    let codes: Vec<Vec<Code>> =
        rows.iter().map(|row| row.iter().map(|value| dictionary.encode(value)).collect()).collect();
    let mut out = Vec::new();
    let written = write_rows(&mut out, format, &primitives, codes, &dictionary).unwrap();
    (String::from_utf8(out).unwrap(), written)
}

#[test]
fn a_plain_file_is_written_raw() {
    let rows: [&[Value]; 2] =
        [&[Value::symbol("a \"b\", c"), Value::Float(0.1)], &[Value::symbol(""), Value::Float(-3.0)]];
    let (text, report) = written(&plain("\t"), &rows);
    assert_eq!(text, "a \"b\", c\t0.10000000000000001\n\t-3\n");
    assert_eq!(report, Written { rows: 2, ambiguous: None });
    assert_eq!(written(&plain("||"), &rows[1..]).0, "||-3\n");
}

#[test]
fn a_plain_file_that_cannot_be_read_back_is_noticed() {
    for symbol in ["a\tb", "a\nb", "a\r"] {
        let (text, report) = written(&plain("\t"), &[&[Value::Number(1), Value::symbol(symbol)]]);
        assert_eq!(text, format!("1\t{symbol}\n"));
        assert_eq!(report.ambiguous, Some(1));
    }
    let warning = ambiguous_output("线索", "当事人", span(1));
    assert!(!warning.is_error());
    assert_filled(&warning);
    assert!(warning.help(Lang::En).contains("rfc4180=true"));
    assert!(warning.message(Lang::Zh).contains("`线索` 的列 `当事人`"));
}

#[test]
fn a_quoted_file_is_quoted_where_it_must_be() {
    let (text, report) = written(
        &quoted(),
        &[&[Value::symbol("a \"b\""), Value::symbol("c, d")], &[Value::symbol("e\nf"), Value::symbol("g\th")]],
    );
    assert_eq!(text, "\"a \"\"b\"\"\",\"c, d\"\n\"e\nf\",g\th\n");
    assert_eq!(report.ambiguous, None);
}

#[test]
fn the_header_uses_the_delimiter_and_is_quoted() {
    let names = ["案号".to_owned(), "a,b".to_owned()];
    let header = |format: &TextFormat| {
        let mut out = Vec::new();
        write_header(&mut out, format, &names).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert_eq!(header(&quoted()), "案号,\"a,b\"\n");
    assert_eq!(header(&plain("\t")), "案号\ta,b\n");
}

#[test]
fn a_relation_without_columns_is_a_pair_of_parentheses() {
    for format in [plain("\t"), quoted()] {
        assert_eq!(written(&format, &[&[]]).0, "()\n");
        assert_eq!(written(&format, &[]).0, "");
    }
}

#[test]
fn a_delimiter_of_several_bytes_cannot_be_quoted() {
    let format = TextFormat { rfc4180: true, ..plain("||") };
    let rows: [Vec<Code>; 1] = [vec![0]];
    let mut dictionary = Dictionary::default();
    dictionary.symbol("a");
    let error = write_rows(&mut Vec::new(), &format, &[Primitive::Symbol], rows, &dictionary).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
}

#[test]
fn records_are_bare_in_a_plain_file_and_quote_their_symbols_in_a_quoted_one() {
    let pair = |name: &str| {
        let amount = Value::Decimal(values::Decimal::parse("1.5").unwrap());
        Value::Composite(values::Composite::record(shapes::PAIR, vec![Value::symbol(name), amount]))
    };
    let written = |format: &TextFormat, name: &str| {
        let mut dictionary = shapes::dictionary();
        let rows = [[dictionary.encode(&pair(name)), dictionary.number(7)]];
        let mut out = Vec::new();
        let primitives = [Primitive::Composite(shapes::PAIR), Primitive::Number];
        let written = write_rows(&mut out, format, &primitives, rows, &dictionary).unwrap();
        (String::from_utf8(out).unwrap(), written.ambiguous)
    };
    assert_eq!(written(&plain("\t"), "a b"), ("[a b, 1.5]\t7\n".to_owned(), None));
    assert_eq!(written(&plain(","), "a b"), ("[a b, 1.5],7\n".to_owned(), None));
    assert_eq!(written(&plain("\t"), "a, b"), ("[a, b, 1.5]\t7\n".to_owned(), Some(0)));
    assert_eq!(written(&plain("\t"), "a\tb").1, Some(0));
    assert_eq!(written(&plain(","), "a[b").1, Some(0));
    assert_eq!(written(&quoted(), "a, \"b\""), ("\"[\"\"a, \\\"\"b\\\"\"\"\", 1.5]\",7\n".to_owned(), None));
}
