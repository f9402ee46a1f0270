//! Full-width signs, letters and digits.

use super::*;

#[test]
fn chinese_names_need_no_ascii() {
    let rule = rule("线索(编号, 案号) :- 租约(编号: 编号), !占有(案号).");
    assert_eq!(rule.heads()[0].name().unwrap().dotted(), "线索");
}

#[test]
fn each_full_width_sign_is_one_error_and_reading_goes_on() {
    let text = "线索（x，y）：－租约（x、y）；x！＝y，（x＜＝“甲”）。";
    let found: Vec<&str> = marked(text).into_iter().map(|(_, sign)| sign).collect();
    assert_eq!(
        found,
        ["（", "，", "）", "：－", "（", "、", "）", "；", "！＝", "，", "（", "＜＝", "“", "”", "）", "。"]
    );
    assert!(marked(text).iter().all(|(code, _)| *code == "SY0107"));
    let parse = parsed(text);
    let rules = rules(&parse);
    assert_eq!(rules[0].body().unwrap().conjunctions().len(), 2);
}

#[test]
fn the_message_names_the_half_width_sign() {
    assert_eq!(
        errors(&parsed("p(1)：-q(1)。")),
        ["SY0107 `：-` must be written `:-`", "SY0107 `。` must be written `.`"]
    );
}

#[test]
fn the_ideographic_full_stop_ends_a_rule() {
    assert_eq!(rules(&parsed("甲(1)。乙(2)。")).len(), 2);
}

#[test]
fn an_ideographic_blank_is_reported() {
    assert_eq!(marked("p(1,\u{3000}2)."), [("SY0107", "\u{3000}")]);
}

#[test]
fn full_width_quotes_within_a_string_are_text() {
    clean("p(\"甲“乙”，丙。\").");
}

#[test]
fn a_full_width_quote_may_close_a_string_by_mistake() {
    assert_eq!(marked("p(\"甲”).\nq(1).\n"), [("SY0107", "”")]);
}

#[test]
fn full_width_letters_and_digits_are_named_with_their_fold() {
    let parse = parsed("ｐ(１２, x３, ４.５).");
    let messages: Vec<String> = parse.diagnostics.iter().map(|d| d.help(Lang::En)).collect();
    assert_eq!(messages, ["write `p`", "write `12`", "write `x3`", "write `4.5`"]);
    assert!(parse.diagnostics.iter().all(|d| d.code() == "SY0108"));
}
