//! Hash-consed records and branches: equal values have equal codes.

use std::cmp::Ordering;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::{Code, Composite, Dictionary, Primitive, ShapeId, Shapes, Value};

/// The composite values of a program, by number.
///
/// Codes: 0 is `nil`; a value of an enum is the number of its branch; every other value is one more than the number of its row.
/// Rows are shared between shapes, since a code is only ever read together with its shape.
#[derive(Debug, Default)]
pub(crate) struct Composites {
    pub(crate) shapes: Arc<Shapes>,
    /// The rows one behind the other: the branch, then the codes of the fields.
    parts: Vec<Code>,
    /// Where each row ends.
    ends: Vec<usize>,
    table: HashTable<u32>,
}

/// A code that no composite has: stands for values that nothing holds.
pub const NO_COMPOSITE: Code = Code::MAX;

/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

impl Composites {
    pub(crate) fn new(shapes: Arc<Shapes>) -> Composites {
        Composites { shapes, ..Composites::default() }
    }

    fn row(&self, number: u32) -> &[Code] {
        row(&self.parts, &self.ends, number)
    }

    /// Branch and fields of a code; `None` for `nil`.
    pub(crate) fn unpack(&self, shape: ShapeId, code: Code) -> Option<(u32, &[Code])> {
        if self.shapes.get(shape).is_enum() {
            return Some((code, &[]));
        }
        let row = self.row(code.checked_sub(1)?);
        Some((row[0], &row[1..]))
    }

    pub(crate) fn find(&self, shape: ShapeId, branch: u32, fields: &[Code]) -> Option<Code> {
        if self.shapes.get(shape).is_enum() {
            return Some(branch);
        }
        let same = |number: &u32| is_same(self.row(*number), branch, fields);
        self.table.find(hash(branch, fields), same).map(|number| number + 1)
    }

    pub(crate) fn insert(&mut self, shape: ShapeId, branch: u32, fields: &[Code]) -> Code {
        if self.shapes.get(shape).is_enum() {
            return branch;
        }
        let Self { parts, ends, table, .. } = self;
        let same = |number: &u32| is_same(row(parts, ends, *number), branch, fields);
        let again = |number: &u32| {
            let row = row(parts, ends, *number);
            hash(row[0], &row[1..])
        };
        match table.entry(hash(branch, fields), same, again) {
            Entry::Occupied(known) => known.get() + 1,
            Entry::Vacant(free) => {
                let number = ends.len() as u32;
                free.insert(number);
                parts.push(branch);
                parts.extend_from_slice(fields);
                ends.push(parts.len());
                number + 1
            }
        }
    }
}

fn row<'p>(parts: &'p [Code], ends: &[usize], number: u32) -> &'p [Code] {
    let number = number as usize;
    let start = if number == 0 { 0 } else { ends[number - 1] };
    &parts[start..ends[number]]
}

fn is_same(row: &[Code], branch: u32, fields: &[Code]) -> bool {
    row[0] == branch && &row[1..] == fields
}

fn hash(branch: u32, fields: &[Code]) -> u64 {
    let mut hasher = FixedState::with_seed(SEED).build_hasher();
    hasher.write_u32(branch);
    fields.iter().for_each(|field| hasher.write_u32(*field));
    hasher.finish()
}

/// What codes and values of composites have to do with each other. Nothing here recurs: values may be as deep as data are large.
impl Dictionary {
    /// The code of a composite with these fields.
    pub fn pack(&mut self, shape: ShapeId, branch: u32, fields: &[Code]) -> Code {
        self.composites.insert(shape, branch, fields)
    }

    /// The code of a composite with these fields, if it already has one.
    pub fn find_packed(&self, shape: ShapeId, branch: u32, fields: &[Code]) -> Option<Code> {
        self.composites.find(shape, branch, fields)
    }

    /// The branch (0 for a record) and the fields' codes of a composite; `None` for `nil`.
    pub fn unpack(&self, shape: ShapeId, code: Code) -> Option<(u32, &[Code])> {
        self.composites.unpack(shape, code)
    }

    /// What the composites of the program are made of.
    pub fn shapes(&self) -> &Shapes {
        &self.composites.shapes
    }

    /// The code of a composite value, with `code_of` giving the codes of what is not composite and `pack` those of composites.
    pub(crate) fn code_of_composite<D>(
        with: &mut D,
        value: &Composite,
        scalar: impl Fn(&mut D, &Value) -> Option<Code>,
        pack: impl Fn(&mut D, ShapeId, u32, &[Code]) -> Option<Code>,
    ) -> Option<Code> {
        let mut waiting = vec![Step::Open(value)];
        let mut codes = Vec::new();
        while let Some(step) = waiting.pop() {
            match step {
                Step::Open(value) => match value.fields() {
                    None => codes.push(0),
                    Some(fields) => {
                        waiting.push(Step::Close(value, fields.len()));
                        waiting.extend(fields.iter().rev().map(|field| match field {
                            Value::Composite(inner) => Step::Open(inner),
                            field => Step::Scalar(field),
                        }));
                    }
                },
                Step::Scalar(value) => codes.push(scalar(with, value)?),
                Step::Close(value, count) => {
                    let fields = codes.split_off(codes.len() - count);
                    codes.push(pack(with, value.shape(), value.branch_number(), &fields)?);
                }
            }
        }
        codes.pop()
    }

