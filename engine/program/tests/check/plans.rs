//! `.plan`.

use diagnostics::Lang;

use crate::support::{checked, correct, findings};

const BASE: &str = "\
.decl e(x: number, y: number)
.decl t(x: number, y: number)
.output t
e(1, 2).
t(x, y) :- e(x, y).
";

fn with(rules: &str) -> Vec<String> {
    findings(&format!("{BASE}{rules}"))
}

fn planned(plan: &str) -> Vec<String> {
    with(&format!("t(x, z) :- t(x, y), e(y, z).\n{plan}\n"))
}

/// The versions and orders handed on; there must be nothing to report.
fn handed_on(rule: &str) -> Vec<(u32, Vec<u32>)> {
    let program = correct(&format!("{BASE}{rule}\n"));
    program.rules.iter().flat_map(|rule| &rule.plans).map(|plan| (plan.version, plan.order.clone())).collect()
}

#[test]
fn they_are_handed_on() {
    assert_eq!(handed_on("t(x, z) :- t(x, y), e(y, z)."), []);
    assert_eq!(handed_on("t(x, z) :- t(x, y), e(y, z).\n.plan 0:(2, 1)"), [(0, vec![1, 0])]);
    assert_eq!(handed_on("t(x, z) :- t(x, y), e(y, z).\n.plan 0 : ( 0x2 , 0b1 )"), [(0, vec![1, 0])]);
    let twice = "t(x, z) :- e(x, w), t(w, y), t(y, z).\n.plan 1:(3, 2, 1), 0:(1, 2, 3)";
    assert_eq!(handed_on(twice), [(1, vec![2, 1, 0]), (0, vec![0, 1, 2])]);
}

#[test]
fn positive_atoms_alone_have_numbers() {
    let rule =
        "t(x, n) :- x > 0, t(x, y), !e(x, 7), n = count : { e(y, z), e(z, _) }, !(!e(y, _)), true.\n.plan 0:(2, 1)";
    assert_eq!(handed_on(rule), [(0, vec![1, 0])]);
}

#[test]
fn relations_of_the_same_stratum_recur() {
    let rules = ".decl u(x: number)\nu(x) :- t(x, _).\nt(x, z) :- e(x, z), u(x), u(z).\n.plan 1:(3, 1, 2)";
    assert_eq!(handed_on(rules), [(1, vec![2, 0, 1])]);
}

#[test]
fn the_place_is_that_of_version_and_order() {
    let program = correct(&format!("{BASE}t(x, z) :- t(x, y), t(y, z).\n.plan 0:(2, 1), 1:(1, 2)\n"));
    let (files, _) = checked(&format!("{BASE}t(x, z) :- t(x, y), t(y, z).\n.plan 0:(2, 1), 1:(1, 2)\n"));
    let places = program.rules[1].plans.iter().map(|plan| files.snippet(plan.span)).collect::<Vec<_>>();
    assert_eq!(places, ["0:(2, 1)", "1:(1, 2)"]);
}

#[test]
fn they_belong_to_recursive_rules() {
    assert_eq!(findings(&format!("{BASE}t(y, x) :- e(x, y).\n.plan 0:(1)\n")), ["SY0216 7:9"]);
}

#[test]
fn numbers_that_are_no_atoms() {
    assert_eq!(planned(".plan 0:(1, 3)"), ["SY0340 7:13"]);
    assert_eq!(planned(".plan 0:(0, 1)"), ["SY0340 7:10"]);
    assert_eq!(planned(".plan 0:(99999999999999999999, 0xFFFFFFFFF)"), ["SY0340 7:10", "SY0340 7:32"]);
}

#[test]
fn every_atom_has_one_place() {
    assert_eq!(planned(".plan 0:(1, 1)"), ["SY0341 7:13"]);
    assert_eq!(planned(".plan 0:(2)"), ["SY0341 7:7"]);
    assert_eq!(planned(".plan 0:(2, 1, 2)"), ["SY0341 7:16"]);
    let (_, checked) = checked(&format!("{BASE}t(x, z) :- t(x, y), e(y, z).\n.plan 0:(2)\n"));
    assert_eq!(checked.diagnostics[0].message(Lang::En), "this plan leaves out atom 1");
    assert_eq!(checked.diagnostics[0].message(Lang::Zh), "此计划遗漏了第 1 个原子");
}

#[test]
fn versions_are_those_of_recursive_atoms() {
    assert_eq!(planned(".plan 1:(1, 2)"), ["SY0342 7:7"]);
    assert_eq!(planned(".plan 99999999999999999999:(1, 2)"), ["SY0342 7:7"]);
    assert_eq!(planned(".plan 0:(1, 2), 0:(2, 1)"), ["SY0343 7:17"]);
    // Two mistakes are two findings.
    assert_eq!(planned(".plan 0:(1, 2), 1:(2, 2)"), ["SY0342 7:17", "SY0341 7:23"]);
}

#[test]
fn rules_that_stand_for_several_ignore_them() {
    assert_eq!(with("t(x, z) :- t(x, y), (e(y, z) ; e(z, y)).\n.plan 0:(1, 2)\n"), ["SY0395 7:1"]);
    assert_eq!(with("t(x, z) :- t(x, y), e(y, z), !(x < 1, z < 1).\n.plan 0:(7)\n"), ["SY0395 7:1"]);
    let several = ".decl u(x: number, z: number)\nt(x, z), u(x, z) :- t(x, y), e(y, z).\n.plan 0:(1, 2)\n";
    assert_eq!(with(&format!("{several}.output u\n")), ["SY0395 8:1"]);
    let (_, checked) = checked(&format!("{BASE}t(x, z) :- t(x, y), (e(y, z) ; e(z, y)).\n.plan 0:(1, 2)\n"));
    assert!(checked.program.unwrap().rules[1].plans.is_empty());
}

#[test]
fn what_is_wrong_in_the_rule_is_told_once() {
    assert_eq!(with("t(x, z) :- t(x, y), f(y, z).\n.plan 0:(1, 5)\n"), ["SY0201 6:21"]);
    assert_eq!(with("t(x, y) :- e(x, y), !t(y, x).\n.plan 0:(1)\n"), ["SY0330 2:7"]);
}
