//! What records and algebraic data types are made of.

use crate::Primitive;

/// Number of a shape in [`Shapes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShapeId(pub u32);

/// The record types and algebraic data types of a program.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
}

/// A record type or an algebraic data type.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The type's name.
    pub name: String,
    /// What its values are made of.
    pub kind: ShapeKind,
}

/// What the values of a shape are made of.
#[derive(Clone, Debug)]
pub enum ShapeKind {
    /// `[f: T, ..]`: values `nil` and `[a, ..]`.
    Record(Vec<Field>),
    /// `B1 {f: T} | B2 {}`: values `$B1(a)` and `$B2()`. Branches ascend by the bytes of their names.
    Adt(Vec<Branch>),
}

/// A branch of an algebraic data type.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Its name, without `$`.
    pub name: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of a record type or branch.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// The type of its values.
    pub primitive: Primitive,
}

impl Shapes {
    /// Adds a shape; numbers ascend from 0.
    pub fn add(&mut self, shape: Shape) -> ShapeId {
        self.shapes.push(shape);
        ShapeId(self.shapes.len() as u32 - 1)
    }

    /// The shape with this number.
    pub fn get(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0 as usize]
    }

    /// The shape with this number, to be filled in.
    pub fn get_mut(&mut self, id: ShapeId) -> &mut Shape {
        &mut self.shapes[id.0 as usize]
    }
}

impl Shape {
    /// The fields of a branch of this number; those of a record type where the number is 0.
    pub fn fields(&self, branch: u32) -> &[Field] {
        match &self.kind {
            ShapeKind::Record(fields) => fields,
            ShapeKind::Adt(branches) => &branches[branch as usize].fields,
        }
    }

    /// The name of the branch of this number; `None` for a record type.
    pub fn branch(&self, branch: u32) -> Option<&str> {
        match &self.kind {
            ShapeKind::Record(_) => None,
            ShapeKind::Adt(branches) => Some(&branches[branch as usize].name),
        }
    }

    /// True for an algebraic data type none of whose branches has fields.
    pub fn is_enum(&self) -> bool {
        matches!(&self.kind, ShapeKind::Adt(branches) if branches.iter().all(|branch| branch.fields.is_empty()))
    }
}
