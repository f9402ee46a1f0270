//! Steps as sentences. Written by hand, then compared.

use diagnostics::Lang;

use super::given::{Given, PLAIN, auction, row};
use crate::Sentences;

/// The sentences of all nodes of a fact's derivation.
fn said(given: &Given, relation: &str, args: &[&str], lang: Lang) -> Vec<String> {
    let args = row(args).into_iter().map(Some).collect();
    given.why(relation, args, &PLAIN, |derivation, model| {
        let sentences = Sentences::new(derivation, model, &given.files, lang);
        (0..derivation.nodes.len()).map(|id| sentences.of(id)).collect()
    })
}

#[test]
fn every_step_of_a_clue_in_both_languages() {
    let expected = [
        r#"拍卖("案-1", "P-1", d"2021-01-05")"#,
        r#"租约("L-1", "P-1", d"2001-03-01", 20, 1000m)"#,
        r#"付款("L-1", 300m)"#,
        r#"付款("L-1", 400.5m)"#,
        "长租年限(10)",
        "2021-01-05 加 1 日（即 2021-01-06）",
        "2001-03-01 加 20 年（即 2021-03-01）",
        "日（2021-01-05）加 1 日（即 2021-01-06）早于起（2001-03-01）加 20 年（即 2021-03-01）",
        "期（20）不少于年（10）",
        r#"长租("案-1", "L-1")"#,
        r#"总：付款(租, 额) 中额的合计（租 = "L-1"）为 700.5，共 2 项"#,
        "总（700.5）÷金（1000）不低于 0.5",
        r#"付清("L-1", 700.5m)"#,
        r#"查无 占有("P-1", _)"#,
        r#"线索("案-1", "L-1")"#,
    ];
    assert_eq!(said(&auction(), "线索", &["案-1", "L-1"], Lang::Zh), expected);
    let english = said(&auction(), "线索", &["案-1", "L-1"], Lang::En);
    assert_eq!(
        english[7],
        "日 (2021-01-05) plus 1 day (= 2021-01-06) is earlier than 起 (2001-03-01) plus 20 years (= 2021-03-01)"
    );
    assert_eq!(english[10], r#"总: the sum of 额 over 付款(租, 额), for 租 = "L-1", is 700.5, 2 items"#);
    assert_eq!(english[13], r#"there is no 占有("P-1", _)"#);
}

#[test]
fn a_value_is_said_with_what_it_is_computed_from() {
    let given = Given::program(
        ".decl a(x: number, s: symbol)\na(5, \"起\").\n.decl b(x: number, s: symbol)\n.output b\n\
         b(y, t) :- a(x, s), y = (x + 1) * 2 - x, t = cat(s, \"!\"), y != 3, !contains(\"x\", s).\n",
    );
    let said = said(&given, "b", &["7", "起!"], Lang::Zh);
    assert!(said.contains(&"y（7）即((x（5）+1)×2)-x（5）".to_owned()), "{said:?}");
    assert!(said.contains(&"t（“起!”）即 cat(s（“起”）, “!”)".to_owned()), "{said:?}");
    assert!(said.contains(&"y（7）不等于 3".to_owned()), "{said:?}");
    assert!(said.contains(&"“起”不含“x”".to_owned()), "{said:?}");
}

/// A lease, its payments, and that nobody lives there, each in words of their own.
pub(super) fn leases() -> Given {
    let program = "\
@[zh = \"租约{编号}的标的是{标的}，租金{租金}元\", en = \"lease {编号} is of {标的}, the rent is {租金}\"]
@[zh_not = \"标的{标的}没有租约\", en_not = \"there is no lease of {标的}\"]
.decl 租约(编号: symbol, 标的: symbol, 租金: decimal)
@[zh = \"租约{租约}于{日}付租\", en = \"rent was paid on {日} for lease {租约}\"]
@[zh_count = \"租约{租约}有{count}个付租日\", en_count = \"there are {count} days of payment for lease {租约}\"]
.decl 付租(租约: symbol, 日: date)
@[zh = \"有人占有{标的}\", en = \"somebody is in possession of {标的}\"]
@[zh_not = \"没有人占有{标的}\", en_not = \"nobody is in possession of {标的}\"]
.decl 占有(标的: symbol, 何人: symbol)
.input 租约, 付租, 占有(rfc4180=true)
@[zh = \"租约{租约}可疑\", en = \"lease {租约} is suspicious\"]
.decl 可疑(租约: symbol)
.output 可疑
@[zh = \"租约{租}{{甲}}只付过{次数}次租金\", en = \"for lease {租} rent was paid {次数} times only\"]
可疑(租) :- 租约(租, 物, _), 次数 = count : 付租(租, _), 次数 < 3, !占有(物, _).
可疑(租) :- 租约(租, \"\", _).
";
    Given::program(program)
        .records("租约", vec![row(&["L-1", "东城一号", "1000m"]), row(&["L-2", "", "10m"])])
        .records("付租", vec![row(&["L-1", "2021-01-05"]), row(&["L-1", "2022-01-05"])])
        .records("占有", vec![row(&["", "某人"])])
}

#[test]
fn templates_are_filled() {
    let zh = said(&leases(), "可疑", &["L-1"], Lang::Zh);
    let expected = [
        "租约 L-1 的标的是东城一号，租金 1000 元",
        "租约 L-1 于 2021-01-05 付租",
        "租约 L-1 于 2022-01-05 付租",
        "次数：租约 L-1 有 2 个付租日",
        "次数（2）少于 3",
        "没有人占有东城一号",
        "租约 L-1{甲}只付过 2 次租金",
    ];
    assert_eq!(zh, expected);
    let en = said(&leases(), "可疑", &["L-1"], Lang::En);
    assert_eq!(en[3], "次数: there are 2 days of payment for lease L-1");
    assert_eq!(en[5], "nobody is in possession of 东城一号");
    assert_eq!(en[6], "for lease L-1 rent was paid 2 times only");
}

#[test]
fn a_rule_without_a_template_says_what_its_relation_says() {
    let zh = said(&leases(), "可疑", &["L-2"], Lang::Zh);
    assert_eq!(zh, ["租约 L-2 的标的是（空白），租金 10 元", "租约 L-2 可疑"]);
}

#[test]
fn what_may_be_anything_is_said_so() {
    let given = Given::program(
        "@[zh = \"甲{a}有{b}\", en = \"{a} has {b}\"]\n@[zh_not = \"{a}没有{b}\", en_not = \"{a} has no {b}\"]\n\
         .decl p(a: symbol, b: symbol)\np(\"x\", \"y\").\n.decl q(a: symbol)\nq(\"z\").\n.decl r(a: symbol)\n.output r\n\
         r(a) :- q(a), !p(a, _).\n",
    );
    assert_eq!(said(&given, "r", &["z"], Lang::Zh)[1], "z 没有（不限）");
    assert_eq!(said(&given, "r", &["z"], Lang::En)[1], "z has no (any)");
}

#[test]
fn no_record_steers_the_terminal_or_says_a_template() {
    let given = Given::program(
        "@[zh = \"值为{a}\", en = \"the value is {a}\"]\n.decl p(a: symbol)\n.input p\n.decl q(a: symbol)\n.output q\nq(a) :- p(a).\n",
    )
    .records("p", vec![row(&["{a}\u{1b}[31m\u{202e}"])]);
    let said = given.why("p", vec![None], &PLAIN, |derivation, model| {
        Sentences::new(derivation, model, &given.files, Lang::En).of(0)
    });
    assert_eq!(said, "the value is {a}\\u{1b}[31m\\u{202e}");
}

#[test]
fn a_parameter_comes_before_the_value_that_a_rule_asks_for() {
    let given = Given::program(
        ".param reading : symbol { \"strict\", source: \"contested\" }\n.decl p(x: number)\np(1).\n\
         .decl q(x: number)\n.output q\nq(x) :- p(x), reading(\"strict\").\n",
    );
    let said = said(&given, "q", &["1"], Lang::En);
    assert!(said.contains(&"reading (“strict”) is “strict”".to_owned()), "{said:?}");
}