    /// Compares two codes of a composite type by value.
    pub(crate) fn compare_composites(&self, shape: ShapeId, a: Code, b: Code) -> Ordering {
        let mut waiting = vec![(Primitive::Composite(shape), a, b)];
        while let Some((primitive, a, b)) = waiting.pop() {
            let Primitive::Composite(shape) = primitive else {
                match self.compare(primitive, a, b) {
                    Ordering::Equal => continue,
                    different => return different,
                }
            };
            if a == b {
                continue;
            }
            let (left, right) = match (self.unpack(shape, a), self.unpack(shape, b)) {
                (Some(left), Some(right)) => (left, right),
                (left, right) => return left.is_some().cmp(&right.is_some()),
            };
            if left.0 != right.0 {
                return left.0.cmp(&right.0);
            }
            let fields = self.shapes().get(shape).fields(left.0);
            let pairs = fields.iter().zip(left.1.iter().zip(right.1)).rev();
            waiting.extend(pairs.map(|(field, (a, b))| (field.primitive, *a, *b)));
        }
        Ordering::Equal
    }
}

/// What is still to be encoded.
enum Step<'v> {
    Open(&'v Composite),
    Scalar(&'v Value),
    Close(&'v Composite, usize),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Branch, Field, Shape, ShapeKind};

    fn field(primitive: Primitive) -> Field {
        Field { name: "f".into(), primitive }
    }

    fn dictionary() -> Dictionary {
        let list = Primitive::Composite(ShapeId(0));
        let record = ShapeKind::Record(vec![field(Primitive::Number), field(list)]);
        let leaf = Branch { name: "Leaf".into(), fields: vec![field(Primitive::Symbol)] };
        let adt = ShapeKind::Adt(vec![Branch { name: "Empty".into(), fields: vec![] }, leaf]);
        let empty = |name: &str| Branch { name: name.into(), fields: vec![] };
        let colour = ShapeKind::Adt(vec![empty("Blue"), empty("Red")]);
        let mut shapes = Shapes::default();
        for (name, kind) in [("List", record), ("Tree", adt), ("Colour", colour)] {
            shapes.add(Shape { name: name.into(), kind });
        }
        Dictionary::new(Arc::new(shapes))
    }

    fn list(elements: impl IntoIterator<Item = i64>) -> Value {
        let nil = Value::Composite(Composite::nil(ShapeId(0)));
        elements.into_iter().fold(nil, |rest, element| {
            Value::Composite(Composite::record(ShapeId(0), vec![Value::Number(element), rest]))
        })
    }

    #[test]
    fn composites_come_back_and_equal_ones_have_equal_codes() {
        let mut dictionary = dictionary();
        let leaf = Composite::branch(ShapeId(1), 1, "Leaf", vec![Value::symbol("x")]);
        let red = Composite::branch(ShapeId(2), 1, "Red", vec![]);
        let values = [list([]), list([1]), list([1 << 40, 2]), Value::Composite(leaf), Value::Composite(red)];
        for value in &values {
            assert_eq!(
                dictionary.find(value).is_some(),
                matches!(value, Value::Composite(c) if c.fields().is_none_or(<[_]>::is_empty))
            );
            let code = dictionary.encode(value);
            assert_eq!((dictionary.encode(value), dictionary.find(value)), (code, Some(code)));
            assert_eq!(&dictionary.decode(value.primitive(), code), value);
        }
        let shape = Primitive::Composite(ShapeId(0));
        let [nil, one, big] = [&values[0], &values[1], &values[2]].map(|value| dictionary.find(value).unwrap());
        assert_eq!(dictionary.compare(shape, nil, one), Ordering::Less);
        assert_eq!(dictionary.compare(shape, big, one), Ordering::Greater, "2 is its first element");
    }

    #[test]
    fn a_list_of_a_hundred_thousand_elements() {
        let mut dictionary = dictionary();
        let (long, longer) = (list(0..100_000), list(-1..100_000));
        let (a, b) = (dictionary.encode(&long), dictionary.encode(&longer));
        assert_eq!(dictionary.decode(long.primitive(), a), long);
        assert_eq!(dictionary.compare(long.primitive(), a, b), Ordering::Less, "it ends first");
    }
}
