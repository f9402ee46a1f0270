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

/// Linear counting (Whang, Vander-Zanden, Taylor 1990): codes set bits of a map as large as the column; the share of bits
/// that stay empty tells how many codes there are, within a few per cent.
fn distinct(codes: &[Code]) -> u32 {
    if codes.is_empty() {
        return 0;
    }
    let size = codes.len().next_power_of_two().max(64);
    let mut map = vec![0u64; size / 64];
    for code in codes {
        let bit = hash([*code]) as usize & (size - 1);
        map[bit / 64] |= 1 << (bit % 64);
    }
    let empty = map.iter().map(|word| f64::from(word.count_zeros())).sum::<f64>().max(1.0);
    let estimate = (size as f64) * (size as f64 / empty).ln();
    (estimate as usize).clamp(1, codes.len()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_near_whatever_the_shares() {
        for (rows, codes) in [(10u32, 10u32), (1000, 1), (1000, 20), (100_000, 100_000), (100_000, 7_000)] {
            let column = (0..rows).map(|row| 1_000_000 + row % codes).collect::<Vec<_>>();
            let estimate = distinct(&column);
            assert!(estimate.abs_diff(codes) <= codes / 10 + 1, "{codes} codes in {rows} rows: {estimate}");
        }
        assert_eq!(distinct(&[]), 0);
    }
}
