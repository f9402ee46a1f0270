//! What the segment table says: rounds are strict and the first rule keeps a tuple.

use eval::{Model, Origin};
use values::Value;

use crate::support::{check, failure, model};

/// Label of the rule and round that gave the fact of numbers.
fn origin(model: &Model<'_>, relation: &str, args: &[i64]) -> (String, u32) {
    let relation = model.program.find(relation).expect("the relation is declared");
    let codes = model.codes(&args.iter().map(|n| Value::Number(*n)).collect::<Vec<_>>()).expect("all numbers occur");
    match model.origin(relation, model.relation(relation).find(&codes).expect("the fact holds")) {
        Origin::Derived { clause, round } => (model.program.rules[model.clauses[clause].rule].label.clone(), round),
        Origin::Given(_) => ("given".into(), 0),
        Origin::Record(_) => ("record".into(), 0),
        Origin::Implied { round } => ("implied".into(), round),
        Origin::Repeated { round } => ("repeated".into(), round),
    }
}

const CLOSURE: &str = "
    .decl edge(x: number, y: number)
    .decl path(x: number, y: number)
    .output path
    edge(1, 2). edge(2, 3). edge(3, 4). edge(4, 5). edge(1, 3).
";

#[test]
fn a_round_is_the_least_height() {
    let linear = check(&format!("{CLOSURE} path(x, y) :- edge(x, y). path(x, z) :- path(x, y), edge(y, z)."));
    let model = model(&linear);
    // 1 -> 3 -> 4 -> 5 is shorter than 1 -> 2 -> 3 -> 4 -> 5.
    assert_eq!(origin(&model, "path", &[1, 3]), ("path#1".into(), 1));
    assert_eq!(origin(&model, "path", &[1, 4]), ("path#2".into(), 2));
    assert_eq!(origin(&model, "path", &[1, 5]), ("path#2".into(), 3));
    assert_eq!(model.relation(linear.find("path").unwrap()).len(), 10);
}

#[test]
fn both_sides_of_a_nonlinear_rule_meet_once_and_halve_the_rounds() {
    let doubling = check(&format!("{CLOSURE} path(x, y) :- edge(x, y). path(x, z) :- path(x, y), path(y, z)."));
    let model = model(&doubling);
    assert_eq!(origin(&model, "path", &[2, 4]).1, 2);
    assert_eq!(origin(&model, "path", &[2, 5]).1, 3);
    assert_eq!(origin(&model, "path", &[1, 5]).1, 3);
    assert_eq!(model.relation(doubling.find("path").unwrap()).len(), 10);
}

#[test]
fn the_first_rule_in_the_text_keeps_a_tuple_of_its_round() {
    let program = check(
        ".decl a(x: number) .decl b(x: number) .decl c(x: number) .output c
         a(1). a(2). b(2). b(3). c(3).
         c(x) :- b(x).
         c(x) :- a(x).",
    );
    let model = model(&program);
    assert_eq!(origin(&model, "c", &[1]).0, "c#2");
    assert_eq!(origin(&model, "c", &[2]).0, "c#1");
    assert_eq!(origin(&model, "c", &[3]).0, "given");
}

#[test]
fn mutual_recursion_reads_earlier_rounds_only() {
    let program = check(
        ".decl even(x: number) .decl odd(x: number) .output even .output odd
         even(0).
         odd(x + 1) :- even(x), x < 5.
         even(x + 1) :- odd(x), x < 5.",
    );
    let model = model(&program);
    let rounds = (1..=5).map(|n| origin(&model, if n % 2 == 0 { "even" } else { "odd" }, &[n]).1).collect::<Vec<_>>();
    // even(0) is new in round 1, with what rules without a recursion give.
    assert_eq!(rounds, [2, 3, 4, 5, 6]);
}

#[test]
fn what_is_there_before_the_rounds_counts_as_round_0() {
    // A fact, and what another relation gives, are of round 0; 99 follows in round 99, and the condition fails in round 100.
    let text = ".decl a(x: number) .decl r(x: number) .output r a(0).
        r(x + 1) :- r(x), recursive_iteration_cnt() < 100.";
    for start in ["r(0).", "r(x) :- a(x)."] {
        let numbers = numbers(&format!("{text} {start}"), "r");
        assert_eq!((numbers.len(), numbers.last().map(String::as_str)), (100, Some("99")), "{start}");
    }
}

#[test]
fn a_computed_argument_guards_nothing_where_its_relation_stays_empty() {
    let failed = failure(
        ".decl a(x: number) .decl r(x: number) .output r a(1).
         r(x) :- a(x), r(x / 0).",
    );
    assert_eq!(failed, "SY0502 division by zero: 1 / 0, in rule `r#1` with x = 1");
}

#[test]
fn segments_tile_the_rows() {
    let program = check(&format!("{CLOSURE} path(x, y) :- edge(x, y). path(x, z) :- path(x, y), edge(y, z)."));
    let model = model(&program);
    for relation in &model.relations {
        let segments = relation.segments();
        assert_eq!(segments.first().map(|segment| segment.first), Some(0));
        assert!(segments.windows(2).all(|pair| pair[0].first < pair[1].first && pair[0].round <= pair[1].round));
    }
}

