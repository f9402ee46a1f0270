//! The numbers that the program's counter gives the bindings of a clause.

use std::cmp::Ordering;

use values::{Code, Dictionary, Primitive, Value};

use crate::batch::Batch;

/// Bindings in value order with their numbers: the first one's counters take the first numbers, and so on.
#[derive(Debug)]
pub(crate) struct Numbered {
    /// What makes a binding: the named variables that have a value before any counter has one, and those of ranges.
    pub(crate) variables: Vec<u32>,
    /// By variable, then by binding.
    keys: Vec<Vec<Code>>,
    len: usize,
    /// The first number.
    first: i64,
    /// Counters of the clause.
    counters: usize,
}

impl Numbered {
    /// Numbers the distinct bindings of `batch`; also the row of each.
    pub(crate) fn new(
        variables: &[u32],
        batch: &Batch,
        types: &[Primitive],
        dictionary: &Dictionary,
        first: i64,
        counters: usize,
    ) -> (Numbered, Vec<u32>) {
        let columns = variables.iter().map(|variable| (types[*variable as usize], &batch.columns[*variable as usize]));
        let columns = columns.collect::<Vec<_>>();
        let compare = |a: u32, b: u32| {
            let orders = columns
                .iter()
                .map(|(primitive, codes)| dictionary.compare(*primitive, codes[a as usize], codes[b as usize]));
            orders.fold(Ordering::Equal, Ordering::then)
        };
        let mut rows = (0..batch.len as u32).collect::<Vec<_>>();
        rows.sort_by(|a, b| compare(*a, *b));
        rows.dedup_by(|a, b| compare(*a, *b).is_eq());
        let keys = columns.iter().map(|(_, codes)| rows.iter().map(|row| codes[*row as usize]).collect()).collect();
        (Numbered { variables: variables.to_vec(), keys, len: rows.len(), first, counters }, rows)
    }

    /// The number that comes behind all of these.
    pub(crate) fn end(&self) -> i64 {
        self.first + (self.len * self.counters) as i64
    }

    /// What the counter at `place` of the clause gave a binding.
    pub(crate) fn value(&self, binding: usize, place: usize, operand: Primitive) -> Value {
        let number = self.first + (binding * self.counters + place) as i64;
        match operand {
            Primitive::Unsigned => Value::Unsigned(number as u64),
            Primitive::Float => Value::Float(number as f64),
            _ => Value::Number(number),
        }
    }

    /// The binding that got this value from the counter at `place`.
    pub(crate) fn binding_of(&self, value: &Value, place: usize) -> Option<usize> {
        let number = match value {
            Value::Number(n) => *n,
            Value::Unsigned(n) => i64::try_from(*n).ok()?,
            Value::Float(x) if x.fract() == 0.0 => *x as i64,
            _ => return None,
        };
        let distance = usize::try_from(number.checked_sub(self.first)?).ok()?;
        let (binding, at) = (distance / self.counters, distance % self.counters);
        (binding < self.len && at == place).then_some(binding)
    }

    /// The binding with these codes, one for each of the variables.
    pub(crate) fn binding(&self, codes: &[Code], types: &[Primitive], dictionary: &Dictionary) -> Option<usize> {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low.midpoint(high);
            let order = self
                .keys
                .iter()
                .zip(&self.variables)
                .zip(codes)
                .map(|((keys, variable), code)| dictionary.compare(types[*variable as usize], keys[middle], *code));
            match order.fold(Ordering::Equal, Ordering::then) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The codes of a binding, one for each of the variables.
    pub(crate) fn codes(&self, binding: usize) -> impl Iterator<Item = (u32, Code)> + '_ {
        self.variables.iter().copied().zip(self.keys.iter().map(move |keys| keys[binding]))
    }
}
