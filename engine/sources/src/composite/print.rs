//! Code to text. Nothing here recurs.

use values::{Code, Dictionary, Primitive, ShapeId};

/// How symbols inside records and branches are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbols {
    /// As they are.
    Bare,
    /// In quotes, with a backslash before quotes and backslashes.
    Quoted,
}

enum Piece {
    Value(Primitive, Code, &'static str),
    Text(&'static str),
}

/// Writes the value of `code` behind `out`. Says whether it can be read back.
pub(crate) fn print(out: &mut String, dictionary: &Dictionary, shape: ShapeId, code: Code, symbols: Symbols) -> bool {
    let mut readable = true;
    let mut waiting = vec![Piece::Value(Primitive::Composite(shape), code, "")];
    while let Some(piece) = waiting.pop() {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Value(Primitive::Composite(shape), code, _) => open(out, dictionary, shape, code, &mut waiting),
            Piece::Value(Primitive::Symbol, code, bracket) => {
                let text = dictionary.text(code);
                match symbols {
                    Symbols::Bare => {
                        readable &=
                            !text.contains(',') && !text.contains(bracket) && !text.starts_with(['"', ' ', '\t']);
                        out.push_str(text);
                    }
                    Symbols::Quoted => quote(out, text),
                }
            }
            Piece::Value(simple, code, _) => out.push_str(&dictionary.decode(simple, code).to_string()),
        }
    }
    readable
}

/// A value as a text by which it can be told from all others of its type: records and branches with quoted symbols, everything else as text files
/// have it.
pub fn value_text(dictionary: &Dictionary, primitive: Primitive, code: Code) -> String {
    let Primitive::Composite(shape) = primitive else { return dictionary.decode(primitive, code).to_string() };
    let mut text = String::new();
    print(&mut text, dictionary, shape, code, Symbols::Quoted);
    text
}

/// Writes what comes before the first field and notes what comes behind.
fn open(out: &mut String, dictionary: &Dictionary, shape: ShapeId, code: Code, waiting: &mut Vec<Piece>) {
    let Some((branch, codes)) = dictionary.unpack(shape, code) else { return out.push_str("nil") };
    let shape = dictionary.shapes().get(shape);
    let close = match shape.branch(branch) {
        Some(name) => {
            out.push('$');
            out.push_str(name);
            if codes.is_empty() {
                return;
            }
            out.push('(');
            ")"
        }
        None => {
            out.push('[');
            "]"
        }
    };
    waiting.push(Piece::Text(close));
    for (at, (field, code)) in shape.fields(branch).iter().zip(codes).enumerate().rev() {
        waiting.push(Piece::Value(field.primitive, *code, close));
        if at > 0 {
            waiting.push(Piece::Text(", "));
        }
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use values::{Composite, Value};

    use super::*;
    use crate::composite::parse;
    use crate::tests::shapes::{PAIR, TREE, dictionary};

    fn printed(shape: ShapeId, value: Composite) -> [(String, bool); 2] {
        let mut dictionary = dictionary();
        let code = dictionary.encode(&Value::Composite(value));
        [Symbols::Bare, Symbols::Quoted].map(|symbols| {
            let mut out = String::new();
            let readable = print(&mut out, &dictionary, shape, code, symbols);
            (out, readable)
        })
    }

    #[test]
    fn quoted_symbols_can_always_be_read_back_and_bare_ones_where_they_say_so() {
        for (symbol, readable) in
            [("a b", true), ("a, b", false), ("]", false), (")", true), ("\"", false), ("a\\", true)]
        {
            let decimal = Value::Decimal(values::Decimal::parse("1.5").unwrap());
            let value = Composite::record(PAIR, vec![Value::symbol(symbol), decimal]);
            let [(bare, bare_readable), (quoted, true)] = printed(PAIR, value.clone()) else { panic!("{symbol}") };
            assert_eq!((bare, bare_readable), (format!("[{symbol}, 1.5]"), readable));
            assert_eq!(parse(dictionary().shapes(), PAIR, &quoted), Ok(value));
        }
    }

    #[test]
    fn branches() {
        let leaf = || Value::Composite(Composite::branch(TREE, 0, "Leaf", Vec::new()));
        let node = Composite::branch(TREE, 1, "Node", vec![leaf(), Value::symbol(")"), leaf()]);
        let bare = ("$Node($Leaf, ), $Leaf)".to_owned(), false);
        assert_eq!(printed(TREE, node), [bare, ("$Node($Leaf, \")\", $Leaf)".to_owned(), true)]);
    }
}
