//! Subset types.

use crate::support::{correct, findings};

const TYPES: &str = ".type Person <: symbol\n.type Firm <: symbol\n.type Judge <: Person\n.type Party = Person | Firm\n\
     .decl person(x: Person)\n.decl firm(x: Firm)\n.decl judge(x: Judge)\n.decl party(x: Party)\n.decl any(x: symbol)\n.decl shut(x: symbol)\n.output shut\nshut(\"S\").\n\
     .output person, firm, judge, party, any\n\
     person(\"P\"). firm(\"F\"). judge(\"J\"). party(\"X\"). any(\"A\").\n";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{TYPES}{rules}"))
}

#[test]
fn what_fits() {
    correct(&format!(
        "{TYPES}any(x) :- party(x).\nparty(x) :- person(x).\nperson(x) :- judge(x).\nperson(x) :- person(x), judge(x).\n\
         judge(x) :- person(x), judge(x).\nfirm(x) :- firm(x), party(x).\nperson(x) :- x = \"Li\".\n\
         person(cat(x, x)) :- any(x).\nany(x) :- person(x) ; firm(x).\nparty(x) :- firm(x) ; judge(x).\n\
         person(as(x, Person)) :- any(x).\nshut(x) :- firm(x), !person(x).\nany(x) :- person(x), judge(y), x < y, strlen(x) = strlen(y).\n"
    ));
}

#[test]
fn what_has_nothing_in_common() {
    assert_eq!(with("any(x) :- person(x), firm(x)."), ["SY0311 15:27"]);
    assert_eq!(with("any(x) :- person(x), firm(y), x = y."), ["SY0311 15:31"]);
    assert_eq!(with("any(x) :- person(x), firm(y), x != y."), ["SY0311 15:31"]);
    assert_eq!(with("any(x) :- judge(x), firm(x), party(x), firm(x)."), ["SY0311 15:26"]);
    assert_eq!(with("any(x) :- person(x), x = as(\"F\", Firm)."), ["SY0311 15:22"]);
}

#[test]
fn heads_keep_their_promise() {
    assert_eq!(with("person(x) :- any(x)."), ["SY0312 15:8"]);
    assert_eq!(with("judge(x) :- person(x)."), ["SY0312 15:7"]);
    assert_eq!(with("person(x) :- party(x)."), ["SY0312 15:8"]);
    assert_eq!(with("person(x) :- judge(x) ; firm(x)."), ["SY0312 15:8"]);
    assert_eq!(with("person(as(x, Firm)) :- any(x)."), ["SY0312 15:8"]);
    assert_eq!(with("firm(x), person(x) :- any(x)."), ["SY0312 15:6", "SY0312 15:17"]);
}
