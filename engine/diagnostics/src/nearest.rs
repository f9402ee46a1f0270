//! The nearest known name to a misspelt one.

/// The known name that differs least from `name`, if it is near enough to be meant: at most a third of its characters,
/// and at least one of them, differ; case is left aside. Of equally near ones the first. Very long names have no neighbours.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LENGTH_MAX: usize = 64;
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).take(LENGTH_MAX + 1).collect::<Vec<_>>();
    let wanted = letters(name);
    if wanted.len() > LENGTH_MAX {
        return None;
    }
    let limit = (wanted.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let letters = letters(candidate);
        if letters.len().abs_diff(wanted.len()) > limit {
            continue;
        }
        let distance = distance(&wanted, &letters);
        let meant = distance <= limit && distance < wanted.len();
        if meant && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_slips_are_found() {
        let known = ["lease", "seized", "租约", "执行标的"];
        assert_eq!(nearest("leese", known), Some("lease"));
        assert_eq!(nearest("laese", known), Some("lease"));
        assert_eq!(nearest("租约表", known), Some("租约"));
        assert_eq!(nearest("Lease", known), Some("lease"));
        assert_eq!(nearest("auction", known), None);
        assert_eq!(nearest("x", known), None);
    }
}
