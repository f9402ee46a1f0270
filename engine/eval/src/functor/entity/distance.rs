//! Edit distance.
//!
//! Shorter texts of at most 64 characters are columns of bits: Myers, Journal of the ACM 46:3 (1999), as Hyyrö (2003) puts it for distances
//! of whole texts. Longer ones go row by row through the band that `most` leaves (Ukkonen, 1985).

/// The distance of two texts, if it is at most `most`.
pub(super) fn within(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = without_shared_ends(a, b);
    // It is asked of hundreds of millions of pairs of short texts: these ask for no memory.
    let mut memory = [['\0'; 64]; 2];
    let [for_a, for_b] = &mut memory;
    match (taken(a, for_a), taken(b, for_b)) {
        (Some(a), Some(b)) => of_characters(a, b, most),
        _ => of_characters(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most),
    }
}

/// The characters of a text, if they fit.
fn taken<'m>(text: &str, memory: &'m mut [char; 64]) -> Option<&'m [char]> {
    let mut count = 0;
    for c in text.chars() {
        *memory.get_mut(count)? = c;
        count += 1;
    }
    Some(&memory[..count])
}

fn of_characters(a: &[char], b: &[char], most: usize) -> Option<usize> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > most {
        return None;
    }
    let distance = match short.len() {
        0 => Some(long.len()),
        1..=64 => in_columns(short, long, most),
        _ => in_rows(short, long, most),
    };
    distance.filter(|distance| *distance <= most)
}

/// What lies between the characters with which both begin and those with which both end.
fn without_shared_ends<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str) {
    let start = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=start).rev().find(|at| a.is_char_boundary(*at) && b.is_char_boundary(*at)).unwrap_or(0);
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.bytes().rev().zip(b.bytes().rev()).take_while(|(a, b)| a == b).count();
    let is_cut = |end: &usize| a.is_char_boundary(a.len() - end) && b.is_char_boundary(b.len() - end);
    let end = (0..=end).rev().find(is_cut).unwrap_or(0);
    (&a[..a.len() - end], &b[..b.len() - end])
}

/// One column of the table for each character of `long`: bit i says whether cell i + 1 is one more, or one less, than the cell above it.
fn in_columns(short: &[char], long: &[char], most: usize) -> Option<usize> {
    let last = 1u64 << (short.len() - 1);
    let (mut more, mut less) = (!0u64, 0u64);
    let mut distance = short.len();
    for (column, c) in long.iter().enumerate() {
        let same = short.iter().rev().fold(0, |same, d| same << 1 | u64::from(c == d));
        let diagonal = (((same & more).wrapping_add(more)) ^ more) | same | less;
        let (up, down) = (less | !(diagonal | more), more & diagonal);
        distance += usize::from(up & last != 0);
        distance -= usize::from(down & last != 0);
        // Each column still to come takes away one at most.
        if distance > most.saturating_add(long.len() - column - 1) {
            return None;
        }
        let (up, down) = (up << 1 | 1, down << 1);
        more = down | !(diagonal | up);
        less = up & diagonal;
    }
    Some(distance)
}

fn in_rows(short: &[char], long: &[char], most: usize) -> Option<usize> {
    const FAR: usize = usize::MAX / 2;
    let most = most.min(long.len());
    let mut row = (0..=long.len()).map(|n| if n <= most { n } else { FAR }).collect::<Vec<_>>();
    for (i, c) in short.iter().enumerate() {
        let (from, until) = ((i + 1).saturating_sub(most), (i + 1).saturating_add(most).min(long.len()));
        let (edge, from) = if from == 0 { (i + 1, 1) } else { (FAR, from) };
        let mut diagonal = std::mem::replace(&mut row[from - 1], edge);
        for j in from..=until {
            let replaced = diagonal + usize::from(long[j - 1] != *c);
            diagonal = row[j];
            row[j] = replaced.min(diagonal + 1).min(row[j - 1] + 1);
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_distances() {
        let cases = [
            ("kitten", "sitting", 3),
            ("", "租约", 2),
            ("杭州新兴餐饮", "杭州兴新餐饮", 2),
            ("杭州新兴餐饮", "杭州新型餐饮", 1),
            ("abc", "abc", 0),
            ("abcd", "bcda", 2),
            // Characters that share their first bytes, or their last ones.
            ("甲申", "甲田", 1),
            ("丁", "与", 1),
            ("é", "è", 1),
            ("aé", "a", 1),
            ("\u{4e01}\u{5401}", "\u{5401}", 1),
        ];
        for (a, b, distance) in cases {
            assert_eq!(within(a, b, usize::MAX), Some(distance), "{a} {b}");
            assert_eq!(within(b, a, distance), Some(distance), "{a} {b}");
            assert_eq!(distance.checked_sub(1).and_then(|most| within(a, b, most)), None, "{a} {b}");
        }
    }

    #[test]
    fn columns_and_rows_agree() {
        let mut state = 7u64;
        let mut next = |below: u64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % below
        };
        for _ in 0..2000 {
            let mut text =
                |most: u64| (0..next(most) + 1).map(|_| ['甲', '乙', 'c'][next(3) as usize]).collect::<Vec<_>>();
            let (a, b) = (text(20), text(24));
            let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
            let exact = in_columns(&short, &long, usize::MAX);
            assert_eq!(in_rows(&short, &long, usize::MAX), exact);
            for most in long.len() - short.len()..8 {
                let bounded = exact.filter(|distance| *distance <= most);
                assert_eq!(in_rows(&short, &long, most), bounded, "{short:?} {long:?} {most}");
                assert_eq!(in_columns(&short, &long, most).filter(|distance| *distance <= most), bounded);
            }
        }
    }
}
