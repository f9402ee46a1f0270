//! Values to numbers and back, in order of first sight.

use std::collections::BTreeMap;

use values::Value;

/// The number of a value in an [`Interner`]. Equal values (floats: of equal bits) have equal codes.
pub type Code = u32;

/// Stands where a value would stand if the computation of it had not failed.
pub const POISON: Code = Code::MAX;

/// Every value seen so far.
#[derive(Default)]
pub struct Interner {
    codes: BTreeMap<Value, Code>,
    values: Vec<Value>,
}

impl Interner {
    /// The code of `value`.
    pub fn code(&mut self, value: &Value) -> Code {
        if let Some(code) = self.codes.get(value) {
            return *code;
        }
        let code = self.values.len() as Code;
        self.codes.insert(value.clone(), code);
        self.values.push(value.clone());
        code
    }

    /// The value of `code`, which must not be [`POISON`].
    pub fn value(&self, code: Code) -> &Value {
        &self.values[code as usize]
    }
}
