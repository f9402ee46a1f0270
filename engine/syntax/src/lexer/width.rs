//! Full-width letters and digits.

/// `text` with full-width letters, digits and low lines folded to half-width ones; `None` if there are none.
pub(super) fn folded(text: &str) -> Option<String> {
    text.chars().any(is_full_width).then(|| text.chars().map(fold).collect())
}

fn is_full_width(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＿')
}

fn fold(c: char) -> char {
    // The block of full-width forms lists printable ASCII in its own order.
    let offset = u32::from('！') - u32::from('!');
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - offset).unwrap_or(c),
        _ => c,
    }
}
