//! Codes to values, equal parts of composites once.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::{Code, Composite, Dictionary, Primitive, Shape, ShapeId, Value};

/// Decodes many values of one dictionary. Parts that composites share are one value in memory: a list and its hundred thousand tails cost
/// as much as the list.
#[derive(Debug)]
pub struct Decoder<'d> {
    dictionary: &'d Dictionary,
    /// Looked up by key only, never walked.
    known: HashMap<(ShapeId, Code), Composite, FixedState>,
}

/// What is still to be decoded.
enum Step {
    Open(ShapeId, Code),
    Scalar(Primitive, Code),
    Close(ShapeId, Code, u32, usize),
}

/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

impl<'d> Decoder<'d> {
    /// Decodes codes of `dictionary`.
    pub fn new(dictionary: &'d Dictionary) -> Decoder<'d> {
        Decoder { dictionary, known: HashMap::with_hasher(FixedState::with_seed(SEED)) }
    }

    /// As [`Dictionary::decode`].
    pub fn decode(&mut self, primitive: Primitive, code: Code) -> Value {
        match primitive {
            Primitive::Composite(shape) => Value::Composite(self.composite(shape, code)),
            scalar => self.dictionary.decode(scalar, code),
        }
    }

    /// The value of a composite's code.
    pub(crate) fn composite(&mut self, shape: ShapeId, code: Code) -> Composite {
        let mut waiting = vec![Step::Open(shape, code)];
        let mut values: Vec<Value> = Vec::new();
        while let Some(step) = waiting.pop() {
            match step {
                Step::Open(shape, code) => match self.known.get(&(shape, code)) {
                    Some(known) => values.push(Value::Composite(known.clone())),
                    None => self.open(shape, code, &mut waiting, &mut values),
                },
                Step::Scalar(primitive, code) => values.push(self.dictionary.decode(primitive, code)),
                Step::Close(shape, code, branch, count) => {
                    let fields = values.split_off(values.len() - count);
                    let value = composite(self.dictionary.shapes().get(shape), shape, branch, fields);
                    self.known.insert((shape, code), value.clone());
                    values.push(Value::Composite(value));
                }
            }
        }
        match values.pop() {
            Some(Value::Composite(value)) => value,
            _ => Composite::nil(shape),
        }
    }

    fn open(&self, shape: ShapeId, code: Code, waiting: &mut Vec<Step>, values: &mut Vec<Value>) {
        let Some((branch, codes)) = self.dictionary.unpack(shape, code) else {
            return values.push(Value::Composite(Composite::nil(shape)));
        };
        waiting.push(Step::Close(shape, code, branch, codes.len()));
        let fields = self.dictionary.shapes().get(shape).fields(branch).iter().zip(codes).rev();
        waiting.extend(fields.map(|(field, code)| match field.primitive {
            Primitive::Composite(inner) => Step::Open(inner, *code),
            primitive => Step::Scalar(primitive, *code),
        }));
    }
}

fn composite(shape: &Shape, id: ShapeId, branch: u32, fields: Vec<Value>) -> Composite {
    match shape.branch(branch) {
        None => Composite::record(id, fields),
        Some(name) => Composite::branch(id, branch, name, fields),
    }
}
