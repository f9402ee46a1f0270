//! Values in the form the language prints them.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use values::{Composite, Date, Decimal, Primitive, ShapeId, ShapeKind, Shapes, Value};

use super::relations::Relations;

/// Reads values.
pub struct Reader<'a> {
    shapes: &'a Shapes,
    relations: &'a dyn Relations,
    /// The composites of all relations by type and text, once one was met that cannot be read.
    known: OnceCell<BTreeMap<(ShapeId, String), Value>>,
}

impl<'a> Reader<'a> {
    /// Of a program's values.
    pub fn new(shapes: &'a Shapes, relations: &'a dyn Relations) -> Reader<'a> {
        Reader { shapes, relations, known: OnceCell::new() }
    }

    /// The value of this type that is printed so; `None` where there is none.
    ///
    /// Texts inside of composites are printed bare: where they hold brackets or commas, the first reading counts, and where that is none, a
    /// value of the relations that looks so. Whichever it is, the same text is the same value throughout.
    pub fn read(&self, primitive: Primitive, text: &str) -> Option<Value> {
        let known = |shape| self.known.get_or_init(|| self.composites()).get(&(shape, text.to_owned())).cloned();
        read_value(primitive, text, self.shapes).or_else(|| match primitive {
            Primitive::Composite(shape) => known(shape),
            _ => None,
        })
    }

    fn composites(&self) -> BTreeMap<(ShapeId, String), Value> {
        let mut known = BTreeMap::new();
        let mut open = self.relations.tuples().into_iter().flatten().collect::<Vec<_>>();
        while let Some(value) = open.pop() {
            if let Value::Composite(composite) = value {
                known.entry((composite.shape(), value.to_string())).or_insert_with(|| value.clone());
                open.extend(composite.fields().into_iter().flatten());
            }
        }
        known
    }
}

/// The value of this type that is printed so, its texts read as they stand; `None` where there is none.
pub fn read_value(primitive: Primitive, text: &str, shapes: &Shapes) -> Option<Value> {
    let value = match primitive {
        Primitive::Composite(shape) => composite(shape, text, shapes),
        _ => scalar(primitive, text),
    };
    value.filter(|value| value.to_string() == text)
}

fn scalar(primitive: Primitive, text: &str) -> Option<Value> {
    Some(match primitive {
        Primitive::Symbol => Value::symbol(text),
        Primitive::Number => Value::Number(text.parse().ok()?),
        Primitive::Unsigned => Value::Unsigned(text.parse().ok()?),
        Primitive::Float => Value::Float(text.parse().ok()?),
        Primitive::Date => Value::Date(Date::parse(text).ok()?),
        Primitive::Decimal => Value::Decimal(Decimal::parse(text).ok()?),
        Primitive::Composite(_) => return None,
    })
}

/// A composite that has begun.
struct Begun {
    shape: ShapeId,
    branch: u32,
    fields: Vec<Value>,
}

impl Begun {
    fn close(&self, shapes: &Shapes) -> &'static str {
        if shapes.get(self.shape).branch(self.branch).is_some() { ")" } else { "]" }
    }

    fn finish(self, shapes: &Shapes) -> Value {
        Value::Composite(match shapes.get(self.shape).branch(self.branch) {
            Some(name) => Composite::branch(self.shape, self.branch, name, self.fields),
            None => Composite::record(self.shape, self.fields),
        })
    }
}

/// From left to right with an explicit stack: values may be nested as deep as data.
fn composite(shape: ShapeId, text: &str, shapes: &Shapes) -> Option<Value> {
    let (mut rest, mut open) = (text, Vec::<Begun>::new());
    let mut wanted = Primitive::Composite(shape);
    loop {
        let mut done = match wanted {
            Primitive::Composite(shape) => match begin(shape, &mut rest, shapes)? {
                Ok(value) => Some(value),
                Err(begun) => {
                    open.push(begun);
                    None
                }
            },
            primitive => {
                let top = open.last()?;
                let is_last = top.fields.len() + 1 == shapes.get(top.shape).fields(top.branch).len();
                let end = rest.find(if is_last { top.close(shapes) } else { ", " })?;
                let (cell, behind) = rest.split_at(end);
                rest = behind;
                Some(scalar(primitive, cell)?)
            }
        };
        // A value that is complete joins the one around it, which may be complete in its turn.
        loop {
            if let Some(value) = done.take() {
                match open.last_mut() {
                    Some(top) => top.fields.push(value),
                    None => return rest.is_empty().then_some(value),
                }
            }
            let top = open.last()?;
            let fields = shapes.get(top.shape).fields(top.branch);
            match fields.get(top.fields.len()) {
                Some(field) => {
                    rest = if top.fields.is_empty() { rest } else { rest.strip_prefix(", ")? };
                    wanted = field.primitive;
                    break;
                }
                None => {
                    rest = rest.strip_prefix(top.close(shapes))?;
                    done = open.pop().map(|begun| begun.finish(shapes));
                }
            }
        }
    }
}

