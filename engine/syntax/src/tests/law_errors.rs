//! Mistakes in the legal layer: one error for one mistake, at its place, and reading goes on behind it.

use super::*;

#[test]
fn words_that_take_one_atom() {
    assert_eq!(marked("p(x) :- q(x), not !r(x), s(x)."), [("SY0120", "not")]);
    assert_eq!(marked("p(x) :- not x < 3, not f(x) < 3, not 3 > x, q(x)."), [("SY0120", "not"); 3]);
    assert_eq!(marked("p(x) :- not (q(x), r(x)), not (q(x); r(x)), not (x < 3), not (!q(x))."), [("SY0120", "not"); 4]);
    assert_eq!(marked("p(x) :- not not q(x)."), [("SY0120", "not")]);
    assert_eq!(marked("p(x) :- not true, not match(\"a\", x)."), [("SY0120", "not"); 2]);
    assert_eq!(marked("p(x) :- q(x) unless !r(x) unless x < 3."), [("SY0120", "unless"); 2]);
    assert_eq!(marked("p(x) :- q(x) unless (r(x), s(x))."), [("SY0120", "unless")]);
    assert_eq!(marked("p(v) :- v = 10 but 5 when v < 3, q(v)."), [("SY0120", "when")]);
    assert_eq!(marked("p(x) :- q(x), not r."), [("SY0101", ".")]);
    let help: Vec<_> = parsed("p(x) :- not !q(x).").diagnostics.iter().map(|d| d.message(Lang::En)).collect();
    assert_eq!(help, ["`not` takes one atom"]);
}

#[test]
fn exceptions_among_conditions() {
    assert_eq!(marked("p(x) :- q(x), unless r(x)."), [("SY0143", "unless")]);
    assert_eq!(marked("p(x) :- q(x), unless r(x), s(x)."), [("SY0143", "unless")]);
    assert_eq!(marked("p(x) :- (q(x) unless r(x)), s(x)."), [("SY0143", "unless")]);
    assert_eq!(marked("p(x) :- x = count : { q(y) unless r(y) }."), [("SY0143", "unless")]);
    assert_eq!(marked("p(x) <= p(y) :- x < y unless r(y)."), [("SY0143", "unless")]);
    assert_eq!(marked("p(x) :- q(x) unless r(x), s(x).\nq(1 2)."), [("SY0101", ","), ("SY0101", "2")]);
    assert_eq!(marked("p(x) :- q(x) unless r(x)\nq(1)."), [("SY0102", "")]);
    assert_eq!(marked("p(1) unless r(x).\nq(1)."), [("SY0143", "unless")]);
}

#[test]
fn provisos_need_their_condition() {
    assert_eq!(marked("p(v) :- v = 10 but 5, q(v)."), [("SY0101", ",")]);
    assert_eq!(marked("p(v) :- v = 10 but when r(v), q(v)."), [("SY0101", "r")]);
}

#[test]
fn within_needs_parentheses_and_columns() {
    assert_eq!(marked("p(x) :- not q(x) within place: r, s(x)."), [("SY0142", "within")]);
    assert_eq!(marked("p(x) :- q(x) unless r(x) within place.\nq(1)."), [("SY0142", "within")]);
    assert_eq!(marked("p(x) :- not q(x) within (r), s(x)."), [("SY0101", ")")]);
    assert_eq!(marked("p(x) :- not q(x) within (t: 1 .. , u: 2), s(x)."), [("SY0101", ",")]);
    assert_eq!(marked("p(x) :- not q(x) within (t: .. 2), s(x)."), [("SY0101", ".")]);
}

