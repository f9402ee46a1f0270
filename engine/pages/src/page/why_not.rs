//! Why a fact does not hold, as a page like that of a derivation.

use diagnostics::{Files, Lang, Text};
use eval::Model;
use proof::Locators;
use prose::{About, Reason, ReasonKind, Reasons};
use serde_json::{Map, Value as Json, json};

use super::things::{Things, texts};
use super::{Place, assembled};
use crate::told::Context;

const TITLE: Text = Text { en: "{fact} · Why not", zh: "{fact} · 不成立的原因" };

/// Why a fact does not hold, with all that is needed to tell it.
#[derive(Clone, Copy)]
pub struct WhyNot<'w> {
    /// In English, in Chinese: the same steps.
    pub reasons: &'w [Reasons; 2],
    /// The model.
    pub model: &'w Model<'w>,
    /// The texts of its program.
    pub files: &'w Files,
    /// Where its records stand.
    pub locators: &'w dyn Locators,
}

/// The page of a why-not, in one file or as a part of a report. It opens in `lang` and holds both languages.
///
/// It has the parts of the page of a derivation ([`super::page`]): rules tried unfold into the premises that hold and the one that fails, with
/// what comes near; articles and records are there on demand. What it lets run is the same script.
pub fn why_not_page(why_not: &WhyNot<'_>, lang: Lang, place: Place) -> String {
    let WhyNot { reasons: [en, zh], model, files, locators } = *why_not;
    let mut things = Things::new(Context { model, files, locators });
    let pairs = en.steps.iter().zip(&zh.steps).enumerate();
    let steps = pairs.map(|(number, (en, zh))| step(number, [en, zh], &mut things)).collect::<Vec<_>>();
    let mut data = Map::new();
    let mut put = |key: &str, value: Json| data.insert(key.to_string(), value);
    put("about", json!("why-not"));
    put("lang", json!(if lang == Lang::Zh { "zh" } else { "en" }));
    put("site", json!(place.home()));
    put("answers", json!(en.answers));
    put("nodes", json!(steps));
    things.put_all(&mut data);
    let told = if lang == Lang::Zh { zh } else { en };
    let title = told.answers.first().map(|answer| told.steps[*answer].said.as_str()).unwrap_or_default();
    assembled(&prose::fill(TITLE, lang, &[("fact", title)]), &outline(told, lang), &Json::Object(data), lang, place)
}

fn step(number: usize, [en, zh]: [&Reason; 2], things: &mut Things<'_>) -> Json {
    let mut step = Map::new();
    let mut put = |key: &str, value: Json| step.insert(key.to_string(), value);
    put("i", json!(number));
    put("k", json!(kind(en.kind)));
    put("s", texts([en.said.clone(), zh.said.clone()]));
    if !en.notes.is_empty() {
        let notes = en.notes.iter().zip(&zh.notes);
        put("d", notes.map(|(en, zh)| texts([en.clone(), zh.clone()])).collect());
    }
    if !en.below.is_empty() {
        put("b", json!(en.below));
    }
    match &en.about {
        About::Words => {}
        About::Rule { rule, norms, bindings } => things.put_rule(&mut step, *rule, norms.clone(), bindings),
        About::Record { relation, row } => things.put_record(&mut step, *relation, *row),
    }
    Json::Object(step)
}

/// The name of a kind for style and words.
fn kind(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Lacking => "lacking",
        ReasonKind::Open => "open",
        ReasonKind::Attempt => "attempt",
        ReasonKind::Holds => "holds",
        ReasonKind::Fails => "fails",
        ReasonKind::Near => "near",
        ReasonKind::Ground => "ground",
        ReasonKind::Point => "point",
        ReasonKind::Elements => "elements",
        ReasonKind::Met => "met",
        ReasonKind::OpenElement => "waiting",
        ReasonKind::NotMet => "unmet",
    }
}

/// The plain outline for a browser without scripts: what several steps refer to is told once.
fn outline(reasons: &Reasons, lang: Lang) -> String {
    let mut out = String::new();
    let mut seen = vec![false; reasons.steps.len()];
    let mut open = reasons.answers.iter().rev().map(|answer| (0, *answer)).collect::<Vec<_>>();
    while let Some((level, number)) = open.pop() {
        let Reason { kind, said, notes, below, .. } = &reasons.steps[number];
        let indent = "  ".repeat(level);
        out += &format!("{indent}- {}{said}\n", lead(*kind).get(lang));
        if std::mem::replace(&mut seen[number], true) {
            continue;
        }
        notes.iter().for_each(|note| out += &format!("{indent}    {note}\n"));
        open.extend(below.iter().rev().map(|below| (level + 1, *below)));
    }
    out
}

/// What stands before the words of a step.
fn lead(kind: ReasonKind) -> Text {
    match kind {
        ReasonKind::Holds => Text { en: "holds: ", zh: "成立：" },
        ReasonKind::Fails => Text { en: "fails: ", zh: "不成立：" },
        ReasonKind::Near => Text { en: "nearest: ", zh: "最接近的：" },
        ReasonKind::Point => Text { en: "to find out: ", zh: "待查：" },
        ReasonKind::Met => Text { en: "met: ", zh: "具备：" },
        ReasonKind::OpenElement => Text { en: "open: ", zh: "待查：" },
        ReasonKind::NotMet => Text { en: "not met: ", zh: "不具备：" },
        _ => Text { en: "", zh: "" },
    }
}
