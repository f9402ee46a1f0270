//! A derivation as one HTML file that needs nothing else: no network, no other file.

mod data;
mod outline;
mod records;
mod things;
mod why_not;

use diagnostics::{Lang, Text};
use proof::NodeId;
use prose::Told;
use serde_json::Value as Json;

use self::data::Data;
pub use self::why_not::{WhyNot, why_not_page};
use crate::Proof;
use crate::html::{data_block, escape, source_hash, tag};

const STYLE: &str = include_str!("../assets/page.css");
const TEMPLATE: &str = include_str!("../assets/page.html");
const SCRIPT: &[&str] = &[
    include_str!("../assets/words.js"),
    include_str!("../assets/proof.js"),
    include_str!("../assets/panels.js"),
    include_str!("../assets/outline.js"),
    include_str!("../assets/graph.js"),
    include_str!("../assets/main.js"),
];

const TITLE: Text = Text { en: "{fact} · Derivation", zh: "{fact} · 推导" };
const NO_SCRIPT: Text = Text {
    en: "Without scripts this page is a plain outline.",
    zh: "未启用脚本，本页仅为纯文字提纲。",
};

/// The page of a derivation, in one file. It opens in `lang` and holds both languages.
///
/// The proof unfolds step by step: articles with their words, records with their neighbours, and a drawing. All values stand in a block of
/// data that no text in it can end, and the page's policy lets nothing run but its own script.
pub fn page(proof: &Proof<'_>, lang: Lang) -> String {
    Proofs::new(*proof).page(&proof.derivation.answers, lang, Place::Alone)
}

/// Where a page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// By itself, with style and script in it.
    Alone,
    /// In the folder `proofs` of a report, which holds style and script once for all pages.
    InReport,
}

/// The pages of a derivation, one for each answer or for several.
pub struct Proofs<'d> {
    proof: Proof<'d>,
    /// In English, in Chinese.
    told: [Told<'d>; 2],
}

impl<'d> Proofs<'d> {
    /// No page yet. What is prepared serves all pages.
    pub fn new(proof: Proof<'d>) -> Self {
        let told = [Lang::En, Lang::Zh].map(|lang| Told::new(proof.derivation, proof.model, proof.files, lang));
        Self { proof, told }
    }

    /// The page of these answers and all they rest on.
    pub fn page(&self, answers: &[NodeId], lang: Lang, place: Place) -> String {
        let told = &self.told[lang as usize];
        let title = answers.first().map(|answer| told.sentence(*answer)).unwrap_or_default();
        let more = self.proof.derivation.more && place == Place::Alone;
        let data = Data::new(&self.proof, &self.told, answers).json(lang, more, place.home());
        let title = prose::fill(TITLE, lang, &[("fact", &title)]);
        assembled(&title, &outline::outline(&self.proof, told, answers, lang), &data, lang, place)
    }
}

impl Place {
    /// What a page leads back to.
    fn home(self) -> &'static str {
        if self == Self::InReport { "../index.html" } else { "" }
    }
}

/// A page with its data, and an outline for a browser without scripts.
fn assembled(title: &str, outline: &str, data: &Json, lang: Lang, place: Place) -> String {
    let (policy, style, script) = match place {
        Place::Alone => {
            let script = script();
            let policy = format!("style-src {}; script-src {}", source_hash(STYLE), source_hash(&script));
            (policy, format!("<style>{STYLE}</style>"), format!("<script>{script}</script>"))
        }
        Place::InReport => (
            "style-src 'self' file:; script-src 'self' file:".to_string(),
            "<link rel=\"stylesheet\" href=\"../assets/page.css\">".to_string(),
            "<script src=\"../assets/page.js\"></script>".to_string(),
        ),
    };
    let values = [
        ("lang", tag(lang)),
        ("policy", policy.as_str()),
        ("title", &escape(title)),
        ("style", &style),
        ("no_script", &escape(NO_SCRIPT.get(lang))),
        ("outline", &escape(outline)),
        ("data", &data_block(data)),
        ("script", &script),
    ];
    filled(TEMPLATE, &values)
}

/// The style of the page, for a report.
pub(crate) fn style() -> &'static str {
    STYLE
}

/// The script of the page. Its parts see each other, and nothing else sees them.
pub(crate) fn script() -> String {
    format!("\"use strict\";(() => {{\n{}}})();\n", SCRIPT.concat())
}

/// `template` with each `{{name}}` replaced by its value, which is not read again.
pub(crate) fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, (name, after))) =
        rest.split_once("{{").and_then(|(before, after)| Some((before, after.split_once("}}")?)))
    {
        out.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name);
        debug_assert!(value.is_some(), "the template asks for {name}");
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_not_read_again() {
        assert_eq!(filled("<{{a}}|{{b}}>", &[("a", "{{b}}"), ("b", "2")]), "<{{b}}|2>");
    }

    #[test]
    fn neither_style_nor_script_ends_its_element_or_asks_for_anything_outside() {
        let script = script();
        for part in [STYLE, &script, TEMPLATE] {
            for word in ["</style", "://", "fetch(", "innerHTML", "eval(", "@import", "url("] {
                assert!(!part.replace("http://www.w3.org/2000/svg", "").contains(word), "{word}");
            }
        }
        assert!(!script.contains("</script") && !script.contains("<!--"));
    }
}
