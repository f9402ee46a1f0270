//! Facts in a form that `why` reads back.

mod composite;

use eval::Quantity;
use program::checked::{Program, RelId};
use values::Value;

use crate::wrap::GLUE;

/// `线索("案-1", d"2021-01-05", 12.5m)`: symbols quoted with the dialect's escapes, dates and decimals as literals.
///
/// What no literal of the dialect can say is shown all the same: control characters without an escape of their own, and
/// marks that turn the direction of writing, as `\u{1b}` (no fact may steer a terminal); infinite floats as `"inf"`.
pub fn fact(relation: RelId, values: &[Value], program: &Program) -> String {
    atom(relation, values.iter().map(Some), program, usize::MAX)
}

/// As [`fact`], with `_` for columns that may hold anything.
pub fn pattern(relation: RelId, values: &[Option<Value>], program: &Program) -> String {
    atom(relation, values.iter().map(Option::as_ref), program, usize::MAX)
}

/// As [`pattern`], long texts cut for reading.
pub(crate) fn shortened<'v>(
    relation: RelId,
    values: impl Iterator<Item = Option<&'v Value>>,
    program: &Program,
) -> String {
    atom(relation, values, program, SHOWN_CHARS)
}

/// Characters of a name that headings and derivations show.
const NAME_CHARS: usize = 120;
/// Characters of a symbol that a derivation shows: enough for an address or a title; a whole judgement is in the record.
const SHOWN_CHARS: usize = 200;

fn atom<'v>(
    relation: RelId,
    values: impl Iterator<Item = Option<&'v Value>>,
    program: &Program,
    chars_max: usize,
) -> String {
    let name = &program.relation(relation).name;
    let mut out = if chars_max == usize::MAX { name.clone() } else { short_name(name) };
    out.push('(');
    for (column, value) in values.enumerate() {
        if column > 0 {
            out.push_str(", ");
        }
        match value {
            Some(value) => literal(&mut out, value, chars_max),
            None => out.push('_'),
        }
    }
    out.push(')');
    out
}

fn literal(out: &mut String, value: &Value, chars_max: usize) {
    match value {
        Value::Symbol(text) => quote(out, text, chars_max),
        Value::Number(_) | Value::Unsigned(_) => out.push_str(&value.to_string()),
        Value::Float(x) if x.is_finite() => {
            let digits = x.to_string();
            out.push_str(&digits);
            out.push_str(if digits.contains('.') { "" } else { ".0" });
        }
        Value::Float(_) => out.push_str(&format!("\"{value}\"")),
        Value::Date(day) => out.push_str(&format!("d\"{day}\"")),
        Value::Decimal(d) => out.push_str(&format!("{d}m")),
        Value::Composite(value) => composite::write(out, value, chars_max),
    }
}

/// The value as a literal of the rule language, however long.
pub fn literal_of(value: &Value) -> String {
    let mut out = String::new();
    literal(&mut out, value, usize::MAX);
    out
}

/// The value as a literal of the rule language, cut for reading.
pub(crate) fn constant(value: &Value) -> String {
    let mut out = String::new();
    literal(&mut out, value, SHOWN_CHARS);
    out
}

/// A value in running text: symbols quoted and cut, also inside composites; everything else as printed.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Symbol(text) => quoted(text),
        Value::Composite(value) => {
            let mut out = String::new();
            composite::write(&mut out, value, SHOWN_CHARS);
            out
        }
        other => other.to_string(),
    }
}

/// A value as [`plain`] shows it, or a ratio.
pub(crate) fn quantity(quantity: &Quantity) -> String {
    match quantity {
        Quantity::Value(value) => plain(value),
        ratio => ratio.to_string(),
    }
}

/// A symbol in quotes, cut where it is long.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::new();
    quote(&mut out, text, SHOWN_CHARS);
    out
}

/// `text` with everything escaped that could steer a terminal.
pub fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_safe(&mut out, c));
    out
}

/// A name as [`safe`] text, cut where it is longer than anybody reads.
pub fn short_name(name: &str) -> String {
    match name.char_indices().nth(NAME_CHARS) {
        Some((end, _)) => safe(&name[..end]) + "…",
        None => safe(name),
    }
}

