//! Parts of texts, and how many of them two texts share.

use std::cmp::Ordering;

/// The q-grams in code-point order.
pub(super) fn of(s: &str, q: i64) -> Vec<&str> {
    let q = usize::try_from(q).unwrap_or(0).max(1);
    let ends = s.char_indices().map(|(at, _)| at).chain([s.len()]).collect::<Vec<_>>();
    let mut grams = match ends.len() - 1 {
        0 => Vec::new(),
        count if count <= q => vec![s],
        count => (0..=count - q).map(|from| &s[ends[from]..ends[from + q]]).collect(),
    };
    grams.sort_unstable();
    grams
}

pub(super) fn nth(s: &str, q: i64, index: i64) -> String {
    usize::try_from(index).ok().and_then(|index| of(s, q).get(index).map(|gram| gram.to_string())).unwrap_or_default()
}

/// The words in code-point order.
pub(super) fn words(s: &str) -> Vec<&str> {
    let mut words = s.split_whitespace().collect::<Vec<_>>();
    words.sort_unstable();
    words
}

/// What two sorted lists share, in percent of what either has, rounded down.
pub(super) fn similarity(a: Vec<&str>, b: Vec<&str>) -> u64 {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        let order = a[i].cmp(b[j]);
        shared += u64::from(order == Ordering::Equal);
        i += usize::from(order != Ordering::Greater);
        j += usize::from(order != Ordering::Less);
    }
    let either = (a.len() + b.len()) as u64 - shared;
    (100 * shared).checked_div(either).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_count() {
        assert_eq!(of("abab", 2), ["ab", "ab", "ba"]);
        assert_eq!((of("租", 2), of("", 2), of("租约", 2)), (vec!["租"], vec![], vec!["租约"]));
        assert_eq!((of("ab", 0), of("ab", i64::MAX)), (vec!["a", "b"], vec!["ab"]));
        assert_eq!(similarity(of("abab", 2), of("ab", 2)), 33);
        assert_eq!(similarity(of("", 2), of("", 2)), 100);
        assert_eq!(similarity(words("12 N State St"), words("12 State St N")), 100);
        assert_eq!((nth("abab", 2, 2), nth("abab", 2, 3), nth("abab", 2, -1)), ("ba".into(), "".into(), "".into()));
    }
}
