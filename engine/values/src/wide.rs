//! 128 by 128 bit products and their exact quotients, for decimals.

use std::cmp::Ordering;

/// `high * 2^128 + low`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wide {
    pub(crate) high: u128,
    pub(crate) low: u128,
}

/// The full product.
pub(crate) fn multiply(a: u128, b: u128) -> Wide {
    const MASK: u128 = u64::MAX as u128;
    let (a1, a0) = (a >> 64, a & MASK);
    let (b1, b0) = (b >> 64, b & MASK);
    let low = a0 * b0;
    let middle = a1 * b0 + (low >> 64);
    let cross = a0 * b1 + (middle & MASK);
    Wide { high: a1 * b1 + (middle >> 64) + (cross >> 64), low: (cross << 64) | (low & MASK) }
}

/// Quotient and remainder; `None` where the quotient needs more than 128 bits (`divisor` 0 included).
pub(crate) fn divide(dividend: Wide, divisor: u128) -> Option<(u128, u128)> {
    if dividend.high >= divisor {
        return None;
    }
    if dividend.high == 0 {
        return Some((dividend.low / divisor, dividend.low % divisor));
    }
    let mut remainder = dividend.high;
    let mut quotient = 0u128;
    for bit in (0..128).rev() {
        let carry = remainder >> 127 == 1;
        remainder = (remainder << 1) | ((dividend.low >> bit) & 1);
        if carry || remainder >= divisor {
            remainder = remainder.wrapping_sub(divisor);
            quotient |= 1 << bit;
        }
    }
    Some((quotient, remainder))
}

/// Compares `a * b` with `c * d`, exactly.
pub(crate) fn compare_products(a: i128, b: i128, c: i128, d: i128) -> Ordering {
    let sign = |x: i128, y: i128| x.signum() * y.signum();
    let size = |x: i128, y: i128| multiply(x.unsigned_abs(), y.unsigned_abs());
    sign(a, b).cmp(&sign(c, d)).then_with(|| match sign(a, b) {
        0 => Ordering::Equal,
        1 => size(a, b).cmp(&size(c, d)),
        _ => size(c, d).cmp(&size(a, b)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_divide_back() {
        let samples = [1, 2, 3, 10, u64::MAX as u128, 1 << 64, 10u128.pow(38) - 1, u128::MAX];
        for a in samples {
            for b in samples {
                let product = multiply(a, b);
                assert_eq!(divide(product, a), Some((b, 0)), "{a} * {b}");
                if b > 1 && product.low < u128::MAX {
                    let next = Wide { low: product.low + 1, ..product };
                    if a > 1 {
                        assert_eq!(divide(next, a), Some((b, 1)), "{a} * {b} + 1");
                    }
                }
            }
        }
        assert_eq!(divide(Wide { high: 5, low: 0 }, 5), None);
        assert_eq!(divide(Wide { high: 0, low: 5 }, 0), None);
    }

    #[test]
    fn signs_decide_first() {
        assert_eq!(compare_products(-3, 5, 2, 1), Ordering::Less);
        assert_eq!(compare_products(-3, 5, -4, 5), Ordering::Greater);
        assert_eq!(compare_products(i128::MAX, i128::MAX, i128::MAX, i128::MAX - 1), Ordering::Greater);
        assert_eq!(compare_products(0, 5, 0, -7), Ordering::Equal);
    }
}
