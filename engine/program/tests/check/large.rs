//! Large programs are checked without deep recursion; what is quadratic in their size would take minutes here.

use std::fmt::Write;

use crate::support::{correct, findings};

const BASE: &str = ".decl a(x: number, y: number)\n.decl r(x: number)\n.output r\na(1, 2).\n";

fn right(rules: &str) {
    correct(&format!("{BASE}{rules}"));
}

fn joined(count: usize, separator: &str, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(separator)
}

#[test]
fn conjunctions() {
    right(&format!("r(x0) :- {}, a(x10000, _).", joined(10_000, ", ", |i| format!("a(x{i}, x{})", i + 1))));
    right(&format!("r(x0) :- {}, a(x10000, _).", joined(10_000, ", ", |i| format!("x{i} = x{}", i + 1))));
    right(&format!("r(x10000) :- a(x0, _), {}.", joined(10_000, ", ", |i| format!("x{} = x{i} + 1", i + 1))));
    right(&format!("r(x) :- a(x, _), {}.", joined(10_000, ", ", |i| format!("x != {i}"))));
}

#[test]
fn disjunctions() {
    right(&format!("r(x) :- {}.", joined(10_000, " ; ", |i| format!("a(x, {i})"))));
    right(&format!("r(x) :- {}.", joined(10_000, " ; ", |i| format!("a(x, y{i}), y{i} > {i}"))));
    right(&format!("r(x) :- a(x, y), ({}).", joined(10_000, " ; ", |i| format!("y = {i}"))));
}

#[test]
fn chains_of_operators() {
    right(&format!("r(x) :- a(y, _), x = y + {}.", joined(10_000, " + ", |i| i.to_string())));
    right(&format!("r({}) :- a(y, _).", joined(10_000, " * ", |_| "y".to_owned())));
    right(&format!("r({}) :- a(y, _).", joined(10_000, " ^ ", |_| "y".to_owned())));
}

#[test]
fn aggregates() {
    right(&format!("r(x) :- a(x, _), {}.", joined(2_000, ", ", |i| format!("{i} < count : {{ a(x, y), y < {i} }}"))));
}

#[test]
fn deep_nesting_is_no_danger() {
    let deep = format!("{}y{}", "-(".repeat(240), ")".repeat(240));
    right(&format!("r(x) :- a(y, _), x = {deep}."));
    right(&format!("r(x) :- {}a(x, _){}.", "!(".repeat(240), ")".repeat(240)));
}

#[test]
fn nested_aggregates() {
    let (open, close) = (" < count : { a(y, _), y".repeat(150), " }".repeat(150));
    right(&format!("r(x) :- a(x, _), x{open} > 0{close}."));
}

#[test]
fn many_rules_and_relations() {
    let mut text = String::from(".decl r0(x: number)\n.output r5000\nr0(1).\n");
    for i in 1..=5000 {
        writeln!(text, ".decl r{i}(x: number)\nr{i}(x) :- r{}(x), x > {i}, !r0(x + 1).", i - 1).unwrap();
    }
    assert_eq!(correct(&text).strata.len(), 5001);
}

#[test]
fn many_facts() {
    let facts = joined(20_000, "\n", |i| format!("a({i}, {i})."));
    right(&format!("{facts}\nr(x) :- a(x, _).\n"));
}

#[test]
fn long_names() {
    let name = "n".repeat(1_000_000);
    assert_eq!(findings(&format!("{BASE}r({name}) :- {name}1(_), a({name}, _).")), ["SY0201 5:1000008"]);
}
