//! What the core does not support is refused, once and at its place.

use crate::support::findings;

const BASE: &str = ".decl a(x: number)\n.decl s(x: symbol)\n.output a, s\na(1). s(\"\").\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

#[test]
fn declarations() {
    for (text, place) in [
        (".functor f(x: number): number\na(@f(1)).", "6:3"),
        (".type L = Low {} | High {}\n.lattice L<> { Lub -> @f(_, _) }\n.decl l(x: L<>)\n.input l", "7:9"),
    ] {
        assert_eq!(with(text), [format!("SY0299 {place}")], "{text}");
    }
}

#[test]
fn terms() {
    for (text, place) in [("a(@f(x)) :- a(x).", "5:3"), ("a(x) :- x = @@f y : 0, { a(y) }.", "5:13")] {
        assert_eq!(with(text), [format!("SY0299 {place}")], "{text}");
    }
}
