//! How a value becomes 32 bits.

/// A value of a known primitive type in 32 bits. Only [`crate::Dictionary`] turns it back into a value.
///
/// Symbols: number in the dictionary. Dates: days since 0001-01-01. Numbers, unsigned, decimals: inline where they are
/// small, otherwise `LARGE` plus their number in a dictionary of large values; a value that fits inline is never in the
/// dictionary. Floats: number in a dictionary of bit patterns.
pub type Code = u32;

/// Set in codes that number a large value.
pub(crate) const LARGE: u32 = 1 << 31;

/// Inline integers lie in `-INLINE_HALF .. INLINE_HALF`.
const INLINE_HALF: i64 = 1 << 30;

/// The inline code of a small signed integer.
pub(crate) fn inline(n: i64) -> Option<Code> {
    (-INLINE_HALF..INLINE_HALF).contains(&n).then(|| (n + INLINE_HALF) as u32)
}

/// The integer of an inline code, or the number of the large value.
pub(crate) fn outline(code: Code) -> Result<i64, usize> {
    if code & LARGE == 0 { Ok(i64::from(code) - INLINE_HALF) } else { Err((code ^ LARGE) as usize) }
}
