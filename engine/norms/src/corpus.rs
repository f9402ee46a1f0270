//! A corpus: the wordings of articles through time.

use std::collections::BTreeMap;

use diagnostics::{Diagnostic, Text, catalogue};
use program::checked::Interval;
use serde_json::Value;
use values::Date;

/// Texts of articles, each with the time in which it is in force.
#[derive(Debug, Default)]
pub struct Corpus {
    laws: BTreeMap<String, Articles>,
}

/// The articles of one law by their headings; the wordings of each in the order of time.
pub(crate) type Articles = BTreeMap<String, Vec<Wording>>;

/// An article as it reads for some time.
#[derive(Debug)]
pub(crate) struct Wording {
    pub(crate) in_force: Interval,
    pub(crate) text: String,
    /// Where the text comes from, as the corpus says; may be empty.
    pub(crate) source: String,
    line: usize,
}

/// What makes a line unusable.
type Reason = (String, String);

impl Corpus {
    /// Reads a corpus: one JSON object a line with the fields `law` (full title), `article` (heading), `version_from`,
    /// `version_to` (last day; null or absent: no later version is known) and `text`; perhaps `corpus`, the source. Other
    /// fields and empty lines do not count. `name` is how the file is called in messages.
    ///
    /// # Errors
    ///
    /// Every line that is none of this, and every line whose time overlaps that of another wording of its article.
    pub fn read(name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut corpus = Self::default();
        let mut bad = BTreeMap::new();
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match article(line, index + 1) {
                Ok((law, heading, wording)) => {
                    corpus.laws.entry(law).or_default().entry(heading).or_default().push(wording);
                }
                Err(reason) => {
                    bad.insert(index + 1, reason);
                }
            }
        }
        for wordings in corpus.laws.values_mut().flat_map(BTreeMap::values_mut) {
            wordings.sort_by_key(|wording| wording.in_force);
            bad.extend(wordings.windows(2).filter_map(|pair| overlapping(&pair[0], &pair[1])));
        }
        if bad.is_empty() {
            return Ok(corpus);
        }
        let told = |(line, (en, zh))| {
            let found = Diagnostic::unplaced(&catalogue::BAD_CORPUS_LINE).arg("file", name).arg("line", line);
            found.texts("reason", en, zh)
        };
        Err(bad.into_iter().map(told).collect())
    }

    /// The articles of the law with this title.
    pub(crate) fn law(&self, title: &str) -> Option<&Articles> {
        self.laws.get(title)
    }

    /// The titles of all laws.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &str> + Clone {
        self.laws.keys().map(String::as_str)
    }
}

/// Law, heading and wording that a line holds.
fn article(line: &str, number: usize) -> Result<(String, String, Wording), Reason> {
    let value: Value = serde_json::from_str(line).map_err(|error| {
        let column = error.column();
        (format!("it is no JSON object (column {column})"), format!("不是 JSON 对象（第 {column} 列）"))
    })?;
    let field = |name: &str| match &value[name] {
        Value::String(text) if !text.is_empty() => Ok(text.clone()),
        _ => Err((format!("the field `{name}` has no text"), format!("字段 `{name}` 没有文字"))),
    };
    let day = |name: &str| {
        let text = field(name)?;
        Date::parse(&text).map_err(|_| (format!("`{text}` is no day"), format!("`{text}` 不是日期")))
    };
    let from = day("version_from")?;
    let to = if value["version_to"].is_null() { None } else { Some(day("version_to")?) };
    if to.is_some_and(|to| to < from) {
        const BACKWARDS: Text = Text { en: "its last day lies before its first", zh: "末日早于首日" };
        return Err((BACKWARDS.en.into(), BACKWARDS.zh.into()));
    }
    let source = field("corpus").unwrap_or_default();
    let wording = Wording { in_force: Interval { from, to }, text: field("text")?, source, line: number };
    Ok((field("law")?, field("article")?, wording))
}

/// What is wrong with the later one of two wordings of an article.
fn overlapping(a: &Wording, b: &Wording) -> Option<(usize, Reason)> {
    let (first, second) = (a.line.min(b.line), a.line.max(b.line));
    let en = format!("line {first} has another wording of this article for the same time");
    let zh = format!("第 {first} 行有该条同一时间的另一文本");
    a.in_force.meets(&b.in_force).then_some((second, (en, zh)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::Lang;

    fn line(article: &str, from: &str, to: &str) -> String {
        format!(
            r#"{{"law": "甲法", "article": "{article}", "version_from": "{from}", "version_to": {to}, "text": "文"}}"#
        )
    }

    fn messages(text: &str) -> Vec<String> {
        Corpus::read("c.jsonl", text).unwrap_err().iter().map(|found| found.message(Lang::En)).collect()
    }

    #[test]
    fn wordings_stand_in_the_order_of_time() {
        let text =
            format!("{}\n\n{}\n", line("第一条", "2024-01-01", "null"), line("第一条", "2022-01-01", "\"2023-12-31\""));
        let corpus = Corpus::read("c.jsonl", &text).unwrap();
        let wordings = &corpus.law("甲法").unwrap()["第一条"];
        assert_eq!(
            wordings.iter().map(|wording| wording.in_force.from.to_string()).collect::<Vec<_>>(),
            ["2022-01-01", "2024-01-01"]
        );
        assert!(wordings[1].in_force.to.is_none());
        assert_eq!(corpus.titles().collect::<Vec<_>>(), ["甲法"]);
    }

    #[test]
    fn every_bad_line_is_told() {
        let text = [
            line("第一条", "2022-01-01", "null"),
            "{".into(),
            line("", "2022-01-01", "null"),
            line("第二条", "2022-02-30", "null"),
            line("第二条", "2022-02-01", "\"2022-01-31\""),
            "[1]".into(),
        ];
        let told = messages(&text.join("\n"));
        assert!(told[0].starts_with("line 2 of the corpus `c.jsonl` cannot be used: it is no JSON object"), "{told:?}");
        assert!(told[1].ends_with("the field `article` has no text"), "{told:?}");
        assert!(told[2].ends_with("`2022-02-30` is no day"), "{told:?}");
        assert!(told[3].ends_with("its last day lies before its first"), "{told:?}");
        assert!(told[4].starts_with("line 6"), "{told:?}");
        assert_eq!(told.len(), 5);
    }

    #[test]
    fn two_wordings_for_one_day() {
        let text = [line("第一条", "2022-01-01", "\"2024-01-01\""), line("第一条", "2024-01-01", "null")];
        let told = messages(&text.join("\n"));
        assert_eq!(
            told,
            [
                "line 2 of the corpus `c.jsonl` cannot be used: line 1 has another wording of this article for the same time"
            ]
        );
    }
}
