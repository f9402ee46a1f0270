//! Numbers, strings and dates.

use super::*;
use crate::SyntaxKind::{self, *};
use crate::ast::Term;

/// Kind and text of the constant `text` is.
fn constant(text: &str) -> (SyntaxKind, String) {
    let rule = rule(&format!("p({text})."));
    let Some(Term::Constant(constant)) = rule.heads()[0].arguments()[0].term() else { panic!("{text}") };
    let token = constant.token().unwrap();
    (token.kind(), token.string_value().unwrap_or_else(|| token.text().to_owned()))
}

#[test]
fn each_form_of_number_has_its_kind() {
    for (text, kind) in [
        ("010", INTEGER),
        ("0x1F", INTEGER),
        ("0b101", INTEGER),
        ("12u", UNSIGNED),
        ("0xFu", UNSIGNED),
        ("1.5", FLOAT),
        ("12.50m", DECIMAL),
        ("2000m", DECIMAL),
        ("255.0.0.1", IPV4),
        ("99999999999999999999", INTEGER),
    ] {
        assert_eq!(constant(text), (kind, text.to_owned()));
    }
}

#[test]
fn what_starts_like_a_number_and_is_none_is_one_error() {
    for text in ["12abc", "1_000", "1e5", "1.5e3", "1.5u", "12.50mm", "0xZ", "12元", "256.0.0.1", "1.2.3.4x"] {
        assert_eq!(marked(&format!("p({text}).")), [("SY0112", text)]);
    }
}

#[test]
fn a_word_operator_behind_a_zero_is_no_binary_number() {
    clean("p(0band 4).");
    clean("p(12uband 4).");
    clean("p(1.5band 4).");
}

#[test]
fn escapes_are_resolved() {
    assert_eq!(constant(r#""a\"\'\\\a\b\f\n\r\t\vb""#), (STRING, "a\"'\\\u{7}\u{8}\u{c}\n\r\t\u{b}b".to_owned()));
}

#[test]
fn an_unknown_escape_is_reported_and_kept() {
    let text = r#"p("a\qb\n")."#;
    assert_eq!(marked(text), [("SY0105", r"\q")]);
    let rules = rules(&parsed(text));
    let Some(Term::Constant(constant)) = rules[0].heads()[0].arguments()[0].term() else { panic!() };
    assert_eq!(constant.token().unwrap().string_value().unwrap(), "a\\qb\n");
}

#[test]
fn a_string_may_span_lines() {
    assert_eq!(constant("\"a\nb\""), (STRING, "a\nb".to_owned()));
}

#[test]
fn dates_are_literals_of_their_own() {
    assert_eq!(constant("d\"2021-01-01\""), (DATE, "2021-01-01".to_owned()));
    assert_eq!(constant("d\"31 February\""), (DATE, "31 February".to_owned()));
}

#[test]
fn an_unclosed_string_ends_with_its_line() {
    assert_eq!(marked("p(\"abc).\nq(1).\n"), [("SY0103", "\"abc).")]);
    assert_eq!(rules(&parsed("p(\"abc).\nq(1).\n")).len(), 2);
}

#[test]
fn an_unclosed_string_does_not_turn_the_others_inside_out() {
    let text = "p(\"abc).\nq(\"def\").\nr(\"ghi).\ns(\"x\ny\").\n";
    assert_eq!(marked(text), [("SY0103", "\"abc)."), ("SY0103", "\"ghi).")]);
}

#[test]
fn an_unclosed_comment_is_reported_at_its_opening() {
    assert_eq!(marked("p(1).\n/* a\nq(2).\n"), [("SY0104", "/*")]);
}

#[test]
fn comments_do_not_nest() {
    assert_eq!(rules(&clean("/* /* */ p(1). // q(2).\n/**/ r(3).")).len(), 2);
}

#[test]
fn a_run_of_illegal_characters_is_one_error() {
    assert_eq!(marked("p(1).\u{0}\u{0}~~ q(2)."), [("SY0106", "\u{0}\u{0}~~")]);
    let parse = parsed("p(\u{200b}1).");
    assert_eq!(errors(&parse), ["SY0106 no meaning here: U+200B"]);
}

#[test]
fn signs_of_other_languages_are_answered_with_ours() {
    assert_eq!(errors(&parsed("p(x) :- q(x), ¬r(x).")), ["SY0119 `¬` must be written `!`"]);
    assert_eq!(errors(&parsed("p(x) :- q(x), x ≥ 3.")), ["SY0119 `≥` must be written `>=`"]);
    assert_eq!(errors(&parsed("p('a').")), ["SY0119 `'` must be written `\"`"; 2]);
    assert_eq!(marked("p(x) :- ~q(x) && r(x)."), [("SY0119", "~"), ("SY0119", "&&")]);
}

#[test]
fn grouped_numbers_and_percentages_are_no_numbers() {
    assert_eq!(marked("p(x) :- q(x), x > 1,000."), [("SY0112", "1,000")]);
    assert_eq!(marked("p(x) :- q(x), x > 1,000,000, r(x)."), [("SY0112", "1,000,000")]);
    assert_eq!(marked("p(x) :- q(x), 12,500 < x, r(x)."), [("SY0112", "12,500")]);
    assert_eq!(marked("p(x) :- q(x), x > 70%."), [("SY0112", "70%")]);
    assert_eq!(marked("p(x) :- q(x), (x > 7.5%; r(x))."), [("SY0112", "7.5%")]);
    // These are something else.
    assert_eq!(marked("p(x) :- q(x), x > 1, 000."), [("SY0101", ".")]);
    assert_eq!(marked("p(x) :- q(x), x > y %."), [("SY0101", ".")]);
    clean("p(x) :- x=1,200<x, x = 70 % 3, q(1,000).");
}

#[test]
fn a_byte_order_mark_is_a_blank_at_the_start_only() {
    clean("\u{feff}p(1).");
    assert_eq!(marked("p(1).\u{feff}"), [("SY0106", "\u{feff}")]);
}

#[test]
fn a_megabyte_of_one_identifier_is_read() {
    for letter in ["a", "债"] {
        let name = letter.repeat((1 << 20) / letter.len());
        let rule = rule(&format!("{name}(1)."));
        assert_eq!(rule.heads()[0].name().unwrap().dotted(), name);
    }
}

#[test]
fn a_megabyte_of_any_token_is_read() {
    let long = |piece: &str| piece.repeat((1 << 20) / piece.len());
    clean(&format!("p(1).{}//{}\n/*{}*/\n#{}\n#{}", long(" \n"), long("注"), long("a\n"), long("b"), long("\\\n")));
    assert_eq!(constant(&long("1")).0, INTEGER);
    assert_eq!(constant(&format!("\"{}\"", long("文"))).1.len(), (1 << 20) - 1);
}

#[test]
fn messages_do_not_repeat_a_megabyte() {
    let parse = parsed(&format!("p(1 {}).", "a".repeat(1 << 20)));
    assert!(errors(&parse)[0].len() < 200);
}
