//! Hashing rows of codes. Fixed constants: nothing may differ between runs.

use values::Code;

/// Mixes the codes of a key or row, in order.
pub(crate) fn hash(codes: impl IntoIterator<Item = Code>) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mixed = codes.into_iter().fold(FACTOR, |state, code| {
        let product = u128::from(state ^ u64::from(code)) * u128::from(FACTOR);
        (product as u64) ^ ((product >> 64) as u64)
    });
    mixed.wrapping_mul(FACTOR)
}
