//! Derivations in the order of the syllogism. Written by hand, then compared.

use diagnostics::Lang;
use eval::Model;
use proof::{Limits, Locators};
use values::Value;

use super::given::{Given, PLAIN, auction, row};
use super::sentences::leases;
use crate::{Level, Telling, syllogism, width_of};

fn told(given: &Given, relation: &str, args: &[&str], (level, lang): (Level, Lang)) -> String {
    let args = row(args).into_iter().map(Some).collect();
    told_within(given, relation, args, &PLAIN, (level, lang, 80))
}

fn told_within(
    given: &Given,
    relation: &str,
    args: Vec<Option<Value>>,
    limits: &Limits,
    (level, lang, width): (Level, Lang, usize),
) -> String {
    struct Nowhere;
    impl Locators for Nowhere {
        fn places(&self, _: program::checked::RelId, _: u32) -> Vec<proof::RecordPlace> {
            Vec::new()
        }
    }
    given.why(relation, args, limits, |derivation, model: &Model<'_>| {
        let telling = Telling { model, locators: &Nowhere, files: &given.files, lang, width };
        syllogism(derivation, &telling, level)
    })
}

#[test]
fn a_conclusion_in_the_words_of_templates() {
    let expected = "\
租约 L-1{甲}只付过 2 次租金：次数：租约 L-1 有 2 个付租日；次数（2）少于 3；没有
人占有东城一号。

[1]
大前提
  规则 `可疑#1`，m.dl:15
小前提
  1. 租约 L-1 的标的是东城一号，租金 1000 元（记录：租约.csv 第 2、100 行）
  2. 次数：租约 L-1 有 2 个付租日
     (1) 第 1 项：租约 L-1 于 2021-01-05 付租（记录：付租.csv 第 2、100 行）
     (2) 第 2 项：租约 L-1 于 2022-01-05 付租（记录：付租.csv 第 3 行）
  3. 次数（2）少于 3
  4. 没有人占有东城一号（以现有记录为限）
结论：租约 L-1{甲}只付过 2 次租金。
";
    assert_eq!(told(&leases(), "可疑", &["L-1"], (Level::Norms, Lang::Zh)), expected);
    let sentence = told(&leases(), "可疑", &["L-1"], (Level::Sentence, Lang::En));
    let expected = "\
For lease L-1 rent was paid 2 times only: 次数: there are 2 days of payment for
lease L-1; 次数 (2) is less than 3; nobody is in possession of 东城一号.
";
    assert_eq!(sentence, expected);
}

#[test]
fn every_premise_says_where_it_was_looked_and_what_was_computed() {
    let told = told(&auction(), "线索", &["案-1", "L-1"], (Level::Premises, Lang::En));
    let expected = r#"线索("案-1", "L-1") (民法典_725; 异议规定_31): 长租("案-1", "L-1"); 付清("L-1",
700.5m); there is no 占有("P-1", _).

[1]
Major premise
  norm `民法典_725` (the program does not hold its words)
  norm `异议规定_31` (the program does not hold its words)
  rule `长租低价`, m.dl:21
Minor premises
  1. 长租("案-1", "L-1") (see [2])
  2. 租约("L-1", "P-1", d"2001-03-01", 20, 1000m) (records: 租约.csv, rows 2,
     100)
  3. 付清("L-1", 700.5m) (see [3])
  4. there is no 占有("P-1", _) (as far as the records go)
     searched: `占有` is finished, its only fact does not fit
Conclusion: 线索("案-1", "L-1").

[2]
Major premise
  norm `民法典_725` (the program does not hold its words)
  rule `长租#1`, m.dl:12: 开拍之日起算，剩余租期达到长租年限。
Minor premises
  1. 拍卖("案-1", "P-1", d"2021-01-05") (records: 拍卖.csv, rows 2, 100)
  2. 租约("L-1", "P-1", d"2001-03-01", 20, 1000m) (records: 租约.csv, rows 2,
     100)
  3. 长租年限(10) (stated in the rules: m.dl:7)
  4. 日 (2021-01-05) plus 1 day (= 2021-01-06) is earlier than 起 (2001-03-01)
     plus 20 years (= 2021-03-01)
     (1) 2021-01-05 plus 1 day (= 2021-01-06)
     (2) 2001-03-01 plus 20 years (= 2021-03-01)
  5. 期 (20) is at least 年 (10)