/// As [`safe`], line breaks kept.
pub(crate) fn safe_lines(text: &str) -> String {
    text.lines().map(safe).collect::<Vec<_>>().join("\n")
}

fn quote(out: &mut String, text: &str, chars_max: usize) {
    out.push('"');
    for (number, c) in text.chars().enumerate() {
        if number == chars_max {
            out.push('…');
            break;
        }
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\u{b}' => out.push_str("\\v"),
            other => push_safe(out, other),
        }
    }
    out.push('"');
}

fn push_safe(out: &mut String, c: char) {
    // Marks of writing direction; and the character by which `wrap` keeps words whole.
    let steers = matches!(c, GLUE | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if c.is_control() || steers => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
        _ => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use program::checked::Relation;
    use values::{Date, Decimal};

    fn program() -> Program {
        let span = diagnostics::Span { file: diagnostics::FileId(0), start: 0, end: 0 };
        let relation = Relation::new("线索".to_string(), Vec::new(), span);
        Program { relations: vec![relation], ..Program::default() }
    }

    #[test]
    fn every_kind_of_value() {
        let values = [
            Value::symbol("案-\"1\"\n"),
            Value::Date(Date::parse("2021-01-05").unwrap()),
            Value::Decimal(Decimal::parse("12.50").unwrap()),
            Value::Number(-3),
            Value::Unsigned(7),
            Value::Float(3.0),
            Value::Float(1e30),
            Value::Float(f64::INFINITY),
        ];
        let expected =
            r#"线索("案-\"1\"\n", d"2021-01-05", 12.5m, -3, 7, 3.0, 1000000000000000000000000000000.0, "inf")"#;
        assert_eq!(fact(RelId(0), &values, &program()), expected);
        assert_eq!(fact(RelId(0), &[], &program()), "线索()");
        assert_eq!(pattern(RelId(0), &[None, Some(Value::Number(1))], &program()), "线索(_, 1)");
    }

    #[test]
    fn no_text_steers_the_terminal() {
        let values = [Value::symbol("\u{1b}[31m\u{202e}")];
        assert_eq!(fact(RelId(0), &values, &program()), r#"线索("\u{1b}[31m\u{202e}")"#);
    }

    #[test]
    fn long_texts_are_cut_for_reading_only() {
        let text = Value::symbol(&"租".repeat(300));
        assert_eq!(fact(RelId(0), std::slice::from_ref(&text), &program()).chars().count(), 300 + 6);
        assert_eq!(shortened(RelId(0), [Some(&text)].into_iter(), &program()).chars().count(), 200 + 7);
    }

    #[test]
    fn composites_are_terms_of_the_language() {
        use values::{Composite, ShapeId};
        let nil = Composite::nil(ShapeId(0));
        let firm = Composite::branch(ShapeId(1), 0, "Firm", vec![Value::symbol("A \"1\""), Value::Composite(nil)]);
        let unknown = Composite::branch(ShapeId(1), 1, "Unknown", vec![]);
        let pair = Composite::record(ShapeId(2), vec![Value::Composite(firm), Value::Composite(unknown)]);
        assert_eq!(plain(&Value::Composite(pair)), r#"[$Firm("A \"1\"", nil), $Unknown()]"#);
    }

    #[test]
    fn long_composites_are_cut_for_reading_only() {
        use values::{Composite, ShapeId};
        let list = (0..100_000).fold(Composite::nil(ShapeId(0)), |rest, n| {
            Composite::record(ShapeId(0), vec![Value::Number(n), Value::Composite(rest)])
        });
        let list = Value::Composite(list);
        let shown = plain(&list);
        assert!(shown.starts_with("[99999, [99998, ") && shown.ends_with('…'), "{shown}");
        assert!((SHOWN_CHARS..SHOWN_CHARS + 10).contains(&shown.chars().count()), "{shown}");
        assert_eq!(fact(RelId(0), std::slice::from_ref(&list), &program()), format!("线索({list})"));
    }
}
