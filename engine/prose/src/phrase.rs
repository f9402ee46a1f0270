//! Words in both languages with values put in.

use diagnostics::{Lang, Text};
use unicode_width::UnicodeWidthChar;

/// `text` in `lang`, each `{name}` replaced by its value; one without a value stays as it is.
pub fn fill(text: Text, lang: Lang, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text.get(lang);
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        filled.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.push_str(&format!("{{{name}}}")),
        }
        rest = after;
    }
    filled + rest
}

/// As [`fill`], with a blank wherever a Chinese character and a Latin letter or digit would meet at the border of a value.
pub(crate) fn fill_spaced(text: Text, lang: Lang, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text.get(lang);
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        push_spaced(&mut filled, before);
        push_spaced(&mut filled, values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = after;
    }
    push_spaced(&mut filled, rest);
    filled
}

/// Adds `text`, behind a blank where a Chinese character meets a Latin letter or digit.
pub(crate) fn push_spaced(out: &mut String, text: &str) {
    let wide = |c: char| c.is_alphanumeric() && c.width() == Some(2);
    let narrow = |c: char| c.is_ascii_alphanumeric();
    if let (Some(before), Some(behind)) = (out.chars().next_back(), text.chars().next())
        && (wide(before) && narrow(behind) || narrow(before) && wide(behind))
    {
        out.push(' ');
    }
    out.push_str(text);
}

/// The English ending of a counted noun: `s` unless there is exactly one.
pub fn plural(count: u64) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once_and_not_read_again() {
        let text = Text { en: "{a} and {b} and {c}", zh: "{b}、{a}" };
        assert_eq!(fill(text, Lang::En, &[("a", "{b}"), ("b", "2")]), "{b} and 2 and {c}");
        assert_eq!(fill(text, Lang::Zh, &[("a", "1"), ("b", "2")]), "2、1");
    }

    #[test]
    fn chinese_and_latin_are_kept_apart_at_the_borders_of_values_only() {
        let text = Text { en: "", zh: "标的{a}早于{b}，{a}" };
        assert_eq!(fill_spaced(text, Lang::Zh, &[("a", "P-1"), ("b", "A座3层")]), "标的 P-1 早于 A座3层，P-1");
        assert_eq!(fill_spaced(text, Lang::Zh, &[("a", "房屋"), ("b", "（无）")]), "标的房屋早于（无），房屋");
    }
}
