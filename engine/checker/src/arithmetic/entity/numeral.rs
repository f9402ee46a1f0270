//! Chinese numerals, looked up among all that are spelt right.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const FIGURES: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The spellings of 1 to 9999, with 一十 and with 十 alone.
static SPELT: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| {
    let spellings = (1..10_000).flat_map(|n| {
        let full = spelt(n);
        [(full.replace("一十", "十"), n), (full, n)]
    });
    spellings.collect()
});

/// The digits of a numeral, or of figures in a row, with their leading zeros.
pub fn digits(numeral: &str) -> Option<String> {
    let numeral = numeral.replace('〇', "零");
    let value = |c| FIGURES.iter().position(|figure| *figure == c);
    match numeral.chars().map(value).collect::<Option<Vec<_>>>() {
        Some(figures) => Some(figures.iter().map(usize::to_string).collect()),
        None => SPELT.get(&numeral).map(usize::to_string),
    }
}

fn spelt(n: usize) -> String {
    let mut text = String::new();
    for (place, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        match (n / place % 10, n % place) {
            // one nought for all places left out between others
            (0, rest) => {
                if !text.is_empty() && !text.ends_with('零') && rest > 0 {
                    text.push('零');
                }
            }
            (figure, _) => {
                text.push(FIGURES[figure]);
                text.push_str(unit);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        assert_eq!((spelt(3010), spelt(3005), spelt(120)), ("三千零一十".into(), "三千零五".into(), "一百二十".into()));
        assert_eq!(
            (digits("一百十二"), digits("〇五"), digits("一百二")),
            (Some("112".into()), Some("05".into()), None)
        );
    }
}
