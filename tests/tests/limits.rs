//! Large and deep programs: what is flat stays flat, what is deep is refused at its place, nothing panics. What is quadratic
//! in 10,000 would take minutes here; how long things take is measured elsewhere.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write;

use tests::engine::{self, Relations};
use values::Value;

/// The model, equal in both evaluators.
fn model(text: &str) -> Relations {
    let program = engine::accepted(text);
    let rows = vec![Vec::new(); program.relations.len()];
    let main = engine::evaluate(&program, &rows).expect("no computation fails");
    let main = engine::relations(&main);
    let second = engine::reference(&program, &rows).expect("the reference evaluator derives it as well");
    assert!(main == second, "the evaluators differ");
    main
}

fn numbers(relations: &Relations, name: &str) -> Vec<i64> {
    let number = |row: &Vec<Value>| if let [Value::Number(n)] = row[..] { n } else { panic!("{row:?}") };
    relations[name].iter().map(number).collect()
}

/// `separator` between `count` pieces.
fn chain(count: usize, separator: &str, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().join(separator)
}

#[test]
fn ten_thousand_terms_in_a_chain() {
    let sum = chain(10_000, " + ", |_| "1".to_string());
    let relations = model(&format!(".decl p(x: number)\np({sum}).\n.decl q(x: number)\nq(x + {sum}) :- p(x).\n"));
    assert_eq!(numbers(&relations, "p"), [10_000]);
    assert_eq!(numbers(&relations, "q"), [20_000]);
}

/// `^` groups to the right and is flat all the same: 2 ^ 3 ^ 2 ^ 1 ^ 1 ... = 2 ^ 9.
#[test]
fn a_tower_of_powers_is_flat() {
    let tower = chain(10_000, " ^ ", |_| "1".to_string());
    let relations = model(&format!(".decl p(x: number)\np(2 ^ 3 ^ 2 ^ {tower}).\n"));
    assert_eq!(numbers(&relations, "p"), [512]);
}

#[test]
fn ten_thousand_literals() {
    let body = chain(10_000, ", ", |n| format!("x != {}", n + 1));
    let relations = model(&format!(".decl p(x: number)\np(0). p(5).\n.decl q(x: number)\nq(x) :- p(x), {body}.\n"));
    assert_eq!(numbers(&relations, "q"), [0]);
}

#[test]
fn ten_thousand_disjuncts() {
    let body = chain(10_000, " ; ", |n| format!("x = {}", 2 * n));
    let relations = model(&format!(".decl p(x: number)\np(7). p(8).\n.decl q(x: number)\nq(x) :- p(x), ({body}).\n"));
    assert_eq!(numbers(&relations, "q"), [8]);
}

#[test]
fn ten_thousand_disjuncts_of_a_negation() {
    let body = chain(10_000, " ; ", |n| format!("x = {}", 2 * n));
    let relations = model(&format!(".decl p(x: number)\np(7). p(8).\n.decl q(x: number)\nq(x) :- p(x), !({body}).\n"));
    assert_eq!(numbers(&relations, "q"), [7]);
}

#[test]
fn ten_thousand_facts_heads_and_rules() {
    let mut text = ".decl p(x: number)\n.decl q(x: number)\n".to_string();
    for n in 0..10_000 {
        writeln!(text, "p({n}).").unwrap();
    }
    writeln!(text, "{} :- p(3).", chain(2_000, ", ", |n| format!("q({n})"))).unwrap();
    for n in 2_000..4_000 {
        writeln!(text, "q({n}) :- p({n}).").unwrap();
    }
    let relations = model(&text);
    assert_eq!(relations["p"].len(), 10_000);
    assert_eq!(relations["q"].len(), 4_000);
}

#[test]
fn an_identifier_of_a_megabyte() {
    let name = "长".repeat(1 << 18) + &"n".repeat(1 << 18);
    assert!(name.len() == 1 << 20);
    let relations =
        model(&format!(".decl {name}(x: number)\n{name}(1).\n.decl q(x: number)\nq({name}) :- {name}({name}).\n"));
    assert_eq!(numbers(&relations, "q"), [1]);
}

#[test]
fn a_string_of_a_megabyte() {
    let text = "律".repeat(1 << 20);
    let relations = model(&format!(".decl p(s: symbol)\np(\"{text}\").\n.decl q(n: number)\nq(strlen(s)) :- p(s).\n"));
    assert_eq!(numbers(&relations, "q"), [1 << 20]);
}

/// The codes of all errors, each with its place.
fn errors(text: &str) -> Vec<String> {
    let checked = engine::check(text);
    let errors = checked.diagnostics.iter().filter(|found| found.is_error());
    let place = |found: &diagnostics::Diagnostic| {
        let place = checked.files.place(found.span.expect("every error has a place"));
        format!("{}:{} {}", place.line, place.column, found.code())
    };
    errors.map(place).collect()
}

