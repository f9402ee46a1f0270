//! The types of a program: primitives, subset types, aliases and unions, record types and algebraic data types.

mod composite;
mod declare;
mod fields;
mod inhabited;

use std::collections::BTreeMap;
use std::rc::Rc;

use values::Primitive;

pub(crate) use composite::{CompositeType, FieldType, NamedBranch};
pub(crate) use declare::declare;

/// Number of a type in [`Types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TypeId(u32);

/// A primitive, a subset type, a record type or an algebraic data type: what aliases and unions are made of.
type Kind = u32;

/// A set of kinds, ascending: the values of a type are those of any of them.
pub(crate) type Kinds = Rc<[Kind]>;

/// All types by name.
#[derive(Debug)]
pub(crate) struct Types {
    types: Vec<Type>,
    names: BTreeMap<String, Named>,
    /// The kind each kind is a subset of; itself for primitives, which come first, in the order of `Primitive::ALL`, and for
    /// record types and algebraic data types.
    bases: Vec<Kind>,
    /// By `ShapeId`.
    composites: Vec<CompositeType>,
    /// Names are unique in the whole program.
    branches: BTreeMap<String, NamedBranch>,
}

#[derive(Debug)]
struct Type {
    name: String,
    primitive: Primitive,
    kinds: Kinds,
}

/// What a type's name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// A type.
    Type(TypeId),
    /// Something that was reported where it is declared.
    Broken,
}

impl Types {
    /// The primitives alone.
    pub(crate) fn primitives() -> Types {
        let mut types = Types {
            types: Vec::new(),
            names: BTreeMap::new(),
            bases: Vec::new(),
            composites: Vec::new(),
            branches: BTreeMap::new(),
        };
        for (kind, primitive) in (0..).zip(Primitive::ALL) {
            types.bases.push(kind);
            let id = types.add(primitive.name(), primitive, Rc::new([kind]));
            types.names.insert(primitive.name().to_owned(), Named::Type(id));
        }
        types
    }

    fn add(&mut self, name: &str, primitive: Primitive, kinds: Kinds) -> TypeId {
        self.types.push(Type { name: name.to_owned(), primitive, kinds });
        TypeId(self.types.len() as u32 - 1)
    }

    /// What `name` stands for; `None` if nothing has that name.
    pub(crate) fn find(&self, name: &str) -> Option<Named> {
        self.names.get(name).copied()
    }

    /// The type that is the primitive itself, whatever its name stands for.
    pub(crate) fn of_primitive(&self, primitive: Primitive) -> Option<TypeId> {
        Primitive::ALL.iter().position(|known| *known == primitive).map(|index| TypeId(index as u32))
    }

    /// All names, in the order of their letters.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The name of a type.
    pub(crate) fn name(&self, id: TypeId) -> &str {
        &self.types[id.0 as usize].name
    }

    /// What a type rests on.
    pub(crate) fn primitive(&self, id: TypeId) -> Primitive {
        self.types[id.0 as usize].primitive
    }

    /// What a type is made of.
    pub(crate) fn kinds(&self, id: TypeId) -> &Kinds {
        &self.types[id.0 as usize].kinds
    }

    /// The kinds that are part of `a` as well as of `b`; empty where these have nothing in common.
    pub(crate) fn common(&self, a: &Kinds, b: &Kinds) -> Kinds {
        if a == b {
            return Rc::clone(a);
        }
        let mut common = Vec::new();
        for &x in a.iter() {
            for &y in b.iter() {
                if self.within(x, y) {
                    common.push(x);
                } else if self.within(y, x) {
                    common.push(y);
                }
            }
        }
        common.sort_unstable();
        common.dedup();
        common.into()
    }

    /// True where every kind of `a` is part of a kind of `b`.
    pub(crate) fn is_subtype(&self, a: &Kinds, b: &Kinds) -> bool {
        a == b || a.iter().all(|&x| b.iter().any(|&y| self.within(x, y)))
    }

    /// A name for a set of kinds: members of a union are joined by `|`.
    pub(crate) fn describe(&self, kinds: &Kinds) -> String {
        let name = |kind: &Kind| {
            let alone = |found: &&Type| found.kinds.as_ref() == [*kind];
            self.types.iter().find(alone).map_or("?", |found| found.name.as_str())
        };
        kinds.iter().map(name).collect::<Vec<_>>().join(" | ")
    }

    fn within(&self, mut kind: Kind, of: Kind) -> bool {
        loop {
            let base = self.bases[kind as usize];
            match kind == of {
                true => return true,
                false if base == kind => return false,
                false => kind = base,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unions_and_subsets() {
        let mut types = Types::primitives();
        let number = types.kinds(TypeId(1)).clone();
        let base = types.bases.len() as Kind;
        types.bases.extend([1, 1, base]);
        let set = |kinds: &[Kind]| -> Kinds { kinds.into() };
        let (a, b, small) = (set(&[base]), set(&[base + 1]), set(&[base + 2]));
        let union = set(&[base, base + 1]);
        assert!(types.is_subtype(&small, &a) && types.is_subtype(&a, &union) && types.is_subtype(&union, &number));
        assert!(!types.is_subtype(&a, &b) && !types.is_subtype(&number, &union));
        assert_eq!(types.common(&union, &small), small);
        assert_eq!(types.common(&a, &b), set(&[]));
        assert_eq!(types.common(&union, &number), union);
    }
}
