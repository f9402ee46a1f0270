//! Texts as they should read. Written by hand, then compared.

use diagnostics::Lang;
use proof::Limits;

use super::given::{Given, PLAIN, auction, row};
use crate::{text, width_of};

fn told(given: &Given, relation: &str, args: &[&str], limits: &Limits, lang: Lang) -> String {
    let args = row(args).into_iter().map(Some).collect();
    given.why(relation, args, limits, |derivation, model| text(derivation, model, &given.files, lang, 80))
}

#[test]
fn a_clue_in_chinese() {
    let expected = r#"线索("案-1", "L-1")
│ 大前提：规则 `长租低价`（2 种情形之第 1 种），m.dl:21；依据 民法典_725、
│   异议规定_31
│ 小前提：
├ 长租("案-1", "L-1")
│ │ 大前提：规则 `长租#1`，m.dl:12；依据 民法典_725
│ │ 开拍之日起算，剩余租期达到长租年限。
│ │ 小前提：
│ ├ 拍卖("案-1", "P-1", d"2021-01-05")
│ │   记录：拍卖.csv 第 2、100 行
│ ├ 租约("L-1", "P-1", d"2001-03-01", 20, 1000m)
│ │   记录：租约.csv 第 2、100 行
│ ├ 长租年限(10)
│ │   规则文本载明：m.dl:7
│ ├ 日 + 1 < add_years(起, 期)：2021-01-06 < 2021-03-01
│ │ ├ 2021-01-05 + 1 = 2021-01-06
│ │ └ add_years(2001-03-01, 20) = 2021-03-01
│ └ 期 >= 年：20 >= 10
├ 租约("L-1", "P-1", d"2001-03-01", 20, 1000m)
│   记录：租约.csv 第 2、100 行
├ 付清("L-1", 700.5m)
│ │ 大前提：规则 `付清#1`，m.dl:14
│ │ 小前提：
│ ├ 租约("L-1", "P-1", d"2001-03-01", 20, 1000m)
│ │   记录：租约.csv 第 2、100 行
│ ├ 总 = sum 额 : 付款(租, 额)：sum = 700.5
│ │ │ 共 2 项，分组 租 = "L-1"
│ │ ├ 300（累计 300）：付款("L-1", 300m)
│ │ │   记录：付款.csv 第 2、100 行
│ │ └ 400.5（累计 700.5）：付款("L-1", 400.5m)
│ │     记录：付款.csv 第 3 行
│ └ 总 / 金 >= 0.5m：700.5 / 1000 >= 0.5
└ 没有 占有("P-1", _)
    已查：`占有` 推导完毕，仅有的 1 条事实不相符
"#;
    assert_eq!(told(&auction(), "线索", &["案-1", "L-1"], &PLAIN, Lang::Zh), expected);
}

#[test]
fn a_conclusion_in_english() {
    let expected = r#"付清("L-2", 900m)
│ major premise: rule `付清#1`, m.dl:14
│ minor premises:
├ 租约("L-2", "P-2", d"2001-03-01", 20, 1000m)
│   record: 租约.csv, row 3
├ 总 = sum 额 : 付款(租, 额): sum = 900
│ │ 1 contribution for 租 = "L-2"
│ └ 900 (total 900): 付款("L-2", 900m)
│     record: 付款.csv, row 4
└ 总 / 金 >= 0.5m: 900 / 1000 >= 0.5
"#;
    assert_eq!(told(&auction(), "付清", &["L-2", "900m"], &PLAIN, Lang::En), expected);
}

#[test]
fn a_depth_limit_names_conclusions_without_their_premises() {
    let expected = r#"线索("案-1", "L-1")
│ major premise: rule `长租低价`, case 1 of 2, m.dl:21; norms 民法典_725,
│   异议规定_31
│ minor premises:
├ 长租("案-1", "L-1")
│   major premise: rule `长租#1`, m.dl:12; norm 民法典_725
│   开拍之日起算，剩余租期达到长租年限。
│   (what it rests on is left out here)
├ 租约("L-1", "P-1", d"2001-03-01", 20, 1000m)
│   records: 租约.csv, rows 2, 100
├ 付清("L-1", 700.5m)
│   major premise: rule `付清#1`, m.dl:14
│   (what it rests on is left out here)
└ no 占有("P-1", _)
    searched: `占有` is finished, its only fact does not fit
"#;
    let limits = Limits { depth: Some(0), ..PLAIN };
    assert_eq!(told(&auction(), "线索", &["案-1", "L-1"], &limits, Lang::En), expected);
}