/// Line 2 with an argument in this many brackets.
fn brackets(depth: usize) -> String {
    format!(".decl p(x: number)\np({}1{}).\np(\"x\").\n", "(".repeat(depth), ")".repeat(depth))
}

#[test]
fn nesting_up_to_the_limit_passes() {
    assert_eq!(errors(&brackets(490)), ["3:3 SY0302"], "only the symbol in line 3 is wrong");
}

#[test]
fn nesting_beyond_the_limit_is_refused_at_its_place_and_the_rest_is_still_read() {
    for depth in [510, 100_000] {
        let found = errors(&brackets(depth));
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[1], "3:3 SY0302");
        let (place, code) = found[0].split_once(' ').unwrap();
        let column = place.strip_prefix("2:").and_then(|column| column.parse::<usize>().ok()).unwrap();
        assert_eq!(code, "SY0109");
        assert!((490..=510).contains(&column), "the bracket that is one too many stands near column 503, not {column}");
    }
}

#[test]
fn nesting_of_every_kind_is_refused() {
    let deep = |open: &str, inner: &str, close: &str| {
        let depth = 1_000;
        let body = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
        errors(&format!(".decl p(x: number)\np(1).\n.decl q(x: number)\nq(1) :- p(x), {body}.\n"))
    };
    for (open, inner, close) in [
        ("(", "p(x)", ")"),
        ("!(", "p(x)", ")"),
        ("!", "p(x)", ""),
        ("(x = 1 ; ", "p(x)", ")"),
        ("x = count : { p(1), ", "p(1)", " }"),
    ] {
        let found = errors_of(deep(open, inner, close));
        assert!(found.contains(&"SY0109".to_string()), "{open}: {found:?}");
        assert!(found.len() <= 3, "{open}: no cascade: {found:?}");
    }
    let calls = format!("{}2{}", "min(1, ".repeat(1_000), ")".repeat(1_000));
    let calls = errors(&format!(".decl p(x: number)\np({calls}).\n"));
    assert!(calls.iter().any(|found| found.ends_with("SY0109")), "{calls:?}");
    let minus = errors(&format!(".decl p(x: number)\np({}1).\n", "- ".repeat(1_000)));
    assert!(minus.iter().any(|found| found.ends_with("SY0109")), "{minus:?}");
}

fn errors_of(found: Vec<String>) -> Vec<String> {
    found.into_iter().filter_map(|line| line.split_once(' ').map(|(_, code)| code.to_string())).collect()
}

#[test]
fn a_disjunction_that_explodes_is_refused() {
    let body = chain(40, ", ", |_| "(x = 1 ; x = 2)".to_string());
    let found = errors(&format!(".decl p(x: number)\np(1).\n.decl q(x: number)\nq(x) :- p(x), {body}.\n"));
    assert_eq!(found, ["4:1 SY0321"]);
}

#[test]
fn a_thousand_includes_of_a_thousand() {
    let includes = ".include \"b\"\n".repeat(1_000);
    let texts =
        [("a".to_string(), includes.replace("\"b\"", "\"c\"")), ("b".to_string(), ".include \"a\"\n".repeat(1_000))];
    let texts = texts.into_iter().chain([("c".to_string(), String::new())]).collect();
    let checked = engine::check_with(&includes, &texts);
    let codes = checked.diagnostics.iter().map(|found| found.code()).collect::<Vec<_>>();
    assert_eq!(codes, ["SY0242"]);
}

/// The number of conclusions below n(100000), each resting on the one before.
fn explained(text: &str, rows: Vec<Vec<Vec<Value>>>) -> usize {
    let program = engine::accepted(text);
    let model = engine::evaluate(&program, &rows).expect("no computation fails");
    let n = program.find("n").unwrap();
    assert_eq!(model.relation(n).len(), 100_001);
    let question = proof::Question { relation: n, args: vec![Some(Value::Number(100_000))] };
    let limits = proof::Limits { all: false, depth: None, answers: 1 };
    let derivation = proof::explain(&model, &Nowhere, &question, &limits);
    let facts = derivation.nodes.iter().filter(|node| matches!(node, proof::Node::Fact { .. })).count();
    drop(derivation);
    facts
}

#[test]
fn a_chain_of_a_hundred_thousand_steps_is_derived_and_explained() {
    let text = ".decl next(x: number, y: number)\n.decl n(x: number)\nn(0).\nn(y) :- n(x), next(x, y).\n";
    let next = (0..100_000).map(|n| vec![Value::Number(n), Value::Number(n + 1)]).collect();
    assert_eq!(explained(text, vec![next, Vec::new()]), 100_000);
}

#[test]
fn so_is_one_whose_every_step_is_computed() {
    let text = ".decl n(x: number)\nn(0).\nn(x + 1) :- n(x), x < 100000.\n";
    assert_eq!(explained(text, vec![Vec::new()]), 100_000);
}

struct Nowhere;

impl proof::Locators for Nowhere {
    fn places(&self, _relation: program::checked::RelId, _row: u32) -> Vec<proof::RecordPlace> {
        Vec::new()
    }
}
