//! `syllogist check --norms`.

use insta::assert_snapshot;

use crate::Desk;

const CORPUS: &str = r#"{"law": "甲法", "article": "第十条", "version_from": "2020-01-01", "version_to": "2023-12-31", "text": "期间为十日。", "corpus": "书"}
{"law": "甲法", "article": "第十二条", "version_from": "2024-01-01", "version_to": null, "text": "期间为：\n（一）十五日。", "corpus": "书"}
{"law": "中华人民共和国乙法", "article": "第一条", "version_from": "2020-01-01", "version_to": null, "text": "为了规范。", "corpus": "书"}
"#;

const RIGHT: &str = r#".norm 期间 {
  law: "甲法" rank: law
  version { article: "第十条" in_force: d"2020-01-01" .. d"2023-12-31" text: "期间为十日" checked: d"2026-11-01" against "书" }
  version { article: "第十二条" in_force: d"2024-01-01" .. text: "十五日" checked: d"2026-11-01" against "书" }
}
.norm 旧文 { law: "丙法" article: "第一条" in_force: d"1999-01-01" .. d"2003-01-01" }
"#;

const WRONG: &str = r#".norm 简称 {
  law: "乙法" article: "第一条" in_force: d"2020-01-01" ..
  text: "为了规范" checked: d"2026-11-01" against "书"
}
.norm 旧号 {
  law: "甲法" article: "第十一条" in_force: d"2024-01-01" ..
  text: "十五日" checked: d"2026-11-01" against "书"
}
.norm 错字 {
  law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
  text: "（一）十日" checked: d"2026-11-01" against "书"
}
.norm 半角 {
  law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
  text: "(一)十五日" checked: d"2026-11-01" against "书"
}
.norm 太早 {
  law: "甲法" article: "第十二条" in_force: d"2023-12-31" ..
  text: "十五日" checked: d"2026-11-01" against "书"
}
.norm 无引文 {
  law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
  checked: d"2026-11-01" against "书"
}
.norm 未核对 {
  law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
  text: "十五日"
}
"#;

#[test]
fn norms_that_agree() {
    let desk = Desk::with(&[("n.dl", RIGHT), ("c.jsonl", CORPUS)]);
    assert_snapshot!(desk.run(&["check", "--norms", "c.jsonl", "n.dl"]), @"");
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "--norms", "c.jsonl", "n.dl"]), @"");
}

#[test]
fn norms_that_do_not() {
    let desk = Desk::with(&[("n.dl", WRONG), ("c.jsonl", CORPUS)]);
    assert_snapshot!(desk.run(&["check", "--norms", "c.jsonl", "n.dl"]), @"");
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "--norms", "c.jsonl", "n.dl"]), @"");
}

/// A norm is told once, however many programs include it.
#[test]
fn norms_of_several_programs() {
    let main = ".include \"n.dl\"\n";
    let desk = Desk::with(&[("a.dl", main), ("b.dl", main), ("n.dl", RIGHT), ("c.jsonl", CORPUS)]);
    let told = desk.run(&["check", "--norms", "c.jsonl", "a.dl", "b.dl"]);
    assert!(told.contains("\n3 versions of norms compared: 2 as in the corpus, 1 unverified, 0 wrong"), "{told}");
}

#[test]
fn a_corpus_that_cannot_be_used() {
    let bad = "{\"law\": \"甲法\"}\n\n{\n";
    let desk = Desk::with(&[("n.dl", RIGHT), ("c.jsonl", bad)]);
    assert_snapshot!(desk.run(&["check", "--norms", "c.jsonl", "n.dl"]), @"");
    assert_snapshot!(desk.run(&["check", "--norms", "missing.jsonl", "n.dl"]), @"");
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "--norms", ".", "n.dl"]), @"");
}
