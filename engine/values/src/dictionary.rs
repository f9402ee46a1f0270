//! Codes to values and back.

use std::cmp::Ordering;
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::code::{self, Code, LARGE};
use crate::composites::Composites;
use crate::symbols::{SymbolBatch, Symbols, TooManySymbols};
use crate::value::one_nan;
use crate::{Date, Decimal, Decoder, Primitive, Shapes, Value};

/// Everything that does not fit into a code.
#[derive(Debug, Default)]
pub struct Dictionary {
    symbols: Symbols,
    numbers: Large<i64>,
    unsigned: Large<u64>,
    floats: Large<u64>,
    decimals: Large<i128>,
    pub(crate) composites: Composites,
}

/// Decimals with at most two places (money) are inline: 10^12 / 10^2.
const CENT: i128 = 10_000_000_000;

impl Dictionary {
    /// An empty dictionary for a program with these record types and algebraic data types.
    pub fn new(shapes: Arc<Shapes>) -> Dictionary {
        Dictionary { composites: Composites::new(shapes), ..Dictionary::default() }
    }

    /// The code of a value; large values get a number on first sight.
    pub fn encode(&mut self, value: &Value) -> Code {
        match value {
            Value::Symbol(text) => self.symbols.insert(text),
            Value::Number(n) => self.number(*n),
            Value::Unsigned(n) => small(*n).unwrap_or_else(|| self.unsigned.insert(*n)),
            Value::Float(x) => self.floats.insert(one_nan(*x).to_bits()),
            Value::Date(day) => day.index(),
            Value::Decimal(d) => cents(*d).unwrap_or_else(|| self.decimals.insert(d.mantissa())),
            Value::Composite(value) => {
                let scalar = |dictionary: &mut Dictionary, value: &Value| Some(dictionary.encode(value));
                let pack = |dictionary: &mut Dictionary, shape, branch, fields: &[Code]| {
                    Some(dictionary.pack(shape, branch, fields))
                };
                Self::code_of_composite(self, value, scalar, pack).unwrap_or_default()
            }
        }
    }

    /// The code of a value if it already has one; a value that no relation holds may have none.
    pub fn find(&self, value: &Value) -> Option<Code> {
        match value {
            Value::Symbol(text) => self.symbols.find(text),
            Value::Number(n) => code::inline(*n).or_else(|| self.numbers.find(n)),
            Value::Unsigned(n) => small(*n).or_else(|| self.unsigned.find(n)),
            Value::Float(x) => self.floats.find(&one_nan(*x).to_bits()),
            Value::Date(day) => Some(day.index()),
            Value::Decimal(d) => cents(*d).or_else(|| self.decimals.find(&d.mantissa())),
            Value::Composite(value) => {
                let scalar = |dictionary: &mut &Dictionary, value: &Value| dictionary.find(value);
                let pack = |dictionary: &mut &Dictionary, shape, branch, fields: &[Code]| {
                    dictionary.find_packed(shape, branch, fields)
                };
                Self::code_of_composite(&mut &*self, value, scalar, pack)
            }
        }
    }

    /// The code of a text.
    pub fn symbol(&mut self, text: &str) -> Code {
        self.symbols.insert(text)
    }

    /// The codes of all texts of the batches, by batch and number within it: those that the texts would have, had they been
    /// taken one after the other. There may be `max` symbols in the end.
    ///
    /// # Errors
    /// Where there would be more. The dictionary is then of no further use.
    pub fn intern(&mut self, batches: &[&SymbolBatch], max: u32) -> Result<Vec<Vec<Code>>, TooManySymbols> {
        self.symbols.intern(batches, max)
    }

    /// The code of a value that has one without a dictionary: dates, and small numbers, unsigned and decimals.
    pub fn inline(value: &Value) -> Option<Code> {
        match value {
            Value::Symbol(_) | Value::Float(_) | Value::Composite(_) => None,
            Value::Number(n) => code::inline(*n),
            Value::Unsigned(n) => small(*n),
            Value::Date(day) => Some(day.index()),
            Value::Decimal(d) => cents(*d),
        }
    }

    /// The code of a number.
    pub fn number(&mut self, n: i64) -> Code {
        code::inline(n).unwrap_or_else(|| self.numbers.insert(n))
    }

    /// The text of a symbol's code.
    pub fn text(&self, code: Code) -> &str {
        self.symbols.text(code)
    }

    /// How many symbols there are; their codes are `0 .. symbol_count`.
    pub fn symbol_count(&self) -> usize {
        self.symbols.len()
    }

