//! What the core does not support is refused, once and at its place.

use crate::support::findings;

const BASE: &str = ".decl a(x: number)\n.decl s(x: symbol)\n.output a, s\na(1). s(\"\").\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

#[test]
fn declarations() {
    for (text, place) in [
        (".comp C<T> { .decl c(x: T) }", "5:1"),
        (".functor f(x: number): number\na(@f(1)).", "6:3"),
        (".type L = Low {} | High {}\n.lattice L<> { Lub -> @f(_, _) }\n.decl l(x: L<>)\n.input l", "7:9"),
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
        ("a(@f(x)) :- a(x).", "5:3"),
        ("a(x) :- x = @@f y : 0, { a(y) }.", "5:13"),
        ("s(__FILE__).", "5:3"),
        ("a(__LINE__).", "5:3"),
    ] {
        assert_eq!(with(text), [format!("SY0299 {place}")], "{text}");
    }
}

#[test]
fn directives() {
    for (text, place) in [
        (".input a(IO=sqlite, filename=\"x\")", "5:13"),
        (".input a(IO=json)", "5:13"),
        (".input a(IO=odd)", "5:13"),
        (".input a(filename=\"a.facts.gz\")", "5:19"),
        (".output a(compress=true)", "5:11"),
        (".output a(format=\"list\")", "5:11"),
        (".output a(IO=jsonfile)", "5:14"),
    ] {
        assert_eq!(with(text), [format!("SY0299 {place}")], "{text}");
    }
}
