//! Independent mistakes are all reported in one run, and nothing else.

use super::*;

/// Lines with one mistake each, its code and where it is marked.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("p(1 2).", "SY0101", "2"),
    ("p(1)", "SY0102", ""),
    ("p(x :- q(x).", "SY0101", ":-"),
    ("p(x) :- q(x)), r(x).", "SY0101", ")"),
    ("p(x) :- q(x) r(x).", "SY0101", "r"),
    ("p(x) :- .", "SY0101", "."),
    ("p(x) :- q(x),.", "SY0101", "."),
    ("p(x) :- x <.", "SY0101", "."),
    ("p(x) :- x + = 3.", "SY0101", "="),
    ("p(x) :- (q(x); r(x).", "SY0101", "."),
    ("p(x) :- q([1, 2), r(x).", "SY0101", ")"),
    ("p(x) :- x = count : 3.", "SY0101", "3"),
    ("p(x) :- x = count { q(x) }.", "SY0101", "{"),
    ("p(x) :- x = sum y : { q(y), }, r(x).", "SY0101", "}"),
    ("p(x) :- x = cat(1, , 2).", "SY0101", ","),
    ("p :- q(x).", "SY0101", ":-"),
    ("p(x), q(x).", "SY0101", "."),
    ("p(x) = 3.", "SY0101", "="),
    ("?- p(x).", "SY0101", "-"),
    ("| p(x).", "SY0101", "|"),
    ("{ p(x) }.", "SY0101", "{"),
    (".decl p(x number)", "SY0101", "number"),
    (".decl p(x: )", "SY0101", ")"),
    (".decl p", "SY0101", ""),
    (".decl p(x: number = 3)", "SY0101", "="),
    (".decl (x: number)", "SY0101", "("),
    (".type = number", "SY0101", "="),
    (".type T <: 3", "SY0101", "3"),
    (".input p(IO file)", "SY0101", "file"),
    (".input p(IO=)", "SY0101", ")"),
    (".input(p)", "SY0114", ".input"),
    (".outputs p", "SY0111", ".outputs"),
    (".pragma a", "SY0101", "a"),
    (".include x", "SY0101", "x"),
    (".init a C", "SY0101", "C"),
    ("p(\"abc).", "SY0103", "\"abc)."),
    ("p(\"a\\qb\").", "SY0105", "\\q"),
    ("p(1) §.", "SY0106", "§"),
    ("p（1).", "SY0107", "（"),
    ("ｐ(1).", "SY0108", "ｐ"),
    ("p(max).", "SY0110", "max"),
    ("p(12abc).", "SY0112", "12abc"),
    ("@[a(] p(1).", "SY0113", "("),
    ("p(x) :- q(f(a: x)).", "SY0115", "a"),
    ("p(x) :- x = count : { q(x); r(x) }.", "SY0116", ";"),
    ("p(x) :- q(x), x == 3.", "SY0119", "=="),
    ("p(x) :- not !q(x).", "SY0120", "not"),
    ("p(x) <= p(y).", "SY0101", "."),
    ("p(x) :- 1 < x < 3, q(x).", "SY0101", "<"),
    ("p(x) :- q(x.y), r(x).", "SY0101", "."),
];

#[test]
fn fifty_mistakes_give_fifty_diagnostics() {
    assert_eq!(MISTAKES.len(), 50);
    let mut text = String::new();
    let mut starts = Vec::new();
    for (line, ..) in MISTAKES {
        starts.push(text.len() as u32);
        text.push_str(&format!("{line}\nok(1).\n"));
    }
    let found = places(&text);
    let lines: Vec<usize> = found.iter().map(|(_, start, _)| starts.partition_point(|s| s <= start)).collect();
    assert_eq!(lines, (1..=50).collect::<Vec<_>>());
    let codes: Vec<&str> = found.iter().map(|(code, ..)| *code).collect();
    assert_eq!(codes, MISTAKES.iter().map(|(_, code, _)| *code).collect::<Vec<_>>());
    let correct = rules(&parsed(&text)).iter().filter(|rule| rule.text() == "ok(1).").count();
    assert_eq!(correct, 50);
}

#[test]
fn each_mistake_alone_is_one_diagnostic_at_its_place() {
    for (line, code, place) in MISTAKES {
        let text = format!("{line}\n.once\n");
        let found = marked(&text);
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert_eq!(found[0].0, *code, "{line}");
        assert!(place.is_empty() || found[0].1 == *place, "{line}: {found:?}");
    }
}

#[test]
fn mistakes_in_one_rule_are_independent() {
    let text = "p(x) :- q(x y), r(,1), (s(x) t(x); x = ), { , u(x), x = [1 2] + cat(3 4).";
    let found: Vec<&str> = marked(text).into_iter().map(|(_, place)| place).collect();
    assert_eq!(found, ["y", ",", "t", ")", "{", "2", "4"]);
}

#[test]
fn a_mistake_in_a_component_does_not_end_it() {
    let text = ".comp C {\n  .decl p(x: number\n  p(1 2).\n  p(3).\n}\nq(1).\n";
    assert_eq!(places(text).len(), 2);
    assert_eq!(items(&parsed(text)).len(), 2);
}
