//! Words in both languages with values put in.

use diagnostics::{Lang, Text};

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
}
