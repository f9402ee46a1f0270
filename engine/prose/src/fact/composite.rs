//! Composites as the rule language writes them.

use values::{Composite, Value};

use super::literal;

/// What is still to be written.
enum Piece<'v> {
    Value(&'v Value),
    Text(&'static str),
}

/// `[1, "a", nil]`, `$B("x")`, `$B()`: as a term of the rule language, cut behind about `chars_max` characters. They may be as deep
/// as data are large, so nothing recurs, and what is cut off is not walked through.
pub(super) fn write(out: &mut String, value: &Composite, chars_max: usize) {
    let mut waiting = Vec::new();
    let (mut counted, mut chars) = (out.len(), 0);
    open(out, value, &mut waiting);
    while let Some(piece) = waiting.pop() {
        chars += out[counted..].chars().count();
        counted = out.len();
        if chars >= chars_max {
            return out.push('…');
        }
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Value(Value::Composite(inner)) => open(out, inner, &mut waiting),
            Piece::Value(value) => literal(out, value, chars_max),
        }
    }
}

/// Writes what comes before the first field and notes what comes behind.
fn open<'v>(out: &mut String, value: &'v Composite, waiting: &mut Vec<Piece<'v>>) {
    let Some(fields) = value.fields() else { return out.push_str("nil") };
    let close = match value.branch_name() {
        Some(name) => {
            out.push('$');
            out.push_str(name);
            out.push('(');
            ")"
        }
        None => {
            out.push('[');
            "]"
        }
    };
    waiting.push(Piece::Text(close));
    for (at, field) in fields.iter().enumerate().rev() {
        waiting.push(Piece::Value(field));
        if at > 0 {
            waiting.push(Piece::Text(", "));
        }
    }
}