/// A composite without fields, or the beginning of one.
fn begin(shape: ShapeId, rest: &mut &str, shapes: &Shapes) -> Option<Result<Value, Begun>> {
    let begun = |branch| Begun { shape, branch, fields: Vec::new() };
    match &shapes.get(shape).kind {
        ShapeKind::Record(_) => {
            if let Some(behind) = rest.strip_prefix("nil") {
                *rest = behind;
                return Some(Ok(Value::Composite(Composite::nil(shape))));
            }
            *rest = rest.strip_prefix('[')?;
            Some(Err(begun(0)))
        }
        ShapeKind::Adt(branches) => {
            let named = rest.strip_prefix('$')?;
            let end = named.find([',', '(', ')', ']']).unwrap_or(named.len());
            let branch = branches.iter().position(|branch| branch.name == named[..end])?;
            *rest = &named[end..];
            let begun = begun(branch as u32);
            if branches[branch].fields.is_empty() {
                return Some(Ok(begun.finish(shapes)));
            }
            *rest = rest.strip_prefix('(')?;
            Some(Err(begun))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::relations::WholeRelations;
    use super::*;
    use values::{Branch, Field, Shape};

    const LIST: ShapeId = ShapeId(0);
    const TREE: ShapeId = ShapeId(1);

    fn shapes() -> Shapes {
        let field = |name: &str, primitive| Field { name: name.to_owned(), primitive };
        let mut shapes = Shapes::default();
        let fields = vec![field("head", Primitive::Symbol), field("tail", Primitive::Composite(LIST))];
        shapes.add(Shape { name: "List".to_owned(), kind: ShapeKind::Record(fields) });
        let leaf = Branch { name: "Leaf".to_owned(), fields: vec![] };
        let fields = vec![field("left", Primitive::Composite(TREE)), field("n", Primitive::Number)];
        let node = Branch { name: "Node".to_owned(), fields };
        shapes.add(Shape { name: "Tree".to_owned(), kind: ShapeKind::Adt(vec![leaf, node]) });
        shapes
    }

    #[test]
    fn what_is_printed_is_read() {
        let shapes = shapes();
        let nothing = WholeRelations::new(&[], &[]);
        let reader = Reader::new(&shapes, &nothing);
        let read = |primitive, text: &str| reader.read(primitive, text).map(|value| value.to_string());
        for text in ["nil", "[a, nil]", "[a b, [c, nil]]"] {
            assert_eq!(read(Primitive::Composite(LIST), text).as_deref(), Some(text));
        }
        for text in ["$Leaf", "$Node($Leaf, 1)", "$Node($Node($Leaf, -2), 1)"] {
            assert_eq!(read(Primitive::Composite(TREE), text).as_deref(), Some(text));
        }
        for text in ["", "[a, nil", "[a, nil]]", "[a]", "$Leaf"] {
            assert_eq!(read(Primitive::Composite(LIST), text), None, "{text}");
        }
        assert_eq!(read(Primitive::Composite(TREE), "$Node($Leaf, 01)"), None);
        for (primitive, text) in
            [(Primitive::Number, "007"), (Primitive::Decimal, "1.50"), (Primitive::Date, "2021-1-5")]
        {
            assert_eq!(read(primitive, text), None, "{text}");
        }
        assert_eq!(read(Primitive::Float, "0.10000000000000001").as_deref(), Some("0.10000000000000001"));
    }

    #[test]
    fn depth_is_bounded_by_memory_only() {
        let text = "[a, ".repeat(100_000) + "nil" + &"]".repeat(100_000);
        assert!(
            Reader::new(&shapes(), &WholeRelations::new(&[], &[])).read(Primitive::Composite(LIST), &text).is_some()
        );
    }

    #[test]
    fn what_has_two_readings_is_what_the_relations_hold() {
        let nil = Value::Composite(Composite::nil(LIST));
        let value = Value::Composite(Composite::record(LIST, vec![Value::symbol("a, b"), nil]));
        let relations = [crate::Tuples::from([vec![value.clone()]])];
        let (shapes, text) = (shapes(), "[a, b, nil]");
        assert_eq!(
            Reader::new(&shapes, &WholeRelations::new(&relations, &[])).read(Primitive::Composite(LIST), text),
            Some(value)
        );
        assert_eq!(Reader::new(&shapes, &WholeRelations::new(&[], &[])).read(Primitive::Composite(LIST), text), None);
    }
}