#[test]
fn a_block_that_is_not_closed_ends_at_the_next_item() {
    let text = ".norm a {\n  law: \"x\"\n  rank: law\n\n.decl p(x: number)\np(1).\n";
    assert_eq!(marked(text), [("SY0139", "{")]);
    assert!(matches!(items(&parsed(text))[..], [Item::Norm(_), Item::Relation(_), Item::Rule(_)]));
    assert_eq!(marked(".test \"a\" {\n  given p(1)\np(1).\nq(x) :- x = count : { p(y) }.\n"), [("SY0139", "{")]);
    assert_eq!(marked(".model m {"), [("SY0139", "{")]);
    assert_eq!(
        marked(".norm a {\n rank: law\n version {\n  article: \"1\"\n}\n.decl p(x: number)\n"),
        [("SY0139", "{")]
    );
    assert_eq!(marked(".param a : number { 10\n.param b : number { 11 }\n"), [("SY0139", "{")]);
}

#[test]
fn entries_without_colons_or_values() {
    let text = ".norm a {\n  law \"x\"\n  rank: law\n  article \"1\"\n}\np(1).\n";
    assert_eq!(marked(text), [("SY0140", "law"), ("SY0140", "article")]);
    let Item::Norm(norm) = &items(&parsed(text))[0] else { panic!() };
    assert_eq!(norm.entries()[1].value().unwrap().word().unwrap().text(), "law");
    assert_eq!(marked(".norm a {\n  rank:\n  law: \"x\"\n}\n"), [("SY0101", "law")]);
    assert_eq!(marked(".norm a {\n  in_force: .. d\"2020-01-01\"\n  law: \"x\"\n}\n"), [("SY0101", ".")]);
    assert_eq!(marked(".norm a {\n  \"x\"\n  rank: law\n}\n"), [("SY0101", "\"x\"")]);
    assert_eq!(marked(".norm {\n  rank: law\n}\np(1).\n"), [("SY0101", "{")]);
}

#[test]
fn outcomes_are_known() {
    let text = ".test \"a\" {\n  expect no claim p(1)\n  expect p(1)\n  expect no p(1)\n  expect no fact p(1)\n}\n";
    assert_eq!(marked(text), [("SY0141", "no claim"), ("SY0101", "p"), ("SY0141", "no")]);
    let help = parsed(text).diagnostics[0].help(Lang::En);
    assert!(help.ends_with("`clue`, `no clue`, `conditional`, `undetermined`, `refer`, `fact`, `no fact`"), "{help}");
}

#[test]
fn parts_of_blocks_are_independent() {
    let text =
        ".test \"a\" {\n  given p(1 2)\n  gave p(1)\n  as_of 5\n  param x 3\n  complete 4\n  given q(1)\n}\np(1).\n";
    let found: Vec<&str> = marked(text).into_iter().map(|(_, place)| place).collect();
    assert_eq!(found, ["2", "gave", "5", "3", "4"]);
    let Item::Test(test) = &items(&parsed(text))[0] else { panic!() };
    assert_eq!(test.statements().last().unwrap().text(), "given q(1)");
    let text = ".model m \"t\" {\n  candidate p\n  element a\n  element b \"x\"\n  part b\n  element c = 3\n  element d \"x\"\n}\n";
    let found: Vec<&str> = marked(text).into_iter().map(|(_, place)| place).collect();
    assert_eq!(found, ["element", "element", "part", "3"]);
    let text = ".param p(k: symbol) : number {\n  (\"a\", x)\n  y\n  (\"b\", source: 3)\n  (\"c\", 4)\n}\n";
    let found: Vec<&str> = marked(text).into_iter().map(|(_, place)| place).collect();
    assert_eq!(found, ["x", "y", "3"]);
}

#[test]
fn directives_of_the_law_lack_parts() {
    assert_eq!(marked(".complete p by district\n.once\n"), [("SY0101", "district")]);
    assert_eq!(marked(".complete p from x\n.once\n"), [("SY0101", "x")]);
    assert_eq!(marked(".finding p(x: number)\n.once\n"), [("SY0101", ".once")]);
    assert_eq!(marked(".expect p\n.once\n"), [("SY0101", ".once")]);
    assert_eq!(marked(".except p\n.once\n"), [("SY0101", ".once")]);
    assert_eq!(marked(".test {\n}\n"), [("SY0101", "{")]);
    assert_eq!(marked(".norm\n"), [("SY0114", ".norm")]);
}
