//! How many different codes columns hold.

use std::collections::BTreeMap;

use program::checked::RelId;
use values::Code;

use crate::hash::hash;

/// Numbers of distinct codes by column, counted when first asked for and again when a column has doubled.
#[derive(Default)]
pub(super) struct Statistics {
    /// Each with the length of the column when it was counted.
    counted: BTreeMap<(RelId, usize), (usize, u32)>,
}

impl Statistics {
    pub(super) fn distinct(&mut self, relation: RelId, column: usize, codes: &[Code]) -> u32 {
        let known = self.counted.get(&(relation, column));
        if let Some((_, count)) = known.filter(|(len, _)| codes.len() / 2 < *len || codes.len() == *len) {
            return *count;
        }
        let count = distinct(codes);
        self.counted.insert((relation, column), (codes.len(), count));
        count
    }
}

/// Rows looked at.
const SAMPLE: usize = 1 << 16;

/// From a sample of evenly spaced rows: `d` different codes among `n` rows are what a column of `D` codes, all equally
/// frequent, gives for `d = D (1 - exp(-n / D))`.
fn distinct(codes: &[Code]) -> u32 {
    let step = codes.len().div_ceil(SAMPLE).max(1);
    let sample = codes.iter().step_by(step);
    let rows = sample.len() as f64;
    let seen = count(sample);
    if step == 1 {
        return seen as u32;
    }
    let (mut low, mut high) = (seen, codes.len() as f64);
    for _ in 0..40 {
        let middle = (low + high) / 2.0;
        if middle * (1.0 - (-rows / middle).exp()) < seen { low = middle } else { high = middle }
    }
    // Not every code need have occurred.
    (low * (1.0 - (-(codes.len() as f64) / low).exp())) as u32
}

/// How many codes differ, by linear counting (Whang, Vander-Zanden, Taylor 1990): codes set bits of a map as large as the
/// sample; the share of bits that stay empty tells how many codes there are, within a few per cent.
fn count<'c>(codes: impl ExactSizeIterator<Item = &'c Code>) -> f64 {
    let rows = codes.len();
    let size = rows.next_power_of_two().max(64) * 2;
    let mut map = vec![0u64; size / 64];
    for code in codes {
        let bit = hash([*code]) as usize & (size - 1);
        map[bit / 64] |= 1 << (bit % 64);
    }
    let empty = map.iter().map(|word| f64::from(word.count_zeros())).sum::<f64>().max(1.0);
    ((size as f64) * (size as f64 / empty).ln()).clamp(1.0, rows.max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_near_whatever_the_shares() {
        for (rows, codes) in [
            (10u32, 10u32),
            (1000, 1),
            (1000, 20),
            (100_000, 100_000),
            (100_000, 7_000),
            (1_000_000, 300_000),
            (1_000_000, 50),
        ] {
            let column = (0..rows).map(|row| hash([row]) % codes).collect::<Vec<_>>();
            let exact = column.iter().collect::<std::collections::BTreeSet<_>>().len() as u32;
            let estimate = distinct(&column);
            assert!(estimate.abs_diff(exact) <= exact / 8 + 1, "{exact} codes in {rows} rows: {estimate}");
        }
    }
}
