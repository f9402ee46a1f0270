//! One width for signs that Chinese texts write in two.

/// Full-width forms of ASCII (U+FF01 to U+FF5E) and the ideographic blank (U+3000) as the usual characters; others as they are.
pub fn half_width(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from(sign as u32 as u8 + 0x20),
        '\u{3000}' => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_its_sign() {
        let wide: String = ('\u{ff01}'..='\u{ff5e}').chain(['\u{3000}']).map(half_width).collect();
        assert_eq!(wide, ('!'..='~').chain([' ']).collect::<String>());
        assert_eq!(['\u{ff00}', '\u{ff5f}', '。', 'a'].map(half_width), ['\u{ff00}', '\u{ff5f}', '。', 'a']);
    }
}
