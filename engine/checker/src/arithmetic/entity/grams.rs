//! Parts of texts with their numbers.

use std::collections::BTreeMap;

/// How often each part occurs.
pub type Counts = BTreeMap<String, i64>;

/// The q-grams.
pub fn of(s: &str, q: i64) -> Counts {
    let chars: Vec<char> = s.chars().collect();
    let q = usize::try_from(q.max(1)).unwrap_or(usize::MAX).min(chars.len().max(1));
    counted(chars.windows(q).map(|gram| gram.iter().collect()))
}

/// Runs without white space.
pub fn words(s: &str) -> Counts {
    counted(s.split(char::is_whitespace).filter(|word| !word.is_empty()).map(str::to_owned))
}

fn counted(parts: impl Iterator<Item = String>) -> Counts {
    let mut counts = Counts::new();
    parts.for_each(|part| *counts.entry(part).or_default() += 1);
    counts
}

/// The part with this number in ascending order.
pub fn nth(counts: &Counts, index: i64) -> String {
    let mut before = 0;
    for (part, count) in counts {
        before += count;
        if (before - count..before).contains(&index) {
            return part.clone();
        }
    }
    String::new()
}

/// The lesser counts in percent of the greater ones.
pub fn percent(a: &Counts, b: &Counts) -> i64 {
    let shared: i64 = a.iter().map(|(part, count)| *count.min(b.get(part).unwrap_or(&0))).sum();
    let either = a.values().sum::<i64>() + b.values().sum::<i64>() - shared;
    (100 * shared).checked_div(either).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts() {
        let grams = of("abab", 2);
        assert_eq!((nth(&grams, 1), nth(&grams, 2), nth(&grams, 3)), ("ab".into(), "ba".into(), String::new()));
        assert_eq!((percent(&grams, &of("ab", 2)), percent(&of("", 1), &of("", 1))), (33, 100));
        assert_eq!((of("租", 5).len(), of("", 1).len(), of("租约", 0).len()), (1, 0, 2));
    }
}
