//! Text to value. Nothing here recurs: a list may be as long as a cell.

use values::{Composite, Primitive, ShapeId, ShapeKind, Shapes, Value};

use super::Mistake;
use crate::read::{read_value, type_name};
use crate::shorten::for_message;

/// Reads the whole of `text`. Blanks around values are passed over, apart from those behind a symbol that is not quoted: such
/// a symbol ends at the next comma or the closing bracket. In quotes a backslash takes the next character as it is.
pub(crate) fn parse(shapes: &Shapes, shape: ShapeId, text: &str) -> Result<Composite, Mistake> {
    let mut parsing = Parsing { shapes, text, at: 0 };
    let mut open: Vec<Open> = Vec::new();
    let mut next = Primitive::Composite(shape);
    loop {
        parsing.blanks();
        let mut value = match (next, open.last()) {
            (Primitive::Composite(shape), _) => {
                let new = parsing.open(shape)?;
                match new.next(shapes) {
                    Some(first) => {
                        next = first;
                        open.push(new);
                        continue;
                    }
                    None => parsing.close(new)?,
                }
            }
            (simple, Some(around)) => parsing.simple(simple, around.bracket())?,
            (_, None) => return Err(parsing.expected("`[`", "`[`")),
        };
        loop {
            let Some(mut around) = open.pop() else {
                parsing.blanks();
                return match value {
                    Value::Composite(value) if parsing.rest().is_empty() => Ok(value),
                    _ => Err(parsing.expected("the end of the cell", "单元格的结尾")),
                };
            };
            around.fields.push(value);
            parsing.blanks();
            if let Some(following) = around.next(shapes) {
                if !parsing.take(",") {
                    return Err(parsing.expected("`,` and one more field", "`,` 和下一个字段"));
                }
                next = following;
                open.push(around);
                break;
            }
            value = parsing.close(around)?;
        }
    }
}

/// A record or branch of which some fields were read.
struct Open {
    shape: ShapeId,
    branch: u32,
    /// `None` for `nil` and for a branch that is written without brackets.
    bracket: Option<&'static str>,
    is_nil: bool,
    fields: Vec<Value>,
}

impl Open {
    /// The type of the next field.
    fn next(&self, shapes: &Shapes) -> Option<Primitive> {
        let fields = if self.is_nil { &[] } else { shapes.get(self.shape).fields(self.branch) };
        fields.get(self.fields.len()).map(|field| field.primitive)
    }

    fn bracket(&self) -> char {
        if self.bracket == Some(")") { ')' } else { ']' }
    }
}

struct Parsing<'t> {
    shapes: &'t Shapes,
    text: &'t str,
    at: usize,
}

impl<'t> Parsing<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t', '\n', '\x0b', '\x0c', '\r']).len();
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    /// What comes before the first field.
    fn open(&mut self, shape: ShapeId) -> Result<Open, Mistake> {
        let kind = &self.shapes.get(shape).kind;
        let ShapeKind::Adt(branches) = kind else {
            let is_nil = self.take("nil");
            if !is_nil && !self.take("[") {
                return Err(self.expected("`[` or `nil`", "`[` 或 `nil`"));
            }
            return Ok(Open { shape, branch: 0, bracket: (!is_nil).then_some("]"), is_nil, fields: Vec::new() });
        };
        if !self.take("$") {
            return Err(self.expected("`$` and the name of a branch", "`$` 和分支名"));
        }
        let name = self.rest().split(['(', ')', ',', ']', ' ', '\t', '\n', '\r']).next().unwrap_or_default();
        let Some(branch) = branches.iter().position(|branch| branch.name == name) else {
            return Err(self.mistake([
                format!("there is no branch `{}`", for_message(name)),
                format!("没有分支 `{}`", for_message(name)),
            ]));
        };
        self.at += name.len();
        self.blanks();
        let bracket = self.take("(").then_some(")");
        if bracket.is_none() && !branches[branch].fields.is_empty() {
            return Err(self.expected("`(`", "`(`"));
        }
        Ok(Open { shape, branch: branch as u32, bracket, is_nil: false, fields: Vec::new() })
    }

    /// What comes behind the last field.
    fn close(&mut self, open: Open) -> Result<Value, Mistake> {
        self.blanks();
        if let Some(bracket) = open.bracket
            && !self.take(bracket)
        {
            let expected = format!("`{bracket}`");
            return Err(self.expected(&expected, &expected));
        }
        let Open { shape, branch, is_nil, fields, .. } = open;
        Ok(Value::Composite(match self.shapes.get(shape).branch(branch) {
            _ if is_nil => Composite::nil(shape),
            None => Composite::record(shape, fields),
            Some(name) => Composite::branch(shape, branch, name, fields),
        }))
    }

    /// A field that is no record and no branch, in front of a comma or this bracket.
    fn simple(&mut self, primitive: Primitive, bracket: char) -> Result<Value, Mistake> {
        if primitive == Primitive::Symbol && self.rest().starts_with('"') {
            return self.quoted();
        }
        let Some(length) = self.rest().find([',', bracket]) else {
            self.at = self.text.len();
            let expected = format!("`{bracket}`");
            return Err(self.expected(&expected, &expected));
        };
        let field = &self.rest()[..length];
        let text = if primitive == Primitive::Symbol { field } else { field.trim_end() };
        let value = read_value(primitive, text, self.shapes).map_err(|_| {
            let (name, text) = (type_name(primitive, self.shapes), for_message(text));
            self.mistake([format!("`{text}` is not of type `{name}`"), format!("`{text}` 不是 `{name}` 类型的值")])
        })?;
        self.at += length;
        Ok(value)
    }

    fn quoted(&mut self) -> Result<Value, Mistake> {
        let mut symbol = String::new();
        let mut characters = self.rest()[1..].char_indices();
        while let Some((at, character)) = characters.next() {
            match character {
                '"' => {
                    self.at += 1 + at + 1;
                    return Ok(Value::symbol(&symbol));
                }
                '\\' => symbol.extend(characters.next().map(|(_, taken)| taken)),
                other => symbol.push(other),
            }
        }
        Err(self.mistake(["a quote is opened and not closed".to_owned(), "引号打开后没有关闭".to_owned()]))
    }

    fn expected(&self, en: &str, zh: &str) -> Mistake {
        self.mistake([format!("{en} is expected"), format!("此处应为{zh}")])
    }

    fn mistake(&self, reason: [String; 2]) -> Mistake {
        Mistake::new(self.text, self.at, reason)
    }
}

