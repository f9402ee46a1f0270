//! A corpus of two laws; every way in which a citation can go wrong.

use diagnostics::{Files, Span};
use program::checked::{Interval, Verification, VersionPlaces};
use values::Date;

use super::*;

const CORPUS: &str = r#"
{"law": "甲法", "article": "第十条", "version_from": "2020-01-01", "version_to": "2023-12-31", "text": "期间为十日。", "corpus": "书一"}
{"law": "甲法", "article": "第十条", "version_from": "2024-01-01", "version_to": null, "text": "期间为：\n（一）十五日；", "corpus": "书二"}
{"law": "甲法", "article": "第十条之一", "version_from": "2024-01-01", "text": "可以延长。"}
{"law": "中华人民共和国乙法", "article": "第一条", "version_from": "2020-01-01", "text": "为了规范。"}
"#;

fn version(law: &str, article: &str, from: &str, to: &str, text: &str, checked: bool) -> NormVersion {
    let day = |day: &str| Date::parse(day).unwrap();
    let mut files = Files::default();
    let file = files.add("n.dl", "x");
    let span = Span { file, start: 0, end: 1 };
    NormVersion {
        law: law.into(),
        article: article.into(),
        rank: None,
        in_force: Interval { from: day(from), to: Date::parse(to).ok() },
        text: text.into(),
        checked: checked.then(|| Verification { on: day("2026-11-23"), against: "书".into() }),
        span,
        places: VersionPlaces { law: span, article: span, in_force: span, text: Some(span), checked: Some(span) },
    }
}

/// How a version stands, the code, and what is said of it.
fn said(version: NormVersion) -> (Standing, &'static str, String) {
    let norms = [Norm { name: "N".into(), span: version.span, versions: vec![version], doc: String::new() }];
    let corpus = Corpus::read("c.jsonl", CORPUS).unwrap();
    let [compared] = &compare(&norms, &corpus)[..] else { panic!("one version, one answer") };
    let code = compared.found.as_ref().map_or("", Diagnostic::code);
    let said = |found: &Diagnostic| [found.message(Lang::En), found.label(Lang::En), found.help(Lang::En)].join(" | ");
    (compared.standing, code, compared.found.as_ref().map(said).unwrap_or_default())
}

fn checked(article: &str, from: &str, to: &str, text: &str) -> (Standing, &'static str, String) {
    said(version("甲法", article, from, to, text, true))
}

#[test]
fn each_wording_in_its_time() {
    assert_eq!(checked("第十条", "2020-01-01", "2023-12-31", "期间为十日").0, Standing::Agrees);
    assert_eq!(checked("第十条", "2021-05-01", "2022-05-01", "期间为十日").0, Standing::Agrees);
    assert_eq!(checked("第十条", "2024-01-01", "", "（一）十五日；").0, Standing::Agrees);
    assert_eq!(checked("第十条之一", "2024-01-01", "", "可以延长").0, Standing::Agrees);
    assert_eq!(checked("第十条第一款第一项", "2024-01-01", "", "十五日").0, Standing::Agrees);
}

#[test]
fn a_law_that_the_corpus_does_not_have() {
    let (standing, code, said) = said(version("乙法", "第一条", "2020-01-01", "", "为了规范", true));
    assert_eq!((standing, code), (Standing::Wrong, "SY0270"));
    assert!(said.contains("(`中华人民共和国乙法`?)"), "{said}");
}

#[test]
fn an_article_that_the_law_does_not_have() {
    let (standing, code, said) = checked("第十二条", "2024-01-01", "", "可以延长");
    assert_eq!((standing, code), (Standing::Wrong, "SY0271"));
    assert!(said.contains("stand in `第十条之一` (from 2024-01-01)"), "{said}");
}

#[test]
fn words_of_another_version() {
    let (standing, code, said) = checked("第十条", "2024-01-01", "", "期间为十日");
    assert_eq!((standing, code), (Standing::Wrong, "SY0272"));
    assert!(said.contains("`期间为` is followed by `：\n（一）十五日；`, not by `十日`"), "{said}");
}

#[test]
fn another_width() {
    let (standing, code, said) = checked("第十条", "2024-01-01", "", "期间为:(一)十五日");
    assert_eq!((standing, code), (Standing::Agrees, "SY0273"));
    assert!(said.contains("`间为:(一)十五日`"), "{said}");
}

#[test]
fn a_time_for_which_there_is_no_text() {
    for (from, to) in [("2019-12-31", "2023-12-31"), ("2020-01-01", ""), ("2020-01-01", "2024-01-01")] {
        let (standing, code, said) = checked("第十条", from, to, "期间为十日");
        assert_eq!((standing, code), (Standing::Wrong, "SY0274"), "{from} {to}");
        assert!(said.contains("2020-01-01 to 2023-12-31, from 2024-01-01"), "{said}");
    }
}

#[test]
fn checked_without_words() {
    assert_eq!(checked("第十条", "2024-01-01", "", "").1, "SY0275");
}

#[test]
fn unverified_ones_are_left_alone_unless_the_corpus_knows_better() {
    let unverified = |law, article, text| said(version(law, article, "2024-01-01", "", text, false));
    assert_eq!(unverified("丙法", "第一条", "某"), (Standing::Unverified, "", String::new()));
    assert_eq!(unverified("甲法", "第九十条", "某"), (Standing::Unverified, "", String::new()));
    assert_eq!(unverified("甲法", "第十条", ""), (Standing::Unverified, "", String::new()));
    let (standing, code, told) = unverified("甲法", "第十条", "十五日");
    assert_eq!((standing, code), (Standing::Unverified, "SY0276"));
    assert!(told.contains("书二"), "{told}");
    let (standing, code, _) = unverified("甲法", "第十条", "二十日");
    assert_eq!((standing, code), (Standing::Wrong, "SY0272"));
    let before = said(version("甲法", "第十条", "2019-01-01", "2019-12-31", "十日", false));
    assert_eq!(before, (Standing::Unverified, "", String::new()));
}

#[test]
fn headings() {
    assert_eq!(heading("第七十二条第二款"), "第七十二条");
    assert_eq!(heading("第一百三十四条之一"), "第一百三十四条之一");
    assert_eq!(heading("第一百三十四条之一第二款"), "第一百三十四条之一");
    assert_eq!(heading("条号须核对"), "条号须核对");
    assert_eq!(heading("法释〔2016〕3号"), "法释〔2016〕3号");
}
