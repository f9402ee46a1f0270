//! How far two values are apart.

use eval::Quantity;
use values::{Decimal, Ratio, Rounding, Value};

/// How far a value is from another one of its type.
#[derive(Debug, Clone, PartialEq)]
pub enum Distance {
    /// Dates: so many days.
    Days(u64),
    /// Numbers, decimals and ratios: their difference, never negative.
    Amount(Quantity),
    /// Symbols: so many characters are to be inserted, left out, replaced or swapped with their neighbour.
    Characters(usize),
    /// There is no measure: composites, floats that are no numbers, texts of more than [`CHARACTERS_MAX`] characters.
    Other,
}

/// Longer texts are not compared character by character: they are no names or numbers that somebody mistyped.
pub const CHARACTERS_MAX: usize = 128;

/// What one day, one unit and one character count when near misses of several types are ranked: decimals have twelve places.
const UNIT: u128 = 1_000_000_000_000;

impl Distance {
    /// The distance of two values of one type.
    pub fn between(a: &Value, b: &Value) -> Distance {
        match (a, b) {
            (Value::Symbol(a), Value::Symbol(b)) => Text::new(a).distance(&Text::new(b)),
            (Value::Date(a), Value::Date(b)) => Distance::Days(a.days_since(*b).unsigned_abs()),
            (Value::Number(a), Value::Number(b)) => amount(Value::Unsigned(a.abs_diff(*b))),
            (Value::Unsigned(a), Value::Unsigned(b)) => amount(Value::Unsigned(a.abs_diff(*b))),
            (Value::Float(a), Value::Float(b)) if (a - b).is_finite() => amount(Value::Float((a - b).abs())),
            (Value::Decimal(a), Value::Decimal(b)) => {
                let (least, greatest) = if a < b { (a, b) } else { (b, a) };
                greatest.minus(*least).map_or(Distance::Other, |difference| amount(Value::Decimal(difference)))
            }
            _ => Distance::Other,
        }
    }

    /// The distance of two exact ratios.
    pub fn of_ratios(a: &Ratio, b: &Ratio) -> Distance {
        Distance::Amount(Quantity::Ratio(if a < b { b.minus(a) } else { a.minus(b) }))
    }

    /// By what near misses are ranked: a day, a unit and a character count alike; what has no measure is farthest.
    pub(crate) fn size(&self) -> u128 {
        match self {
            Distance::Days(days) => u128::from(*days) * UNIT,
            Distance::Characters(count) => *count as u128 * UNIT,
            Distance::Amount(Quantity::Value(value)) => match value {
                Value::Unsigned(n) => u128::from(*n) * UNIT,
                Value::Decimal(decimal) => decimal.mantissa().unsigned_abs(),
                Value::Float(x) => (x * UNIT as f64) as u128,
                _ => u128::MAX,
            },
            Distance::Amount(Quantity::Ratio(ratio)) => {
                // Where the ratio is larger than any decimal, it is as far as can be.
                let rounded = ratio.round(12, Rounding::Up).map(Decimal::mantissa);
                rounded.map_or(u128::MAX, i128::unsigned_abs)
            }
            Distance::Amount(Quantity::Quotient(..)) | Distance::Other => u128::MAX,
        }
    }

    /// True where both values are the same.
    pub fn is_zero(&self) -> bool {
        self.size() == 0
    }
}

fn amount(value: Value) -> Distance {
    Distance::Amount(Quantity::Value(value))
}

/// A text that is compared with many others.
pub(crate) struct Text<'t> {
    text: &'t str,
    /// How many characters it has.
    pub(crate) chars: usize,
    /// Which characters occur in it, by their last six bits.
    marks: u64,
}

impl<'t> Text<'t> {
    pub(crate) fn new(text: &'t str) -> Text<'t> {
        let (mut chars, mut marks) = (0, 0u64);
        for c in text.chars().take(CHARACTERS_MAX + 1) {
            chars += 1;
            marks |= 1 << (u32::from(c) & 63);
        }
        Text { text, chars, marks }
    }

    /// At least so many characters tell them apart: each change adds one to those that occur, and takes one away.
    pub(crate) fn least(&self, other: &Text<'_>) -> usize {
        let (only, missing) = (self.marks & !other.marks, other.marks & !self.marks);
        self.chars.abs_diff(other.chars).max(only.count_ones().max(missing.count_ones()) as usize)
    }

    /// Where neither is too long.
    pub(crate) fn distance(&self, other: &Text<'_>) -> Distance {
        if self.chars.max(other.chars) > CHARACTERS_MAX {
            return Distance::Other;
        }
        Distance::Characters(strsim::osa_distance(self.text, other.text))
    }
}

#[cfg(test)]
mod tests {
    use values::Date;

    use super::*;

    #[test]
    fn each_type_has_its_measure() {
        let day = |text: &str| Value::Date(Date::parse(text).unwrap());
        let decimal = |text: &str| Value::Decimal(Decimal::parse(text).unwrap());
        let between = |a: Value, b: Value| Distance::between(&a, &b);
        assert_eq!(between(day("2024-02-28"), day("2024-03-01")), Distance::Days(2));
        assert_eq!(between(decimal("80.5"), decimal("100")), amount(decimal("19.5")));
        assert_eq!(between(Value::Number(i64::MIN), Value::Number(i64::MAX)), amount(Value::Unsigned(u64::MAX)));
        assert_eq!(between(Value::symbol("张三丰"), Value::symbol("张丰三")), Distance::Characters(1));
        assert_eq!(between(Value::symbol("P-9"), Value::symbol("P-99")), Distance::Characters(1));
        assert_eq!(between(Value::Float(f64::NAN), Value::Float(1.0)), Distance::Other);
        let long = "a".repeat(CHARACTERS_MAX + 1);
        assert_eq!(between(Value::symbol(&long), Value::symbol("a")), Distance::Other);
    }

    #[test]
    fn a_day_a_unit_and_a_character_count_alike() {
        let one = [Distance::Days(1), Distance::Characters(1), amount(Value::Unsigned(1)), amount(Value::Float(1.0))];
        assert!(one.iter().all(|distance| distance.size() == UNIT));
        assert!(Distance::Other.size() > Distance::Days(u64::MAX).size());
    }

    #[test]
    fn no_bound_is_greater_than_the_distance() {
        let texts = ["", "a", "ab", "ba", "张三", "三张", "张三丰", "JY29901010000010", "JY29901010000100", "ABC"];
        for (a, b) in texts.iter().flat_map(|a| texts.iter().map(move |b| (Text::new(a), Text::new(b)))) {
            let Distance::Characters(distance) = a.distance(&b) else { panic!("short texts") };
            assert!(a.least(&b) <= distance, "{} {}", a.text, b.text);
        }
    }
}
