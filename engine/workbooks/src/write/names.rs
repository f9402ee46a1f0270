//! What sheets may be called.

use std::collections::BTreeSet;

/// UTF-16 units of a name.
const UNITS_MAX: usize = 31;

/// The names of the sheets of one workbook.
#[derive(Default)]
pub(super) struct SheetNames {
    /// In lower case: spreadsheets do not tell it apart.
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// A name as close to `wanted` as a sheet may have, and no earlier one has.
    pub(super) fn allowed(&mut self, wanted: &str) -> String {
        let allowed = |letter: char| if "[]:*?/\\".contains(letter) || letter.is_control() { '_' } else { letter };
        let name = wanted.chars().map(allowed).collect::<String>();
        let name = name.trim_matches('\'');
        let name = if name.is_empty() { "_" } else { name };
        let mut candidate = cut(name, UNITS_MAX).to_owned();
        let mut number = 2;
        while !self.taken.insert(candidate.to_lowercase()) {
            let ending = format!(" ({number})");
            candidate = cut(name, UNITS_MAX - ending.len()).to_owned() + &ending;
            number += 1;
        }
        candidate
    }
}

/// The beginning of a name, of at most this many UTF-16 units, without an apostrophe at its end.
fn cut(name: &str, units: usize) -> &str {
    let mut used = 0;
    let fits = |letter: &(usize, char)| {
        used += letter.1.len_utf16();
        used <= units
    };
    let end = name.char_indices().take_while(fits).last().map_or(0, |(at, letter)| at + letter.len_utf8());
    name[..end].trim_end_matches('\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_fit_and_told_apart() {
        let mut names = SheetNames::default();
        for (wanted, allowed) in [
            ("deal", "deal"),
            ("Deal", "Deal (2)"),
            ("a[1]:*?/\\b", "a_1______b"),
            ("'quoted'", "quoted"),
            ("", "_"),
            ("'", "_ (2)"),
            ("a_relation_with_a_name_of_thirty_two", "a_relation_with_a_name_of_thirt"),
            ("a_relation_with_a_name_of_thirty_three", "a_relation_with_a_name_of_t (2)"),
            ("𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"),
        ] {
            assert_eq!(names.allowed(wanted), allowed, "{wanted}");
        }
    }
}
