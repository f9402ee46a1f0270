//! Edit distance by the whole table, row by row (Wagner and Fischer, 1974).

/// How many characters have to be inserted, deleted or replaced.
pub fn of(a: &str, b: &str) -> i64 {
    let b: Vec<char> = b.chars().collect();
    let mut above: Vec<i64> = (0..=b.len() as i64).collect();
    for (i, c) in a.chars().enumerate() {
        let mut row = vec![i as i64 + 1];
        for (j, d) in b.iter().enumerate() {
            let replaced = above[j] + i64::from(c != *d);
            row.push(replaced.min(above[j + 1] + 1).min(row[j] + 1));
        }
        above = row;
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    #[test]
    fn distances() {
        assert_eq!(super::of("kitten", "sitting"), 3);
        assert_eq!((super::of("", "租约"), super::of("租约", ""), super::of("租约", "约租")), (2, 2, 2));
    }
}
