//! What the core does not support is refused, once and at its place.

use crate::support::findings;

const BASE: &str = ".decl a(x: number)\n.decl s(x: symbol)\n.output a, s\na(1). s(\"\").\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

#[test]
fn declarations() {
    for (text, place) in [
        (".type R = [x: number, y: R]\n.decl b(r: R)\nb(nil). b([1, nil]).\na(x) :- b([x, _]).", "5:1"),
        (".type D = A {x: number} | B {}\n.decl b(d: D)\nb($A(1)).\na(x) :- b($A(x)).", "5:1"),
        (".comp C<T> { .decl c(x: T) }", "5:1"),
        (".functor f(x: number): number\na(@f(1)).", "5:1"),
        (".lattice number<> { Lub -> @f(_, _) }", "5:1"),
        ("#define X 1\n", "5:1"),
    ] {
        assert_eq!(with(text), [format!("SY0299 {place}")], "{text}");
    }
}

#[test]
fn instances_of_components() {
    assert_eq!(with(".init i = C\na(x) :- i.b(x).\n.output i.b"), ["SY0299 5:1"]);
}

#[test]
fn terms() {
    for (text, place) in [
        ("a(x) :- a(x), [x, 1] = [y, z], y > z.", "5:15"),
        ("a(x) :- a(x), x = $.", "5:19"),
        ("a(autoinc()) :- a(_).", "5:3"),
        ("a(recursive_iteration_cnt()) :- a(_).", "5:3"),
        ("a(@f(x)) :- a(x).", "5:3"),
        ("a(x) :- x = @@f y : 0, { a(y) }.", "5:13"),
        ("s(__FILE__).", "5:3"),
        ("a(__LINE__).", "5:3"),
    ] {
        assert_eq!(with(text), [format!("SY0299 {place}")], "{text}");
    }
}
