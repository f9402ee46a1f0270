//! The record types and algebraic data types of random programs: the same ones in all.

use values::{Composite, Primitive, ShapeId, Value};

use super::dice::Dice;
use super::expression::constant;

const PAIR: Primitive = Primitive::Composite(ShapeId(0));
const LIST: Primitive = Primitive::Composite(ShapeId(1));
pub(super) const COLOR: Primitive = Primitive::Composite(ShapeId(2));
const SHAPE: Primitive = Primitive::Composite(ShapeId(3));

/// All of them.
pub(super) const COMPOSITES: [Primitive; 4] = [PAIR, LIST, COLOR, SHAPE];

/// Their declarations, in the order of their numbers.
pub(super) const DECLARATIONS: &str = "\
.type Pair = [a: number, b: symbol]
.type List = [head: number, tail: List]
.type Color = Blue {} | Green {} | Red {}
.type Shape = Both {one: Pair, other: Shape} | Dot {} | Line {length: number}
";

/// A branch with the types of its fields; a record has one without a name.
pub(super) type Branch = (&'static str, &'static [Primitive]);

/// What the values of a type are made of, by number.
pub(super) fn branches(primitive: Primitive) -> &'static [Branch] {
    match primitive {
        PAIR => &[("", &[Primitive::Number, Primitive::Symbol])],
        LIST => &[("", &[Primitive::Number, LIST])],
        COLOR => &[("Blue", &[]), ("Green", &[]), ("Red", &[])],
        SHAPE => &[("Both", &[PAIR, SHAPE]), ("Dot", &[]), ("Line", &[Primitive::Number])],
        _ => &[],
    }
}

/// The name of any type.
pub(super) fn type_name(primitive: Primitive) -> &'static str {
    match primitive {
        PAIR => "Pair",
        LIST => "List",
        COLOR => "Color",
        SHAPE => "Shape",
        other => other.name(),
    }
}

/// A value of a small domain.
pub(super) fn composite(shape: ShapeId, dice: &mut Dice<'_>) -> Value {
    let primitive = Primitive::Composite(shape);
    let branches = branches(primitive);
    let number = dice.below(branches.len());
    let (name, fields) = branches[number];
    if name.is_empty() && dice.once_in(if primitive == LIST { 2 } else { 5 }) {
        return Value::Composite(Composite::nil(shape));
    }
    let fields = fields.iter().map(|field| constant(*field, dice)).collect();
    Value::Composite(match name {
        "" => Composite::record(shape, fields),
        name => Composite::branch(shape, number as u32, name, fields),
    })
}