#[test]
fn a_shared_step_is_told_once() {
    let given = Given::program(
        ".decl a(x: number)\na(1).\n.decl b(x: number)\nb(x) :- a(x).\n.decl c(x: number)\nc(x) :- b(x), b(y), x = y.\n\
         .decl d(x: number)\n.output d\nd(x) :- b(x), c(x).\n",
    );
    let expected = "\
d(1)
│ major premise: rule `d#1`, m.dl:9
│ minor premises:
├ #1 b(1)
│ │ major premise: rule `b#1`, m.dl:4
│ │ minor premise:
│ └ a(1)
│     stated in the rules: m.dl:2
└ c(1)
  │ major premise: rule `c#1`, m.dl:6
  │ minor premises:
  ├ b(1)  see #1
  ├ b(1)  see #1
  └ x = y: 1 = 1
";
    assert_eq!(told(&given, "d", &["1"], &PLAIN, Lang::En), expected);
}

#[test]
fn of_many_contributions_the_first_twenty_are_told() {
    let given =
        Given::program(".decl a(x: number)\n.input a\n.decl n(x: number)\n.output n\nn(x) :- x = count : a(_).\n")
            .records("a", (1..=25).map(|number| row(&[&number.to_string()])).collect());
    let told = told(&given, "n", &["25"], &PLAIN, Lang::En);
    assert!(told.contains("  ├ no. 20: a(20)\n  │   record: a.csv, row 21\n  └ ... and 5 more\n"), "{told}");
    assert!(!told.contains("a(21)"));
}

#[test]
fn no_line_is_wider_than_asked() {
    let given = auction();
    for lang in [Lang::En, Lang::Zh] {
        for width in 48..=80 {
            let args = vec![None, None];
            let told = given
                .why("线索", args, &PLAIN, |derivation, model| text(derivation, model, &given.files, lang, width));
            for line in told.lines() {
                assert!(width_of(line) <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn a_computed_argument_stands_before_its_fact() {
    let given = Given::program(
        ".decl next(x: number)\nnext(6).\n.decl a(x: number)\na(5).\n.decl b(x: number)\n.output b\n\
         b(x) :- a(x), next(x + 1).\n",
    );
    let expected = "\
b(5)
│ major premise: rule `b#1`, m.dl:7
│ minor premises:
├ a(5)
│   stated in the rules: m.dl:4
├ 5 + 1 = 6
└ next(6)
    stated in the rules: m.dl:2
";
    assert_eq!(told(&given, "b", &["5"], &PLAIN, Lang::En), expected);
}

#[test]
fn derivations_of_one_fact_are_numbered_and_each_answer_tells_what_its_rule_means() {
    let given = Given::program(
        ".decl a(x: number)\na(1). a(2).\n.decl b(x: number)\n.output b\n/// Once.\nb(x) :- a(x).\nb(x) :- a(x), x > 0.\n",
    );
    let expected = "\
b(1)
│ major premise: rule `b#1`, m.dl:6
│ Once.
│ minor premise:
└ a(1)
    stated in the rules: m.dl:2

derivation 2 of the same fact: b(1)
│ major premise: rule `b#2`, m.dl:7
│ minor premises:
├ a(1)
│   stated in the rules: m.dl:2
└ x > 0: 1 > 0

b(2)
│ major premise: rule `b#1`, m.dl:6
│ Once.
│ minor premise:
└ a(2)
    stated in the rules: m.dl:2

derivation 2 of the same fact: b(2)
│ major premise: rule `b#2`, m.dl:7
│ minor premises:
├ a(2)
│   stated in the rules: m.dl:2
└ x > 0: 2 > 0
";
    let limits = Limits { all: true, ..PLAIN };
    let told = |limits| {
        given.why("b", vec![None], &limits, |derivation, model| text(derivation, model, &given.files, Lang::En, 80))
    };
    assert_eq!(told(limits), expected);
    let one = told(Limits { answers: 1, ..PLAIN });
    assert!(
        one.ends_with("\n\n1 of 2 answers shown: `--page N` shows others, `--limit N` up to N at once.\n"),
        "{one}"
    );
}
