//! Sentences that the program's author wrote, with values put in.

use diagnostics::{Lang, Text};
use program::checked::{Template, TemplatePart};
use values::Value;

use crate::fact::{plain, safe};
use crate::phrase::push_spaced;

/// Stands for a column that may hold anything.
const ANY: Text = Text { en: "(any)", zh: "（不限）" };
/// Stands for an empty text.
const BLANK: Text = Text { en: "(blank)", zh: "（空白）" };

/// The template with a value for each column or variable (`None`: anything) and the number of facts.
pub(super) fn filled<'v>(
    template: &Template,
    value: impl Fn(u32) -> Option<&'v Value>,
    count: Option<usize>,
    lang: Lang,
) -> String {
    let mut filled = String::new();
    for part in &template.parts {
        let text = match part {
            TemplatePart::Words(words) => safe(words),
            TemplatePart::Value(number) => value(*number).map_or_else(|| ANY.get(lang).to_owned(), |it| bare(it, lang)),
            TemplatePart::Count => count.map(|count| count.to_string()).unwrap_or_default(),
        };
        push_spaced(&mut filled, &text);
    }
    filled
}

/// A value inside of a sentence, texts without quotation marks.
fn bare(value: &Value, lang: Lang) -> String {
    let shown = plain(value);
    match value {
        Value::Symbol(text) if text.is_empty() => BLANK.get(lang).to_owned(),
        Value::Symbol(_) => unquoted(&shown).to_owned(),
        _ => shown,
    }
}

/// A quoted symbol without its quotation marks.
pub(super) fn unquoted(quoted: &str) -> &str {
    quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(quoted)
}
