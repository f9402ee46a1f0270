//! Whole numbers of any size, added, multiplied and divided as at school.

use std::cmp::Ordering;

/// A digit counts to this.
const BASE: u64 = 1_000_000_000;

/// Digits, the least one first, without zeros at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Natural(Vec<u32>);

impl From<u128> for Natural {
    fn from(mut n: u128) -> Natural {
        let mut digits = Vec::new();
        while n > 0 {
            digits.push((n % u128::from(BASE)) as u32);
            n /= u128::from(BASE);
        }
        Natural(digits)
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Natural) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Natural) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Natural {
    /// The number that these decimal digits write.
    pub fn parse(digits: &str) -> Option<Natural> {
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let groups = digits.as_bytes().rchunks(9);
        let group = |group: &[u8]| group.iter().fold(0, |n, byte| n * 10 + u32::from(byte - b'0'));
        Some(trimmed(groups.map(group).collect()))
    }

    pub fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    /// As 128 bits, where they suffice.
    pub fn small(&self) -> Option<u128> {
        self.0.iter().rev().try_fold(0u128, |n, digit| n.checked_mul(u128::from(BASE))?.checked_add(u128::from(*digit)))
    }

    pub fn plus(&self, other: &Natural) -> Natural {
        let digit = |of: &Natural, place: usize| of.0.get(place).map_or(0, |digit| u64::from(*digit));
        let length = self.0.len().max(other.0.len());
        carried((0..length).map(|place| digit(self, place) + digit(other, place)))
    }

    /// `self - other`, which is not greater.
    pub fn minus(&self, other: &Natural) -> Natural {
        let mut borrowed = 0;
        let mut digits = Vec::with_capacity(self.0.len());
        for (place, digit) in self.0.iter().enumerate() {
            let taken = borrowed + other.0.get(place).map_or(0, |digit| i64::from(*digit));
            let left = i64::from(*digit) - taken;
            borrowed = i64::from(left < 0);
            digits.push((left + borrowed * BASE as i64) as u32);
        }
        trimmed(digits)
    }

    pub fn times(&self, other: &Natural) -> Natural {
        let mut total = Natural::default();
        for (place, digit) in other.0.iter().enumerate() {
            let row = carried(self.0.iter().map(|own| u64::from(*own) * u64::from(*digit)));
            let zeros = if row.is_zero() { 0 } else { place };
            total = total.plus(&Natural(std::iter::repeat_n(0, zeros).chain(row.0).collect()));
        }
        total
    }

    /// Quotient and rest, by a `divisor` that is not zero.
    pub fn divide(&self, divisor: &Natural) -> (Natural, Natural) {
        let (mut quotient, mut rest) = (vec![0; self.0.len()], Natural::default());
        for place in (0..self.0.len()).rev() {
            rest = trimmed(std::iter::once(self.0[place]).chain(rest.0).collect());
            // How often the divisor goes in, found by halving.
            let (mut fits, mut too_many) = (0, BASE);
            while too_many - fits > 1 {
                let middle = (fits + too_many) / 2;
                let taken = divisor.times(&Natural::from(u128::from(middle)));
                if taken <= rest { fits = middle } else { too_many = middle }
            }
            rest = rest.minus(&divisor.times(&Natural::from(u128::from(fits))));
            quotient[place] = fits as u32;
        }
        (trimmed(quotient), rest)
    }
}

/// Sums of digits with what they carry over.
fn carried(sums: impl Iterator<Item = u64>) -> Natural {
    let (mut digits, mut carry) = (Vec::new(), 0);
    for sum in sums {
        digits.push(((sum + carry) % BASE) as u32);
        carry = (sum + carry) / BASE;
    }
    digits.push(carry as u32);
    trimmed(digits)
}

fn trimmed(mut digits: Vec<u32>) -> Natural {
    while digits.last() == Some(&0) {
        digits.pop();
    }
    Natural(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_goes_back_and_forth() {
        let samples = [0, 1, 7, 999_999_999, 1_000_000_000, 10u128.pow(27) + 3, u128::MAX].map(Natural::from);
        for a in &samples {
            assert_eq!(a.small().map(Natural::from).as_ref(), Some(a));
            for b in &samples {
                assert_eq!(&a.plus(b).minus(b), a);
                for rest in samples.iter().filter(|rest| *rest < b) {
                    assert_eq!(a.times(b).plus(rest).divide(b), (a.clone(), rest.clone()));
                }
            }
        }
        assert_eq!(samples[6].plus(&samples[1]).small(), None);
        assert!(samples[3] < samples[4] && samples[5] > samples[4]);
    }
}
