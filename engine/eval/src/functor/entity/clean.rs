//! What all normal forms begin with.

use std::sync::LazyLock;

use values::{CN_SIMPLIFIED, half_width};

const FIRST: u32 = 0x3400;
const BEHIND: u32 = 0xa000;

/// The simplified form of each character from [`FIRST`] on.
static SIMPLIFIED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut forms = (FIRST..BEHIND).filter_map(char::from_u32).collect::<Vec<_>>();
    for line in CN_SIMPLIFIED.lines().filter(|line| !line.starts_with('#')) {
        let mut chars = line.chars();
        let Some(simplified) = chars.next() else { continue };
        chars.for_each(|traditional| forms[(traditional as u32 - FIRST) as usize] = simplified);
    }
    forms
});

pub(super) fn simplified(c: char) -> char {
    if ('\u{3400}'..'\u{a000}').contains(&c) { SIMPLIFIED[(c as u32 - FIRST) as usize] } else { c }
}

/// The characters of `s`, half-width, simplified and in upper case.
pub(super) fn uniform(s: &str) -> impl Iterator<Item = char> {
    s.chars().map(half_width).map(simplified).flat_map(char::to_uppercase)
}

/// Letters and digits alone, with a blank where other signs part what is written with blanks.
pub(super) fn clean(s: &str) -> String {
    kept(uniform(s), |_| false)
}

/// Likewise, with the signs that `keep` names.
pub(super) fn kept(chars: impl Iterator<Item = char>, keep: fn(char) -> bool) -> String {
    let mut out = String::new();
    let (mut last, mut parted) = (None, false);
    for c in chars {
        if c.is_alphanumeric() || keep(c) {
            if parted && last.is_some_and(is_spaced) && is_spaced(c) {
                out.push(' ');
            }
            out.push(c);
            (last, parted) = (Some(c), false);
        } else {
            parted |= !matches!(c, '.' | '\'' | '’');
        }
    }
    out
}

/// Letters and digits of scripts that part words by blanks.
fn is_spaced(c: char) -> bool {
    c < '\u{3000}' && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_part_words_but_not_chinese() {
        let cases = [
            ("张 三", "张三"),
            ("買買提·艾力", "买买提艾力"),
            ("　Ｊｏｈｎ  Smith ", "JOHN SMITH"),
            ("SMITH, JOHN", "SMITH JOHN"),
            ("O’Brien-Straße", "OBRIEN STRASSE"),
            ("L.L.C.", "LLC"),
            ("ABC 饭店 ２店", "ABC饭店2店"),
            ("·", ""),
        ];
        for (written, normal) in cases {
            assert_eq!(clean(written), normal);
        }
    }
}
