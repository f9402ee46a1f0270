//! Values to numbers and back, in order of first sight.

use std::collections::BTreeMap;
use std::sync::Arc;

use values::{Composite, ShapeId, Shapes, Value};

/// The number of a value in an [`Interner`]. Equal values (floats: of equal bits) have equal codes.
pub type Code = u32;

/// Stands where a value would stand if the computation of it had not failed.
pub const POISON: Code = Code::MAX;

/// Stands where a value would stand if somebody had made the finding, or if the data were there.
pub const UNKNOWN: Code = Code::MAX - 1;

/// A composite value by the codes of its fields; `None` for `nil`. Values nested a hundred thousand deep are told apart by one look
/// at their outermost fields.
type Parts = (ShapeId, Option<(u32, Vec<Code>)>);

/// Every value seen so far.
#[derive(Default)]
pub struct Interner {
    shapes: Arc<Shapes>,
    codes: BTreeMap<Value, Code>,
    values: Vec<Value>,
    /// The codes of composite values, which `codes` does not hold.
    packed: BTreeMap<Parts, Code>,
    /// Branch and fields of the composite values but `nil`.
    unpacked: BTreeMap<Code, (u32, Vec<Code>)>,
}

impl Interner {
    /// No values yet, composite ones to be of these shapes.
    pub fn new(shapes: Arc<Shapes>) -> Interner {
        Interner { shapes, ..Interner::default() }
    }

    /// The shapes of composite values.
    pub fn shapes(&self) -> &Shapes {
        &self.shapes
    }

    /// The code of `value`.
    pub fn code(&mut self, value: &Value) -> Code {
        if let Value::Composite(composite) = value {
            return self.composite(composite);
        }
        if let Some(code) = self.codes.get(value) {
            return *code;
        }
        let code = self.add(value.clone());
        self.codes.insert(value.clone(), code);
        code
    }

    /// The value of `code`, which must not be [`POISON`].
    pub fn value(&self, code: Code) -> &Value {
        &self.values[code as usize]
    }

    /// The code of the composite of these fields.
    pub fn pack(&mut self, shape: ShapeId, branch: u32, fields: Vec<Code>) -> Code {
        let parts = (shape, Some((branch, fields)));
        if let Some(code) = self.packed.get(&parts) {
            return *code;
        }
        let Some((_, fields)) = &parts.1 else { return POISON };
        let values = fields.iter().map(|field| self.value(*field).clone()).collect();
        let value = match self.shapes.get(shape).branch(branch) {
            Some(name) => Composite::branch(shape, branch, name, values),
            None => Composite::record(shape, values),
        };
        let code = self.add(Value::Composite(value));
        self.unpacked.extend(parts.1.clone().map(|parts| (code, parts)));
        self.packed.insert(parts, code);
        code
    }

    /// Branch (0 for a record) and fields of a composite; `None` for `nil`.
    pub fn unpack(&self, code: Code) -> Option<&(u32, Vec<Code>)> {
        self.unpacked.get(&code)
    }

    /// Innermost fields first, without recursion.
    fn composite(&mut self, value: &Composite) -> Code {
        let mut codes = Vec::new();
        let mut open = vec![(value, 0)];
        while let Some((value, next)) = open.pop() {
            match value.fields().and_then(|fields| fields.get(next)) {
                Some(Value::Composite(inner)) => open.extend([(value, next + 1), (inner, 0)]),
                Some(field) => {
                    open.push((value, next + 1));
                    codes.push(self.code(field));
                }
                None => {
                    let fields = codes.split_off(codes.len() - next);
                    let code = match value.fields() {
                        Some(_) => self.pack(value.shape(), value.branch_number(), fields),
                        None => self.nil(value.shape()),
                    };
                    codes.push(code);
                }
            }
        }
        codes.pop().unwrap_or(POISON)
    }

    fn nil(&mut self, shape: ShapeId) -> Code {
        if let Some(code) = self.packed.get(&(shape, None)) {
            return *code;
        }
        let code = self.add(Value::Composite(Composite::nil(shape)));
        self.packed.insert((shape, None), code);
        code
    }

    fn add(&mut self, value: Value) -> Code {
        self.values.push(value);
        self.values.len() as Code - 1
    }
}
