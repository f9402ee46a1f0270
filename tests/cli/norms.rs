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
    assert_snapshot!(desk.run(&["check", "--norms", "c.jsonl", "n.dl"]), @r#"
    exit 0
    --- stderr
    1 file: no errors, 0 warnings
    3 versions of norms compared: 2 as in the corpus, 1 unverified, 0 wrong
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "--norms", "c.jsonl", "n.dl"]), @r#"
    exit 0
    --- stderr
    1 个文件：没有错误，0 条警告
    规范比对 3 个版本：2 个与语料一致，1 个未核对，0 个有误
    "#);
}

#[test]
fn norms_that_do_not() {
    let desk = Desk::with(&[("n.dl", WRONG), ("c.jsonl", CORPUS)]);
    assert_snapshot!(desk.run(&["check", "--norms", "c.jsonl", "n.dl"]), @r#"
    exit 1
    --- stderr
      × SY0270 the corpus has no law with the title `乙法` (`中华人民共和国乙法`?)
       ╭─[n.dl:2:8]
     1 │ .norm 简称 {
     2 │   law: "乙法" article: "第一条" in_force: d"2020-01-01" ..
       ·        ───┬──
       ·           ╰── marked as checked
     3 │   text: "为了规范" checked: d"2026-11-01" against "书"
       ╰────
      help: write the full title as the corpus has it, or leave `checked` out: then
            the norm counts as unverified

      × SY0271 the corpus has no `第十一条` of `甲法`; the quoted words stand in `
      │ 第十二条` (from 2024-01-01)
       ╭─[n.dl:6:22]
     5 │ .norm 旧号 {
     6 │   law: "甲法" article: "第十一条" in_force: d"2024-01-01" ..
       ·                        ─────┬────
       ·                             ╰── marked as checked
     7 │   text: "十五日" checked: d"2026-11-01" against "书"
       ╰────
      help: correct the heading, or leave `checked` out: then the norm counts as
            unverified

      × SY0272 the words that `错字` quotes do not stand in `第十二条`
        ╭─[n.dl:11:9]
     10 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     11 │   text: "（一）十日" checked: d"2026-11-01" against "书"
        ·         ──────┬─────
        ·               ╰── compared: `（一）十` is followed by `五日。`, not by `日`
     12 │ }
        ╰────
      help: copy the words from the corpus, in one piece; where the article was
            amended, give each wording a `version` of its own

      ⚠ SY0273 `半角` writes `(一)十五日` where `第十二条` has `（一）十五日`
        ╭─[n.dl:15:9]
     14 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     15 │   text: "(一)十五日" checked: d"2026-11-01" against "书"
        ·         ──────┬─────
        ·               ╰── blanks or the width of signs differ
     16 │ }
        ╰────
      help: write it as the corpus does

      × SY0274 the corpus has no wording of `第十二条` of `甲法` for the whole
      │ time from 2023-12-31
        ╭─[n.dl:18:39]
     17 │ .norm 太早 {
     18 │   law: "甲法" article: "第十二条" in_force: d"2023-12-31" ..
        ·                                             ────────┬───────
        ·                                                     ╰── the corpus has: from 2024-01-01
     19 │   text: "十五日" checked: d"2026-11-01" against "书"
        ╰────
      help: give each wording a `version` with the days of the corpus; for a time
            without a text write a `version` without `checked`

      × SY0275 `无引文` is marked as checked but quotes nothing
        ╭─[n.dl:23:12]
     22 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     23 │   checked: d"2026-11-01" against "书"
        ·            ─────────────┬────────────
        ·                         ╰── without `text`
     24 │ }
        ╰────
      help: quote a sentence of the article with `text:`, or leave `checked` out

      ⚠ SY0276 `未核对` quotes `第十二条` as the corpus has it, but is unverified
        ╭─[n.dl:27:9]
     26 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     27 │   text: "十五日"
        ·         ────┬───
        ·             ╰── no `checked`
     28 │ }
        ╰────
      help: once a person has compared it, add `checked: d"..." against "书"` with
            the day of the comparison

    1 file: 5 errors, 2 warnings; `syllogist explain SY0270` says more
    7 versions of norms compared: 1 as in the corpus, 1 unverified, 5 wrong
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "--norms", "c.jsonl", "n.dl"]), @r#"
    exit 1
    --- stderr
      × SY0270 语料中没有标题为 `乙法` 的法律文件（`中华人民共和国乙法`？）
       ╭─[n.dl:2:8]
     1 │ .norm 简称 {
     2 │   law: "乙法" article: "第一条" in_force: d"2020-01-01" ..
       ·        ───┬──
       ·           ╰── 标为已核对
     3 │   text: "为了规范" checked: d"2026-11-01" against "书"
       ╰────
      办法：请写语料所用的全称，或删去 `checked`：该规范即为未核对

      × SY0271 语料中 `甲法` 没有 `第十一条`；所引文字见 `第十二条`（2024-01-01
      │ 起）
       ╭─[n.dl:6:22]
     5 │ .norm 旧号 {
     6 │   law: "甲法" article: "第十一条" in_force: d"2024-01-01" ..
       ·                        ─────┬────
       ·                             ╰── 标为已核对
     7 │   text: "十五日" checked: d"2026-11-01" against "书"
       ╰────
      办法：请改正条号，或删去 `checked`：该规范即为未核对

      × SY0272 `错字` 所引文字不见于 `第十二条`
        ╭─[n.dl:11:9]
     10 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     11 │   text: "（一）十日" checked: d"2026-11-01" against "书"
        ·         ──────┬─────
        ·               ╰── 比对：`（一）十` 之后是 `五日。`，不是 `日`
     12 │ }
        ╰────
      办法：请从语料照抄连续的文字；条文有过修改的，每一文本各写一个 `version`

      ⚠ SY0273 `半角` 写作 `(一)十五日`，`第十二条` 为 `（一）十五日`
        ╭─[n.dl:15:9]
     14 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     15 │   text: "(一)十五日" checked: d"2026-11-01" against "书"
        ·         ──────┬─────
        ·               ╰── 空白或标点全半角不同
     16 │ }
        ╰────
      办法：请按语料书写

      × SY0274 语料中 `甲法` `第十二条` 没有一个文本覆盖全部时间（2023-12-31 起）
        ╭─[n.dl:18:39]
     17 │ .norm 太早 {
     18 │   law: "甲法" article: "第十二条" in_force: d"2023-12-31" ..
        ·                                             ────────┬───────
        ·                                                     ╰── 语料所载：2024-01-01 起
     19 │   text: "十五日" checked: d"2026-11-01" against "书"
        ╰────
      办法：请为每一文本各写一个 `version`，日期同语料；没有文本的时间另写不带
            `checked` 的 `version`

      × SY0275 `无引文` 标为已核对，却没有引文
        ╭─[n.dl:23:12]
     22 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     23 │   checked: d"2026-11-01" against "书"
        ·            ─────────────┬────────────
        ·                         ╰── 没有 `text`
     24 │ }
        ╰────
      办法：请用 `text:` 引用条文中的一句，或删去 `checked`

      ⚠ SY0276 `未核对` 所引与语料中的 `第十二条` 一致，但仍为未核对
        ╭─[n.dl:27:9]
     26 │   law: "甲法" article: "第十二条" in_force: d"2024-01-01" ..
     27 │   text: "十五日"
        ·         ────┬───
        ·             ╰── 没有 `checked`
     28 │ }
        ╰────
      办法：经人核对后，请加上 `checked: d"..." against "书"`，写明核对之日

    1 个文件：5 处错误，2 条警告；详见 `syllogist explain SY0270`
    规范比对 7 个版本：1 个与语料一致，1 个未核对，5 个有误
    "#);
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
    assert_snapshot!(desk.run(&["check", "--norms", "c.jsonl", "n.dl"]), @r#"
    exit 1
    --- stderr
      × SY0277 line 1 of the corpus `c.jsonl` cannot be used: the field
      │ `version_from` has no text
      help: write one JSON object a line with `law`, `article`, `version_from`,
            `version_to` and `text`

      × SY0277 line 3 of the corpus `c.jsonl` cannot be used: it is no JSON object
      │ (column 1)
      help: write one JSON object a line with `law`, `article`, `version_from`,
            `version_to` and `text`

    2 errors; `syllogist explain SY0277` says more
    "#);
    assert_snapshot!(desk.run(&["check", "--norms", "missing.jsonl", "n.dl"]), @r#"
    exit 2
    --- stderr
      × SY0278 the corpus `missing.jsonl` cannot be read: it does not exist
      help: name a file of texts of law, one JSON object a line: `--norms
            articles.jsonl`
    "#);
    assert_snapshot!(desk.run(&["--lang", "zh", "check", "--norms", ".", "n.dl"]), @r#"
    exit 2
    --- stderr
      × SY0278 语料 `.` 无法读取：它是一个目录
      办法：请指定法律文本文件，每行一个 JSON 对象：`--norms articles.jsonl`
    "#);
}