Conclusion: 长租("案-1", "L-1").

[3]
Major premise
  rule `付清#1`, m.dl:14
Minor premises
  1. 租约("L-1", "P-1", d"2001-03-01", 20, 1000m) (records: 租约.csv, rows 2,
     100)
  2. 总: the sum of 额 over 付款(租, 额), for 租 = "L-1", is 700.5, 2 items
     (1) 300 (total 300): 付款("L-1", 300m) (records: 付款.csv, rows 2, 100)
     (2) 400.5 (total 700.5): 付款("L-1", 400.5m) (record: 付款.csv, row 3)
  3. 总 (700.5) ÷ 金 (1000) is at least 0.5
Conclusion: 付清("L-1", 700.5m).
"#;
    assert_eq!(told, expected);
}

#[test]
fn steps_of_one_norm_are_merged() {
    let told = told(&auction(), "线索", &["案-1", "L-1"], (Level::Norms, Lang::Zh));
    // The lease is long by a norm that the clue cites as well, the payment by none: both belong to the clue's section.
    assert_eq!(told.matches("\n结论：").count(), 1, "{told}");
    assert!(told.contains("  1. 长租(\"案-1\", \"L-1\")，理由：\n     (1) 拍卖("), "{told}");
    assert!(told.contains("  3. 付清(\"L-1\", 700.5m)，理由：\n"), "{told}");
}

#[test]
fn a_lemma_of_several_sections_has_its_own() {
    let given = Given::program(
        ".decl a(x: number)\na(1).\n.decl b(x: number)\nb(x) :- a(x), x > 0.\n.decl c(x: number)\n@[norm = n]\n\
         c(x) :- b(x), x < 9.\n.decl d(x: number)\n.output d\n@[norm = m]\nd(x) :- b(x), c(x).\n",
    );
    let expected = "\
d(1) (m): b(1); c(1).

[1]
Major premise
  norm `m` (the program does not hold its words)
  rule `d#1`, m.dl:11
Minor premises
  1. b(1) (see [2])
  2. c(1) (see [3])
Conclusion: d(1).

[2]
Major premise
  rule `b#1`, m.dl:4
Minor premises
  1. a(1) (stated in the rules: m.dl:2)
  2. x (1) is more than 0
Conclusion: b(1).

[3]
Major premise
  norm `n` (the program does not hold its words)
  rule `c#1`, m.dl:7
Minor premises
  1. b(1) (see [2])
  2. x (1) is less than 9
Conclusion: c(1).
";
    assert_eq!(told(&given, "d", &["1"], (Level::Norms, Lang::En)), expected);
}

#[test]
fn what_is_told_twice_in_a_section_is_named_the_second_time() {
    let given = Given::program(
        ".decl a(x: number)\na(1).\n.decl b(x: number)\nb(x) :- a(x), x > 0.\n.decl c(x: number)\n\
         c(x) :- b(x), x < 9.\n.decl d(x: number)\n.output d\nd(x) :- b(x), c(x).\n",
    );
    let told = told(&given, "d", &["1"], (Level::Norms, Lang::En));
    let expected = "  1. b(1), since:
     (1) a(1) (stated in the rules: m.dl:2)
     (2) x (1) is more than 0
  2. c(1), since:
     (1) b(1) (as above)
     (2) x (1) is less than 9
";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn projections_are_collapsed() {
    let given = Given::program(
        ".decl seizure(id: number, x: number)\n.input seizure\n.decl one(x: number)\none(x) :- seizure(_, x).\n\
         .decl two(x: number)\ntwo(x) :- one(x).\n.decl d(x: number)\n.output d\nd(x) :- two(x), x > 5.\n",
    )
    .records("seizure", vec![row(&["1", "7"])]);
    for level in [Level::Norms, Level::Premises] {
        let told = told(&given, "d", &["7"], (level, Lang::En));
        assert!(
            told.contains("  1. two(7) (records: seizure.csv, rows 2, 100)\n  2. x (7) is more than 5\n"),
            "{told}"
        );
    }
    // What is asked about is told as a conclusion, also where it is a projection.
    let told = told(&given, "two", &["7"], (Level::Norms, Lang::En));
    assert!(
        told.contains("Minor premise\n  1. one(7) (records: seizure.csv, rows 2, 100)\nConclusion: two(7).\n"),
        "{told}"
    );
}