#[test]
fn a_guard_counts_wherever_it_stands() {
    let text = |body: &str| {
        format!(
            ".decl a(x: number, y: number) .decl bad(y: number) .decl r(x: number) .output r
             a(1, 0). a(4, 2). bad(0).
             r(x) :- {body}."
        )
    };
    for body in ["a(x, y), x / y > 1, y != 0", "x / y > 1, y != 0, a(x, y)", "a(x, y), x / y > 1, !bad(y)"] {
        let program = check(&text(body));
        let model = model(&program);
        assert_eq!(origin(&model, "r", &[4]).0, "r#1", "{body}");
    }
    let failed = failure(&text("a(x, y), x / y > 1"));
    assert_eq!(failed, "SY0502 division by zero: 1 / 0, in rule `r#1` with x = 1, y = 0");
}

#[test]
fn the_least_binding_of_the_first_failing_rule_is_reported() {
    let failed = failure(
        ".decl a(x: number) .decl r(x: number) .decl s(x: number) .output r .output s
         a(9). a(-3). a(7).
         s(x) :- a(x).
         r(x / 0) :- a(x).
         r(x % 0) :- a(x).",
    );
    assert_eq!(failed, "SY0502 division by zero: -3 / 0, in rule `r#1` with x = -3");
}

#[test]
fn a_guard_inside_an_aggregate_counts_too() {
    let program = check(
        ".decl a(x: number, y: number) .decl r(x: number) .output r
         a(1, 0). a(4, 2). a(9, 3).
         r(s) :- s = sum x / y : { a(x, y), x / y > 1, y != 0 }.",
    );
    assert_eq!(origin(&model(&program), "r", &[5]).0, "r#1");
}

#[test]
fn texts_do_not_grow_without_end() {
    let failed = failure(".decl s(x: symbol) .output s s(\"ab\"). s(cat(x, x)) :- s(x).");
    assert!(failed.starts_with("SY0507 a text longer than 16 MiB: cat(\"abab"), "{failed}");
    assert!(failed.len() < 400, "long texts are cut: {failed}");
}

#[test]
fn an_aggregate_compared_with_a_constant_is_a_condition() {
    let program = check(
        ".decl court(c: number) .decl auction(c: number, n: number) .decl two(c: number) .output two
         court(1). court(2). auction(1, 7). auction(2, 8). auction(2, 9).
         two(c) :- court(c), 2 = count : auction(c, _).",
    );
    let model = model(&program);
    assert_eq!(model.relation(program.find("two").unwrap()).len(), 1);
    assert_eq!(origin(&model, "two", &[2]).1, 1);
}

/// The numbers of a unary relation, ascending.
fn numbers(text: &str, relation: &str) -> Vec<String> {
    let program = check(text);
    let model = model(&program);
    let relation = program.find(relation).expect("the relation is declared");
    model.sorted(relation).into_iter().map(|row| model.values(relation, row)[0].to_string()).collect()
}

#[test]
fn an_aggregate_or_range_as_an_argument_is_compared_with_the_column() {
    let text = ".decl p(x: number, n: number) .decl q(x: number, n: number) .decl r(x: number) .output r
        p(1, 5). p(2, 1). p(3, 7). p(3, 2). q(1, 10). q(2, 20).
        r(x) :- p(x, count : { q(x, _) }).";
    assert_eq!(numbers(text, "r"), ["2"]);
    let text = ".decl p(x: number, n: number) .decl r(x: number) .output r
        p(3, 7). p(4, 3). r(x) :- p(x, range(0, x)).";
    assert_eq!(numbers(text, "r"), ["4"]);
    let text = ".decl a(x: number) .decl b(x: number) .decl r(x: number) .output r
        a(7). b(1). b(2). r(1). r(5) :- r(1). r(x) :- a(x), r(count : { b(_) }).";
    assert_eq!(numbers(text, "r"), ["1", "5"]);
}

#[test]
fn floats_that_matches_supply_are_compared_numerically() {
    let text = ".decl a(x: float) .decl b(x: float) .decl r(x: float) .output r
        a(-0.0). a(0.0 / 0.0). b(0.0).
        r(x) :- a(x), x = 0.0.
        r(x) :- a(x), x = 0.0 / 0.0.
        r(y) :- b(y), a(x), x = y.";
    assert_eq!(numbers(text, "r"), ["-0", "0"]);
    // An argument that is computed is looked up as it is.
    let text = ".decl a(x: float) .decl p(x: float) .decl r(x: float) .output r
        a(0.0). a(1.5). p(-0.0). p(1.5). r(x) :- a(x), p(x * 1.0).";
    assert_eq!(numbers(text, "r"), ["1.5"]);
}

#[test]
fn a_failure_by_name_is_a_failure() {
    let text = |body: &str| {
        format!(
            ".decl a(x: number, y: number) .decl c(x: number) .decl r(x: number) .output r
             a(1, 0). c(x) :- a(x, 7). r(x) :- {body}."
        )
    };
    for body in ["a(x, y), z = x / y, c(z + 1)", "a(x, y), c(x / y + 1)"] {
        assert!(failure(&text(body)).starts_with("SY0502"), "{body}");
    }
}

#[test]
fn an_endless_range_is_cut_by_nothing_but_its_consumers() {
    let text = ".decl r(x: number) .output r r(x) :- x = range(0, 300000), x < 3.";
    assert_eq!(numbers(text, "r"), ["0", "1", "2"]);
}

#[test]
fn the_failure_inside_an_aggregate_does_not_depend_on_row_order() {
    for facts in [r#"t("zz"). t("bb")."#, r#"t("bb"). t("zz")."#] {
        let failed = failure(&format!(
            ".decl t(x: symbol) .decl r(s: number) .output r {facts} r(s) :- s = sum to_number(x) : {{ t(x) }}."
        ));
        assert!(failed.contains(r#"to_number("bb")"#), "{failed}");
    }
}
