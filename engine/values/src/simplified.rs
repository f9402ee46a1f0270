//! Traditional Chinese characters and their simplified forms.

/// One simplified character a line, followed by the traditional ones that it stands for; lines that begin with `#` say where it is from.
pub const CN_SIMPLIFIED: &str = include_str!("../data/cn_simplified.txt");

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_character_has_one_form_and_no_form_has_another() {
        let mut forms = BTreeMap::new();
        for line in CN_SIMPLIFIED.lines().filter(|line| !line.starts_with('#')) {
            let simplified = line.chars().next().unwrap();
            for traditional in line.chars().skip(1) {
                assert!(('\u{3400}'..'\u{a000}').contains(&traditional), "{traditional}");
                assert_eq!(forms.insert(traditional, simplified), None, "{traditional}");
            }
        }
        assert_eq!(forms.len(), 2853);
        assert!(forms.values().all(|simplified| !forms.contains_key(simplified)));
        assert_eq!(forms[&'號'], '号');
    }
}
