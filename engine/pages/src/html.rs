//! Texts inside HTML, and hashes of what may run.

use diagnostics::{Lang, Text};
use sha2::{Digest, Sha256};

/// `text` so that it is shown as it is, in an element and in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => push_visible(&mut out, c),
        }
    }
    out
}

/// Marks that turn the direction of the text around them, so that it reads as something else, are shown by their number; what may not stand
/// in a page at all is replaced.
fn push_visible(out: &mut String, c: char) {
    match c {
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            out.push_str(&format!("[U+{:04X}]", u32::from(c)));
        }
        c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{fffd}'),
        c => out.push(c),
    }
}

/// As [`escape`], with what stands between grave accents as code.
pub(crate) fn escape_with_code(text: &str) -> String {
    let parts = text.split('`').map(escape).enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part }).collect()
}

/// A text as a page shows it by script: as [`escape`], without escapes of HTML.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_visible(&mut out, c));
    out
}

/// JSON that may stand in an element `script`: no text in it can end that element or begin a comment.
pub(crate) fn data_block(json: &serde_json::Value) -> String {
    json.to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Words in both languages; the page shows one of them.
pub(crate) fn both(text: Text, values: &[(&str, &str)]) -> String {
    let [en, zh] = [Lang::En, Lang::Zh].map(|lang| prose::fill(text, lang, values));
    if en == zh { escape(&en) } else { in_both(&escape(&en), &escape(&zh)) }
}

/// HTML in both languages; the page shows one of them.
pub(crate) fn in_both(en: &str, zh: &str) -> String {
    if en == zh { en.to_string() } else { format!("<span lang=\"en\">{en}</span><span lang=\"zh-CN\">{zh}</span>") }
}

/// The value of the attribute `lang`.
pub(crate) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh-CN",
    }
}

/// `'sha256-...'` of an element's text, as a policy names what may run.
pub(crate) fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Source: RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let at = |index: usize| three.get(index).copied().map_or(0, u32::from);
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let shown = digit <= three.len();
            out.push(if shown { char::from(DIGITS[(bits >> (18 - 6 * digit) & 63) as usize]) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_markup_is_shown_as_text() {
        assert_eq!(escape("a</script> & \"b\" 'c'"), "a&lt;/script&gt; &amp; &quot;b&quot; &#39;c&#39;");
        assert_eq!(escape("a\u{202e}b\0\u{1b}\nc"), "a[U+202E]b\u{fffd}\u{fffd}\nc");
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(
            ["", "f", "fo", "foo", "foobar"].map(|text| base64(text.as_bytes())),
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYmFy"]
        );
        assert_eq!(source_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }

    proptest! {
        /// Whatever a record holds comes back as it was, and nothing of it is markup.
        #[test]
        fn any_text_round_trips_through_the_data_block(text in any::<String>()) {
            for text in [text.clone(), format!("{text}</script><script>{text}"), format!("<!--{text}-->")] {
                let block = data_block(&serde_json::Value::from(text.as_str()));
                prop_assert!(!block.contains(['<', '>', '&']));
                prop_assert_eq!(serde_json::from_str::<String>(&block).unwrap(), text);
            }
        }

        #[test]
        fn any_text_is_no_markup(text in any::<String>()) {
            let escaped = escape(&text);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']));
            let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
            let back = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
            prop_assert!(escaped.match_indices('&').all(|(at, _)| entities.iter().any(|known| escaped[at..].starts_with(known))));
            prop_assert_eq!(back.iter().fold(escaped, |text, (entity, sign)| text.replace(entity, sign)), visible(&text));
        }
    }
}
