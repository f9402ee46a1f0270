//! Whole trees, reviewed.

use super::*;

/// Kinds, places and texts of everything but blanks, indented, then the diagnostics.
fn drawn(text: &str) -> String {
    let parse = parsed(text);
    let tree = format!("{:#?}", parse.tree());
    let lines = tree.lines().filter(|line| !line.trim_start().starts_with("WHITESPACE"));
    let mut drawn = lines.collect::<Vec<_>>().join("\n");
    for error in errors(&parse) {
        drawn = format!("{drawn}\n{error}");
    }
    drawn
}

#[test]
fn a_documented_declaration() {
    insta::assert_snapshot!(drawn(
        "//! Leases.\n/// A lease.\n@[norm(code = \"CC\", article = 725)]\n.decl lease(id: symbol, /// in years\n  term: number<>) \
         btree choice-domain id, (id, term)\n"
    ));
}

#[test]
fn a_rule_with_every_kind_of_literal() {
    insta::assert_snapshot!(drawn(
        "a(x), b(x) :- c(n: x, _), !(d(x); x != 1), f(x) < 3, match(\"a\", x), true.\n.plan 0:(1, 2)\n"
    ));
}

#[test]
fn a_rule_with_every_kind_of_term() {
    insta::assert_snapshot!(drawn(
        "a(x) :- x = -2 ^ 3 ^ y * 4 + [1, nil] - $B(_) + as(z, t.u) + @f(1) + sum y : { c(y), !d(y) } + (@@g y : 0, c(y)).\n"
    ));
}

#[test]
fn types_components_and_directives() {
    insta::assert_snapshot!(drawn(
        ".type S <: symbol\n.type U = S | T\n.type R = [a: S]\n.type A = B {x: S} | C {}\n.comp X<T> : Y<T> {\n  .input r(IO=file)\n}\n\
         .init x = X<S>\n"
    ));
}

#[test]
fn a_rule_with_errors() {
    insta::assert_snapshot!(drawn("a(x :- b(x,, y), c(]), x = .\nd(1)\n"));
}
