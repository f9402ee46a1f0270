//! Which derivation is the canonical one, and what stands in the way of a fact that does not hold.

use eval::Model;
use proof::{Derivation, Limits, Node, Obstacle, explain, why_not};
use values::Value;

use crate::support::{Nothing, ask, check, model};

const ALL: Limits = Limits { all: true, depth: None, answers: 100 };
const ONE: Limits = Limits { all: false, depth: None, answers: 100 };

/// `relation(args) <- premise, premise` for each answer, facts by their arguments.
fn steps(model: &Model<'_>, derivation: &Derivation) -> Vec<String> {
    let name = |node: usize| match &derivation.nodes[node] {
        Node::Record { relation, args, .. }
        | Node::Given { relation, args, .. }
        | Node::Implied { relation, args, .. }
        | Node::Repeated { relation, args, .. }
        | Node::Fact { relation, args, .. } => {
            let args = args.iter().map(Value::to_string).collect::<Vec<_>>().join(",");
            format!("{}({args})", model.program.relation(*relation).name)
        }
        Node::Comparison { op, left, right, .. } => format!("{left} {op} {right}"),
        Node::Parameter { parameter, value, .. } => format!("{} is {value}", parameter.name),
        Node::InForce { day, .. } => format!("in force on {day}"),
        Node::Precedence { beaten, .. } => format!("over {}", beaten.len()),
        Node::Computation { op, args, value, .. } => {
            let args = args.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
            format!("{op} {args} = {value}")
        }
        Node::Absence { relation, .. } => format!("!{}", model.program.relation(*relation).name),
        Node::Aggregate { op, value, members, .. } => format!("{op} of {} = {value}", members.len()),
    };
    let step = |answer: &usize| match &derivation.nodes[*answer] {
        Node::Fact { rule, premises, .. } => {
            let premises = premises.iter().map(|premise| name(premise.node)).collect::<Vec<_>>().join(", ");
            format!("{} <- {}: {premises}", name(*answer), model.program.rules[*rule].label)
        }
        _ => name(*answer),
    };
    derivation.answers.iter().map(step).collect()
}

const DIAMOND: &str = "
    .decl edge(x: number, y: number)
    .decl path(x: number, y: number)
    .output path
    edge(1, 3). edge(1, 2). edge(2, 4). edge(3, 4). edge(4, 5).
    path(x, y) :- edge(x, y).
    path(x, z) :- path(x, y), edge(y, z).";

#[test]
fn the_least_match_premise_by_premise_is_canonical() {
    let program = check(DIAMOND);
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "path", &[Some(1), Some(4)]), &ONE);
    // path(1,2) comes before path(1,3) in output order, whatever the order of the facts in the text.
    assert_eq!(steps(&model, &derivation), ["path(1,4) <- path#2: path(1,2), edge(2,4)"]);
    assert!(!derivation.more);
}

#[test]
fn premises_come_before_conclusions_and_are_shared() {
    let program = check(DIAMOND);
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "path", &[None, None]), &ONE);
    for (id, node) in derivation.nodes.iter().enumerate() {
        if let Node::Fact { premises, .. } = node {
            assert!(premises.iter().all(|premise| premise.node < id));
        }
    }
    // 5 edges, 9 paths, nothing twice.
    assert_eq!((derivation.answers.len(), derivation.nodes.len()), (9, 14));
}

#[test]
fn all_derivations_of_the_fact_asked_about() {
    let program = check(DIAMOND);
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "path", &[Some(1), Some(4)]), &ALL);
    let expected = ["path(1,4) <- path#2: path(1,2), edge(2,4)", "path(1,4) <- path#2: path(1,3), edge(3,4)"];
    assert_eq!(steps(&model, &derivation), expected);
    let limits = Limits { answers: 1, ..ALL };
    let cut = explain(&model, &Nothing, &ask(&model, "path", &[Some(1), Some(4)]), &limits);
    assert_eq!((cut.answers.len(), cut.more), (1, true));
}

#[test]
fn every_kind_of_premise_is_there() {
    let program = check(
        ".decl a(x: number, y: number) .decl b(x: number) .decl r(x: number, n: number, t: number) .output r
         a(1, 5). a(1, 7). a(2, 6). b(2).
         r(x, n, x * 10) :- a(x, _), !b(x), n = sum y : { a(x, y) }, n + 1 > 12, (x = 9 ; x < 5).",
    );
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "r", &[None, None, None]), &ONE);
    let expected = "r(1,12,10) <- r#1: a(1,5), !b, sum of 2 = 12, 13 > 12, 1 < 5, * 1 10 = 10";
    assert_eq!(steps(&model, &derivation), [expected]);
}

#[test]
fn a_long_chain_needs_no_recursion() {
    let program = check(
        ".decl next(x: number, y: number) .decl r(x: number) .output r
         next(x, x + 1) :- x = range(0, 100000).
         r(0).
         r(y) :- r(x), next(x, y).",
    );
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "r", &[Some(100_000)]), &ONE);
    assert_eq!(derivation.answers, [derivation.nodes.len() - 1]);
    let folded = explain(&model, &Nothing, &ask(&model, "r", &[Some(100_000)]), &Limits { depth: Some(1), ..ONE });
    assert!(matches!(&folded.nodes[..], [.., Node::Fact { folded: false, .. }]));
    // r(99999) and next(99999, 100000) are named, nothing below them.
    assert_eq!(folded.nodes.iter().filter(|node| matches!(node, Node::Fact { folded: true, .. })).count(), 2);
    assert_eq!(folded.nodes.len(), 3);
}

