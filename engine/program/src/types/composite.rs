//! Record types and algebraic data types.

use diagnostics::Span;
use values::{Branch, Field, Shape, ShapeId, ShapeKind, Shapes};

use super::{TypeId, Types};
use crate::namespace::Namespace;

/// A record type or an algebraic data type.
#[derive(Debug)]
pub(crate) struct CompositeType {
    pub(crate) name: String,
    pub(crate) is_record: bool,
    /// Ascending by the bytes of their names; a record type has one, which has no name.
    pub(crate) branches: Vec<BranchType>,
    pub(crate) span: Span,
}

/// A branch of an algebraic data type, or the fields of a record type.
#[derive(Debug)]
pub(crate) struct BranchType {
    pub(crate) name: String,
    pub(crate) fields: Vec<FieldType>,
    /// False where a syntax error may have hidden a field.
    pub(crate) complete: bool,
    pub(crate) span: Span,
}

/// A field.
#[derive(Debug)]
pub(crate) struct FieldType {
    pub(crate) name: String,
    /// `None` where something was reported.
    pub(crate) of: Option<TypeId>,
    /// Name and type.
    pub(crate) span: Span,
}

/// What the name of a branch stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedBranch {
    /// A type and the number of its branch.
    Branch(ShapeId, u32),
    /// A branch of a type that was reported.
    Broken,
}

impl Types {
    /// The record type or algebraic data type with this number.
    pub(crate) fn composite(&self, id: ShapeId) -> &CompositeType {
        &self.composites[id.0 as usize]
    }

    /// A branch; 0 is what a record type has.
    pub(crate) fn branch(&self, id: ShapeId, branch: u32) -> &BranchType {
        &self.composite(id).branches[branch as usize]
    }

    /// A field of a branch; `None` where there is none.
    pub(crate) fn field(&self, id: ShapeId, branch: u32, field: usize) -> Option<&FieldType> {
        self.composite(id).branches.get(branch as usize)?.fields.get(field)
    }

    /// What `name` stands for behind `$` in `namespace`; `None` if no branch has that name.
    pub(crate) fn find_branch(&self, name: &str, namespace: &Namespace) -> Option<NamedBranch> {
        namespace.find(name, |full| self.branches.get(full).copied())
    }

    /// The full names of all branches, in the order of their bytes.
    pub(crate) fn branch_names(&self) -> impl Iterator<Item = &str> {
        self.branches.keys().map(String::as_str)
    }

    /// What values are made of; `None` where something about a field was reported.
    pub(crate) fn shapes(&self) -> Option<Shapes> {
        let mut shapes = Shapes::default();
        for composite in &self.composites {
            let mut branches: Vec<Branch> =
                composite.branches.iter().map(|branch| self.checked(branch)).collect::<Option<_>>()?;
            let kind = match composite.is_record {
                true => ShapeKind::Record(branches.pop()?.fields),
                false => ShapeKind::Adt(branches),
            };
            shapes.add(Shape { name: composite.name.clone(), kind });
        }
        Some(shapes)
    }

    fn checked(&self, branch: &BranchType) -> Option<Branch> {
        let field = |field: &FieldType| {
            let primitive = self.primitive(field.of?);
            Some(Field { name: field.name.clone(), primitive })
        };
        Some(Branch { name: branch.name.clone(), fields: branch.fields.iter().map(field).collect::<Option<_>>()? })
    }
}
