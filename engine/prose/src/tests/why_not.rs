//! Why-nots as they should read.

use diagnostics::Lang;
use values::Value;

use super::given::{Given, auction, row};
use crate::why_not_text;

fn told(given: &Given, relation: &str, args: Vec<Option<Value>>, lang: Lang) -> String {
    given.why_not(relation, args, |why_not, question, model, places| {
        why_not_text(why_not, question, model, places, &given.files, lang, 80)
    })
}

#[test]
fn an_exception_that_is_met_is_shown() {
    let expected = r#"线索("案-2", "L-2") does not hold.
1 rule could give it; for each the first premise that fails:

rule `长租低价`, case 1 of 2, m.dl:21; norms 民法典_725, 异议规定_31
│ holds: 长租("案-2", "L-2")
│ holds: 租约("L-2", "P-2", d"2001-03-01", 20, 1000m)
│     record: 租约.csv, row 3
│ holds: 付清("L-2", _)
└ fails: !占有(物, _)
    with 物 = "P-2"
    there is 占有("P-2", "张某")
      records: 占有.csv, rows 2, 100

rule `长租低价`, case 2 of 2, m.dl:21; norms 民法典_725, 异议规定_31
│ holds: 长租("案-2", "L-2")
│ holds: 租约("L-2", "P-2", d"2001-03-01", 20, 1000m)
│     record: 租约.csv, row 3
└ fails: contains("免", 租)
    with 租 = "L-2"
"#;
    let args = row(&["案-2", "L-2"]).into_iter().map(Some).collect();
    assert_eq!(told(&auction(), "线索", args, Lang::En), expected);
}

#[test]
fn premises_that_could_not_be_decided_yet_are_not_said_to_hold() {
    let given = Given::program(
        ".decl a(x: number)\n.output a\na(1).\n.decl b(x: number)\n.output b\n\
         .decl c(x: number)\n.output c\nc(x) :- a(x), y > 3, x + 1 > 1, b(y).\n",
    );
    let told = told(&given, "c", vec![None], Lang::En);
    assert!(told.ends_with("│ holds: a(1)\n│     stated in the rules: m.dl:3\n│ holds: x + 1 > 1\n└ fails: b(y)\n    `b` has no facts\n"), "{told}");
}

#[test]
fn a_missing_fact_is_told_with_what_was_looked_for() {
    let expected = r#"没有事实符合 长租("案-3", _)。
有 1 条规则可能得出，以下逐条列出首个不成立的前提：

规则 `长租#1`，m.dl:12；依据 民法典_725
└ 不成立：拍卖(案, 物, 日)
    其中 案 = "案-3"
    `拍卖` 的 2 条事实中，没有一条符合 拍卖("案-3", _, _)
"#;
    assert_eq!(told(&auction(), "长租", vec![Some(Value::symbol("案-3")), None], Lang::Zh), expected);
}

#[test]
fn a_relation_without_rules_says_where_its_records_are() {
    let expected = r#"占有("P-9", "李某") does not hold.
No rule and no record gives `占有` such a fact.
`占有` holds 1 fact, from 占有.facts.
"#;
    let args = row(&["P-9", "李某"]).into_iter().map(Some).collect();
    assert_eq!(told(&auction(), "占有", args, Lang::En), expected);
}

#[test]
fn an_aggregate_that_has_another_value_is_told_with_its_value() {
    let expected = r#"付清("L-1", 3m) 不成立。
有 1 条规则可能得出，以下逐条列出首个不成立的前提：

规则 `付清#1`，m.dl:14
│ 成立：租约("L-1", "P-1", d"2001-03-01", 20, 1000m)
│     记录：租约.csv 第 2、100 行
└ 不成立：总 = sum 额 : 付款(租, 额)
    其中 租 = "L-1"，总 = 3
    总和实际为 700.5
"#;
    let args = row(&["L-1", "3m"]).into_iter().map(Some).collect();
    assert_eq!(told(&auction(), "付清", args, Lang::Zh), expected);
}
