//! One error for one mistake, at its place.

use super::*;

#[test]
fn a_missing_full_stop_is_reported_at_the_end_of_the_rule() {
    assert_eq!(places("p(1)\nq(2).\n"), [("SY0102", 4, 4)]);
    assert_eq!(places("p(x) :- q(x) // end\nr(2).\n"), [("SY0102", 12, 12)]);
    assert_eq!(places("p(x) :- q(x)"), [("SY0102", 12, 12)]);
    assert_eq!(places("p(x) :- q(x)\n.output p\n"), [("SY0102", 12, 12)]);
    assert_eq!(places("p(x) :- x = 1\n@[a] q(2)."), [("SY0102", 13, 13)]);
}

#[test]
fn a_missing_comma_is_reported_at_the_next_literal() {
    assert_eq!(marked("p(x) :- q(x)\n  r(x), s(x,, y).\n"), [("SY0101", "r"), ("SY0101", ",")]);
}

#[test]
fn what_is_expected_and_found_is_named() {
    assert_eq!(errors(&parsed("p(1 2).")), ["SY0101 expected `,` or `)`, found `2`"]);
    assert_eq!(errors(&parsed("p(1).q(")), ["SY0101 expected a value or a variable, found the end of the text"]);
    assert_eq!(errors(&parsed("a(x) :- x.")), ["SY0101 expected a comparison such as `=` or `<`, found `.`"]);
    assert_eq!(errors(&parsed(":- a(1).")), ["SY0101 expected a declaration, a rule or a fact, found `:-`"]);
    let chinese: Vec<_> = parsed("p(1 2).").diagnostics.iter().map(|d| d.message(Lang::Zh)).collect();
    assert_eq!(chinese, ["此处应为：`,` 或 `)`；实为：`2`"]);
}

#[test]
fn an_unclosed_list_names_its_opening() {
    let parse = parsed("p(x :- q(x).");
    assert_eq!(parse.diagnostics.len(), 1);
    assert_eq!(parse.diagnostics[0].related[0].span.start, 1);
}

#[test]
fn reserved_words_are_no_names() {
    assert_eq!(marked(".decl count(x: number)"), [("SY0110", "count")]);
    assert_eq!(marked(".decl p(match: number)"), [("SY0110", "match")]);
    assert_eq!(marked("output(1)."), [("SY0110", "output")]);
    assert_eq!(
        marked("p(x) :- input(x), q(magic, ord)."),
        [("SY0110", "input"), ("SY0110", "magic"), ("SY0110", "ord")]
    );
    assert_eq!(marked("p(sum) :- q(sum), sum > 1."), [("SY0110", "sum"), ("SY0110", "sum"), ("SY0110", "sum")]);
    assert_eq!(marked("p(range: 1)."), [("SY0110", "range")]);
}

#[test]
fn names_of_arguments_belong_to_atoms() {
    assert_eq!(marked("p(f(a: 1), [b: 2], $C(c: 3), d: 4)."), [("SY0115", "a"), ("SY0115", "b"), ("SY0115", "c")]);
}

#[test]
fn aggregates_hold_no_disjunction() {
    assert_eq!(marked("p(x) :- x = count : { a(x); b(x) }."), [("SY0116", ";")]);
    assert_eq!(marked("p(x) :- x = count : { c(x), (a(x); b(x)) }; d(x)."), [("SY0116", ";")]);
}

#[test]
fn operators_of_other_languages() {
    let text = "p(x) :- x == 1, x => 2, x =< 3, x <> 4.";
    assert_eq!(marked(text), [("SY0119", "=="), ("SY0119", "=>"), ("SY0119", "=<"), ("SY0119", "<>")]);
    let help: Vec<_> = parsed(text).diagnostics.iter().map(|d| d.help(Lang::En)).collect();
    assert_eq!(help, ["write `=`", "write `>=`", "write `<=`", "write `!=`"]);
}

#[test]
fn comparisons_do_not_chain() {
    assert_eq!(marked("p(x) :- q(x), 1 < x < 3, r(x)."), [("SY0101", "<")]);
}

#[test]
fn annotations_must_be_balanced() {
    assert_eq!(marked("@[a(b]\np(1).\n"), [("SY0113", "(")]);
    assert_eq!(marked("@[a b\np(1).\n"), [("SY0113", "[")]);
    assert_eq!(marked("@[a b]\np(1).\n"), [("SY0101", "b")]);
    assert_eq!(marked("@[\"a\"]\np(1).\n"), [("SY0101", "\"a\"")]);
}

#[test]
fn docs_and_annotations_that_belong_to_nothing_are_warnings() {
    let text = "p(x) :- /// one\n/// two\n q(x).\n@[a]\n";
    assert_eq!(marked(text), [("SY0117", "/// one\n/// two"), ("SY0118", "@[a]")]);
    assert!(parsed(text).diagnostics.iter().all(|d| !d.is_error()));
    assert_eq!(marked(".comp C { p(1). @[a] }\n/// end"), [("SY0118", "@[a]"), ("SY0117", "/// end")]);
}

#[test]
fn diagnostics_come_in_text_order() {
    let found = places("p(1 2).\n/// a\nq(\"\\q\", ~).\nr(）.\n");
    assert!(found.is_sorted_by_key(|place| place.1));
    assert_eq!(found.len(), 4);
}