#[test]
fn of_thousands_of_contributions_the_first_few_are_told() {
    let given = Given::program(
        "@[zh = \"付{a}\", en = \"paid {a}\", zh_count = \"共{count}笔\", en_count = \"{count} payments\"]\n\
         .decl p(a: number)\n.input p\n.decl n(x: number)\n.output n\nn(x) :- x = count : p(_).\n",
    )
    .records("p", (1..=2_500).map(|number| row(&[&number.to_string()])).collect());
    let few = told(&given, "n", &["2500"], (Level::Norms, Lang::En));
    assert!(few.contains("  1. x: 2500 payments\n     (1) no. 1: paid 1 (records: p.csv, rows 2, 100)\n"), "{few}");
    assert!(few.contains("     (3) no. 3: paid 3 (record: p.csv, row 4)\n     ... and 2497 more\n"), "{few}");
    let many = told(&given, "n", &["2500"], (Level::Premises, Lang::Zh));
    assert!(many.contains("     (20) 第 20 项：付 20（记录：p.csv 第 21 行）\n     ……另有 2480 项\n"), "{many}");
}

#[test]
fn a_chain_of_a_hundred_thousand_steps_is_told_in_bounded_sections() {
    let edges = (0..100_000).map(|step| vec![Value::Number(step), Value::Number(step + 1)]);
    let given = Given::program(
        ".decl edge(from: number, to: number)\n.input edge\n.decl reach(x: number)\n.output reach\nreach(0).\n\
         reach(y) :- edge(x, y), reach(x).\n",
    )
    .records("edge", edges.collect());
    let told = |level| {
        let args = vec![Some(Value::Number(100_000))];
        told_within(&given, "reach", args, &PLAIN, (level, Lang::En, 80))
    };
    assert_eq!(told(Level::Sentence), "reach(100000): reach(99999).\n");
    let norms = told(Level::Norms);
    assert_eq!(norms.matches("\nConclusion:").count(), 60, "{}", norms.len());
    // Each section tells four steps, and the last one leads to the next section.
    assert!(
        norms.ends_with("\n24940 further steps left out: `--level premises` tells every step.\n"),
        "{}",
        &norms[norms.len() - 200..]
    );
    let premises = told(Level::Premises);
    assert_eq!(premises.matches("\nConclusion:").count(), 100_000);
}

#[test]
fn no_line_is_wider_than_asked() {
    for level in [Level::Sentence, Level::Norms, Level::Premises] {
        for lang in [Lang::En, Lang::Zh] {
            for width in (56..=80).step_by(6) {
                let args = vec![None, None];
                let told = told_within(&auction(), "线索", args, &PLAIN, (level, lang, width));
                assert!(told.lines().all(|line| width_of(line) <= width), "{width}: {told}");
            }
        }
    }
}

#[test]
fn derivations_of_one_fact_are_numbered_and_records_are_told_by_their_place() {
    let given = Given::program(
        ".decl a(x: number)\na(1).\n.decl b(x: number)\n.output b\nb(x) :- a(x).\nb(x) :- a(x), x > 0.\n",
    );
    let limits = Limits { all: true, ..PLAIN };
    let told_all = told_within(&given, "b", vec![None], &limits, (Level::Sentence, Lang::Zh, 80));
    assert_eq!(told_all, "b(1)：a(1)。\n\n同一事实的第 2 种推导\nb(1)：x（1）多于 0。\n");
    assert_eq!(told(&given, "a", &["1"], (Level::Norms, Lang::En)), "a(1) (stated in the rules: m.dl:2).\n");
    let folded = Limits { depth: Some(0), ..PLAIN };
    let told_folded = told_within(&auction(), "线索", vec![None, None], &folded, (Level::Norms, Lang::En, 80));
    assert!(told_folded.contains("1. 长租(\"案-1\", \"L-1\") (what it rests on is left out here)\n"), "{told_folded}");
}
