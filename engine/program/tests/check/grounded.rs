//! Groundedness.

use crate::support::{checked, correct, findings};
use diagnostics::Lang;

const BASE: &str = ".decl a(x: number)\n.decl b(x: number, y: number)\n.decl f(x: float)\n.decl r(x: number)\n.decl p(x: number, y: number)\n\
     .output a, b, f, r, p\na(1). b(1, 2). f(1). p(0, 0).\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

#[test]
fn what_grounds() {
    correct(&format!(
        "{BASE}r(x) :- a(x).\nr(x) :- x = 1.\nr(x) :- 1 = x.\nr(x) :- a(y), z = x, y = z.\nr(x) :- a(y), x = y + 1.\n\
         r(x) :- a(y), y * 2 - 1 = x.\nr(x) :- x = count : a(_).\nr(x) :- x = range(0, 3).\nr(x) :- a(y), x = as(y, number).\n\
         r(x) :- a(y), as(x, number) = y.\nr(x) :- a(x), !b(x, _).\nr(x) :- a(y), !(x != y).\nr(x) :- a(x) ; b(_, x).\n\
         r(x) :- !(!a(x)).\nr(1) :- true.\nr(x) :- b(x, y), (y < 3 ; a(y)).\n"
    ));
}

#[test]
fn what_does_not() {
    assert_eq!(with("r(x) :- true."), ["SY0320 8:3"]);
    assert_eq!(with("r(x) :- !a(x)."), ["SY0320 8:3"]);
    assert_eq!(with("r(y) :- a(y), x > y."), ["SY0320 8:15"]);
    assert_eq!(with("r(y) :- a(y), x + 1 = y."), ["SY0320 8:15"]);
    assert_eq!(with("r(y) :- a(y), b(y, x + 1)."), ["SY0320 8:20"]);
    assert_eq!(with("r(1) :- a(y), !b(y, x)."), ["SY0320 8:21"]);
    assert_eq!(with("r(x) :- a(y), x != y."), ["SY0320 8:3"]);
    assert_eq!(with("r(1) :- f(y), y = as(x, float), as(x, number) > 0."), ["SY0320 8:22"]);
}

#[test]
fn only_the_root_is_told() {
    assert_eq!(with("p(x, y) :- y = x + 1."), ["SY0320 8:3"]);
    assert_eq!(with("p(x, y) :- y = x."), ["SY0320 8:3"]);
    assert_eq!(with("p(x, y) :- !b(x, y)."), ["SY0320 8:3", "SY0320 8:6"]);
    assert_eq!(with("p(x, y) :- x = y + 1, y = z * 2."), ["SY0320 8:27"]);
}

#[test]
fn every_alternative_counts() {
    assert_eq!(with("r(x) :- a(x) ; b(1, 2)."), ["SY0320 8:3"]);
    assert_eq!(with("r(x) :- b(1, y), (x = y ; y > 3)."), ["SY0320 8:3"]);
    assert_eq!(with("r(x) :- a(y), !(a(x), b(x, y))."), ["SY0320 8:3"]);
    let (files, checked) = checked(&format!("{BASE}r(x) :- a(x) ;\n b(1, 2)."));
    let found = &checked.diagnostics[0];
    assert_eq!(files.place(found.related[0].span).line, 9);
    assert_eq!(found.fill(found.related[0].text, Lang::En), "nothing gives it a value in this alternative");
}

#[test]
fn inline_is_ignored_where_it_may_be() {
    let text = ".decl a(x: number)\n.decl i(x: number) inline\n.output a\na(1).\ni(x) :- a(x), x > 1.\na(2) :- i(_).\n";
    assert_eq!(findings(text), [""; 0]);
    assert_eq!(correct(text).rules.len(), 2);
}

#[test]
fn alternatives_have_a_limit() {
    let body = ["(a(x) ; b(x, _))"; 17].join(", ");
    assert_eq!(with(&format!("r(x) :- {body}.")), ["SY0321 8:1"]);
    let body = ["(a(x) ; b(x, _))"; 12].join(", ");
    assert_eq!(with(&format!("r(x) :- {body}.")), Vec::<String>::new());
}