    /// The value of a code of this primitive.
    pub fn decode(&self, primitive: Primitive, code: Code) -> Value {
        match primitive {
            Primitive::Symbol => Value::symbol(self.text(code)),
            Primitive::Number => Value::Number(code::outline(code).unwrap_or_else(|large| self.numbers.get(large))),
            Primitive::Unsigned => Value::Unsigned(if code & LARGE == 0 {
                u64::from(code)
            } else {
                self.unsigned.get((code ^ LARGE) as usize)
            }),
            Primitive::Float => Value::Float(f64::from_bits(self.floats.get((code ^ LARGE) as usize))),
            Primitive::Date => {
                Value::Date(Date::from_index(code).unwrap_or_else(|| unreachable!("no date has code {code}")))
            }
            Primitive::Decimal => {
                let mantissa = match code::outline(code) {
                    Ok(cents) => i128::from(cents) * CENT,
                    Err(large) => self.decimals.get(large),
                };
                Value::Decimal(Decimal::from_mantissa(mantissa).unwrap_or(Decimal::ZERO))
            }
            Primitive::Composite(shape) => Value::Composite(Decoder::new(self).composite(shape, code)),
        }
    }

    /// Compares two codes of this primitive by the values they stand for, in output order.
    pub fn compare(&self, primitive: Primitive, a: Code, b: Code) -> Ordering {
        if a == b {
            return Ordering::Equal;
        }
        match primitive {
            Primitive::Symbol => self.text(a).cmp(self.text(b)),
            Primitive::Date => a.cmp(&b),
            Primitive::Composite(shape) => self.compare_composites(shape, a, b),
            Primitive::Number | Primitive::Unsigned | Primitive::Decimal if (a | b) & LARGE == 0 => a.cmp(&b),
            _ => self.decode(primitive, a).cmp(&self.decode(primitive, b)),
        }
    }
}

fn small(n: u64) -> Option<Code> {
    u32::try_from(n).ok().filter(|n| n & LARGE == 0)
}

fn cents(d: Decimal) -> Option<Code> {
    let mantissa = d.mantissa();
    (mantissa % CENT == 0).then_some(mantissa / CENT).and_then(|n| i64::try_from(n).ok()).and_then(code::inline)
}

/// Values too large to be inline, numbered in the order of first insertion.
#[derive(Debug)]
struct Large<T> {
    values: Vec<T>,
    table: HashTable<u32>,
}

/// A fixed seed: hashes must not differ between runs, since nothing may.
const SEED: u64 = 0x5111_0915;

impl<T> Default for Large<T> {
    fn default() -> Self {
        Self { values: Vec::new(), table: HashTable::new() }
    }
}

impl<T: Copy + Eq + Hash> Large<T> {
    fn get(&self, number: usize) -> T {
        self.values[number]
    }

    fn find(&self, value: &T) -> Option<Code> {
        let hash = FixedState::with_seed(SEED).hash_one(value);
        self.table.find(hash, |number| self.values[*number as usize] == *value).map(|number| LARGE | number)
    }

    fn insert(&mut self, value: T) -> Code {
        let hash = |value: &T| FixedState::with_seed(SEED).hash_one(value);
        let Self { values, table } = self;
        let same = |number: &u32| values[*number as usize] == value;
        match table.entry(hash(&value), same, |number| hash(&values[*number as usize])) {
            Entry::Occupied(known) => LARGE | *known.get(),
            Entry::Vacant(free) => {
                let number = values.len() as u32;
                free.insert(number);
                values.push(value);
                LARGE | number
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_and_equal_values_have_equal_codes() {
        let decimal = |text| Value::Decimal(Decimal::parse(text).unwrap());
        let values = [
            Value::symbol(""),
            Value::symbol("租约"),
            Value::Number(0),
            Value::Number(-(1 << 30)),
            Value::Number(1 << 30),
            Value::Number(i64::MIN),
            Value::Unsigned(1 << 31),
            Value::Unsigned(u64::MAX),
            Value::Float(-0.0),
            Value::Float(0.0),
            Value::Date(Date::parse("9999-12-31").unwrap()),
            decimal("-12.5"),
            decimal("0.001"),
            decimal("99999999999999999999999999.999999999999"),
        ];
        let mut dictionary = Dictionary::default();
        for value in &values {
            assert_eq!(dictionary.find(value).is_some(), dictionary.find(&value.clone()).is_some());
            let code = dictionary.encode(value);
            assert_eq!(dictionary.encode(value), code);
            assert_eq!(dictionary.find(value), Some(code));
            assert_eq!(&dictionary.decode(value.primitive(), code), value);
        }
        for a in &values {
            for b in values.iter().filter(|b| a.primitive() == b.primitive()) {
                let codes = (dictionary.find(a).unwrap(), dictionary.find(b).unwrap());
                assert_eq!(dictionary.compare(a.primitive(), codes.0, codes.1), a.cmp(b), "{a} {b}");
            }
        }
    }
}
