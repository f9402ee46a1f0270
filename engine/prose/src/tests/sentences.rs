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
        "期（20）不低于年（10）",
        r#"长租("案-1", "L-1")"#,
        r#"总：付款(租, 额) 中额的合计（租 = "L-1"）为 700.5，共 2 项"#,
        "总（700.5） ÷ 金（1000）不低于 0.5",
        r#"付清("L-1", 700.5m)"#,
        r#"没有 占有("P-1", _)"#,
        r#"线索("案-1", "L-1")"#,
    ];
    assert_eq!(said(&auction(), "线索", &["案-1", "L-1"], Lang::Zh), expected);
    let english = said(&auction(), "线索", &["案-1", "L-1"], Lang::En);
    assert_eq!(
        english[7],
        "日 (2021-01-05) plus 1 day (= 2021-01-06) is earlier than 起 (2001-03-01) plus 20 years (= 2021-03-01)"
    );
    assert_eq!(english[10], r#"总: the sum of 额 over 付款(租, 额), for 租 = "L-1", is 700.5, 2 items"#);
    assert_eq!(english[13], r#"no 占有("P-1", _)"#);
}

#[test]
fn a_value_is_said_with_what_it_is_computed_from() {
    let given = Given::program(
        ".decl a(x: number, s: symbol)\na(5, \"起\").\n.decl b(x: number, s: symbol)\n.output b\n\
         b(y, t) :- a(x, s), y = (x + 1) * 2 - x, t = cat(s, \"!\"), y != 3, !contains(\"x\", s).\n",
    );
    let said = said(&given, "b", &["7", "起!"], Lang::Zh);
    assert!(said.contains(&"y（7）即((x（5） + 1) × 2) - x（5）".to_owned()), "{said:?}");
    assert!(said.contains(&"t（“起!”）即 cat(s（“起”）, “!”)".to_owned()), "{said:?}");
    assert!(said.contains(&"y（7）不等于 3".to_owned()), "{said:?}");
    assert!(said.contains(&"“起”不含“x”".to_owned()), "{said:?}");
}
