//! Quoted words against a text.

/// How a quotation agrees with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Agreement {
    /// It stands there sign for sign.
    Exact,
    /// It stands there but for blanks, line ends, and the width and form of signs.
    Width {
        /// The first place that differs, as quoted.
        quoted: String,
        /// The same place as it stands in the text.
        text: String,
    },
    /// It does not stand there.
    Differs {
        /// The last words that do stand there; empty where not even the first sign does.
        until: String,
        /// What is quoted behind them.
        quoted: String,
        /// What the text has behind them; empty at its end.
        text: String,
    },
}

/// How many signs of a place are shown.
const SHOWN: usize = 10;

/// Compares a quotation with a text. It is one piece: words left out in between make it differ.
pub(crate) fn agreement(quotation: &str, text: &str) -> Agreement {
    if text.contains(quotation) {
        return Agreement::Exact;
    }
    let (quoted, whole) = (Folded::of(quotation), Folded::of(text));
    match whole.position(&quoted.signs) {
        Some(at) => {
            let (quoted, text) = first_difference(quotation, &whole.written(text, at, quoted.signs.len()));
            Agreement::Width { quoted, text }
        }
        None => longest(quotation, &quoted, text, &whole),
    }
}

/// Where two writings of the same signs part: from there a few signs of each.
fn first_difference(quotation: &str, text: &str) -> (String, String) {
    let same = quotation.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(2);
    let shown = |written: &str| written.chars().skip(from).take(SHOWN).collect();
    (shown(quotation), shown(text))
}

/// The longest beginning of the quotation that stands in the text, and what follows on both sides.
fn longest(quotation: &str, quoted: &Folded, text: &str, whole: &Folded) -> Agreement {
    let (mut fits, mut fails) = (0, quoted.signs.len());
    while fails - fits > 1 {
        let middle = fits + (fails - fits) / 2;
        let found = whole.position(&quoted.signs[..middle]).is_some();
        *(if found { &mut fits } else { &mut fails }) = middle;
    }
    let start = whole.position(&quoted.signs[..fits]).filter(|_| fits > 0);
    let shown = |folded: &Folded, written: &str, from: usize| folded.written(written, from, SHOWN);
    let from = fits.saturating_sub(SHOWN);
    Agreement::Differs {
        until: quoted.written(quotation, from, fits - from),
        quoted: shown(quoted, quotation, fits),
        text: start.map(|start| shown(whole, text, start + fits)).unwrap_or_default(),
    }
}

/// A text without blanks, its signs in one form each.
struct Folded {
    signs: Vec<char>,
    /// For each sign the byte at which it is written.
    places: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let kept = text.char_indices().filter(|(_, sign)| !sign.is_whitespace());
        let (places, signs) = kept.map(|(at, sign)| (at, folded(sign))).unzip();
        Self { signs, places }
    }

    /// Where these signs first stand one after the other.
    fn position(&self, signs: &[char]) -> Option<usize> {
        if signs.is_empty() {
            return Some(0);
        }
        self.signs.windows(signs.len()).position(|window| window == signs)
    }

    /// Up to `count` signs from the `from`th on, as they are written in `text`.
    fn written(&self, text: &str, from: usize, count: usize) -> String {
        let Some(&start) = self.places.get(from) else { return String::new() };
        let end = self.places.get(from + count).copied().unwrap_or(text.len());
        text[start..end].trim_end().to_owned()
    }
}

/// The one form of signs that are written in several: half width, straight quotation marks.
fn folded(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '“' | '”' | '„' | '「' | '」' => '"',
        '‘' | '’' | '『' | '』' => '\'',
        '。' => '.',
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        '—' | '–' => '-',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str =
        "有下列情形之一的，裁定终结执行：\n（一）申请人撤销申请的；\n（二）据以执行的法律文书被撤销的。";

    #[test]
    fn words_that_stand_there() {
        assert_eq!(agreement("裁定终结执行", ARTICLE), Agreement::Exact);
        assert_eq!(agreement("（一）申请人撤销申请的；\n（二）据以", ARTICLE), Agreement::Exact);
        assert_eq!(agreement("", ARTICLE), Agreement::Exact);
    }

    #[test]
    fn only_blanks_and_width_differ() {
        let width = |quoted: &str, text: &str| Agreement::Width { quoted: quoted.into(), text: text.into() };
        assert_eq!(agreement("裁定终结执行:", ARTICLE), width("执行:", "执行："));
        assert_eq!(agreement("(二)据以", ARTICLE), width("(二)据以", "（二）据以"));
        assert_eq!(agreement("撤销申请的；（二）据以", ARTICLE), width("的；（二）据以", "的；\n（二）据以"));
        assert_eq!(agreement("裁 定终结", ARTICLE), width("裁 定终结", "裁定终结"));
    }

    #[test]
    fn other_words() {
        let differs = |until: &str, quoted: &str, text: &str| Agreement::Differs {
            until: until.into(),
            quoted: quoted.into(),
            text: text.into(),
        };
        assert_eq!(agreement("申请人撤销起诉的", ARTICLE), differs("申请人撤销", "起诉的", "申请的；\n（二）据以执"));
        assert_eq!(agreement("被撤销的。另有规定", ARTICLE), differs("被撤销的。", "另有规定", ""));
        assert_eq!(agreement("甲乙", ARTICLE), differs("", "甲乙", ""));
        assert_eq!(agreement("裁定执行", ARTICLE), differs("裁定", "执行", "终结执行：\n（一）申请"));
    }

    /// A comma for an enumeration comma is another text.
    #[test]
    fn a_comma_is_no_enumeration_comma() {
        assert!(matches!(agreement("判决，裁定", "判决、裁定"), Agreement::Differs { .. }));
    }
}