#[test]
fn a_match_with_nothing_bound_is_found_by_way_of_a_later_one() {
    let program = check(
        ".decl big(x: number) .decl rel(x: number, c: number) .decl r(c: number) .output r
         big(x) :- x = range(0, 50000).
         rel(x, x / 10) :- big(x), x % 10 = 3.
         r(c) :- big(x), rel(x, c).",
    );
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "r", &[Some(4321)]), &ONE);
    assert_eq!(steps(&model, &derivation), ["r(4321) <- r#1: big(43213), rel(43213,4321)"]);
}

#[test]
fn the_first_premise_that_fails_is_named() {
    let program = check(
        ".decl a(x: number) .decl b(x: number) .decl r(x: number) .output r
         a(1). a(2). b(2).
         r(x) :- a(x), b(x), x > 5.
         r(x) :- b(x), !a(x).",
    );
    let model = model(&program);
    let obstacles = |x: i64| {
        let found = why_not(&model, &ask(&model, "r", &[Some(x)]));
        found.attempts.iter().map(|attempt| attempt.obstacle).collect::<Vec<_>>()
    };
    assert_eq!(obstacles(1), [Obstacle::Literal(1), Obstacle::Literal(0)]);
    assert_eq!(obstacles(3), [Obstacle::Literal(0), Obstacle::Literal(0)]);
}

#[test]
fn a_computed_nan_has_a_derivation() {
    let program = check(
        ".decl r(x: float) .decl s(x: float) .output r .output s
         r(0.0 / 0.0) :- true.
         s(x) :- x = -0.0.",
    );
    let model = model(&program);
    for relation in ["r", "s"] {
        let found = explain(&model, &Nothing, &ask(&model, relation, &[None]), &ONE);
        assert_eq!(found.answers.len(), 1, "{relation}");
    }
}

#[test]
fn the_grade_is_the_best_among_the_rules_that_hold() {
    let program = check(
        ".decl q(x: number) .decl r(x: number, y: number) .output r
         q(1). q(2).
         @[clue = B] r(x, 1) :- q(x).
         @[clue = A] r(x, 1) :- q(x), x > 1.
         r(x, 3) :- q(x).",
    );
    let model = model(&program);
    let relation = program.find("r").unwrap();
    let rows = model.sorted(relation);
    let graded = rows.iter().zip(proof::grades(&model, relation, &rows)).map(|(row, grade)| {
        let values = model.values(relation, *row).iter().map(Value::to_string).collect::<Vec<_>>().join(",");
        format!("{values} {}", grade.map_or("none", program::checked::Grade::name))
    });
    assert_eq!(graded.collect::<Vec<_>>(), ["1,1 B", "1,3 none", "2,1 A", "2,3 none"]);
}

#[test]
fn an_aggregate_in_the_way_shows_its_value() {
    let program = check(
        ".decl q(x: number, n: number) .decl r(x: number, n: number) .output r
         q(1, 5). q(1, 6).
         r(x, n) :- q(x, _), n = count : q(x, _).",
    );
    let model = model(&program);
    let found = why_not(&model, &ask(&model, "r", &[Some(1), Some(3)]));
    assert_eq!(found.attempts[0].obstacle, Obstacle::Literal(1));
    assert_eq!(found.attempts[0].found, Some(Value::Number(2).into()));
}

#[test]
fn a_detour_over_many_rows_keeps_the_columns_in_order() {
    let program = check(
        ".decl e(x: number, z: number) .decl f(x: number, z: number) .decl r(z: number) .output r
         e(x, 1) :- x = range(100, 200).
         f(150, 1).
         r(z) :- e(x, z), f(x, z).",
    );
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "r", &[Some(1)]), &ONE);
    assert_eq!(steps(&model, &derivation), ["r(1) <- r#1: e(150,1), f(150,1)"]);
}

#[test]
fn ranges_and_computed_arguments_do_not_change_the_least_match() {
    let program = check(
        ".decl a(x: number) .decl b(x: number, y: number) .decl c(y: number) .decl r(x: number) .decl s(x: number)
         .output r .output s
         a(1). a(2). a(3). a(5). b(1, 2). b(2, 0). b(1, 0). c(4). c(1). c(2).
         r(7) :- a(x), y = range(0, 3), b(x, y).
         s(7) :- a(x + y), b(x, _), c(y).",
    );
    let model = model(&program);
    let one = |relation| {
        let derivation = explain(&model, &Nothing, &ask(&model, relation, &[Some(7)]), &ONE);
        steps(&model, &derivation)
    };
    assert_eq!(one("r"), ["r(7) <- r#1: a(1), range 0 3 = 0, b(1,0)"]);
    assert_eq!(one("s"), ["s(7) <- s#1: + 1 1 = 2, a(2), b(1,0), c(1)"]);
}

#[test]
fn a_computed_argument_stands_beside_the_fact_it_leads_to() {
    let program = check(
        ".decl a(x: number) .decl next(x: number) .decl r(x: number) .output r
         a(5). next(6).
         r(x) :- a(x), next(x + 1).",
    );
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "r", &[None]), &ONE);
    assert_eq!(steps(&model, &derivation), ["r(5) <- r#1: a(5), + 5 1 = 6, next(6)"]);
}

#[test]
fn a_counting_recursion_is_explained_in_linear_time() {
    let program = check(".decl n(x: number) .output n n(0). n(x + 1) :- n(x), x < 20000.");
    let model = model(&program);
    let derivation = explain(&model, &Nothing, &ask(&model, "n", &[Some(20_000)]), &ONE);
    // For each step the fact, the comparison and the computation, and the fact it starts from.
    assert_eq!(derivation.nodes.len(), 3 * 20_000 + 1);
}
