//! Bit and logical operators: modular, shift counts masked to 63, truth as 0 and 1.

use program::checked::Functor;

/// On number; right shifts are arithmetic unless the operator says logical.
pub(super) fn signed(functor: Functor, a: i64, b: i64) -> i64 {
    match functor {
        Functor::ShiftRight(_) => a.wrapping_shr(b as u32 & 63),
        _ => unsigned(functor, a as u64, b as u64) as i64,
    }
}

/// On unsigned, and on the bits of a number where the sign makes no difference.
pub(super) fn unsigned(functor: Functor, a: u64, b: u64) -> u64 {
    let count = b as u32 & 63;
    match functor {
        Functor::BitAnd(_) => a & b,
        Functor::BitOr(_) => a | b,
        Functor::BitXor(_) => a ^ b,
        Functor::ShiftLeft(_) => a.wrapping_shl(count),
        Functor::ShiftRight(_) | Functor::ShiftRightLogical(_) => a.wrapping_shr(count),
        Functor::LogicalAnd(_) => u64::from(a != 0 && b != 0),
        Functor::LogicalOr(_) => u64::from(a != 0 || b != 0),
        Functor::LogicalXor(_) => u64::from((a != 0) != (b != 0)),
        _ => unreachable!("{functor:?} takes no two integers"),
    }
}
