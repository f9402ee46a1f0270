//! Deep and long programs.

use super::*;
use crate::ast::{Literal, Term};

/// Opens and closes `levels` times around `inner`.
fn nest(levels: usize, open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(levels), close.repeat(levels))
}

/// Ways to nest terms and bodies: a rule around `levels` levels.
fn nested(levels: usize) -> Vec<String> {
    let term = |text: String| format!("p(x) :- q(x), x = {text}.");
    vec![
        term(nest(levels, "(", "1", ")")),
        term(nest(levels, "[", "1", "]")),
        term(nest(levels, "cat(", "x", ", x)")),
        term(nest(levels, "$B(", "x", ")")),
        term(nest(levels, "@f(", "x", ")")),
        term(nest(levels, "as(", "x", ", number)")),
        term(nest(levels, "-", "x", "")),
        term(nest(levels, "x ^ -", "x", "")),
        term(nest(levels, "min 1 : { x = ", "1", "}")),
        format!("p(x) :- {}.", nest(levels, "(", "q(x)", ")")),
        format!("p(x) :- {}.", nest(levels, "!", "q(x)", "")),
        nest(levels, ".comp C { ", "", "}"),
    ]
}

#[test]
fn nesting_below_the_limit_is_read() {
    for text in nested(490) {
        clean(&text);
    }
}

#[test]
fn nesting_beyond_the_limit_is_one_error_at_its_place() {
    for text in nested(600) {
        let found = marked(&text);
        assert!(matches!(found[..], [("SY0109", _)]), "{found:?} in {}", &text[..40]);
    }
    assert_eq!(places(&format!("p({}).", nest(600, "(", "1", ")"))), [("SY0109", 501, 502)]);
}

#[test]
fn nesting_without_end_is_refused_without_recursion() {
    for text in nested(100_000) {
        assert!(marked(&text).iter().any(|(code, _)| *code == "SY0109"));
    }
    for open in [
        "(",
        "[",
        "{",
        "p(",
        "!",
        "-",
        "!(",
        "x = (",
        ".comp C { ",
        "count : { ",
        "@[",
        "not ",
        "not (",
        "unless (",
        ".norm a { ",
        "version { ",
    ] {
        parsed(&open.repeat(100_000));
        parsed(&format!("p(x) :- {}", open.repeat(100_000)));
    }
    for close in [")", "]", "}", ").", "})"] {
        parsed(&close.repeat(100_000));
    }
}

#[test]
fn reading_goes_on_behind_what_is_too_deep() {
    let text = format!("p({}, ).\nq(,1).\n", nest(600, "(", "1", ")"));
    let codes: Vec<&str> = places(&text).into_iter().map(|(code, ..)| code).collect();
    assert_eq!(codes, ["SY0109", "SY0101", "SY0101"]);
}

#[test]
fn ten_thousand_terms_are_one_chain() {
    for operator in [" + ", " ^ ", " lor ", " * "] {
        let rule = rule(&format!("p(x) :- x = {}.", vec!["1"; 10_000].join(operator)));
        let Literal::Comparison(comparison) = &rule.body().unwrap().conjunctions()[0].literals()[0] else { panic!() };
        let Some(Term::Chain(chain)) = comparison.right() else { panic!() };
        assert_eq!(chain.rest().len(), 9_999);
    }
}

#[test]
fn ten_thousand_literals_are_one_conjunction() {
    let rule = rule(&format!("p(x) :- {}.", vec!["q(x)"; 10_000].join(", ")));
    assert_eq!(rule.body().unwrap().conjunctions()[0].literals().len(), 10_000);
}

#[test]
fn ten_thousand_disjuncts_are_one_body() {
    let rule = rule(&format!("p(x) :- {}.", vec!["q(x)"; 10_000].join("; ")));
    assert_eq!(rule.body().unwrap().conjunctions().len(), 10_000);
}

#[test]
fn long_lists_are_flat() {
    let text = format!("p({}).", vec!["1"; 10_000].join(", "));
    assert_eq!(rule(&text).heads()[0].arguments().len(), 10_000);
    assert_eq!(items(&clean(&"p(1).\n".repeat(10_000))).len(), 10_000);
    assert_eq!(rule(&format!("{}(1).", vec!["a"; 10_000].join("."))).heads()[0].name().unwrap().parts().len(), 10_000);
}
