//! Record types and algebraic data types for tests.

use std::sync::Arc;

use values::{Branch, Dictionary, Field, Primitive, Shape, ShapeId, ShapeKind, Shapes};

/// `List = [head: number, tail: List]`
pub(crate) const LIST: ShapeId = ShapeId(0);
/// `Pair = [name: symbol, amount: decimal]`
pub(crate) const PAIR: ShapeId = ShapeId(1);
/// `Tree = Leaf {} | Node {left: Tree, label: symbol, right: Tree}`
pub(crate) const TREE: ShapeId = ShapeId(2);
/// `Colour = Blue {} | Red {}`
pub(crate) const COLOUR: ShapeId = ShapeId(3);

pub(crate) fn shapes() -> Shapes {
    let [list, tree] = [LIST, TREE].map(Primitive::Composite);
    let mut shapes = Shapes::default();
    let mut add = |name: &str, kind| shapes.add(Shape { name: name.to_owned(), kind });
    add("List", ShapeKind::Record(fields(&[("head", Primitive::Number), ("tail", list)])));
    add("Pair", ShapeKind::Record(fields(&[("name", Primitive::Symbol), ("amount", Primitive::Decimal)])));
    let node = fields(&[("left", tree), ("label", Primitive::Symbol), ("right", tree)]);
    let branch = |name: &str, fields| Branch { name: name.to_owned(), fields };
    add("Tree", ShapeKind::Adt(vec![branch("Leaf", Vec::new()), branch("Node", node)]));
    add("Colour", ShapeKind::Adt(vec![branch("Blue", Vec::new()), branch("Red", Vec::new())]));
    shapes
}

pub(crate) fn dictionary() -> Dictionary {
    Dictionary::new(Arc::new(shapes()))
}

fn fields(fields: &[(&str, Primitive)]) -> Vec<Field> {
    fields.iter().map(|(name, primitive)| Field { name: (*name).to_owned(), primitive: *primitive }).collect()
}
