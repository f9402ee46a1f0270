//! Checked integers.

use program::checked::Functor;

use super::bits;
use crate::FaultKind;

/// Binary operators on number.
pub(super) fn signed(functor: Functor, a: i64, b: i64) -> Result<i64, FaultKind> {
    let zero = |result: Option<i64>| result.ok_or(if b == 0 { FaultKind::DivisionByZero } else { FaultKind::Overflow });
    match functor {
        Functor::Add(_) => a.checked_add(b).ok_or(FaultKind::Overflow),
        Functor::Subtract(_) => a.checked_sub(b).ok_or(FaultKind::Overflow),
        Functor::Multiply(_) => a.checked_mul(b).ok_or(FaultKind::Overflow),
        Functor::Divide(_) => zero(a.checked_div(b)),
        Functor::Remainder(_) => zero(a.checked_rem(b)),
        Functor::Power(_) => signed_power(a, b),
        _ => Ok(bits::signed(functor, a, b)),
    }
}

/// Binary operators on unsigned.
pub(super) fn unsigned(functor: Functor, a: u64, b: u64) -> Result<u64, FaultKind> {
    match functor {
        Functor::Add(_) => a.checked_add(b).ok_or(FaultKind::Overflow),
        Functor::Subtract(_) => a.checked_sub(b).ok_or(FaultKind::Overflow),
        Functor::Multiply(_) => a.checked_mul(b).ok_or(FaultKind::Overflow),
        Functor::Divide(_) => a.checked_div(b).ok_or(FaultKind::DivisionByZero),
        Functor::Remainder(_) => a.checked_rem(b).ok_or(FaultKind::DivisionByZero),
        Functor::Power(_) => match (a, u32::try_from(b)) {
            (0 | 1, _) => Ok(if b == 0 { 1 } else { a }),
            (_, Ok(b)) => a.checked_pow(b).ok_or(FaultKind::Overflow),
            (_, Err(_)) => Err(FaultKind::Overflow),
        },
        _ => Ok(bits::unsigned(functor, a, b)),
    }
}

/// Unary operators on number.
pub(super) fn signed_unary(functor: Functor, a: i64) -> Result<i64, FaultKind> {
    match functor {
        Functor::Negate(_) => a.checked_neg().ok_or(FaultKind::Overflow),
        Functor::BitNot(_) => Ok(!a),
        Functor::LogicalNot(_) => Ok(i64::from(a == 0)),
        _ => unreachable!("{functor:?} takes no single number"),
    }
}

/// Unary operators on unsigned.
pub(super) fn unsigned_unary(functor: Functor, a: u64) -> Result<u64, FaultKind> {
    match functor {
        Functor::BitNot(_) => Ok(!a),
        Functor::LogicalNot(_) => Ok(u64::from(a == 0)),
        _ => unreachable!("{functor:?} takes no single unsigned"),
    }
}

/// A negative exponent gives `1 / a^-b` cut toward zero, so only 1 and -1 give anything but 0.
fn signed_power(a: i64, b: i64) -> Result<i64, FaultKind> {
    match (a, u32::try_from(b)) {
        (0, _) if b < 0 => Err(FaultKind::DivisionByZero),
        (1, _) => Ok(1),
        (-1, _) => Ok(if b % 2 == 0 { 1 } else { -1 }),
        (0, _) => Ok(i64::from(b == 0)),
        (_, _) if b < 0 => Ok(0),
        (_, Ok(b)) => a.checked_pow(b).ok_or(FaultKind::Overflow),
        (_, Err(_)) => Err(FaultKind::Overflow),
    }
}
