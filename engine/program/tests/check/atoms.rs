//! Atoms and their arguments.

use crate::support::{checked, correct, findings};
use diagnostics::Lang;
use program::checked::{Body, LiteralKind, Term, VarId};

const LEASE: &str = ".decl lease(id: symbol, rent: number)\n.decl r(x: symbol)\n.output r, lease\nlease(\"L\", 1).\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{LEASE}{rules}"))
}

#[test]
fn an_unknown_relation_is_told_once_with_the_nearest_name() {
    let text = format!("{LEASE}r(x) :- leese(x, y), y > \"a\".");
    let (_, checked) = checked(&text);
    let [found] = checked.diagnostics.as_slice() else { panic!("{:?}", with("r(x) :- leese(x, y), y > \"a\".")) };
    assert_eq!(found.code(), "SY0201");
    assert_eq!(found.related.len(), 1);
    assert_eq!(found.fill(found.related[0].text, Lang::En), "`lease` is declared here; is it meant?");
}

#[test]
fn arguments_and_columns_are_as_many() {
    assert_eq!(with("r(x) :- lease(x)."), ["SY0211 5:9"]);
    assert_eq!(with("r(x, y) :- lease(x, y)."), ["SY0211 5:1"]);
    assert_eq!(with("r(x) :- lease(x, _), !lease(x, 1, 2)."), ["SY0211 5:23"]);
}

#[test]
fn named_arguments() {
    assert_eq!(with("r(x) :- lease(id: x, rnt: _)."), ["SY0212 5:22"]);
    assert_eq!(with("r(x) :- lease(id: x, id: x)."), ["SY0213 5:22"]);
    assert_eq!(with("r(x) :- lease(x, rent: _)."), ["SY0214 5:15"]);
    assert_eq!(with("lease(id: x) :- r(x)."), ["SY0215 5:1"]);
    let program = correct(&format!("{LEASE}r(i) :- lease(rent: n, id: i), !lease(rent: n)."));
    let rule = &program.rules[0];
    assert_eq!(rule.variables.iter().map(|v| v.name.as_str()).collect::<Vec<_>>(), ["i", "n"]);
    let Body::All(parts) = &rule.body else { panic!() };
    let Body::Literal(literal) = &parts[0] else { panic!() };
    let LiteralKind::Atom(atom) = &literal.kind else { panic!() };
    assert!(matches!(atom.args[..], [Term::Variable(VarId(0)), Term::Variable(VarId(1))]));
    let Body::Not(inner) = &parts[1] else { panic!() };
    let Body::Literal(literal) = &**inner else { panic!() };
    let LiteralKind::Atom(atom) = &literal.kind else { panic!() };
    assert!(matches!(atom.args[..], [Term::Wildcard, Term::Variable(VarId(1))]));
}

#[test]
fn wildcards_have_their_places() {
    assert_eq!(with("r(_) :- lease(_, 1)."), ["SY0313 5:3"]);
    assert_eq!(with("r(x) :- lease(x, y), y > _."), ["SY0313 5:26"]);
    assert_eq!(with("r(x) :- lease(x, 1 + _)."), ["SY0313 5:22"]);
}

#[test]
fn facts_are_constant() {
    assert_eq!(with("r(x)."), ["SY0314 5:3"]);
    assert_eq!(with("lease(\"a\", autoinc())."), ["SY0314 5:12"]);
    assert_eq!(with("r(_)."), ["SY0313 5:3"]);
    let program = correct(&format!("{LEASE}lease(cat(\"a\", \"b\"), range(1, 3)). r(\"b\")."));
    assert_eq!((program.facts.len(), program.rules.len()), (3, 0));
    let program = correct(&format!("{LEASE}r(\"b\"). lease(\"a\", 1 + count : r(_))."));
    assert_eq!((program.facts.len(), program.rules.len()), (2, 1));
}