#[cfg(test)]
mod tests {
    use diagnostics::{Diagnostic, Lang, catalogue};

    use super::*;
    use crate::tests::shapes::{LIST, PAIR, TREE, shapes};

    fn read(shape: ShapeId, text: &str) -> Result<String, String> {
        let shown = |mistake: Mistake| {
            let filled = mistake.fill(Diagnostic::unplaced(&catalogue::BAD_COMPOSITE));
            filled.fill(diagnostics::Text { en: "{character}: {reason}", zh: "" }, Lang::En)
        };
        parse(&shapes(), shape, text).map(|value| value.to_string()).map_err(shown)
    }

    #[test]
    fn records() {
        for text in ["nil", " nil ", "[1, nil]", "[ 1 ,[2,[ -3 , nil ] ] ]"] {
            let tidy = text.replace(' ', "").replace(',', ", ");
            assert_eq!(read(LIST, text), Ok(tidy));
        }
        assert_eq!(
            read(PAIR, "[a b , 12.50]"),
            Ok("[a b , 12.5]".to_owned()),
            "a symbol that is not quoted goes on to the comma"
        );
        assert_eq!(read(PAIR, "[,0]"), Ok("[, 0]".to_owned()));
        assert_eq!(read(PAIR, r#"[ "a, \"b\" \\ \n]" , 1]"#), Ok(r#"[a, "b" \ n], 1]"#.to_owned()));
    }

    #[test]
    fn branches() {
        assert_eq!(read(TREE, "$Leaf"), Ok("$Leaf".to_owned()));
        assert_eq!(read(TREE, " $Leaf ( ) "), Ok("$Leaf".to_owned()));
        let node = "$Node($Leaf, 租约]x, $Node($Leaf(), \"(\", $Leaf))";
        assert_eq!(read(TREE, node), Ok("$Node($Leaf, 租约]x, $Node($Leaf, (, $Leaf))".to_owned()));
    }

    #[test]
    fn mistakes_have_a_place() {
        let cases = [
            (LIST, "", "1: `[` or `nil` is expected"),
            (LIST, "1", "1: `[` or `nil` is expected"),
            (LIST, "[1]", "3: `,` and one more field is expected"),
            (LIST, "[1, nil", "8: `]` is expected"),
            (LIST, "[1, nil, nil]", "8: `]` is expected"),
            (LIST, "[1, nil] x", "10: the end of the cell is expected"),
            (LIST, "[租, nil]", "2: `租` is not of type `number`"),
            (LIST, "[", "2: `]` is expected"),
            (PAIR, "[a]", "3: `,` and one more field is expected"),
            (PAIR, "[\"a\\\"", "2: a quote is opened and not closed"),
            (PAIR, "[\"a\" 1]", "6: `,` and one more field is expected"),
            (TREE, "Leaf", "1: `$` and the name of a branch is expected"),
            (TREE, "$Leef", "2: there is no branch `Leef`"),
            (TREE, "$Node", "6: `(` is expected"),
            (TREE, "$Leaf(", "7: `)` is expected"),
        ];
        for (shape, text, expected) in cases {
            assert_eq!(read(shape, text).unwrap_err(), expected, "{text}");
        }
    }

    #[test]
    fn a_hundred_thousand_nested_records() {
        let deep = "[1, ".repeat(100_000) + "nil" + &"]".repeat(100_000);
        assert_eq!(read(LIST, &deep), Ok(deep.clone()));
        assert!(read(LIST, &deep[..deep.len() - 1]).is_err());
    }
}
