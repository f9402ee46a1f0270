//! Rules in place of atoms: what the checked rule holds, and its limits.

use std::fmt::Write;

use crate::support::{correct, findings};
use program::checked::{Body, Literal, LiteralKind};

/// The kinds of literals of a conjunction, with their numbers.
fn literals(body: &Body) -> Vec<String> {
    fn shown(literal: &Literal) -> String {
        let kind = match &literal.kind {
            LiteralKind::Atom(_) => "atom".to_owned(),
            LiteralKind::Compare { op, .. } => op.symbol().to_owned(),
            LiteralKind::Text { .. } => "text".to_owned(),
            LiteralKind::Truth(truth) => truth.to_string(),
            LiteralKind::Absent(_) | LiteralKind::InForce { .. } => panic!("the law is not asked here"),
        };
        format!("{} {kind}", literal.index)
    }
    match body {
        Body::All(parts) | Body::Any(parts) => parts.iter().flat_map(literals).collect(),
        Body::Not(inner) => literals(inner).into_iter().map(|literal| format!("not {literal}")).collect(),
        Body::Literal(literal) => vec![shown(literal)],
    }
}

const BASE: &str = ".decl p(x: number)\n.output p\np(1).\n.decl next(x: number, y: number) inline\n\
                    next(x, y) :- y = x + 1, y < 9.\n";

#[test]
fn literals_are_numbered_anew_and_variables_in_the_order_of_their_occurrence() {
    let program = correct(&format!("{BASE}p(z) :- p(a), next(a, z), !next(a + 1, z), z > 0.\n"));
    let [rule] = program.rules.as_slice() else { panic!("{:?}", program.rules) };
    assert_eq!(literals(&rule.body), ["0 atom", "1 =", "2 <", "3 =", "not 4 =", "not 5 <", "6 >"]);
    let names: Vec<&str> = rule.variables.iter().map(|variable| variable.name.as_str()).collect();
    assert_eq!(names, ["z", "a", "next.x"]);
}

#[test]
fn relations_without_tuples_stay_declared() {
    let program = correct(&format!("{BASE}p(y) :- p(x), next(x, y).\n"));
    assert_eq!(program.relations.len(), 2);
    assert!(program.rules.iter().all(|rule| rule.heads[0].relation.0 == 0));
}

#[test]
fn plans_of_such_rules_are_ignored_with_a_warning() {
    assert_eq!(findings(&format!("{BASE}p(y) :- p(x), next(x, y).\n.plan 0:(1, 2)\n")), ["SY0395 7:1"]);
}

#[test]
fn what_doubles_is_refused() {
    let mut text = String::from(BASE);
    text.push_str(".decl n0(x: number, y: number) inline\nn0(x, y) :- next(x, y).\n");
    for i in 1..40 {
        writeln!(text, ".decl n{i}(x: number, y: number) inline\nn{i}(x, z) :- n{0}(x, y), n{0}(y, z).", i - 1)
            .unwrap();
    }
    text.push_str("p(y) :- p(x), n39(x, y).\n");
    let found = findings(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("SY0323"), "{found:?}");
}

#[test]
fn long_chains_are_flat() {
    let mut text = String::from(BASE);
    text.push_str(".decl n0(x: number, y: number) inline\nn0(x, y) :- next(x, y).\n");
    for i in 1..300 {
        writeln!(text, ".decl n{i}(x: number, y: number) inline\nn{i}(x, y) :- n{}(x, y).", i - 1).unwrap();
    }
    text.push_str("p(y) :- p(x), n299(x, y).\n");
    correct(&text);
}

#[test]
fn alternatives_in_alternatives_are_not_nested_without_end() {
    let mut text = String::from(BASE);
    text.push_str(".decl n0(x: number, y: number) inline\nn0(x, y) :- next(x, y).\n");
    for i in 1..300 {
        let rules = format!("n{i}(x, y) :- n{}(x, y), x > {i}.\nn{i}(x, y) :- x > y, x < {i}.", i - 1);
        writeln!(text, ".decl n{i}(x: number, y: number) inline\n{rules}").unwrap();
    }
    text.push_str("p(y) :- p(x), p(y), n299(x, y).\n");
    let found = findings(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("SY0323"), "{found:?}");
}
